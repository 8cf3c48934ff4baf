// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace certdesk {

/// Functions that rules may call, alike on both engines: `name_normal(text)` and `name_similarity(a, b)` (T-201; the second
/// in whole thousandths). PostgreSQL has them as PL/pgSQL functions made by the schema.
void registerSqliteFunctions(sqlite3 *database);

} // namespace certdesk
