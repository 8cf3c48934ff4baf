// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/package/packagechanges.h"

#include <algorithm>

namespace certdesk {

QHash<qint64, int> &PackageChanges::indexOf(EntityKind kind) const
{
    QHash<qint64, int> &index = m_index[static_cast<int>(kind)];
    const QVector<Record> &records = m_present->of(kind);
    for (qsizetype i = index.size(); i < records.size(); ++i)
        index.insert(records[i].id, static_cast<int>(i));
    return index;
}

Record *PackageChanges::find(EntityKind kind, qint64 id)
{
    const int place = indexOf(kind).value(id, -1);
    return place < 0 ? nullptr : &m_present->of(kind)[place];
}

const Record *PackageChanges::record(EntityKind kind, qint64 id) const
{
    const int place = indexOf(kind).value(id, -1);
    return place < 0 ? nullptr : &m_present->of(kind)[place];
}

qint64 PackageChanges::create(EntityKind kind, const QVector<FieldValue> &fields, qint64 sourceRow)
{
    indexOf(kind);
    RowChange change;
    change.operation = RowChange::Operation::Create;
    change.kind = kind;
    change.fields = fields;
    change.sourceRow = sourceRow;
    m_changes.append(change);
    Record record(kind);
    record.id = -base - (m_changes.size() - 1);
    for (const FieldValue &field : fields)
        record.values[field.field] = field.value;
    m_present->of(kind).append(record);
    return record.id;
}

bool PackageChanges::update(EntityKind kind, qint64 id, const QVector<FieldValue> &fields, qint64 sourceRow)
{
    Record *record = find(kind, id);
    if (!record)
        return false;
    QVector<FieldValue> differing;
    for (const FieldValue &field : fields) {
        if (record->values[field.field] != field.value)
            differing.append(field);
    }
    if (differing.isEmpty())
        return false;
    const RecordRef key{kind, id};
    qsizetype position = isTemporary(id) ? positionOf(id) : m_updates.value(key, -1);
    if (position < 0) {
        RowChange change;
        change.operation = RowChange::Operation::Update;
        change.kind = kind;
        change.id = id;
        change.baseVersion = record->version;
        change.sourceRow = sourceRow;
        position = m_changes.size();
        m_changes.append(change);
        m_updates.insert(key, static_cast<int>(position));
    }
    QVector<FieldValue> &written = m_changes[position].fields;
    for (const FieldValue &field : differing) {
        record->values[field.field] = field.value;
        const auto there = std::find_if(written.begin(), written.end(), [&](const FieldValue &one) { return one.field == field.field; });
        if (there != written.end())
            there->value = field.value;
        else
            written.append(field);
    }
    return true;
}

void PackageChanges::remove(EntityKind kind, qint64 id, qint64 sourceRow)
{
    const Record *record = find(kind, id);
    if (!record || isTemporary(id))
        return;
    RowChange change;
    change.operation = RowChange::Operation::Remove;
    change.kind = kind;
    change.id = id;
    change.baseVersion = record->version;
    change.sourceRow = sourceRow;
    m_changes.append(change);
}

QVector<qint64> PackageChanges::absorb(const ImportPlan &plan)
{
    QVector<qint64> created(plan.changes.size(), 0);
    for (qsizetype i = 0; i < plan.changes.size(); ++i) {
        const RowChange &change = plan.changes[i];
        const EntityDef &def = entityDef(change.kind);
        QVector<FieldValue> fields = change.fields;
        for (FieldValue &field : fields) {
            const qint64 reference = def.fields[field.field].type == FieldType::Reference ? field.value.integer() : 0;
            if (reference < 0 && !isTemporary(reference))
                field.value = Value(created[static_cast<qsizetype>(-reference - 1)]);
        }
        created[i] = change.id;
        if (change.operation == RowChange::Operation::Create)
            created[i] = create(change.kind, fields, change.sourceRow);
        else if (change.operation == RowChange::Operation::Update)
            update(change.kind, change.id, fields, change.sourceRow);
        else
            remove(change.kind, change.id, change.sourceRow);
    }
    return created;
}

QVector<RowChange> PackageChanges::take()
{
    for (RowChange &change : m_changes) {
        const EntityDef &def = entityDef(change.kind);
        for (FieldValue &field : change.fields) {
            if (def.fields[field.field].type == FieldType::Reference && isTemporary(field.value.integer()))
                field.value = Value(-static_cast<qint64>(positionOf(field.value.integer())) - 1);
        }
    }
    return std::move(m_changes);
}

} // namespace certdesk
