// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/undo.h"

#include "models/store/naturalkey.h"
#include "models/store/session.h"
#include "models/store/undoplanner.h"

#include <QCoreApplication>
#include <array>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Undo", text);
}

const QString undoKind = QStringLiteral("undo");
constexpr qsizetype changesHashedByThemselves = 20000;

BatchInfo undoable(Connection &connection, const Person &person, qint64 id)
{
    const auto batch = loadBatch(connection, id);
    if (!batch || !(person.scope.seesEverything() || batch->person == person.name))
        fail(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("There is no batch %1.").arg(id), tr("Look at the list of batches."));
    if (batch->state != BatchState::Committed && batch->state != BatchState::PartlyUndone)
        fail(Error::Kind::Refused, QStringLiteral("BATCH-STATE"), tr("Batch %1 is undone already, or was never committed.").arg(id),
             tr("To bring its changes back, undo the undo."));
    return *batch;
}

/// An undo that is undone wholly makes what it undid committed again, and so on upwards.
void markUndone(Connection &connection, const BatchInfo &batch, bool complete)
{
    writeBatchState(connection, batch.id, complete ? BatchState::Undone : BatchState::PartlyUndone);
    if (batch.kind != undoKind || batch.parent == 0)
        return;
    const auto parent = loadBatch(connection, batch.parent);
    if (!parent)
        return;
    writeBatchState(connection, parent->id, complete ? BatchState::Committed : BatchState::PartlyUndone);
    if (complete && parent->kind == undoKind && parent->parent != 0) {
        if (const auto first = loadBatch(connection, parent->parent))
            markUndone(connection, *first, true);
    }
}

/// Open rows of an undone batch wait for nothing any more; what it had solved is open again; undoing an undo brings them back.
void moveIssues(Connection &connection, qint64 batch, qint64 undo)
{
    connection.prepared(QStringLiteral("UPDATE issue SET state = 'undone', solved_by = ? WHERE batch_id = ? AND state IN ('open', 'waiting')"))
        .run(Value(undo), Value(batch));
    connection.prepared(QStringLiteral("UPDATE issue SET state = 'open', solved_by = NULL WHERE solved_by = ? AND state IN ('solved', 'undone')"))
        .run(Value(batch));
}

/// Passwords have no rows in the journal; those that their owners changed stay, whatever the options say.
void planPasswords(Connection &connection, const UndoOptions &options, UndoPlan &plan)
{
    if (!options.rows.isEmpty() || !(options.kinds.isEmpty() || options.kinds.contains(EntityKind::Account)))
        return;
    QVector<qint64> changed;
    plan.passwords = passwordReturns(connection, plan.batch.id, changed);
    QSet<qint64> counted;
    for (const RowChange &change : std::as_const(plan.changes)) {
        if (change.kind == EntityKind::Account)
            counted.insert(change.id);
    }
    for (const PasswordReturn &one : std::as_const(plan.passwords))
        plan.reverted += counted.contains(one.account) ? 0 : 1;
    const int field = entityDef(EntityKind::Account).index("password_hash");
    for (const qint64 account : std::as_const(changed)) {
        UndoConflict conflict{UndoConflict::Cause::Changed, EntityKind::Account, account, field, {}, {}, {}, {}, {}, 0, false};
        conflict.key = naturalKey(connection, EntityKind::Account, account);
        plan.conflicts.append(conflict);
        ++plan.kept;
        plan.isComplete = false;
    }
}

UndoPlan makePlan(Connection &connection, const UndoOptions &options, const BatchInfo &batch, Progress *progress)
{
    UndoPlan plan = UndoPlanner(connection, options, progress).plan(batch);
    planPasswords(connection, options, plan);
    return plan;
}

/// Accounts of one's own students are not in the scope of a school; who may issue passwords may take them back.
bool isAboutAccounts(const UndoPlan &plan)
{
    return std::all_of(plan.changes.cbegin(), plan.changes.cend(),
                       [](const RowChange &change) { return change.kind == EntityKind::Account || change.kind == EntityKind::AccountRole; });
}

void applyPlan(Transaction &transaction, const UndoPlan &plan, qint64 undo)
{
    if (isAboutAccounts(plan)) {
        const Transaction::WholeScope wholeScope(transaction);
        transaction.apply(plan.changes);
    } else {
        transaction.apply(plan.changes);
    }
    returnPasswords(transaction, plan.passwords, undo);
    transaction.settle();
}

