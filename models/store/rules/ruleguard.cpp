// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rules/ruleguard.h"

#include "models/domain/progress.h"
#include "models/store/rules/rowsource.h"

#include <QRegularExpression>
#include <QSet>
#include <sqlite3.h>

namespace certdesk {

namespace {

constexpr int stepsBetweenLooks = 20000;
constexpr auto lookEvery = std::chrono::milliseconds(100);

/// Tables that are not domain data: a rule never reads them, whoever runs it.
const QSet<QByteArray> &hiddenTables()
{
    static const QSet<QByteArray> tables = [] {
        QSet<QByteArray> names{"journal",      "journal_head", "setting",    "id_head",      "batch",       "issue",        "finding",
                               "stored_file",  "account_lock", "link_state", "snapshot_row", "sqlite_master", "sqlite_temp_master"};
        for (const EntityKind kind : entityKinds()) {
            if (!checkedKinds().contains(kind))
                names.insert(entityDef(kind).table);
        }
        return names;
    }();
    return tables;
}

int authorize(void *, int action, const char *first, const char *second, const char *, const char *)
{
    static const QSet<QByteArray> clockAndChance{"julianday", "date", "time", "datetime", "strftime", "unixepoch", "random", "randomblob",
                                                 "load_extension", "readfile", "writefile", "fts3_tokenizer"};
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
        return SQLITE_OK;
    case SQLITE_FUNCTION:
        return clockAndChance.contains(QByteArray(second).toLower()) ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_READ:
        return hiddenTables().contains(QByteArray(first).toLower()) ? SQLITE_DENY : SQLITE_OK;
    default:
        return SQLITE_DENY;
    }
}

int askGuard(void *guard)
{
    return static_cast<const RuleGuard *>(guard)->mustStop() ? 1 : 0;
}

} // namespace

RuleGuard::RuleGuard(Connection &connection, int milliseconds, Progress *progress, bool known)
    : m_connection(connection), m_milliseconds(milliseconds), m_progress(progress), m_known(known)
{
    m_timer.start();
    if (connection.isSqlite()) {
        auto *native = static_cast<sqlite3 *>(connection.nativeHandle());
        sqlite3_progress_handler(native, stepsBetweenLooks, askGuard, this);
        if (!known)
            sqlite3_set_authorizer(native, authorize, nullptr); // makes the engine compile every statement anew
        return;
    }
    connection.execute(QStringLiteral("SAVEPOINT rule"));
    connection.execute(QStringLiteral("SET LOCAL statement_timeout = %1").arg(milliseconds));
    connection.execute(QStringLiteral("SET LOCAL jit = off")); // compiling costs more than most rules do
    if (progress) {
        auto statement = connection.prepare(QStringLiteral("SELECT pg_backend_pid()"));
        statement->step();
        m_watch = std::thread([this, backend = static_cast<int>(statement->integer(0)), url = connection.url()] { watch(backend, url); });
    }
}

RuleGuard::~RuleGuard()
{
    if (m_connection.isSqlite()) {
        auto *native = static_cast<sqlite3 *>(m_connection.nativeHandle());
        sqlite3_progress_handler(native, 0, nullptr, nullptr);
        if (!m_known)
            sqlite3_set_authorizer(native, nullptr, nullptr);
    }
    if (m_watch.joinable()) {
        {
            const std::lock_guard lock(m_mutex);
            m_isOver = true;
        }
        m_over.notify_all();
        m_watch.join();
    }
}

void RuleGuard::rollBack()
{
    if (!m_connection.isSqlite())
        m_connection.execute(QStringLiteral("ROLLBACK TO SAVEPOINT rule"));
}

bool RuleGuard::mustStop() const
{
    return wasTooSlow() || (m_progress && m_progress->isCancelled());
}

void RuleGuard::watch(int backend, const DatabaseUrl &url)
{
    std::unique_lock lock(m_mutex);
    while (!m_over.wait_for(lock, lookEvery, [this] { return m_isOver; })) {
        if (!m_progress->isCancelled())
            continue;
        try {
            if (auto other = Connection::open(url, Connection::Mode::ReadOnly))
                (*other)->prepare(QStringLiteral("SELECT pg_cancel_backend(%1)").arg(backend))->step();
        } catch (const StoreFailure &) {
            // The statement then ends by its time limit.
        }
        return;
    }
}

QString forbiddenWord(const QString &sql)
{
    static const QRegularExpression text(QStringLiteral("'(?:[^']|'')*'"));
    static const QRegularExpression words(
        QStringLiteral("\\b(insert|update|delete|create|drop|alter|attach|detach|pragma|vacuum|copy|grant|set_config|current_setting|random|randomblob|"
                       "now|clock_timestamp|statement_timestamp|current_date|current_time|current_timestamp|localtime|load_extension|account|"
                       "account_role|role_right|journal|journal_head|setting|stored_file|account_lock|link_state|information_schema|"
                       "(?:pg_|lo_|dblink|query_to_|table_to_|schema_to_|sqlite_)[a-z_]*)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression sources(QStringLiteral("\\b(?:from|join)\\s+(?:\"?[a-z_]+\"?\\.)?\"?([a-z_]+)"),
                                            QRegularExpression::CaseInsensitiveOption);
    QString plain = sql;
    plain.replace(text, QStringLiteral("''"));
    if (plain.contains(QLatin1Char(';')))
        return QStringLiteral(";");
    auto tables = sources.globalMatch(plain);
    while (tables.hasNext()) {
        const QString table = tables.next().captured(1);
        if (hiddenTables().contains(table.toLower().toUtf8()))
            return table;
    }
    return words.match(plain).captured(1);
}

} // namespace certdesk
