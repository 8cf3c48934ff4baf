// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTranslator>

namespace certdesk {

/// One language of the program. Texts of free functions are collected under another context than the one they ask with, so
/// a text that is not found under its own is looked for under all: the same words mean the same here.
class Translation : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;
    /// `language` as in the file names: "es".
    bool loadLanguage(const QString &language);
    QString translate(const char *context, const char *text, const char *comment = nullptr, int n = -1) const override;

private:
    QList<QByteArray> m_contexts;
};

} // namespace certdesk
