// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/transaction.h"

#include "models/domain/progress.h"
#include "models/store/bulkchanges.h"
#include "models/store/createpipeline.h"
#include "models/store/roster/rulegroups.h"
#include "models/store/rowcodec.h"
#include "models/store/scopefilter.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QVarLengthArray>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Transaction", text);
}

/// More touched records of one kind than this are announced as the whole kind.
constexpr int listedRecords = 2000;
constexpr qsizetype rowsAStatement = 500;

} // namespace

Transaction::Transaction(Connection &connection, const Context &context)
    : m_connection(connection), m_context(context), m_journal(connection)
{
}

void Transaction::failStale()
{
    fail(Error::Kind::Conflict, QStringLiteral("CONFLICT"), tr("Someone else has changed this record since you looked at it. Nothing was changed."),
         tr("Look at the newest version and decide again."));
}

void Transaction::failNotFound()
{
    fail(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("The record is not there any more, or you may not see it."),
         tr("Refresh the list and choose again."));
}

std::optional<Record> Transaction::find(EntityKind kind, qint64 id)
{
    const EntityDef &def = entityDef(kind);
    auto &statement = m_connection.prepared(
        QStringLiteral("SELECT %1 FROM %2 t WHERE t.id = ? AND %3")
            .arg(recordColumns(def), QLatin1String(def.table), scopeCondition(m_context.person.scope, kind, QStringLiteral("t"))));
    statement.query(Value(id));
    std::optional<Record> record;
    if (statement.step())
        record = readRecord(kind, statement);
    statement.reset();
    return record;
}

Record Transaction::get(EntityKind kind, qint64 id)
{
    const auto record = find(kind, id);
    if (!record)
        fail(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("The record is not there, or you may not see it."),
             tr("Refresh the list and choose again."));
    return *record;
}

QVector<Record> Transaction::findAll(EntityKind kind, const QVector<QPair<const char *, Value>> &values)
{
    const EntityDef &def = entityDef(kind);
    QStringList conditions;
    QVector<Value> bound;
    for (const auto &[field, value] : values) {
        const QLatin1String name(field);
        Q_ASSERT(name == QLatin1String("org_id") || def.find(name) >= 0);
        if (value.isEmpty()) {
            conditions.append(name + QLatin1String(" IS NULL"));
        } else {
            conditions.append(name + QLatin1String(" = ?"));
            bound.append(value);
        }
    }
    conditions.append(scopeCondition(m_context.person.scope, kind, QStringLiteral("t")));
    auto &statement = m_connection.prepared(QStringLiteral("SELECT %1 FROM %2 t WHERE %3 ORDER BY id")
                                                .arg(recordColumns(def), QLatin1String(def.table), conditions.join(QLatin1String(" AND "))));
    for (int i = 0; i < bound.size(); ++i)
        statement.bind(i + 1, bound[i]);
    QVector<Record> records;
    while (statement.step())
        records.append(readRecord(kind, statement));
    statement.reset();
    return records;
}

void Transaction::checkValues(const Record &record) const
{
    QVarLengthArray<const Value *, 64> fields(record.values.size());
    std::transform(record.values.cbegin(), record.values.cend(), fields.begin(), [](const Value &value) { return &value; });
    checkFields(record.def(), fields.constData());
}

void Transaction::checkLoginIsFree(const Record &record)
{
    if (record.kind != EntityKind::Student && record.kind != EntityKind::Staff)
        return;
    const EntityKind other = record.kind == EntityKind::Student ? EntityKind::Staff : EntityKind::Student;
    const auto taken = [&](EntityKind kind, const char *column, const Value &value) {
        auto &statement = m_connection.prepared(QStringLiteral("SELECT 1 FROM %1 WHERE org_id = ? AND %2 = ? AND id <> ?")
                                                    .arg(QLatin1String(entityDef(kind).table), QLatin1String(column)));
        statement.query(Value(record.organization), value, Value(kind == record.kind ? record.id : qint64{0}));
        const bool found = statement.step();
        statement.reset();
        return found;
    };
    const Value login = record["login_key"];
    if (!login.isEmpty() && (taken(other, "login_key", login) || taken(record.kind, "login_key", login)))
        fail(Error::Kind::Conflict, QStringLiteral("K05"), tr("This login is used by another person."), tr("Choose another login."));
    if (record.kind == EntityKind::Student && record.has("student_state_id") && taken(record.kind, "student_state_id", record["student_state_id"]))
        fail(Error::Kind::Conflict, QStringLiteral("K06"), tr("Another student has this state ID."), tr("Check the ID, or open that student."));
}

void Transaction::requireVisible(EntityKind kind, qint64 id)
{
    if (!m_context.person.scope.seesEverything() && !find(kind, id))
        fail(Error::Kind::Denied, QStringLiteral("K17"), tr("You may not change records outside your schools and classes."),
             tr("Ask an administrator."));
}

