// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/naturalkey.h"

#include "models/store/migrator.h"
#include "models/store/rowcodec.h"

#include <algorithm>

namespace certdesk {

namespace {

std::optional<Record> stored(Connection &connection, EntityKind kind, qint64 id)
{
    const EntityDef &def = entityDef(kind);
    auto &statement = connection.prepared(QStringLiteral("SELECT %1 FROM %2 WHERE id = ?").arg(recordColumns(def), QLatin1String(def.table)));
    statement.query(Value(id));
    std::optional<Record> record;
    if (statement.step())
        record = readRecord(kind, statement);
    statement.reset();
    return record;
}

const QVector<int> &keyOf(const Record &record)
{
    const auto &keys = record.def().keys;
    for (const QVector<int> &key : keys) {
        if (std::none_of(key.cbegin(), key.cend(), [&record](int field) { return record.values[field].isEmpty(); }))
            return key;
    }
    return keys.last();
}

void add(QJsonObject &out, const QString &name, const QJsonValue &value, const char *kind)
{
    out.insert(out.contains(name) ? QLatin1String(kind) + QLatin1Char('_') + name : name, value);
}

QJsonObject ownKey(Connection &connection, const Record &record)
{
    QJsonObject out;
    for (const int field : keyOf(record)) {
        const FieldDef &def = record.def().fields[field];
        const Value &value = record.values[field];
        if (value.isEmpty())
            continue;
        if (def.type != FieldType::Reference) {
            add(out, def.key(), value.json(), record.def().name);
            continue;
        }
        const auto referred = stored(connection, def.reference, value.integer());
        const QJsonObject inner = referred ? ownKey(connection, *referred) : QJsonObject();
        for (auto it = inner.begin(); it != inner.end(); ++it)
            add(out, it.key(), it.value(), entityDef(def.reference).name);
    }
    return out;
}

} // namespace

QJsonObject naturalKey(Connection &connection, const Record &record)
{
    QJsonObject out = ownKey(connection, record);
    const qint64 own = readSetting(connection, QStringLiteral("organization")).toLongLong();
    if (record.kind != EntityKind::Organization && record.organization != 0 && record.organization != own) {
        if (const auto organization = stored(connection, EntityKind::Organization, record.organization))
            out.insert(QStringLiteral("organization_code"), organization->text("code"));
    }
    return out;
}

QJsonObject naturalKey(Connection &connection, EntityKind kind, qint64 id)
{
    const auto record = stored(connection, kind, id);
    return record ? naturalKey(connection, *record) : QJsonObject();
}

} // namespace certdesk
