// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <optional>

namespace certdesk {

/// Where one is in the window: the name of a page and what it shows there (record, filters, selection). Messages,
/// findings, Find, Back and Forward all lead through it, so a page writes into `parameters` all that it needs to come
/// back to the same view, and nothing that names a person: identifiers of records, not names.
struct PageAddress
{
    QString page;
    QMap<QString, QString> parameters;

    bool isEmpty() const { return page.isEmpty(); }
    QString parameter(const char *key) const { return parameters.value(QString::fromLatin1(key)); }
    PageAddress &set(const char *key, const QString &value)
    {
        parameters.insert(QString::fromLatin1(key), value);
        return *this;
    }
    /// "certdesk:students?id=17&status=active"; the order of the parameters is that of their names.
    QString text() const;
    /// Nothing for a text that is no such link.
    static std::optional<PageAddress> fromText(const QString &text);

    bool operator==(const PageAddress &) const = default;
};

} // namespace certdesk
