// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/bulkchanges.h"

#include "models/domain/progress.h"
#include "models/store/createjournal.h"
#include "models/store/createpipeline.h"
#include "models/store/rowcodec.h"
#include "models/store/scopefilter.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Transaction", text);
}

constexpr qsizetype rowsAStatement = 500;
constexpr qint64 rowsAReport = 512;

/// Fields that take part in a natural key, with the folded login: a change of one is written row by row, because a
/// statement of many rows could pass through a state in which two rows have one key.
bool isKeyField(const EntityDef &def, int field)
{
    const QLatin1String name = def.fields[field].key();
    if (name == QLatin1String("login_key") || (def.kind == EntityKind::Account && name == QLatin1String("name_key")))
        return true;
    return std::any_of(def.keys.cbegin(), def.keys.cend(), [field](const QVector<int> &key) { return key.contains(field); });
}

QString castOf(FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::Json:
        return QStringLiteral("text");
    case FieldType::Real:
        return QStringLiteral("double precision");
    default:
        return QStringLiteral("bigint");
    }
}

} // namespace

QVector<qint64> BulkChanges::apply(const QVector<RowChange> &changes)
{
    m_changes = &changes;
    giveIds();
    const auto creates = std::count_if(changes.cbegin(), changes.cend(), [](const RowChange &change) { return change.operation == RowChange::Operation::Create; });
    m_indexes.drop(QStringLiteral("journal"), changes.size() - creates);
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const RowChange &change = changes[i];
        const RecordRef ref{change.kind, change.id};
        if (change.operation == RowChange::Operation::Remove) {
            flushWrites();
            if (!m_removes.isEmpty() && changes[m_removes.first()].kind != change.kind)
                flushRemoves();
            m_removes.append(i);
            continue;
        }
        flushRemoves();
        if (change.operation == RowChange::Operation::Create) {
            m_creates.append(i);
            if (change.id > 0)
                m_pendingReturns.insert(ref);
            continue;
        }
        if (m_pendingUpdates.contains(ref) || refersToPending(change))
            flushWrites();
        m_updates.append(i);
        m_pendingUpdates.insert(ref);
    }
    flushWrites();
    flushRemoves();
    m_indexes.restoreAll();
    return m_ids;
}

void BulkChanges::giveIds()
{
    m_ids = QVector<qint64>(m_changes->size(), 0);
    QHash<EntityKind, qint64> counts;
    for (const RowChange &change : *m_changes) {
        if (change.operation == RowChange::Operation::Create && change.id == 0)
            ++counts[change.kind];
    }
    QHash<EntityKind, qint64> next;
    for (const EntityKind kind : entityKinds()) {
        if (counts.contains(kind))
            next.insert(kind, m_transaction.reserveIds(QLatin1String(entityDef(kind).table), counts.value(kind)));
    }
    for (qsizetype i = 0; i < m_changes->size(); ++i) {
        const RowChange &change = (*m_changes)[i];
        if (change.operation == RowChange::Operation::Create)
            m_ids[i] = change.id > 0 ? change.id : next[change.kind]++;
    }
}

void BulkChanges::fill(Record &record, const RowChange &change) const
{
    const EntityDef &def = record.def();
    for (const FieldValue &field : change.fields) {
        const bool isNew = def.fields[field.field].type == FieldType::Reference && field.value.integer() < 0;
        record.values[field.field] = isNew ? Value(m_ids[-field.value.integer() - 1]) : field.value;
    }
}

bool BulkChanges::refersToPending(const RowChange &change) const
{
    if (m_creates.isEmpty())
        return false;
    const EntityDef &def = entityDef(change.kind);
    return std::any_of(change.fields.cbegin(), change.fields.cend(), [&](const FieldValue &field) {
        const FieldDef &wanted = def.fields[field.field];
        return wanted.type == FieldType::Reference
               && (field.value.integer() < 0 || m_pendingReturns.contains({wanted.reference, field.value.integer()}));
    });
}

void BulkChanges::flushWrites()
{
    for (const EntityKind kind : entityKinds())
        update(kind);
    for (const EntityKind kind : entityKinds())
        create(kind);
    // After all of them: an account is seen through its roles, which come after it.
    if (!m_transaction.m_context.person.scope.seesEverything()) {
        for (const qsizetype i : m_creates)
            m_transaction.requireVisible((*m_changes)[i].kind, m_ids[i]);
    }
    m_updates.clear();
    m_creates.clear();
    m_pendingUpdates.clear();
    m_pendingReturns.clear();
}