void Transaction::requireVisibleNew(const Record &record)
{
    // An account is seen through its roles, which come after it: until then the person whose account it is tells. The role is
    // looked at like any other record, so that no account reaches beyond the own schools.
    if (record.kind == EntityKind::Account && record.has("student_id"))
        requireVisible(EntityKind::Student, record.integer("student_id"));
    else if (record.kind == EntityKind::Account && record.has("staff_id"))
        requireVisible(EntityKind::Staff, record.integer("staff_id"));
    else
        requireVisible(record.kind, record.id);
}

void Transaction::requireOwnStudent(const Record &record)
{
    // Else an attempt of one's own would open the record of any student (T-052).
    if (record.kind == EntityKind::Attempt && m_context.person.scope.isLimitedToOwnRows())
        requireVisible(EntityKind::Student, record.integer("student_id"));
}

void Transaction::insertRow(const Record &record, BulkInsert &rows, qint64 sourceRow)
{
    m_row.encode(record);
    rows.putInteger(record.id);
    rows.putInteger(record.organization);
    rows.putInteger(record.version);
    rows.putBytes(m_row.hash());
    m_row.put(rows);
    rows.endRow();
    m_json.resize(0);
    m_row.appendJson(m_json);
    journal(record, QStringLiteral("create"), m_json, sourceRow);
}

void Transaction::writeCreated(const CreatedRow &row, BulkInsert &rows)
{
    rows.putInteger(row.id);
    rows.putInteger(m_context.organization);
    rows.putInteger(row.version);
    rows.putBytes(row.row.hash());
    row.row.put(rows);
    rows.endRow();
}

qint64 Transaction::insert(Record &record)
{
    deposit(record);
    requireVisibleNew(record);
    return record.id;
}

qint64 Transaction::deposit(Record &record)
{
    if (record.organization == 0)
        record.organization = m_context.organization;
    if (record.id == 0)
        record.id = reserveIds(QLatin1String(record.def().table), 1);
    record.version = 1;
    deriveFields(record);
    checkValues(record);
    checkLoginIsFree(record);
    requireOwnStudent(record);
    BulkInsert rows(m_connection, QLatin1String(record.def().table), insertColumns(record.def()));
    insertRow(record, rows, 0);
    rows.finish();
    return record.id;
}

void Transaction::update(Record &record)
{
    const auto before = find(record.kind, record.id);
    if (!before)
        failNotFound();
    if (before->version != record.version)
        failStale();
    deriveFields(record);
    checkValues(record);
    const QByteArray difference = differenceJson(*before, record);
    if (difference.isEmpty())
        return;
    checkLoginIsFree(record);
    requireOwnStudent(record);
    const EntityDef &def = record.def();
    QStringList assignments;
    for (const FieldDef &field : def.fields)
        assignments.append(field.key() + QLatin1String(" = ?"));
    auto &statement = m_connection.prepared(QStringLiteral("UPDATE %1 SET version = ?, hash = ?, %2 WHERE id = ? AND version = ?")
                                                .arg(QLatin1String(def.table), assignments.join(QLatin1String(", "))));
    int position = 0;
    statement.bind(++position, Value(record.version + 1));
    statement.bind(++position, rowHash(record));
    for (const Value &value : std::as_const(record.values))
        statement.bind(++position, value);
    statement.bind(++position, Value(record.id));
    statement.bind(++position, Value(record.version));
    statement.step();
    statement.reset();
    ++record.version;
    journal(record, QStringLiteral("update"), difference, 0);
    requireVisible(record.kind, record.id);
}

void Transaction::remove(EntityKind kind, qint64 id, qint64 version)
{
    removeRows(kind, {{id, version, 0}});
}

void Transaction::removeAll(EntityKind kind, const QVector<QPair<qint64, qint64>> &rows)
{
    QVector<Removal> removals;
    for (const auto &[id, version] : rows)
        removals.append({id, version, 0});
    removeRows(kind, removals);
}

void Transaction::removeRows(EntityKind kind, const QVector<Removal> &rows)
{
    for (qsizetype from = 0; from < rows.size(); from += rowsAStatement) {
        removeChunk(kind, rows.mid(from, rowsAStatement));
        if (m_context.progress) {
            if (m_context.progress->isCancelled())
                throw StoreFailure{Progress::cancelledError().value()};
            m_context.progress->report(tr("Removing"), std::min(from + rowsAStatement, rows.size()), rows.size());
        }
    }
}

