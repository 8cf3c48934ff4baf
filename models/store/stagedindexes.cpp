// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/stagedindexes.h"

namespace certdesk {

namespace {
constexpr qint64 smallestLoad = 5000;
}

void StagedIndexes::drop(const QString &table, qint64 rows)
{
    if (!m_connection.isSqlite() || rows < smallestLoad || m_dropped.contains(table))
        return;
    auto present = m_connection.prepare(QStringLiteral("SELECT COUNT(*) FROM (SELECT 1 FROM %1 LIMIT ?)").arg(table));
    if (present->query(Value(2 * rows + 1)).step() && present->integer(0) > 2 * rows)
        return;
    present->reset();
    auto indexes = m_connection.prepare(QStringLiteral("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name"));
    indexes->query(Value(table));
    QStringList names;
    QStringList statements;
    while (indexes->step()) {
        // Costs nothing while rows come that are not of another organization.
        if (indexes->text(1).trimmed().endsWith(QLatin1String("WHERE source_id IS NOT NULL")))
            continue;
        names.append(indexes->text(0));
        statements.append(indexes->text(1));
    }
    indexes.reset();
    for (const QString &name : std::as_const(names))
        m_connection.execute(QStringLiteral("DROP INDEX %1").arg(name));
    m_dropped.insert(table, statements);
}

void StagedIndexes::restore(const QString &table)
{
    const QStringList statements = m_dropped.take(table);
    for (const QString &statement : statements)
        m_connection.execute(statement);
}

void StagedIndexes::restoreAll()
{
    const QStringList tables = m_dropped.keys();
    for (const QString &table : tables)
        restore(table);
}

} // namespace certdesk
