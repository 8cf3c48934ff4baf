// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/connection.h"

#include "models/store/networkshare.h"
#include "models/store/querystatement.h"
#include "models/store/sqlitestatement.h"
#include "models/store/sqlfunctions.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>
#include <sodium.h>
#include <sqlite3.h>

namespace certdesk {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Connection", text);
}

constexpr int busyMilliseconds = 10000;

thread_local bool recoveryWasNoticed = false;

/// SQLite says only to its log that it recovered a journal; it does so on the thread that opens the file.
void noticeRecovery(void *, int code, const char *)
{
    if (code == SQLITE_NOTICE_RECOVER_WAL || code == SQLITE_NOTICE_RECOVER_ROLLBACK)
        recoveryWasNoticed = true;
}

/// Has to run before SQLite is used for the first time in the process; later it does nothing.
void listenToSqlite()
{
    static const int done = sqlite3_config(SQLITE_CONFIG_LOG, noticeRecovery, nullptr);
    Q_UNUSED(done)
}
} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const DatabaseUrl &url, Mode mode)
{
    // Picks the fast ways of this processor to hash.
    static const int sodium = sodium_init();
    Q_UNUSED(sodium)
    std::unique_ptr<Connection> connection(new Connection);
    connection->m_url = url;
    connection->m_mode = mode;
    connection->m_name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    try {
        if (url.engine == Engine::Sqlite)
            connection->openSqlite();
        else
            connection->openPostgresql();
    } catch (const StoreFailure &failure) {
        return tl::unexpected(failure.error);
    }
    return connection;
}

Connection::~Connection()
{
    rollback();
    m_statements.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

void Connection::openSqlite()
{
    if (m_mode != Mode::Create && !QFileInfo(m_url.path).isFile())
        fail(Error::Kind::NotFound, QStringLiteral("DB-MISSING"), tr("There is no database file at this place."),
             tr("Check the name, or make a new database."));
    listenToSqlite();
    recoveryWasNoticed = false;
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    m_database.setDatabaseName(m_url.path);
    if (m_mode == Mode::ReadOnly)
        m_database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
    if (!m_database.open())
        fail(Error::Kind::Unavailable, QStringLiteral("DB-OPEN"), tr("The database file cannot be opened."),
             tr("Check that the file and its folder exist and may be read and written."));
    m_native = *static_cast<sqlite3 **>(const_cast<void *>(m_database.driver()->handle().constData()));
    auto *native = static_cast<sqlite3 *>(m_native);
    sqlite3_busy_timeout(native, busyMilliseconds);
    m_networkShare = isOnNetwork(m_url.path);
    registerSqliteFunctions(native);
    execute(QStringLiteral("PRAGMA foreign_keys = ON"));
    execute(QStringLiteral("PRAGMA trusted_schema = OFF"));
    if (m_mode != Mode::ReadOnly)
        execute(QStringLiteral("PRAGMA synchronous = FULL"));
    if (m_mode == Mode::Create)
        chooseJournalMode();
    prepare(QStringLiteral("SELECT COUNT(*) FROM sqlite_master"))->step();
    m_uncleanEnd = recoveryWasNoticed;
    execute(QStringLiteral("PRAGMA cache_size = -16384"));
    // Not in memory: then the sorter asks for memory row by row, which makes an index several times as slow after a plan of
    // many small strings. As it is, a sort takes one piece of the cache's size and only beyond it a file without a name.
    execute(QStringLiteral("PRAGMA temp_store = DEFAULT"));
}

void Connection::chooseJournalMode()
{
    if (isSqlite() && m_mode != Mode::ReadOnly)
        prepare(m_networkShare ? QStringLiteral("PRAGMA journal_mode = DELETE") : QStringLiteral("PRAGMA journal_mode = WAL"))->step();
}

void Connection::openPostgresql()
{
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QPSQL")))
        fail(Error::Kind::Unavailable, QStringLiteral("DB-DRIVER"), tr("This installation cannot talk to PostgreSQL."),
             tr("Install the PostgreSQL driver of Qt."));
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), m_name);
    m_database.setHostName(m_url.host);
    m_database.setPort(m_url.port);
    m_database.setUserName(m_url.user);
    m_database.setPassword(m_url.password);
    m_database.setDatabaseName(m_url.name);
    m_database.setConnectOptions(QStringLiteral("connect_timeout=10;application_name=certdesk"));
    if (!m_database.open())
        fail(Error::Kind::Unavailable, QStringLiteral("DB-SERVER"), tr("The database server cannot be reached or refuses the sign-in."),
             tr("Check the address, the network and the database login."));
    execute(QStringLiteral("SET client_min_messages = warning"));
    execute(QStringLiteral("SET bytea_output = 'hex'"));
    execute(QStringLiteral("SET lock_timeout = %1").arg(busyMilliseconds));
    if (m_mode == Mode::ReadOnly)
        execute(QStringLiteral("SET default_transaction_read_only = on"));
    auto backend = prepare(QStringLiteral("SELECT pg_backend_pid()"));
    m_backend = backend->step() ? backend->integer(0) : 0;
}

