// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlitestatement.h"

#include <QCoreApplication>
#include <sqlite3.h>

namespace certdesk {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Connection", text);
}
} // namespace

void failSqlite(sqlite3 *database, int code)
{
    const QString detail = QStringLiteral("sqlite %1").arg(sqlite3_extended_errcode(database));
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        fail(Error::Kind::Unavailable, QStringLiteral("DB-LOCKED"), tr("The database file is in use by someone else. Nothing was changed."),
             tr("Try again in a moment."), detail);
    case SQLITE_FULL:
        fail(Error::Kind::Unavailable, QStringLiteral("DB-FULL"), tr("The disk is full. Nothing was changed."),
             tr("Free some space and try again."), detail);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        fail(Error::Kind::Corrupt, QStringLiteral("DB-CORRUPT"), tr("The file is not a usable CertDesk database."),
             tr("Open the newest good backup."), detail);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        fail(Error::Kind::Unavailable, QStringLiteral("DB-OPEN"), tr("The database file cannot be opened for writing."),
             tr("Check that the file and its folder exist and may be written."), detail);
    case SQLITE_IOERR:
        fail(Error::Kind::Unavailable, QStringLiteral("DB-IO"), tr("Reading or writing the database file failed. Nothing was changed."),
             tr("Check the disk or the network share, then try again."), detail);
    case SQLITE_INTERRUPT:
        fail(Error::Kind::Cancelled, QStringLiteral("CANCELLED"), tr("Cancelled. Nothing was changed."));
    case SQLITE_CONSTRAINT:
        fail(Error::Kind::Conflict, QStringLiteral("DB-CONSTRAINT"), tr("This would make two records with one key. Nothing was changed."),
             tr("Look for the record that is already there."), detail);
    default:
        fail(Error::Kind::Unavailable, QStringLiteral("DB-ERROR"), tr("The database refused the work. Nothing was changed."), {},
             QStringLiteral("%1: %2").arg(detail, QString::fromUtf8(sqlite3_errmsg(database))));
    }
}

SqliteStatement::SqliteStatement(sqlite3 *database, const QString &sql) : m_database(database)
{
    const QByteArray utf8 = sql.toUtf8();
    const int code = sqlite3_prepare_v3(database, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_PREPARE_PERSISTENT,
                                        &m_statement, nullptr);
    if (code != SQLITE_OK)
        failSqlite(database, code);
}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(m_statement);
}

void SqliteStatement::bind(int position, const Value &value)
{
    if (value.isEmpty()) {
        sqlite3_bind_null(m_statement, position);
    } else if (value.isInteger()) {
        sqlite3_bind_int64(m_statement, position, value.integer());
    } else if (value.isReal()) {
        sqlite3_bind_double(m_statement, position, value.real());
    } else {
        const QByteArray utf8 = value.text().toUtf8();
        sqlite3_bind_text(m_statement, position, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
    }
}

void SqliteStatement::bind(int position, const QByteArray &bytes)
{
    sqlite3_bind_blob(m_statement, position, bytes.constData(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
}

void SqliteStatement::bindUtf8(int position, QByteArrayView text)
{
    // Empty text and an empty value are the same thing, as in Value.
    if (text.isEmpty())
        sqlite3_bind_null(m_statement, position);
    else
        sqlite3_bind_text(m_statement, position, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

void SqliteStatement::bindBytes(int position, QByteArrayView bytes)
{
    sqlite3_bind_blob(m_statement, position, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
}

void SqliteStatement::bindName(const QString &name, const Value &value)
{
    if (const int position = sqlite3_bind_parameter_index(m_statement, (QLatin1Char(':') + name).toUtf8().constData()))
        bind(position, value);
}

bool SqliteStatement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    sqlite3_reset(m_statement);
    failSqlite(m_database, code);
}

void SqliteStatement::reset()
{
    sqlite3_reset(m_statement);
}

int SqliteStatement::columnCount() const
{
    return sqlite3_column_count(m_statement);
}

QString SqliteStatement::columnName(int column) const
{
    return QString::fromUtf8(sqlite3_column_name(m_statement, column));
}

Value SqliteStatement::value(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return Value(static_cast<qint64>(sqlite3_column_int64(m_statement, column)));
    case SQLITE_FLOAT:
        return Value(sqlite3_column_double(m_statement, column));
    case SQLITE_NULL:
        return {};
    default:
        return Value(text(column));
    }
}

QByteArray SqliteStatement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return QByteArray(data, sqlite3_column_bytes(m_statement, column));
}

qint64 SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString SqliteStatement::text(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(data, sqlite3_column_bytes(m_statement, column));
}

bool SqliteStatement::isEmpty(int column) const
{
    const int type = sqlite3_column_type(m_statement, column);
    return type == SQLITE_NULL || (type == SQLITE_TEXT && sqlite3_column_bytes(m_statement, column) == 0);
}

bool SqliteStatement::isBytes(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_BLOB;
}

bool SqliteStatement::isNumber(int column) const
{
    const int type = sqlite3_column_type(m_statement, column);
    return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

QByteArrayView SqliteStatement::utf8(int column) const
{
    // SQLite writes reals in its own form; ours is the shortest that reads back the same.
    if (sqlite3_column_type(m_statement, column) == SQLITE_FLOAT) {
        m_text = value(column).text().toLatin1();
        return m_text;
    }
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QByteArrayView(data, sqlite3_column_bytes(m_statement, column));
}

qint64 SqliteStatement::affected() const
{
    return sqlite3_changes(m_database);
}

} // namespace certdesk
