// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlfunctions.h"

#include "models/domain/names.h"

#include <sqlite3.h>

namespace certdesk {

namespace {

QString argument(sqlite3_value *value)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_value_text(value)), sqlite3_value_bytes(value));
}

void callNameNormal(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const QByteArray text = normalizedName(argument(arguments[0])).toUtf8();
    sqlite3_result_text(context, text.constData(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

void callNameSimilarity(sqlite3_context *context, int, sqlite3_value **arguments)
{
    sqlite3_result_int(context, nameSimilarity(argument(arguments[0]), argument(arguments[1])));
}

} // namespace

void registerSqliteFunctions(sqlite3 *database)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    sqlite3_create_function(database, "name_normal", 1, flags, nullptr, callNameNormal, nullptr, nullptr);
    sqlite3_create_function(database, "name_similarity", 2, flags, nullptr, callNameSimilarity, nullptr, nullptr);
}

} // namespace certdesk
