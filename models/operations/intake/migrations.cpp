// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/intake/migrations.h"

namespace certdesk {

namespace {

struct Move
{
    qint64 school = 0;
    qint64 row = 0;
};

/// By student: where to, for every row that moves somebody.
QHash<qint64, Move> movesOf(const ImportPlan &plan)
{
    const int schoolField = entityDef(EntityKind::Student).index("school_id");
    QHash<qint64, Move> moves;
    for (const PlanRow &row : plan.rows) {
        if (row.status != RowStatus::Migrate)
            continue;
        for (int i = row.firstChange; i < row.firstChange + row.changeCount; ++i) {
            const RowChange &change = plan.changes[i];
            for (const FieldValue &value : change.fields) {
                if (change.kind == EntityKind::Student && value.field == schoolField)
                    moves.insert(change.id, {value.value.integer(), change.sourceRow});
            }
        }
    }
    return moves;
}

} // namespace

Done endOldMemberships(Session &session, ImportPlan &plan)
{
    const QHash<qint64, Move> moves = movesOf(plan);
    if (moves.isEmpty())
        return {};
    const auto groups = session.records(EntityKind::Group);
    const auto members = session.records(EntityKind::Member);
    if (!groups || !members)
        return tl::unexpected(groups ? members.error() : groups.error());
    QHash<qint64, qint64> schoolOf;
    for (const Record &group : *groups)
        schoolOf.insert(group.id, group.integer("school_id"));
    const int until = entityDef(EntityKind::Member).index("to_date");
    for (const Record &member : *members) {
        const auto move = moves.constFind(member.integer("student_id"));
        if (move == moves.cend() || member.has("to_date") || schoolOf.value(member.integer("group_id")) == move->school)
            continue;
        plan.changes.append({RowChange::Operation::Update, EntityKind::Member, member.id, member.version, {{until, Value(plan.options.today)}}, move->row});
    }
    return {};
}

} // namespace certdesk
