// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/connection.h"
#include "models/store/postgresqlcopy.h"

namespace certdesk {

namespace {
/// Fewer rows are one statement; so it stays for the commands of every day.
constexpr int rowsUntilCopy = 32;
} // namespace

BulkInsert::BulkInsert(Connection &connection, const QString &table, const QStringList &columns)
    : m_connection(connection), m_table(table), m_columns(columns)
{
    if (connection.isSqlite()) {
        m_isNull = QVector<bool>(columns.size() + 1, false);
        QStringList marks(columns.size(), QStringLiteral("?"));
        m_single = &connection.prepared(QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                                            .arg(table, columns.join(QLatin1String(", ")), marks.join(QLatin1String(", "))));
    }
}

BulkInsert::~BulkInsert() = default;

void BulkInsert::put(const Value &value)
{
    if (m_single) {
        m_isNull[++m_position] = false;
        m_single->bind(m_position, value);
    } else if (m_copy) {
        m_copy->put(value);
    } else {
        m_pending.append(value);
    }
}

void BulkInsert::putInteger(qint64 number)
{
    if (m_copy)
        m_copy->putInteger(number);
    else
        put(Value(number));
}

void BulkInsert::putNull()
{
    if (m_copy) {
        m_copy->putNull();
    } else if (!m_single) {
        m_pending.append(Value());
    } else if (!m_isNull[++m_position]) {
        m_single->bind(m_position, Value());
        m_isNull[m_position] = true;
    }
}

void BulkInsert::put(const QByteArray &bytes)
{
    if (m_single) {
        m_isNull[++m_position] = false;
        m_single->bind(m_position, bytes);
    } else if (m_copy) {
        m_copy->putBytes(bytes);
    } else {
        m_pending.append(bytes);
    }
}

void BulkInsert::putUtf8(QByteArrayView text)
{
    if (m_single) {
        m_isNull[++m_position] = false;
        m_single->bindUtf8(m_position, text);
    } else if (m_copy) {
        m_copy->putUtf8(text);
    } else {
        m_pending.append(Value(QString::fromUtf8(text)));
    }
}

void BulkInsert::putBytes(QByteArrayView bytes)
{
    if (m_single) {
        m_isNull[++m_position] = false;
        m_single->bindBytes(m_position, bytes);
    } else if (m_copy) {
        m_copy->putBytes(bytes);
    } else {
        m_pending.append(bytes.toByteArray());
    }
}

void BulkInsert::endRow()
{
    m_position = 0;
    if (m_single) {
        m_single->step();
        m_single->reset();
        return;
    }
    if (m_copy) {
        m_copy->endRow();
        if (m_copy->isFull())
            m_copy->send();
        return;
    }
    // PostgreSQL takes at most 65,535 parameters a statement.
    if (++m_rowCount == rowsUntilCopy && PostgresqlCopy::isAvailable(m_connection.m_database, m_table))
        startCopy();
    else if (m_rowCount * m_columns.size() > 12000)
        flush();
}

void BulkInsert::startCopy()
{
    m_copy = std::make_unique<PostgresqlCopy>(m_connection.m_database, m_table, m_columns);
    for (qsizetype i = 0; i < m_pending.size(); ++i) {
        if (const auto *value = std::get_if<Value>(&m_pending[i]))
            m_copy->put(*value);
        else
            m_copy->putBytes(std::get<QByteArray>(m_pending[i]));
        if ((i + 1) % m_columns.size() == 0)
            m_copy->endRow();
    }
    m_pending.clear();
    m_rowCount = 0;
}

void BulkInsert::finish()
{
    flush();
}

void BulkInsert::flush()
{
    if (m_copy)
        return m_copy->send();
    if (m_rowCount == 0)
        return;
    const QString row = QStringLiteral("(%1)").arg(QStringList(m_columns.size(), QStringLiteral("?")).join(QLatin1Char(',')));
    // Kept: all blocks of a large load but the last have the same number of rows.
    Statement *statement = &m_connection.prepared(QStringLiteral("INSERT INTO %1 (%2) VALUES %3")
                                                      .arg(m_table, m_columns.join(QLatin1String(", ")),
                                                           QStringList(m_rowCount, row).join(QLatin1Char(','))));
    int position = 0;
    for (const auto &item : std::as_const(m_pending)) {
        ++position;
        if (const auto *value = std::get_if<Value>(&item))
            statement->bind(position, *value);
        else
            statement->bind(position, std::get<QByteArray>(item));
    }
    statement->step();
    statement->reset();
    m_pending.clear();
    m_rowCount = 0;
}

} // namespace certdesk