void Connection::execute(const QString &sql)
{
    if (isSqlite()) {
        auto *native = static_cast<sqlite3 *>(m_native);
        const int code = sqlite3_exec(native, sql.toUtf8().constData(), nullptr, nullptr, nullptr);
        if (code != SQLITE_OK)
            failSqlite(native, code);
        return;
    }
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        failPostgresql(query.lastError());
}

std::unique_ptr<Statement> Connection::prepare(const QString &sql)
{
    if (isSqlite())
        return std::make_unique<SqliteStatement>(static_cast<sqlite3 *>(m_native), sql);
    return std::make_unique<QueryStatement>(m_database, sql);
}

Statement &Connection::prepared(const QString &sql)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end())
        found = m_statements.insert(sql, prepare(sql)); // nothing stays behind when preparing fails
    (*found)->reset();
    return **found;
}

void Connection::begin()
{
    execute(isSqlite() ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN"));
    m_inTransaction = true;
}

void Connection::beginRead()
{
    execute(isSqlite() ? QStringLiteral("BEGIN") : QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
    m_inTransaction = true;
}

void Connection::commit()
{
    for (const auto &statement : std::as_const(m_statements))
        statement->reset();
    execute(QStringLiteral("COMMIT"));
    m_inTransaction = false;
}

void Connection::rollback() noexcept
{
    if (!m_inTransaction)
        return;
    m_inTransaction = false;
    try {
        for (const auto &statement : std::as_const(m_statements))
            statement->reset();
        execute(QStringLiteral("ROLLBACK"));
    } catch (const StoreFailure &) {
        // The engine has rolled back by itself (full disk, lost server): nothing is left to take back.
    }
}

QStringList Connection::tables()
{
    QStringList names;
    auto statement = prepare(isSqlite()
                                 ? QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
                                 : QStringLiteral("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"));
    while (statement->step())
        names.append(statement->text(0));
    return names;
}

QString Connection::dialect(QString sql) const
{
    const bool lite = isSqlite();
    sql.replace(QLatin1String("{id}"), lite ? QStringLiteral("INTEGER PRIMARY KEY") : QStringLiteral("BIGINT PRIMARY KEY"));
    sql.replace(QLatin1String("{int}"), lite ? QStringLiteral("INTEGER") : QStringLiteral("BIGINT"));
    // Text sorts by code point on both engines.
    sql.replace(QLatin1String("{text}"), lite ? QStringLiteral("TEXT") : QStringLiteral("TEXT COLLATE \"C\""));
    sql.replace(QLatin1String("{real}"), lite ? QStringLiteral("REAL") : QStringLiteral("DOUBLE PRECISION"));
    sql.replace(QLatin1String("{blob}"), lite ? QStringLiteral("BLOB") : QStringLiteral("BYTEA"));
    return sql;
}

void Connection::setLockWait(int milliseconds)
{
    if (isSqlite())
        sqlite3_busy_timeout(static_cast<sqlite3 *>(m_native), milliseconds);
    else
        execute(QStringLiteral("SET lock_timeout = %1").arg(std::max(milliseconds, 1)));
}

void Connection::interrupt()
{
    if (isSqlite()) {
        sqlite3_interrupt(static_cast<sqlite3 *>(m_native));
        return;
    }
    // The statement can only be stopped from beside: a second connection asks the server for it.
    const auto other = open(m_url, Mode::ReadOnly);
    if (!other)
        return;
    try {
        (*other)->prepare(QStringLiteral("SELECT pg_cancel_backend(%1)").arg(m_backend))->step();
    } catch (const StoreFailure &) {
        // Then the statement runs to its end, and the cancelled progress stops the work after it.
    }
}

} // namespace certdesk
