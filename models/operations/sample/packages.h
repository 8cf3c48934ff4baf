// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/sample/district.h"

#include <QStringList>

namespace certdesk::sample {

struct PackageFile
{
    QString name; ///< "users.csv"
    QStringList header;
    QVector<QStringList> rows;
    QStringList persons; ///< hidden id of the person of each row, where rows are about people
};

/// A set of files that belong together, as a roster service delivers it (roster.md 8.1 to 8.3).
struct Package
{
    QString name; ///< name of the dialect
    QVector<PackageFile> files;

    PackageFile *file(const QString &name);
};

/// "oneroster-1.1", "oneroster-1.2", "clever", "sds-v1", "sds-v2.1"
QStringList packageDialects();
/// The district as it stands in the school year.
Package rosterPackage(const QString &dialect, const District &district, qint64 year);
/// What changed between two years, as a OneRoster delta set: rows with status and time of change.
Package rosterDelta(const QString &dialect, const District &before, const District &after, qint64 year);

/// Damages a OneRoster set in one of the ways of the catalogue ("orphans", "no-manifest", …); the finding stands there.
void damagePackage(Package &package, const QString &damageName);

/// The same for everybody: "D1-000123".
QString hiddenId(const District &district, const Student &student);
QString hiddenId(const District &district, const Staff &person);

} // namespace certdesk::sample
