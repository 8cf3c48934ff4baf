// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/table.h"

namespace certdesk {

/// Splits the records of `table.raw` into preamble, header, blank and data rows and marks totals. `separatorLine`: the
/// first record is `sep=`, which belongs to the preamble without a word.
void findHeader(Table &table, const ReadOptions &options, bool separatorLine, const Progress *progress = nullptr);

} // namespace certdesk
