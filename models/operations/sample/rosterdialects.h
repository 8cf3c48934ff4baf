// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/sample/district.h"

#include <QStringList>

namespace certdesk::sample {

/// How a student information system writes its roster (roster.md 8): header names, delimiter, line ends, dates, grades.
struct RosterDialect
{
    QString name;
    QString suffix; ///< of the file name
    char delimiter = ','; ///< 0: a workbook
    QByteArray lineEnd = "\r\n";
    bool hasMark = false; ///< begins with a byte-order mark
    bool usDates = false; ///< 9/1/2010 instead of 2010-09-01
    bool plainGrades = false; ///< 9 and 0 instead of 09 and KG
    /// Header and what stands below it, in pairs of "header=field".
    QStringList columns;

    QStringList header() const;
    QStringList cells(const District &district, const Student &student) const;
};

/// Names for --dialect.
QStringList rosterDialects();
const RosterDialect &rosterDialect(const QString &name);

} // namespace certdesk::sample
