// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QVector>

namespace certdesk::cli {

/// Rows of text under headings, for people.
struct TextTable
{
    QStringList headings;
    QVector<QStringList> rows;
    QVector<int> rightAligned; ///< columns of numbers
};

/// Standard output: with --json exactly one document, else aligned tables and short sentences. Nothing else may write there.
class Output
{
public:
    explicit Output(bool json) : m_json(json) {}
    bool isJson() const { return m_json; }

    /// Prints the document when --json was given; else does nothing.
    void document(const QJsonObject &document);
    void documentList(const QJsonArray &list);
    /// The next two print only without --json.
    void line(const QString &text);
    void table(const TextTable &table);
    /// Prints always: help and the manual page.
    static void raw(const QString &text);
    /// Standard error in words, or the JSON error document.
    void error(const Error &error);
    /// A sentence on standard error.
    static void message(const QString &text);

private:
    bool m_json;
};

QString alignedText(const TextTable &table);

} // namespace certdesk::cli
