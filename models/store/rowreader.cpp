// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rowreader.h"

#include <limits>

namespace certdesk {

namespace {
/// PostgreSQL's rows are held by the client; SQLite steps through the table and takes them all.
constexpr qint64 rowsAtOnce = 20000;
} // namespace

RowReader::RowReader(Connection &connection, EntityKind kind) : m_connection(connection)
{
    const EntityDef &def = entityDef(kind);
    QString columns = QStringLiteral("id, org_id, version, hash");
    for (const FieldDef &field : def.fields)
        columns += QLatin1String(", ") + field.key();
    m_statement = connection.prepare(QStringLiteral("SELECT %1 FROM %2 WHERE id > ? ORDER BY id LIMIT ?").arg(columns, QLatin1String(def.table)));
    m_id = std::numeric_limits<qint64>::min();
    query();
}

void RowReader::query()
{
    m_rowsRead = 0;
    m_statement->query(Value(m_id), Value(m_connection.isSqlite() ? std::numeric_limits<qint64>::max() : rowsAtOnce));
}

bool RowReader::next()
{
    if (!m_statement->step()) {
        if (m_connection.isSqlite() || m_rowsRead < rowsAtOnce)
            return false;
        query();
        if (!m_statement->step())
            return false;
    }
    ++m_rowsRead;
    m_id = m_statement->integer(0);
    return true;
}

} // namespace certdesk
