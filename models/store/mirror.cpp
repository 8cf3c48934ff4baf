// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/mirror.h"

#include "models/store/rowcodec.h"
#include "models/store/scopefilter.h"

namespace certdesk {

namespace {

qint64 oneInteger(Statement &statement)
{
    const qint64 found = statement.step() ? statement.integer(0) : 0;
    statement.reset();
    return found;
}

QString table(EntityKind kind)
{
    return QLatin1String(entityDef(kind).table);
}

} // namespace

qint64 mirroredId(Connection &connection, EntityKind kind, qint64 organization, qint64 source)
{
    return oneInteger(connection.prepared(QStringLiteral("SELECT id FROM %1 WHERE org_id = ? AND source_id = ?").arg(table(kind)))
                          .query(Value(organization), Value(source)));
}

qint64 sourceId(Connection &connection, EntityKind kind, qint64 id)
{
    return oneInteger(connection.prepared(QStringLiteral("SELECT source_id FROM %1 WHERE id = ?").arg(table(kind))).query(Value(id)));
}

void setSourceId(Connection &connection, EntityKind kind, qint64 id, qint64 source)
{
    connection.prepared(QStringLiteral("UPDATE %1 SET source_id = ? WHERE id = ?").arg(table(kind))).run(Value(source), Value(id));
}

QVector<Record> recordsWhere(Connection &connection, const Scope &scope, EntityKind kind, const QString &condition, const QVector<Value> &values)
{
    const EntityDef &def = entityDef(kind);
    auto statement = connection.prepare(QStringLiteral("SELECT %1 FROM %2 t WHERE (%3) AND %4 ORDER BY t.id")
                                            .arg(recordColumns(def, QStringLiteral("t")), QLatin1String(def.table), condition,
                                                 scopeCondition(scope, kind, QStringLiteral("t"))));
    for (int i = 0; i < values.size(); ++i)
        statement->bind(i + 1, values[i]);
    QVector<Record> records;
    while (statement->step())
        records.append(readRecord(kind, *statement));
    return records;
}

QString linkState(Connection &connection, const QString &name)
{
    auto &statement = connection.prepared(QStringLiteral("SELECT value FROM link_state WHERE name = ?")).query(Value(name));
    const QString value = statement.step() ? statement.text(0) : QString();
    statement.reset();
    return value;
}

void setLinkState(Connection &connection, const QString &name, const QString &value)
{
    connection.prepared(QStringLiteral("INSERT INTO link_state (name, value) VALUES (?, ?) "
                                       "ON CONFLICT (name) DO UPDATE SET value = excluded.value"))
        .run(Value(name), Value(value));
}

} // namespace certdesk
