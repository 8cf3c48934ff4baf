// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/package/packageset.h"

namespace certdesk {

/// The files and columns a format knows, from the program's tables (resources/intake).
class PackageLayout
{
public:
    /// "oneroster" or "clever"
    explicit PackageLayout(const QString &format);

    QStringList roles() const { return m_roles; }
    /// Role of a file name such as `Users.csv`; `exact` says whether case and letters were right.
    QString roleOf(const QString &fileName, bool *exact) const;
    /// Reads one file, finds its columns (F13 as a warning for misspelt ones, H03 for missing ones) and checks that every row
    /// has what it needs (C01, R02). Appends it to the set.
    Done readFile(const Container &container, const QString &name, const QString &role, const ReadOptions &options, PackageSet *set,
                  Progress *progress) const;
    /// A file that is counted and not used: each row is skipped.
    Done countFile(const Container &container, const QString &name, const ReadOptions &options, PackageSet *set, Progress *progress) const;

private:
    struct Column
    {
        QString name;
        bool required = false;
    };
    void findColumns(int index, PackageSet *set) const;
    void checkRows(int index, PackageSet *set) const;

    QString m_format;
    QStringList m_roles;
    QHash<QString, QVector<Column>> m_columns;
};

} // namespace certdesk
