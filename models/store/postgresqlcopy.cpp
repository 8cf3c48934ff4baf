// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/postgresqlcopy.h"

#include "models/store/querystatement.h"

#include <QLibrary>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>
#include <array>
#include <charconv>
#include <type_traits>

// What libpq's header calls them; their meaning has not changed since version 7.
struct pg_conn;
struct pg_result;

namespace certdesk {

namespace {

constexpr int commandDone = 1;    ///< PGRES_COMMAND_OK
constexpr int readyForRows = 4;   ///< PGRES_COPY_IN
constexpr int stateField = 'C';   ///< PG_DIAG_SQLSTATE
constexpr int messageField = 'M'; ///< PG_DIAG_MESSAGE_PRIMARY

/// The calls of libpq that COPY needs, of the library that Qt's driver has loaded: linked, it would bring thirty libraries into
/// every start of the program, also of those who have no server.
struct Libpq
{
    pg_result *(*exec)(pg_conn *, const char *) = nullptr;
    int (*putCopyData)(pg_conn *, const char *, int) = nullptr;
    int (*putCopyEnd)(pg_conn *, const char *) = nullptr;
    pg_result *(*getResult)(pg_conn *) = nullptr;
    int (*resultStatus)(const pg_result *) = nullptr;
    char *(*resultErrorField)(const pg_result *, int) = nullptr;
    char *(*errorMessage)(const pg_conn *) = nullptr;
    void (*clear)(pg_result *) = nullptr;
    bool isComplete = true;

    Libpq()
    {
#ifdef Q_OS_WIN
        QLibrary library(QStringLiteral("libpq"));
#else
        QLibrary library(QStringLiteral("pq"), 5);
#endif
        const auto find = [&](auto &call, const char *name) {
            call = reinterpret_cast<std::remove_reference_t<decltype(call)>>(library.resolve(name));
            isComplete = isComplete && call;
        };
        find(exec, "PQexec");
        find(putCopyData, "PQputCopyData");
        find(putCopyEnd, "PQputCopyEnd");
        find(getResult, "PQgetResult");
        find(resultStatus, "PQresultStatus");
        find(resultErrorField, "PQresultErrorField");
        find(errorMessage, "PQerrorMessage");
        find(clear, "PQclear");
    }
};

const Libpq &libpq()
{
    static const Libpq calls;
    return calls;
}

pg_conn *connectionOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    const QByteArrayView type(handle.typeName());
    return type == "PGconn*" || type == "pg_conn*" ? *static_cast<pg_conn *const *>(handle.constData()) : nullptr;
}

QSqlError errorOf(pg_conn *connection, const pg_result *result)
{
    const char *state = result ? libpq().resultErrorField(result, stateField) : nullptr;
    const char *reason = result ? libpq().resultErrorField(result, messageField) : libpq().errorMessage(connection);
    return {QString(), QString::fromUtf8(reason), QSqlError::StatementError, QString::fromUtf8(state)};
}

} // namespace

PostgresqlCopy::PostgresqlCopy(const QSqlDatabase &database, const QString &table, const QStringList &columns)
    : m_database(database), m_command(QStringLiteral("COPY %1 (%2) FROM STDIN").arg(table, columns.join(QLatin1String(", "))).toUtf8())
{
}

void PostgresqlCopy::separate()
{
    if (m_isRowOpen)
        m_text.append('\t');
    m_isRowOpen = true;
}

void PostgresqlCopy::putNull()
{
    separate();
    m_text.append("\\N");
}

void PostgresqlCopy::putInteger(qint64 number)
{
    separate();
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    m_text.append(digits.data(), end.ptr - digits.data());
}

void PostgresqlCopy::put(const Value &value)
{
    if (value.isInteger())
        putInteger(value.integer());
    else
        putUtf8(value.text().toUtf8());
}

void PostgresqlCopy::putUtf8(QByteArrayView text)
{
    // Empty text and an empty value are the same thing, as in Value.
    if (text.isEmpty())
        return putNull();
    separate();
    for (const char c : text) {
        switch (c) {
        case '\\':
            m_text.append("\\\\");
            break;
        case '\t':
            m_text.append("\\t");
            break;
        case '\n':
            m_text.append("\\n");
            break;
        case '\r':
            m_text.append("\\r");
            break;
        default:
            m_text.append(c);
        }
    }
}

void PostgresqlCopy::putBytes(QByteArrayView bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    separate();
    m_text.append("\\\\x");
    for (const char c : bytes) {
        m_text.append(digits[(c >> 4) & 15]);
        m_text.append(digits[c & 15]);
    }
}

void PostgresqlCopy::endRow()
{
    m_text.append('\n');
    m_isRowOpen = false;
}

bool PostgresqlCopy::isAvailable(const QSqlDatabase &database, const QString &table)
{
    if (!connectionOf(database) || !libpq().isComplete)
        return false;
    QSqlQuery query(database);
    return query.exec(QStringLiteral("SELECT row_security_active('%1')").arg(table)) && query.next() && !query.value(0).toBool();
}

void PostgresqlCopy::send()
{
    if (m_text.isEmpty())
        return;
    pg_conn *connection = connectionOf(m_database);
    QSqlError error;
    const auto take = [&](pg_result *result, int good) {
        const bool isGood = result && libpq().resultStatus(result) == good;
        if (!isGood && !error.isValid())
            error = errorOf(connection, result);
        libpq().clear(result);
        return isGood;
    };
    if (take(libpq().exec(connection, m_command.constData()), readyForRows)) {
        const bool sent = libpq().putCopyData(connection, m_text.constData(), static_cast<int>(m_text.size())) == 1;
        if (libpq().putCopyEnd(connection, sent ? nullptr : "the rows could not be sent") != 1)
            error = errorOf(connection, nullptr);
        while (pg_result *result = libpq().getResult(connection))
            take(result, commandDone);
    }
    m_text.resize(0);
    if (error.isValid())
        failPostgresql(error);
}

} // namespace certdesk
