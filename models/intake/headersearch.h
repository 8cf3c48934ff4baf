// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/progress.h"
#include "models/intake/rawtable.h"

#include <string_view>
#include <vector>

namespace certdesk {

/// Where the names of the columns stand.
struct HeaderPlace
{
    int row = -1;   ///< record of the first line; -1: none was found (F08)
    int lines = 1;  ///< 2: the names are split over two lines and have to be joined
};

/// The header of the table that starts at or after record `from`.
HeaderPlace searchHeader(const RawTable &raw, int from, const Progress *progress = nullptr);
/// Whether the record at this place and the next one are a header together.
int headerLines(const RawTable &raw, int row);
/// The records at which further tables of the sheet start (F09): a header of other names after blank lines.
std::vector<int> furtherTables(const RawTable &raw, int header, const Progress *progress = nullptr);

/// Asked every 16,384 rows: whether the work has been cancelled, so that the answer no longer matters.
inline bool isStopped(const Progress *progress, int row)
{
    return (row & 0x3FFF) == 0 && progress && progress->isCancelled();
}

bool isEmptyCell(std::string_view cell);
/// True when both records hold the same cells.
bool sameRecord(const RawTable &raw, int left, int right);

} // namespace certdesk
