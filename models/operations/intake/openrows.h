// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/intake/importrun.h"

#include <QHash>

namespace certdesk {

/// One open row with what is wrong with it; a row with several findings stands once a finding.
struct OpenRow
{
    int row = 0;       ///< as a person counts it
    int tableRow = 0;  ///< data row of the table
    IntakeFinding finding;
};

/// The rows that hold back, in the order of the file. A row without a finding (a status that has to be accepted) gets one.
QVector<OpenRow> openRows(const PreparedImport &prepared);
/// The same as issues of a batch, each with the cells of its row (no passwords) and, where the row or the import names one,
/// its school, so that the people of that school see it.
QVector<BatchIssue> openIssues(const PreparedImport &prepared, const QHash<QString, qint64> &schoolsByCode);

} // namespace certdesk