QJsonObject optionsJson(const UndoOptions &options)
{
    QJsonObject json{{QStringLiteral("onConflict"), options.revertConflicts ? QStringLiteral("revert") : QStringLiteral("keep")}};
    QJsonArray rows;
    for (const qint64 row : options.rows)
        rows.append(row);
    if (!rows.isEmpty())
        json.insert(QStringLiteral("rows"), rows);
    QJsonArray kinds;
    for (const EntityKind kind : options.kinds)
        kinds.append(QLatin1String(entityDef(kind).name));
    if (!kinds.isEmpty())
        json.insert(QStringLiteral("kinds"), kinds);
    return json;
}

} // namespace

QString undoCauseName(UndoConflict::Cause cause)
{
    static constexpr std::array<const char *, 4> names{"changed", "referenced", "missing", "taken"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(cause)));
}

Result<UndoPlan> planUndo(Session &session, qint64 batch, const UndoOptions &options, Progress *progress)
{
    if (const auto allowed = session.require(Right::BatchOperations); !allowed)
        return tl::unexpected(allowed.error());
    return session.read<UndoPlan>([&](Connection &connection) {
        return makePlan(connection, options, undoable(connection, session.person(), batch), progress);
    });
}

void UndoBatch::perform(Transaction &transaction)
{
    Connection &connection = transaction.connection();
    const BatchInfo target = undoable(connection, transaction.person(), m_target);
    m_plan = makePlan(connection, m_options, target, transaction.context().progress);
    const auto hashes = m_hashes == CommitBatch::Hashes::Automatic && m_plan.changes.size() > changesHashedByThemselves
                            ? CommitBatch::Hashes::Never
                            : m_hashes;
    m_batch.kind = undoKind;
    m_batch.parent = target.id;
    m_batch.schools = target.schools;
    m_batch.schoolYear = target.schoolYear;
    m_batch.options = optionsJson(m_options);
    m_batch.counts = {{QStringLiteral("reverted"), m_plan.reverted},
                      {QStringLiteral("kept"), m_plan.kept},
                      {QStringLiteral("conflict"), m_plan.conflicts.size()}};
    m_batch.hashBefore = batchHash(connection, hashes);
    openBatch(transaction, m_batch);
    applyPlan(transaction, m_plan, m_batch.id);
    markUndone(connection, target, m_plan.isComplete);
    if (m_plan.isComplete)
        moveIssues(connection, target.id, m_batch.id);
    if (!m_batch.hashBefore.isEmpty()) {
        m_batch.hashAfter = batchHash(connection, CommitBatch::Hashes::Always);
        connection.prepared(QStringLiteral("UPDATE batch SET hash_after = ? WHERE id = ?")).run(Value(m_batch.hashAfter), Value(m_batch.id));
    }
}

QJsonObject undoJson(const UndoPlan &plan)
{
    QJsonArray conflicts;
    for (const UndoConflict &conflict : plan.conflicts) {
        const EntityDef &def = entityDef(conflict.kind);
        QJsonObject json{{QStringLiteral("entity"), QLatin1String(def.name)},
                         {QStringLiteral("key"), conflict.key},
                         {QStringLiteral("field"), conflict.field < 0 ? QJsonValue() : QJsonValue(QLatin1String(def.fields[conflict.field].name))},
                         {QStringLiteral("before"), conflict.before.json()},
                         {QStringLiteral("written"), conflict.written.json()},
                         {QStringLiteral("now"), conflict.now.json()},
                         {QStringLiteral("cause"), undoCauseName(conflict.cause)},
                         {QStringLiteral("choice"), conflict.reverted ? QStringLiteral("revert") : QStringLiteral("keep")}};
        if (!conflict.laterPerson.isEmpty())
            json.insert(QStringLiteral("person"), conflict.laterPerson);
        if (conflict.laterBatch != 0)
            json.insert(QStringLiteral("batch"), conflict.laterBatch);
        conflicts.append(json);
    }
    return {{QStringLiteral("reverted"), plan.reverted}, {QStringLiteral("kept"), plan.kept}, {QStringLiteral("conflicts"), conflicts}};
}

} // namespace certdesk