void Transaction::removeChunk(EntityKind kind, const QVector<Removal> &rows)
{
    const EntityDef &def = entityDef(kind);
    const QString visible = scopeCondition(m_context.person.scope, kind, QStringLiteral("t"));
    const QString marks = QStringList(rows.size(), QStringLiteral("?")).join(QLatin1Char(','));
    auto &select = m_connection.prepared(QStringLiteral("SELECT %1 FROM %2 t WHERE id IN (%3) AND %4 ORDER BY id")
                                             .arg(recordColumns(def), QLatin1String(def.table), marks, visible));
    auto &erase = m_connection.prepared(QStringLiteral("DELETE FROM %1 WHERE id IN (%2)").arg(QLatin1String(def.table), marks));
    QHash<qint64, Removal> wanted;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        select.bind(static_cast<int>(i) + 1, Value(rows[i].id));
        erase.bind(static_cast<int>(i) + 1, Value(rows[i].id));
        wanted.insert(rows[i].id, rows[i]);
    }
    qsizetype found = 0;
    while (select.step()) {
        const qint64 id = select.integer(0);
        const qint64 version = select.integer(2);
        const Removal removal = wanted.value(id);
        if (removal.version != version)
            failStale();
        ++found;
        m_row.read(def, select, 3); // after id, organization and version
        m_json.resize(0);
        m_row.appendJson(m_json);
        journal(kind, id, version, QStringLiteral("remove"), m_json, removal.sourceRow);
    }
    select.reset();
    if (found != wanted.size())
        failNotFound();
    erase.step();
    erase.reset();
}

QVector<qint64> Transaction::apply(const QVector<RowChange> &changes)
{
    return BulkChanges(*this).apply(changes);
}

JournalEntry &Transaction::entryFor(EntityKind kind)
{
    JournalEntry &entry = m_entry;
    if (entry.at == 0) {
        entry.at = m_context.now;
        entry.person = m_context.person.name;
        entry.command = m_context.command;
        entry.reason = m_context.reason;
    }
    if (m_entryKind != kind) {
        m_entryKind = kind;
        entry.entity = QLatin1String(entityDef(kind).name);
    }
    entry.batchId = m_batchId;
    return entry;
}

void Transaction::journal(const Record &record, const QString &operation, QByteArrayView fields, qint64 sourceRow)
{
    journal(record.kind, record.id, record.version, operation, fields, sourceRow);
}

void Transaction::journal(EntityKind kind, qint64 id, qint64 version, const QString &operation, QByteArrayView fields, qint64 sourceRow)
{
    JournalEntry &entry = entryFor(kind);
    entry.recordId = Value(id);
    entry.version = version;
    entry.operation = operation;
    entry.sourceRow = sourceRow;
    m_journal.append(entry, fields);
    touched(kind, id);
}

void Transaction::note(const QString &what, const QJsonObject &detail, const RecordRef &about)
{
    JournalEntry entry;
    if (about.id != 0) {
        entry.entity = QLatin1String(entityDef(about.kind).name);
        entry.recordId = Value(about.id);
    }
    entry.at = m_context.now;
    entry.person = m_context.person.name;
    entry.command = what;
    entry.batchId = m_batchId;
    entry.fields = QJsonDocument(detail).toJson(QJsonDocument::Compact);
    entry.reason = m_context.reason;
    m_journal.append(entry);
}

void Transaction::touched(EntityKind kind, qint64 id)
{
    const int count = ++m_touchCount[kind];
    if (count <= listedRecords)
        m_change.records.append({kind, id});
    else if (count == listedRecords + 1)
        m_change.wholeKinds.append(kind);
}

qint64 Transaction::reserveIds(const QString &table, qint64 count)
{
    auto found = m_nextIds.find(table);
    if (found == m_nextIds.end()) {
        auto &head = m_connection.prepared(QStringLiteral("SELECT next_id FROM id_head WHERE name = ?")).query(Value(table));
        found = m_nextIds.insert(table, head.step() ? head.integer(0) : 1);
        head.reset();
    }
    const qint64 first = *found;
    *found += count;
    return first;
}

void Transaction::settle()
{
    const auto isTouched = [this](EntityKind kind) { return m_touchCount.value(kind) != m_settledCount.value(kind); };
    if (isTouched(EntityKind::Student) || isTouched(EntityKind::Group) || isTouched(EntityKind::Member)) {
        RuleGroups::Touched touched;
        touched.allStudents = m_change.wholeKinds.contains(EntityKind::Student) || m_change.wholeKinds.contains(EntityKind::Group);
        touched.members = isTouched(EntityKind::Member);
        for (qsizetype i = m_settledRecords; i < m_change.records.size(); ++i) {
            const RecordRef &ref = m_change.records[i];
            if (ref.kind == EntityKind::Student)
                touched.students.insert(ref.id);
            else if (ref.kind == EntityKind::Group)
                touched.groups.insert(ref.id);
        }
        RuleGroups(*this).follow(touched);
    }
    m_settledCount = m_touchCount;
    m_settledRecords = m_change.records.size();
}

Change Transaction::finish()
{
    settle();
    for (auto it = m_nextIds.cbegin(); it != m_nextIds.cend(); ++it) {
        m_connection.prepared(QStringLiteral("INSERT INTO id_head (name, next_id) VALUES (?, ?) "
                                             "ON CONFLICT (name) DO UPDATE SET next_id = excluded.next_id"))
            .run(Value(it.key()), Value(it.value()));
    }
    m_journal.finish();
    m_change.sequence = m_journal.lastSequence();
    return m_change;
}

} // namespace certdesk
