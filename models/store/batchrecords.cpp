// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/batchrecords.h"

#include "models/store/naturalkey.h"
#include "models/store/netchange.h"
#include "models/store/session.h"

namespace certdesk {

namespace {

BatchRecord recordOf(Connection &connection, qint64 batch, const NetChange &net)
{
    BatchRecord record{net.kind, net.id, net.sourceRow, QStringLiteral("changed"), {}, {}};
    if (!net.existedBefore || !net.existsAfter)
        record.operation = net.existsAfter ? QStringLiteral("created") : QStringLiteral("removed");
    record.key = naturalKey(connection, net.kind, net.id);
    if (record.key.isEmpty() && net.existsAfter && !net.existedBefore)
        record.key = naturalKey(connection, writtenRecord(connection, batch, net.kind, net.id));
    for (const NetField &field : net.fields) {
        if (record.operation == QLatin1String("changed") && !entityDef(net.kind).fields[field.field].secret)
            record.fields.append({field.field, field.before, field.after});
    }
    return record;
}

} // namespace

Result<QVector<BatchRecord>> readBatchRecords(Session &session, qint64 batch)
{
    if (const auto known = readBatch(session, batch); !known)
        return tl::unexpected(known.error());
    return session.read<QVector<BatchRecord>>([&](Connection &connection) {
        QVector<BatchRecord> records;
        for (const NetChange &net : readNetChanges(connection, batch, [] {})) {
            if (net.existedBefore || net.existsAfter)
                records.append(recordOf(connection, batch, net));
        }
        return records;
    });
}

QJsonArray batchRecordsJson(const QVector<BatchRecord> &records)
{
    QJsonArray list;
    for (const BatchRecord &record : records) {
        const EntityDef &def = entityDef(record.kind);
        QJsonObject fields;
        for (const BatchRecord::Field &field : record.fields)
            fields.insert(def.fields[field.field].key(), QJsonObject{{QStringLiteral("before"), field.before.json()}, {QStringLiteral("after"), field.after.json()}});
        list.append(QJsonObject{{QStringLiteral("entity"), QLatin1String(def.name)},
                                {QStringLiteral("key"), record.key},
                                {QStringLiteral("operation"), record.operation},
                                {QStringLiteral("row"), record.sourceRow ? QJsonValue(record.sourceRow) : QJsonValue()},
                                {QStringLiteral("fields"), fields}});
    }
    return list;
}

} // namespace certdesk