void BulkChanges::flushRemoves()
{
    if (m_removes.isEmpty())
        return;
    const EntityKind kind = (*m_changes)[m_removes.first()].kind;
    QVector<Transaction::Removal> rows;
    rows.reserve(m_removes.size());
    for (const qsizetype i : std::as_const(m_removes))
        rows.append({(*m_changes)[i].id, (*m_changes)[i].baseVersion, (*m_changes)[i].sourceRow});
    // Back before the next kind goes: its rows are looked for in the children's indexes.
    m_indexes.drop(QLatin1String(entityDef(kind).table), rows.size());
    m_transaction.removeRows(kind, rows);
    m_indexes.restore(QLatin1String(entityDef(kind).table));
    m_done += m_removes.size();
    m_removes.clear();
}

void BulkChanges::tick()
{
    Progress *progress = m_transaction.m_context.progress;
    if (!progress)
        return;
    if (progress->isCancelled())
        throw StoreFailure{Progress::cancelledError().value()};
    if (++m_done % rowsAReport == 0)
        progress->report(tr("Writing"), m_done, m_changes->size());
}

void BulkChanges::create(EntityKind kind)
{
    std::vector<qsizetype> positions;
    std::copy_if(m_creates.cbegin(), m_creates.cend(), std::back_inserter(positions), [&](qsizetype i) { return (*m_changes)[i].kind == kind; });
    if (positions.empty())
        return;
    const EntityDef &def = entityDef(kind);
    const QString table = QLatin1String(def.table);
    const auto count = static_cast<qint64>(positions.size());
    m_indexes.drop(table, count);
    CreatePipeline pipeline(kind, *m_changes, m_ids, positions);
    BulkInsert rows(m_transaction.m_connection, table, insertColumns(def));
    CreateJournal journal(m_transaction, kind, count);
    while (const std::vector<CreatedRow> *made = pipeline.next()) {
        for (const CreatedRow &row : *made) {
            requireOwnStudent((*m_changes)[row.change]);
            m_transaction.writeCreated(row, rows);
            journal.add(row);
            tick();
        }
    }
    rows.finish();
    journal.finish();
    m_indexes.restore(table);
    checkKeysAreFree(kind, positions);
}

/// See Transaction::requireOwnStudent, for a record that is not put together yet.
void BulkChanges::requireOwnStudent(const RowChange &change)
{
    if (change.kind != EntityKind::Attempt || !m_transaction.m_context.person.scope.isLimitedToOwnRows())
        return;
    Record record(change.kind);
    fill(record, change);
    m_transaction.requireOwnStudent(record);
}

/// What no unique index holds, for all rows at once: a login belongs to one person, a state ID to one student. Only the new
/// records are refused: two holders that are there all the same are a finding of a rule (R-003, RO-03).
void BulkChanges::checkKeysAreFree(EntityKind kind, const std::vector<qsizetype> &positions)
{
    if ((kind != EntityKind::Student && kind != EntityKind::Staff) || positions.empty())
        return;
    qint64 first = m_ids[positions.front()];
    for (const qsizetype position : positions)
        first = std::min(first, m_ids[position]);
    const auto refuse = [this](const QString &sql, const QString &code, const QString &message) {
        auto &statement = m_transaction.m_connection.prepared(sql);
        const bool found = statement.step();
        statement.reset();
        if (found)
            fail(Error::Kind::Conflict, code, message, tr("Correct the file and import it again."));
    };
    refuse(QStringLiteral("SELECT 1 FROM staff f JOIN student s ON s.org_id = f.org_id AND s.login_key = f.login_key WHERE %1.id >= %2 LIMIT 1")
               .arg(kind == EntityKind::Student ? QStringLiteral("s") : QStringLiteral("f"))
               .arg(first),
           QStringLiteral("K05"), tr("A login is used by a student and a staff member. Nothing was changed."));
    if (kind == EntityKind::Student)
        refuse(QStringLiteral("SELECT 1 FROM student WHERE student_state_id IS NOT NULL GROUP BY student_state_id, org_id HAVING COUNT(*) > 1 AND MAX(id) >= %1 LIMIT 1").arg(first),
               QStringLiteral("K06"), tr("Two students have one state ID. Nothing was changed."));
}

void BulkChanges::update(EntityKind kind)
{
    QVector<qsizetype> positions;
    for (const qsizetype i : std::as_const(m_updates)) {
        if ((*m_changes)[i].kind == kind)
            positions.append(i);
    }
    for (qsizetype from = 0; from < positions.size(); from += rowsAStatement)
        updateChunk(kind, positions.mid(from, rowsAStatement));
}

