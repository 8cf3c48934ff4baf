// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/undoplanner.h"

#include "models/domain/names.h"
#include "models/domain/progress.h"
#include "models/store/naturalkey.h"
#include "models/store/rowcodec.h"

#include <QCoreApplication>
#include <algorithm>

namespace certdesk {

namespace {
constexpr qint64 rowsAReport = 4096;
} // namespace

UndoPlan UndoPlanner::plan(const BatchInfo &batch)
{
    m_plan.batch = batch;
    m_nets = readNetChanges(m_connection, batch.id, [this] { tick(); });
    select();
    // Created records first, for an earlier key may be in the hands of one that goes. The others backwards, as they will be
    // applied: an earlier reference may name a record that has come back by then, an earlier key may have become free.
    // Removals last, when it is known which references go away.
    for (NetChange &net : m_nets) {
        if (!net.existedBefore && net.existsAfter)
            proposeRemoval(net);
    }
    for (auto net = m_nets.rbegin(); net != m_nets.rend(); ++net) {
        if (!net->existedBefore)
            continue;
        if (!net->existsAfter && net->nowVersion == 0)
            planReturn(*net);
        else
            planReverts(*net);
    }
    planRemovals();
    finish();
    return m_plan;
}

void UndoPlanner::tick()
{
    if (!m_progress || ++m_done % rowsAReport != 0)
        return;
    if (m_progress->isCancelled())
        throw StoreFailure{Progress::cancelledError().value()};
    m_progress->report(QCoreApplication::translate("Undo", "Comparing"), m_done, 0);
}

void UndoPlanner::select()
{
    const QSet<qint64> rows(m_options.rows.cbegin(), m_options.rows.cend());
    for (int i = 0; i < m_nets.size(); ++i) {
        NetChange &net = m_nets[i];
        m_places.insert(net.ref(), i);
        net.selected = (rows.isEmpty() || rows.contains(net.sourceRow)) && (m_options.kinds.isEmpty() || m_options.kinds.contains(net.kind));
    }
}

std::optional<Record> UndoPlanner::stored(EntityKind kind, qint64 id)
{
    const EntityDef &def = entityDef(kind);
    auto &statement = m_connection.prepared(QStringLiteral("SELECT %1 FROM %2 WHERE id = ?").arg(recordColumns(def), QLatin1String(def.table)));
    statement.query(Value(id));
    std::optional<Record> record;
    if (statement.step())
        record = readRecord(kind, statement);
    statement.reset();
    return record;
}

/// A created record: unchanged → it may go; changed since → conflicts, a field each.
void UndoPlanner::proposeRemoval(NetChange &net)
{
    if (net.nowVersion == 0)
        return;
    if (!net.selected) {
        m_somethingStays = true;
        return;
    }
    const int place = m_places.value({net.kind, net.id});
    if (net.nowVersion == net.lastVersion) {
        m_leaving[net.kind].insert(net.id, place);
        return;
    }
    const Record written = writtenRecord(m_connection, m_plan.batch.id, net.kind, net.id);
    const Record now = *stored(net.kind, net.id);
    bool goes = true;
    for (int field = 0; field < now.values.size(); ++field) {
        const FieldDef &def = now.def().fields[field];
        if (!def.derived && !def.secret && now.values[field] != written.values[field])
            goes = conflict(UndoConflict::Cause::Changed, net, {field, Value(), written.values[field]}) && goes;
    }
    if (goes)
        m_leaving[net.kind].insert(net.id, place);
}

/// A removed record comes back with its id, if what it refers to is there and nobody else has its key.
void UndoPlanner::planReturn(NetChange &net)
{
    if (!net.selected) {
        m_somethingStays = true;
        return;
    }
    Record record(net.kind);
    RowChange change{RowChange::Operation::Create, net.kind, net.id, net.lastVersion, {}, net.sourceRow};
    for (const NetField &field : std::as_const(net.fields)) {
        if (field.before.isEmpty())
            continue;
        if (!targetExists(record.def().fields[field.field], field.before)) {
            conflict(UndoConflict::Cause::Missing, net, field);
            return;
        }
        record.values[field.field] = field.before;
        change.fields.append({field.field, field.before});
    }
    record.id = net.id;
    if (holderOf(record) != 0) {
        conflict(UndoConflict::Cause::Taken, net, {-1, {}, {}});
        return;
    }
    m_returning.insert({net.kind, net.id});
    m_changes.append({net.lastSequence, change});
}

void UndoPlanner::planReverts(NetChange &net)
{
    if (net.nowVersion == 0) {
        if (net.selected)
            conflict(UndoConflict::Cause::Missing, net, {-1, {}, {}});
        return;
    }
    Record now = *stored(net.kind, net.id);
    const Record before = now;
    RowChange change{RowChange::Operation::Update, net.kind, net.id, net.nowVersion, {}, net.sourceRow};
    for (const NetField &field : std::as_const(net.fields)) {
        const Value &value = now.values[field.field];
        if (value == field.before)
            continue;
        if (!net.selected) {
            m_somethingStays = m_somethingStays || value == field.after;
            continue;
        }
        if (value != field.after && !conflict(UndoConflict::Cause::Changed, net, field))
            continue;
        const UndoChoice *choice = value != field.after ? choiceFor(net, field.field) : nullptr;
        const Value wanted = choice && choice->edit ? *choice->edit : field.before;
        if (!targetExists(now.def().fields[field.field], wanted)) {
            conflict(UndoConflict::Cause::Missing, net, field);
            continue;
        }
        now.values[field.field] = wanted;
        change.fields.append({field.field, wanted});
    }
    if (change.fields.isEmpty())
        return;
    if (holderOf(now) != 0 && holderOf(before) == 0) {
        conflict(UndoConflict::Cause::Taken, net, {-1, {}, {}});
        return;
    }
    for (const FieldValue &field : std::as_const(change.fields))
        m_reverted[{net.kind, net.id}].insert(field.field);
    m_changes.append({net.lastSequence, change});
    tick();
}

void UndoPlanner::planRemovals()
{
    const auto &kinds = entityKinds();
    for (auto kind = kinds.crbegin(); kind != kinds.crend(); ++kind) {
        auto leaving = m_leaving.find(*kind);
        if (leaving == m_leaving.end())
            continue;
        dropReferenced(*kind, *leaving);
        for (const int place : std::as_const(*leaving)) {
            emitRemoval(m_nets[place]);
            tick();
        }
    }
}

void UndoPlanner::emitRemoval(const NetChange &net)
{
    m_changes.append({net.lastSequence, {RowChange::Operation::Remove, net.kind, net.id, net.nowVersion, {}, net.sourceRow}});
}

/// Takes those out of `leaving` that a record needs which stays. Kinds are walked children first, so that it is known which
/// children go.
void UndoPlanner::dropReferenced(EntityKind kind, QHash<qint64, int> &leaving)
{
    if (leaving.isEmpty())
        return;
    const auto [low, high] = std::minmax_element(leaving.keyBegin(), leaving.keyEnd());
    QSet<qint64> needed;
    for (const EntityKind child : entityKinds()) {
        const EntityDef &def = entityDef(child);
        for (int field = 0; field < def.fields.size(); ++field) {
            if (def.fields[field].type != FieldType::Reference || def.fields[field].reference != kind)
                continue;
            auto &statement = m_connection.prepared(
                QStringLiteral("SELECT id, %1 FROM %2 WHERE %1 BETWEEN ? AND ?").arg(def.fields[field].key(), QLatin1String(def.table)));
            statement.query(Value(*low), Value(*high));
            while (statement.step()) {
                const qint64 id = statement.integer(0);
                const qint64 target = statement.integer(1);
                if (leaving.contains(target) && !m_leaving.value(child).contains(id) && !m_reverted.value({child, id}).contains(field))
                    needed.insert(target);
            }
            statement.reset();
        }
    }
    for (const qint64 id : std::as_const(needed)) {
        conflict(UndoConflict::Cause::Referenced, m_nets[leaving.value(id)], {-1, {}, {}});
        leaving.remove(id);
    }
}

bool UndoPlanner::targetExists(const FieldDef &field, const Value &value)
{
    if (field.type != FieldType::Reference || value.isEmpty() || m_returning.contains({field.reference, value.integer()}))
        return true;
    if (m_leaving.value(field.reference).contains(value.integer()))
        return false;
    auto &statement = m_connection.prepared(QStringLiteral("SELECT 1 FROM %1 WHERE id = ?").arg(QLatin1String(entityDef(field.reference).table)));
    const bool found = statement.query(value).step();
    statement.reset();
    return found;
}

/// Another record that has a key of this one and neither goes nor gets another key; 0 when there is none.
qint64 UndoPlanner::holderOf(const Record &record)
{
    const EntityDef &def = record.def();
    const auto holder = [&](EntityKind kind, const QVector<QPair<QString, Value>> &key) -> qint64 {
        QStringList conditions;
        QVector<Value> bound;
        for (const auto &[name, value] : key) {
            conditions.append(name + (value.isEmpty() ? QStringLiteral(" IS NULL") : QStringLiteral(" = ?")));
            if (!value.isEmpty())
                bound.append(value);
        }
        auto &statement = m_connection.prepared(QStringLiteral("SELECT id FROM %1 WHERE %2")
                                                    .arg(QLatin1String(entityDef(kind).table), conditions.join(QLatin1String(" AND "))));
        for (int i = 0; i < bound.size(); ++i)
            statement.bind(i + 1, bound[i]);
        qint64 found = 0;
        while (found == 0 && statement.step()) {
            const qint64 id = statement.integer(0);
            if ((kind != record.kind || id != record.id) && !m_leaving.value(kind).contains(id) && !m_reverted.contains({kind, id}))
                found = id;
        }
        statement.reset();
        return found;
    };
    if (def.kind == EntityKind::Student || def.kind == EntityKind::Staff) {
        if (record.has("login")) {
            const QPair<QString, Value> login{QStringLiteral("login_key"), Value(foldedLogin(record.text("login")))};
            if (const qint64 id = std::max(holder(EntityKind::Student, {login}), holder(EntityKind::Staff, {login})); id != 0)
                return id;
        }
        const char *number = def.kind == EntityKind::Student ? "student_state_id" : "staff_id";
        return record.has(number) ? holder(def.kind, {{QLatin1String(number), record[number]}}) : 0;
    }
    QVector<QPair<QString, Value>> key;
    for (const int field : def.keys.first())
        key.append({def.fields[field].key(), record.values[field]});
    return holder(def.kind, key);
}

const UndoChoice *UndoPlanner::choiceFor(const NetChange &net, int field) const
{
    const UndoChoice *best = nullptr;
    int bestRank = -1;
    for (const UndoChoice &choice : m_options.choices) {
        const bool fits = (choice.kind == EntityKind::None || choice.kind == net.kind) && (choice.id == 0 || choice.id == net.id)
                          && (choice.field == -1 || choice.field == field);
        const int rank = (choice.id != 0 ? 4 : 0) + (choice.field != -1 ? 2 : 0) + (choice.kind != EntityKind::None ? 1 : 0);
        if (fits && rank > bestRank) {
            best = &choice;
            bestRank = rank;
        }
    }
    return best;
}

bool UndoPlanner::revertsAnyway(const NetChange &net, int field) const
{
    const UndoChoice *choice = choiceFor(net, field);
    return choice ? choice->revert || choice->edit.has_value() : m_options.revertConflicts;
}

/// Notes a conflict; true when it is to be reverted all the same, which only a later change of the field allows.
bool UndoPlanner::conflict(UndoConflict::Cause cause, const NetChange &net, const NetField &field)
{
    UndoConflict found{cause, net.kind, net.id, field.field, {}, field.before, field.after, {}, {}, 0, false};
    const auto now = stored(net.kind, net.id);
    if (now && field.field >= 0)
        found.now = now->values[field.field];
    Record earlier(net.kind);
    for (const NetField &written : net.fields)
        earlier.values[written.field] = written.before;
    found.key = naturalKey(m_connection, now ? *now : earlier);
    found.reverted = cause == UndoConflict::Cause::Changed && revertsAnyway(net, field.field);
    nameLaterWriter(found, net.lastSequence);
    m_plan.conflicts.append(found);
    if (!found.reverted) {
        m_kept.insert({net.kind, net.id});
        m_somethingStays = true;
    }
    return found.reverted;
}

void UndoPlanner::nameLaterWriter(UndoConflict &conflict, qint64 after)
{
    auto &statement = m_connection.prepared(
        QStringLiteral("SELECT person, batch_id, fields FROM journal WHERE record_id = ? AND entity = ? AND sequence > ? ORDER BY sequence DESC"));
    statement.query(Value(conflict.id), Value(QString::fromLatin1(entityDef(conflict.kind).name)), Value(after));
    const QString mark = conflict.field < 0 ? QString() : QLatin1Char('"') + entityDef(conflict.kind).fields[conflict.field].key() + QLatin1String("\":");
    while (conflict.laterPerson.isEmpty() && statement.step()) {
        if (!mark.isEmpty() && !statement.text(2).contains(mark))
            continue;
        conflict.laterPerson = statement.text(0);
        conflict.laterBatch = statement.integer(1);
    }
    statement.reset();
}

void UndoPlanner::finish()
{
    // Backwards through what was done: every step then meets the state that its original left.
    std::stable_sort(m_changes.begin(), m_changes.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    m_plan.changes.reserve(m_changes.size());
    for (const auto &[sequence, change] : std::as_const(m_changes))
        m_plan.changes.append(change);
    m_plan.reverted = m_plan.changes.size();
    m_plan.kept = m_kept.size();
    m_plan.isComplete = !m_somethingStays;
}

} // namespace certdesk
