// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/querystatement.h"

#include <QCoreApplication>
#include <QSqlRecord>
#include <QVariant>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Connection", text);
}

QVariant variant(const Value &value)
{
    if (value.isEmpty())
        return QVariant(QMetaType::fromType<QString>());
    if (value.isInteger())
        return QVariant(value.integer());
    if (value.isReal())
        return QVariant(value.real());
    return QVariant(value.text());
}

} // namespace

void failPostgresql(const QSqlError &error)
{
    const QString state = error.nativeErrorCode();
    const QString detail = QStringLiteral("postgresql %1").arg(state);
    if (state.startsWith(QLatin1String("23")))
        fail(Error::Kind::Conflict, QStringLiteral("DB-CONSTRAINT"), tr("This would make two records with one key. Nothing was changed."),
             tr("Look for the record that is already there."), detail);
    if (state.startsWith(QLatin1String("40")) || state == QLatin1String("55P03"))
        fail(Error::Kind::Unavailable, QStringLiteral("DB-LOCKED"), tr("The database is in use by someone else. Nothing was changed."),
             tr("Try again in a moment."), detail);
    if (state == QLatin1String("53100"))
        fail(Error::Kind::Unavailable, QStringLiteral("DB-FULL"), tr("The disk of the database server is full. Nothing was changed."),
             tr("Tell the person who runs the server."), detail);
    if (state == QLatin1String("57014"))
        fail(Error::Kind::Cancelled, QStringLiteral("CANCELLED"), tr("Cancelled. Nothing was changed."));
    if (state == QLatin1String("42501"))
        fail(Error::Kind::Denied, QStringLiteral("DB-DENIED"), tr("The database login has no right to do this. Nothing was changed."), {}, detail);
    if (state.isEmpty() || state.startsWith(QLatin1String("08")) || state.startsWith(QLatin1String("57")))
        fail(Error::Kind::Unavailable, QStringLiteral("DB-SERVER"), tr("The database server cannot be reached. Nothing was changed."),
             tr("Check the network and the server, then try again."), detail);
    // The first line names columns and constraints; the following ones quote values and stay out of the log.
    const QString reason = error.databaseText().section(QLatin1Char('\n'), 0, 0);
    fail(Error::Kind::Unavailable, QStringLiteral("DB-ERROR"), tr("The database refused the work. Nothing was changed."), {},
         QStringLiteral("%1: %2").arg(detail, reason));
}

QueryStatement::QueryStatement(const QSqlDatabase &database, const QString &sql) : m_query(database)
{
    if (!m_query.prepare(sql))
        failPostgresql(m_query.lastError());
}

void QueryStatement::bind(int position, const Value &value)
{
    m_query.bindValue(position - 1, variant(value));
}

void QueryStatement::bind(int position, const QByteArray &bytes)
{
    m_query.bindValue(position - 1, QVariant(bytes));
}

void QueryStatement::bindUtf8(int position, QByteArrayView text)
{
    bind(position, Value(QString::fromUtf8(text)));
}

void QueryStatement::bindBytes(int position, QByteArrayView bytes)
{
    bind(position, bytes.toByteArray());
}

void QueryStatement::bindName(const QString &name, const Value &value)
{
    m_query.bindValue(QLatin1Char(':') + name, variant(value));
}

bool QueryStatement::step()
{
    if (!m_executed) {
        m_executed = true;
        if (!m_query.exec())
            failPostgresql(m_query.lastError());
    }
    return m_query.isSelect() && m_query.next();
}

void QueryStatement::reset()
{
    if (m_executed)
        m_query.finish();
    m_executed = false;
}

int QueryStatement::columnCount() const
{
    return m_query.record().count();
}

QString QueryStatement::columnName(int column) const
{
    return m_query.record().fieldName(column);
}

Value QueryStatement::value(int column) const
{
    const QVariant value = m_query.value(column);
    if (value.isNull())
        return {};
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::LongLong:
    case QMetaType::UInt:
    case QMetaType::ULongLong: // what Qt's driver makes of a BIGINT that is not negative
        return Value(value.toLongLong());
    case QMetaType::Bool:
        return Value::flag(value.toBool());
    case QMetaType::Double:
    case QMetaType::Float:
        return Value(value.toDouble());
    default:
        return Value(value.toString());
    }
}

QByteArray QueryStatement::bytes(int column) const
{
    return m_query.value(column).toByteArray();
}

qint64 QueryStatement::integer(int column) const
{
    return m_query.value(column).toLongLong();
}

QString QueryStatement::text(int column) const
{
    return m_query.value(column).toString();
}

bool QueryStatement::isEmpty(int column) const
{
    const QVariant value = m_query.value(column);
    return value.isNull() || (value.typeId() == QMetaType::QString && value.toString().isEmpty());
}

bool QueryStatement::isBytes(int column) const
{
    return m_query.value(column).typeId() == QMetaType::QByteArray;
}

bool QueryStatement::isNumber(int column) const
{
    const Value found = value(column);
    return found.isInteger() || found.isReal();
}

QByteArrayView QueryStatement::utf8(int column) const
{
    m_text = value(column).text().toUtf8();
    return m_text;
}

qint64 QueryStatement::affected() const
{
    return m_query.numRowsAffected();
}

} // namespace certdesk
