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

void PlanWriter::remove(const Record &present)
{
    RowChange change;
    change.operation = RowChange::Operation::Remove;
    change.kind = present.kind;
    change.id = present.id;
    change.baseVersion = present.version;
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
    const auto count = std::count_if(m_pairs.cbegin(), m_pairs.cend(), [&row](const Pair &pair) { return row.has(pair.from); });
    fields.reserve(count + 4); // what the planner adds
    for (const Pair &pair : m_pairs) {
        if (row.has(pair.from))
            fields.append({pair.to, row.value(pair.from)});
    }
    return fields;
}

bool FieldCopier::clears(const Pair &pair, const PlanDecisions &decisions) const
{
    return decisions.mapping.columnOfField[pair.from] >= 0 && !decisions.options.emptyClears.isEmpty()
           && decisions.options.emptyClears.contains(QLatin1String(m_kind.fields[pair.from].name))
           && !entityDef(m_entity).fields[pair.to].required;
}

QVector<FieldValue> FieldCopier::differences(const RowInput &row, const Record &present, const PlanDecisions &decisions, QStringList *kept) const
{
    QVector<FieldValue> fields;
    const ImportOptions &options = decisions.options;
    if (options.onMatch == MatchPolicy::NoChange)
        return fields;
    const EntityDef &def = entityDef(m_entity);
    const QSet<int> manual = decisions.present.manual.value({m_entity, present.id});
    for (const Pair &pair : m_pairs) {
        const Value &value = row.value(pair.from);
        const Value &old = present.values[pair.to];
        const bool changes = value.isEmpty() ? !old.isEmpty() && clears(pair, decisions) : !same(def.fields[pair.to].type, value, old);
        if (!changes || (row.isDefault(pair.from) && options.onMatch != MatchPolicy::OverrideWithDefaults && !old.isEmpty()))
            continue;
        const FieldPolicy policy = options.fieldPolicies.isEmpty() ? FieldPolicy::FileWins : options.policyOf(QLatin1String(m_kind.fields[pair.from].name));
        if (!old.isEmpty() && (options.onMatch == MatchPolicy::FillMissing || policy == FieldPolicy::FillOnly))
            continue;
        if (policy == FieldPolicy::ManualWins && manual.contains(pair.to)) {
            if (kept)
                kept->append(QLatin1String(def.fields[pair.to].name));
            continue;
        }
        fields.append({pair.to, value});
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
