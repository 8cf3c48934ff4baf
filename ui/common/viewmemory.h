// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QVariant>

namespace certdesk {

/// What a person arranged: widths, columns, views, the last filters (W-006), kept per person in the settings of the
/// operating system's user. Holds no data of the database. GUI thread only.
class ViewMemory
{
public:
    /// `person` is the login name; it is kept as a hash, so the settings file names nobody.
    explicit ViewMemory(const QString &person);
    /// For tests and portable use: everything in one file.
    ViewMemory(const QString &person, const QString &iniFile);

    /// `key` is "page/what": "students/columns".
    QVariant value(const QString &key, const QVariant &otherwise = {}) const;
    void setValue(const QString &key, const QVariant &value);

private:
    QString path(const QString &key) const;
    mutable QSettings m_settings;
    QString m_person;
};

} // namespace certdesk