QHash<qint64, Record> BulkChanges::load(EntityKind kind, const QVector<qsizetype> &positions)
{
    const EntityDef &def = entityDef(kind);
    const QString marks = QStringList(positions.size(), QStringLiteral("?")).join(QLatin1Char(','));
    auto &select = m_transaction.m_connection.prepared(
        QStringLiteral("SELECT %1 FROM %2 t WHERE id IN (%3) AND %4")
            .arg(recordColumns(def), QLatin1String(def.table), marks,
                 scopeCondition(m_transaction.m_context.person.scope, kind, QStringLiteral("t"))));
    for (qsizetype i = 0; i < positions.size(); ++i)
        select.bind(static_cast<int>(i) + 1, Value((*m_changes)[positions[i]].id));
    QHash<qint64, Record> found;
    while (select.step()) {
        Record record = readRecord(kind, select);
        found.insert(record.id, std::move(record));
    }
    select.reset();
    return found;
}

void BulkChanges::updateChunk(EntityKind kind, const QVector<qsizetype> &positions)
{
    const EntityDef &def = entityDef(kind);
    const bool sees = m_transaction.m_context.person.scope.seesEverything();
    const QHash<qint64, Record> stored = load(kind, positions);
    QVector<Written> together;
    for (const qsizetype i : positions) {
        const RowChange &change = (*m_changes)[i];
        const auto before = stored.constFind(change.id);
        if (before == stored.cend())
            Transaction::failNotFound();
        if (before->version != change.baseVersion)
            Transaction::failStale();
        tick();
        Record record = *before;
        fill(record, change);
        deriveFields(record);
        m_transaction.checkValues(record);
        const QByteArray difference = differenceJson(*before, record);
        if (difference.isEmpty())
            continue;
        QVector<int> columns;
        bool isKey = false;
        for (int field = 0; field < def.fields.size(); ++field) {
            if (record.values[field] == before->values[field])
                continue;
            columns.append(field);
            isKey = isKey || isKeyField(def, field);
        }
        m_transaction.requireOwnStudent(record);
        if (isKey)
            m_transaction.checkLoginIsFree(record);
        ++record.version;
        if (isKey || m_transaction.m_connection.isSqlite())
            writeRow(record, before->version, columns);
        else
            together.append({record, columns});
        m_transaction.journal(record, QStringLiteral("update"), difference, change.sourceRow);
    }
    writeRows(together);
    for (qsizetype i = 0; !sees && i < positions.size(); ++i)
        m_transaction.requireVisible(kind, (*m_changes)[positions[i]].id);
}

void BulkChanges::writeRow(const Record &record, qint64 before, const QVector<int> &columns)
{
    const EntityDef &def = record.def();
    QString assignments;
    for (const int field : columns)
        assignments += QStringLiteral(", ") + def.fields[field].key() + QStringLiteral(" = ?");
    auto &statement = m_transaction.m_connection.prepared(QStringLiteral("UPDATE %1 SET version = ?, hash = ?%2 WHERE id = ? AND version = ?")
                                                              .arg(QLatin1String(def.table), assignments));
    int position = 0;
    statement.bind(++position, Value(record.version));
    statement.bind(++position, rowHash(record));
    for (const int field : columns)
        statement.bind(++position, record.values[field]);
    statement.bind(++position, Value(record.id));
    statement.bind(++position, Value(before));
    statement.step();
    statement.reset();
}

/// PostgreSQL: one statement for all rows that change the same columns, for a round trip a row would be the whole cost.
void BulkChanges::writeRows(const QVector<Written> &rows)
{
    QHash<QVector<int>, QVector<qsizetype>> groups;
    for (qsizetype i = 0; i < rows.size(); ++i)
        groups[rows[i].columns].append(i);
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        const EntityDef &def = rows[group->first()].record.def();
        QString names = QStringLiteral("id, version, hash");
        QString assignments = QStringLiteral("version = v.version, hash = v.hash");
        QString first = QStringLiteral("(CAST(? AS bigint), CAST(? AS bigint), CAST(? AS bytea)");
        QString other = QStringLiteral("(?, ?, ?");
        for (const int field : group.key()) {
            const FieldDef &column = def.fields[field];
            names += QStringLiteral(", ") + column.key();
            assignments += QStringLiteral(", %1 = v.%1").arg(column.key());
            first += QStringLiteral(", CAST(? AS %1)").arg(castOf(column.type));
            other += QStringLiteral(", ?");
        }
        QStringList values{first + QLatin1Char(')')};
        for (qsizetype i = 1; i < group->size(); ++i)
            values.append(other + QLatin1Char(')'));
        auto statement = m_transaction.m_connection.prepare(QStringLiteral("UPDATE %1 t SET %2 FROM (VALUES %3) v (%4) WHERE t.id = v.id")
                                                                .arg(QLatin1String(def.table), assignments, values.join(QLatin1Char(',')), names));
        int position = 0;
        for (const qsizetype i : *group) {
            const Record &record = rows[i].record;
            statement->bind(++position, Value(record.id));
            statement->bind(++position, Value(record.version));
            statement->bind(++position, rowHash(record));
            for (const int field : group.key())
                statement->bind(++position, record.values[field]);
        }
        statement->step();
    }
}

} // namespace certdesk
