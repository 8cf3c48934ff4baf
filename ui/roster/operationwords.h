// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/roster/previewtable.h"

namespace certdesk {

/// "moves up", "stays", "is archived": what happens to one person.
QString happening(RowStatus status);
/// "148 move up, 3 stay; 151 rows": sums to the rows.
QString operationTotals(const QVector<PreviewRow> &rows);
/// The question behind a status or code that waits to be accepted.
QString askInWords(const QString &word);

} // namespace certdesk
