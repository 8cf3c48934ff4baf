// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/netchange.h"

#include "models/store/connection.h"
#include "models/store/journalblock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace certdesk {

namespace {

constexpr qsizetype idsAStatement = 500;
using Places = QHash<RecordRef, int>;

void addEntry(NetChange &net, const QString &operation, const QByteArray &fields, bool isFirst)
{
    const bool creates = operation == QLatin1String("create");
    const bool removes = operation == QLatin1String("remove");
    if (isFirst)
        net.existedBefore = !creates;
    net.existsAfter = !removes;
    if (creates)
        return;
    const EntityDef &def = entityDef(net.kind);
    const QJsonObject object = QJsonDocument::fromJson(fields).object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const int field = def.find(QLatin1String(it.key().toLatin1()));
        if (field < 0 || (!removes && !it.value().isArray()))
            continue;
        const Value before = Value::fromJson(removes ? it.value() : it.value().toArray().at(0));
        const Value after = removes ? Value() : Value::fromJson(it.value().toArray().at(1));
        const auto known = std::find_if(net.fields.begin(), net.fields.end(), [field](const NetField &one) { return one.field == field; });
        if (known != net.fields.end())
            known->after = after;
        else
            net.fields.append({field, before, after});
    }
}

void readVersionsOf(Connection &connection, EntityKind kind, const QVector<int> &positions, const Places &places, QVector<NetChange> &nets)
{
    const auto [low, high] = std::minmax_element(positions.cbegin(), positions.cend(), [&](int a, int b) { return nets[a].id < nets[b].id; });
    const QString table = QLatin1String(entityDef(kind).table);
    const auto take = [&](Statement &statement) {
        while (statement.step()) {
            if (const auto place = places.constFind({kind, statement.integer(0)}); place != places.cend())
                nets[*place].nowVersion = statement.integer(1);
        }
        statement.reset();
    };
    // Records made together have neighbouring ids; records changed together have not.
    if (nets[*high].id - nets[*low].id < 4 * positions.size()) {
        take(connection.prepared(QStringLiteral("SELECT id, version FROM %1 WHERE id BETWEEN ? AND ?").arg(table))
                 .query(Value(nets[*low].id), Value(nets[*high].id)));
        return;
    }
    for (qsizetype from = 0; from < positions.size(); from += idsAStatement) {
        const qsizetype count = std::min(idsAStatement, positions.size() - from);
        auto &statement = connection.prepared(QStringLiteral("SELECT id, version FROM %1 WHERE id IN (%2)")
                                                  .arg(table, QStringList(count, QStringLiteral("?")).join(QLatin1Char(','))));
        for (qsizetype i = 0; i < count; ++i)
            statement.bind(static_cast<int>(i) + 1, Value(nets[positions[from + i]].id));
        take(statement);
    }
}

} // namespace

namespace {

/// The records of a block come into being with their first entry, and no field of them is needed yet.
void addBlock(const JournalBlock &block, QVector<NetChange> &nets, Places &places, QHash<EntityKind, QVector<int>> &byKind, const std::function<void()> &tick)
{
    const EntityKind kind = entityKindFromName(block.entity).value_or(EntityKind::None);
    QVector<int> &positions = byKind[kind];
    BlockEntries entries(block);
    while (entries.next()) {
        const auto position = static_cast<int>(nets.size());
        NetChange net;
        net.kind = kind;
        net.id = entries.record();
        net.lastSequence = entries.sequence();
        net.lastVersion = 1;
        net.sourceRow = entries.sourceRow();
        net.existedBefore = false;
        places.insert(net.ref(), position);
        positions.append(position);
        nets.append(std::move(net));
        tick();
    }
}

} // namespace

QVector<NetChange> readNetChanges(Connection &connection, qint64 batch, const std::function<void()> &tick)
{
    QVector<JournalBlock> blocks;
    eachBlock(connection, QStringLiteral("batch_id = ?"), {Value(batch)}, [&blocks](const JournalBlock &block) { blocks.append(block); });
    auto statement = connection.prepare(
        QStringLiteral("SELECT sequence, entity, record_id, operation, version, source_row, CASE WHEN operation = 'create' THEN NULL ELSE fields END "
                       "FROM journal WHERE batch_id = ? AND entity IS NOT NULL ORDER BY sequence"));
    statement->query(Value(batch));
    QVector<NetChange> nets;
    Places places;
    QHash<EntityKind, QVector<int>> byKind;
    QString lastName;
    EntityKind kind = EntityKind::None;
    auto block = blocks.cbegin();
    while (statement->step()) {
        for (; block != blocks.cend() && block->sequence < statement->integer(0); ++block)
            addBlock(*block, nets, places, byKind, tick);
        if (const QString name = statement->text(1); name != lastName) {
            kind = entityKindFromName(name).value_or(EntityKind::None);
            lastName = name;
        }
        const RecordRef ref{kind, statement->integer(2)};
        const int position = places.value(ref, static_cast<int>(nets.size()));
        const bool isFirst = position == nets.size();
        if (isFirst) {
            places.insert(ref, position);
            byKind[kind].append(position);
            nets.append(NetChange());
        }
        NetChange &net = nets[position];
        net.kind = kind;
        net.id = ref.id;
        net.lastSequence = statement->integer(0);
        net.lastVersion = statement->integer(4);
        if (const qint64 row = statement->integer(5); row != 0)
            net.sourceRow = row;
        addEntry(net, statement->text(3), statement->text(6).toUtf8(), isFirst);
        tick();
    }
    for (; block != blocks.cend(); ++block)
        addBlock(*block, nets, places, byKind, tick);
    for (auto it = byKind.cbegin(); it != byKind.cend(); ++it)
        readVersionsOf(connection, it.key(), it.value(), places, nets);
    return nets;
}

Record writtenRecord(Connection &connection, qint64 batch, EntityKind kind, qint64 id)
{
    const auto block = blockOf(connection, kind, id);
    Record written = block && block->batchId.integer() == batch ? createdRecord(connection, kind, id) : Record(kind);
    auto &statement = connection.prepared(QStringLiteral("SELECT fields FROM journal WHERE batch_id = ? AND record_id = ? AND entity = ? ORDER BY sequence"));
    statement.query(Value(batch), Value(id), Value(QString::fromLatin1(entityDef(kind).name)));
    while (statement.step()) {
        const QJsonObject object = QJsonDocument::fromJson(statement.text(0).toUtf8()).object();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (const int field = written.def().find(QLatin1String(it.key().toLatin1())); field >= 0)
                written.values[field] = Value::fromJson(it.value().isArray() ? it.value().toArray().at(1) : it.value());
        }
    }
    statement.reset();
    return written;
}

} // namespace certdesk
