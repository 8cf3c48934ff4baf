// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/planwriter.h"

#include <algorithm>

namespace certdesk {

qint64 PlanWriter::create(EntityKind kind, QVector<FieldValue> fields)
{
    RowChange change;
    change.operation = RowChange::Operation::Create;
    change.kind = kind;
    change.fields = std::move(fields);
    m_draft.append(std::move(change));
    return -(m_plan.changes.size() + m_draft.size());
}

void PlanWriter::update(const Record &present, QVector<FieldValue> fields)
{
    if (fields.isEmpty())
        return;
    RowChange change;
    change.operation = RowChange::Operation::Update;
    change.kind = present.kind;
    change.id = present.id;
    change.baseVersion = present.version;
    change.fields = std::move(fields);
    m_draft.append(std::move(change));
}

void PlanWriter::finish(PlanRow *row, bool keep)
{
    row->firstChange = static_cast<int>(m_plan.changes.size());
    row->changeCount = keep ? static_cast<int>(m_draft.size()) : 0;
    if (keep) {
        for (RowChange &change : m_draft) {
            change.sourceRow = row->row;
            m_plan.changes.append(std::move(change));
        }
    }
    m_draft.clear();
}

FieldCopier::FieldCopier(const ImportKind &kind, EntityKind entity) : m_kind(kind), m_entity(entity)
{
    for (int i = 0; i < kind.fields.size(); ++i) {
        if (kind.fields[i].entity == entity)
            m_pairs.append({i, entityDef(entity).index(kind.fields[i].name)});
    }
}

QVector<FieldValue> FieldCopier::all(const RowInput &row) const
{
    QVector<FieldValue> fields;
    fields.reserve(m_pairs.size() + 4);
    for (const Pair &pair : m_pairs) {
        if (row.has(pair.from))
            fields.append({pair.to, row.value(pair.from)});
    }
    return fields;
}

QVector<FieldValue> FieldCopier::takeAll(RowInput &row) const
{
    QVector<FieldValue> fields;
    const auto count = std::count_if(m_pairs.cbegin(), m_pairs.cend(), [&row](const Pair &pair) { return row.has(pair.from); });
    fields.reserve(count + 3); // what the planner adds
    for (const Pair &pair : m_pairs) {
        if (row.has(pair.from))
            fields.append({pair.to, row.take(pair.from)});
    }
    return fields;
}

QVector<FieldValue> FieldCopier::differences(const RowInput &row, const Record &present, const ImportOptions &options,
                                             const Mapping &mapping) const
{
    QVector<FieldValue> fields;
    const EntityDef &def = entityDef(m_entity);
    for (const Pair &pair : m_pairs) {
        const Value &value = row.value(pair.from);
        if (value.isEmpty()) {
            const bool clears = mapping.columnOfField[pair.from] >= 0 && !options.emptyClears.isEmpty()
                                && options.emptyClears.contains(QLatin1String(m_kind.fields[pair.from].name));
            if (clears && !present.values[pair.to].isEmpty() && !def.fields[pair.to].required)
                fields.append({pair.to, Value()});
        } else if (!same(def.fields[pair.to].type, value, present.values[pair.to])) {
            fields.append({pair.to, value});
        }
    }
    return fields;
}

bool FieldCopier::same(FieldType type, const Value &left, const Value &right)
{
    if (left.isEmpty() != right.isEmpty())
        return false;
    if (type == FieldType::Real)
        return left.real() == right.real();
    if (type == FieldType::Text && left.isText() != right.isText())
        return left.text() == right.text();
    return left == right;
}

FieldValue fieldValue(EntityKind kind, const char *field, const Value &value)
{
    return {entityDef(kind).index(field), value};
}

} // namespace certdesk
