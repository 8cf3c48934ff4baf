// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/viewreader.h"

#include <functional>

namespace certdesk {

class Progress;

/// What `list` and the Export button take out of a view.
struct ListSelection
{
    ViewQuery query;
    QStringList columns; ///< names; empty: all of the view. "id" stands for the row id
    qint64 limit = -1;   ///< negative: all
};

struct ListRows
{
    qint64 total = 0; ///< rows that fit, before the limit
    QVector<int> columns; ///< of the view; -1 is the row id
    QVector<ViewRow> rows;
};

/// All chosen rows in one read transaction, within the person's scope.
Result<ListRows> readList(Session &session, const ListSelection &selection, Progress *progress = nullptr);

enum class ExportFormat { Csv, Xlsx };

/// Writes the list to a file (S-031: through a temporary file, owner-readable, journaled with selection and number of rows;
/// safe in spreadsheets). Needs the right `export`. Returns the number of rows.
Result<qint64> exportList(Session &session, const ListSelection &selection, ExportFormat format, const QString &path, Progress *progress = nullptr);

} // namespace certdesk
