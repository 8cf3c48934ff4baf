// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/kinds.h"
#include "models/intake/table.h"

namespace certdesk {

enum class ContentVerdict { Fail, Inconclusive, Pass };

/// Tests a column over all its rows. `unique`: values must be distinct, because each row is another person.
ContentVerdict testContent(const Table &table, int column, ContentTest test, bool unique, qint64 schoolYear);

} // namespace certdesk
