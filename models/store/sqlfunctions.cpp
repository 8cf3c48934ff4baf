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

/// string_agg as PostgreSQL has it: text joined by a separator.
void stepStringAgg(sqlite3_context *context, int, sqlite3_value **arguments)
{
    auto **joined = static_cast<QString **>(sqlite3_aggregate_context(context, sizeof(QString *)));
    if (!joined || sqlite3_value_type(arguments[0]) == SQLITE_NULL)
        return;
    if (!*joined)
        *joined = new QString(argument(arguments[0]));
    else
        **joined += argument(arguments[1]) + argument(arguments[0]);
}

void finishStringAgg(sqlite3_context *context)
{
    auto **joined = static_cast<QString **>(sqlite3_aggregate_context(context, 0));
    if (!joined || !*joined)
        return sqlite3_result_null(context);
    const QByteArray text = (*joined)->toUtf8();
    delete *joined;
    sqlite3_result_text(context, text.constData(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

} // namespace

void registerSqliteFunctions(sqlite3 *database)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    sqlite3_create_function(database, "name_normal", 1, flags, nullptr, callNameNormal, nullptr, nullptr);
    sqlite3_create_function(database, "name_similarity", 2, flags, nullptr, callNameSimilarity, nullptr, nullptr);
    sqlite3_create_function(database, "string_agg", 2, flags, nullptr, nullptr, stepStringAgg, finishStringAgg);
}

} // namespace certdesk
