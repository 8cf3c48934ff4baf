// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/progress.h"
#include "models/store/journalblock.h"
#include "models/store/migrator.h"
#include "models/store/rules/findingrows.h"
#include "models/store/rules/findingstore.h"
#include "models/store/rules/rulecatalogue.h"
#include "models/store/session.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace certdesk {

/// More changes than these are cheaper to check by one run over everything.
constexpr qint64 mostChanges = 5000;
constexpr qint64 mostOldFindings = 500;

/// What the journal tells: whose rows to look at again, which lists have changed, which records are gone.
struct Recheck::Changes
{
    QSet<qint64> students;
    QSet<QString> tables;
    QVector<RecordRef> removed;
    qint64 count = 0;
    qint64 last = 0;
};

namespace {

/// The values that a field had before and after, of any operation.
QVector<qint64> numbersOf(const QJsonObject &fields, const char *name)
{
    const QJsonValue value = fields.value(QLatin1String(name));
    QVector<qint64> numbers;
    const QJsonArray both = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const QJsonValue &one : both) {
        if (one.isDouble())
            numbers.append(one.toInteger());
    }
    return numbers;
}

qint64 studentOf(Connection &connection, EntityKind kind, qint64 id)
{
    const QString table = QLatin1String(entityDef(kind).table);
    auto &statement = connection.prepared(kind == EntityKind::EvidenceLink
                                              ? QStringLiteral("SELECT a.student_id FROM evidence_link l JOIN attempt a ON a.id = l.attempt_id WHERE l.id = ?")
                                              : QStringLiteral("SELECT student_id FROM %1 WHERE id = ?").arg(table));
    statement.query(Value(id));
    const qint64 student = statement.step() ? statement.integer(0) : 0;
    statement.reset();
    return student;
}

bool belongsToAStudent(EntityKind kind)
{
    return kind == EntityKind::Attempt || kind == EntityKind::Enrollment || kind == EntityKind::Member || kind == EntityKind::EvidenceLink;
}

/// Findings of the rows of some students (of one rule, or of all that look at students and attempts) make room for new ones.
void removeFindings(Connection &connection, const Rule &rule, const QSet<qint64> &students)
{
    for (const qint64 student : students) {
        if (rule.entity == EntityKind::Student)
            connection.prepared(QStringLiteral("DELETE FROM finding WHERE rule_code = ? AND record_id = ? AND entity = 'student'")).run(Value(rule.code), Value(student));
        else
            connection.prepared(QStringLiteral("DELETE FROM finding WHERE rule_code = ? AND entity = 'attempt' AND record_id IN "
                                               "(SELECT a.id FROM attempt a WHERE a.student_id = ?)"))
                .run(Value(rule.code), Value(student));
    }
}

bool isLimitedByStudent(const Rule &rule)
{
    return rule.entity == EntityKind::Student || rule.entity == EntityKind::Attempt;
}

/// Replaces the findings of rules for the students that were looked at.
class StoreRecheck : public Command
{
public:
    struct Part
    {
        Rule rule;
        QSet<qint64> students;
    };
    QVector<Part> parts;
    QVector<Finding> findings;
    QVector<RecordRef> removed;
    qint64 sequence = 0;

    QString name() const override { return QStringLiteral("StoreFindings"); }
    Right right() const override { return Right::RunChecks; }
    void perform(Transaction &transaction) override
    {
        Connection &connection = transaction.connection();
        for (const Part &part : std::as_const(parts))
            removeFindings(connection, part.rule, part.students);
        for (const RecordRef &gone : std::as_const(removed))
            connection.prepared(QStringLiteral("DELETE FROM finding WHERE entity = ? AND record_id = ?"))
                .run(Value(QString::fromLatin1(entityDef(gone.kind).name)), Value(gone.id));
        insertFindings(transaction, findings);
        writeSetting(connection, QStringLiteral("checked_sequence"), QString::number(sequence));
    }
};

} // namespace

Recheck::Recheck(Session &session) : m_session(session) {}

Recheck::~Recheck() = default;

void Recheck::open()
{
    if (m_reader)
        return;
    m_reader = orFail(Connection::open(m_session.url(), Connection::Mode::ReadOnly));
    applyRowSource(*m_reader, {Scope::wholeDatabase(), 0, 0, true});
    m_rules = readRuleCatalogue(m_session.connection());
}

void Recheck::close()
{
    m_reader.reset();
    m_given.clear();
}

void Recheck::give(const QSet<qint64> &students)
{
    if (students == m_given)
        return;
    giveStudents(*m_reader, students);
    m_given = students;
}

RuleContext Recheck::context()
{
    RuleContext context;
    context.organization = m_session.info().organization;
    context.currentYear = m_session.info().schoolYear;
    context.asOf = m_session.today();
    context.parameters = storedRuleParameters(m_session.connection());
    return context;
}

RuleOutcome Recheck::run(const Rule &rule, const QSet<qint64> &students, QVector<Finding> &findings)
{
    open();
    give(students);
    m_reader->beginRead();
    RuleRunner runner(*m_reader, context());
    runner.reuseStatements();
    RuleOutcome outcome = runner.run(rule, findings);
    m_reader->commit();
    return outcome;
}

Result<QVector<Finding>> Recheck::findings(const QSet<qint64> &students)
{
    try {
        open();
        m_given.clear();
        QVector<Finding> found;
        for (const Rule &rule : std::as_const(m_rules)) {
            if (isLimitedByStudent(rule))
                run(rule, withNeighbours(rule, students), found);
        }
        sortFindings(found);
        return found;
    } catch (const StoreFailure &failed) {
        close();
        return tl::unexpected(failed.error);
    }
}

QSet<qint64> Recheck::withNeighbours(const Rule &rule, const QSet<qint64> &students)
{
    if (rule.neighbours.isEmpty())
        return students;
    QSet<qint64> all = students;
    for (const qint64 student : students) {
        QString sql = rule.neighbours;
        auto &statement = m_session.connection().prepared(sql.replace(QLatin1String(":student"), QLatin1String("?"))).query(Value(student));
        while (statement.step())
            all.insert(statement.integer(0));
        statement.reset();
    }
    // Who stood beside one of them until now: the stored findings of the rule.
    auto &old = m_session.connection().prepared(QStringLiteral("SELECT record_id FROM finding WHERE rule_code = ? ORDER BY record_id LIMIT %1").arg(mostOldFindings));
    old.query(Value(rule.code));
    while (old.step())
        all.insert(old.integer(0));
    old.reset();
    return all;
}

/// What a block created and was changed later stands in the journal a second time, with what it was before.
void Recheck::addBlocks(qint64 sequence, Changes &changes)
{
    Connection &connection = m_session.connection();
    eachBlock(connection, QStringLiteral("last_sequence > ?"), {Value(sequence)}, [&](const JournalBlock &block) {
        const auto kind = entityKindFromName(block.entity);
        changes.count += static_cast<int>(block.count());
        changes.last = std::max(changes.last, block.lastSequence);
        if (!kind || changes.count > mostChanges)
            return;
        if (*kind != EntityKind::Student && !belongsToAStudent(*kind)) {
            changes.tables.insert(QLatin1String(entityDef(*kind).table));
            return;
        }
        for (qint64 id = block.firstRecord; id <= block.lastRecord(); ++id)
            changes.students.insert(*kind == EntityKind::Student ? id : studentOf(connection, *kind, id));
    });
}

Recheck::Changes Recheck::changesSince(qint64 sequence)
{
    Changes changes;
    Connection &connection = m_session.connection();
    auto statement = connection.prepare(
        QStringLiteral("SELECT sequence, entity, record_id, operation, fields FROM journal WHERE sequence > ? ORDER BY sequence LIMIT %1").arg(mostChanges + 1));
    statement->query(Value(sequence));
    changes.last = sequence;
    while (statement->step()) {
        ++changes.count;
        changes.last = statement->integer(0);
        const auto kind = entityKindFromName(statement->text(1));
        if (!kind)
            continue;
        const qint64 id = statement->integer(2);
        const QJsonObject fields = QJsonDocument::fromJson(statement->text(4).toUtf8()).object();
        if (statement->text(3) == QLatin1String("remove"))
            changes.removed.append({*kind, id});
        if (*kind == EntityKind::Student) {
            changes.students.insert(id);
        } else if (belongsToAStudent(*kind)) {
            for (const qint64 student : numbersOf(fields, "student_id"))
                changes.students.insert(student);
            for (const qint64 attempt : numbersOf(fields, "attempt_id"))
                changes.students.insert(studentOf(connection, EntityKind::Attempt, attempt));
            changes.students.insert(studentOf(connection, *kind, id));
        } else {
            changes.tables.insert(QLatin1String(entityDef(*kind).table));
        }
    }
    statement.reset();
    addBlocks(sequence, changes);
    changes.students.remove(0);
    return changes;
}

CaughtUp Recheck::checkAll(Progress *progress)
{
    const auto run = orFail(runRules(m_session, {}, progress));
    StoreFindings store(run.result, run.sequence);
    orFail(m_session.apply(store));
    return {{}, true};
}

CaughtUp Recheck::checkChanges(const Changes &changes, qint64 sequence, Progress *progress)
{
    m_given.clear(); // their rows have changed
    CaughtUp done;
    StoreRecheck store;
    store.sequence = sequence;
    store.removed = changes.removed;
    QStringList whole;
    for (const Rule &rule : std::as_const(m_rules)) {
        const QStringList inputs = rule.inputTables();
        const bool listChanged = std::any_of(inputs.cbegin(), inputs.cend(), [&changes](const QString &table) { return changes.tables.contains(table); });
        if (listChanged || (inputs.isEmpty() && changes.count > 0) || !isLimitedByStudent(rule)) {
            whole.append(rule.code);
        } else if (!changes.students.isEmpty()) {
            const QSet<qint64> students = withNeighbours(rule, changes.students);
            if (!run(rule, students, store.findings).error)
                store.parts.append({rule, students});
        }
    }
    // Rules over changed lists are for a person who sees all rows; until one comes, the changes stay to be caught up.
    const bool mayAll = m_session.scope().seesEverything();
    if (!whole.isEmpty() && !mayAll)
        store.sequence = readSetting(m_session.connection(), QStringLiteral("checked_sequence")).toLongLong();
    orFail(m_session.apply(store, progress));
    for (const qint64 student : changes.students)
        done.records.append({EntityKind::Student, student});
    if (whole.isEmpty() || !mayAll)
        return done;
    CheckRequest request;
    request.rules = whole;
    const auto run = orFail(runRules(m_session, request, progress));
    StoreFindings storeWhole(run.result, std::nullopt);
    orFail(m_session.apply(storeWhole));
    done.everything = true;
    return done;
}

Result<CaughtUp> Recheck::catchUp(Progress *progress)
{
    if (const auto allowed = m_session.require(Right::RunChecks); !allowed)
        return tl::unexpected(allowed.error());
    try {
        const QString checked = readSetting(m_session.connection(), QStringLiteral("checked_sequence"));
        if (checked.isEmpty())
            return m_session.scope().seesEverything() ? checkAll(progress) : CaughtUp();
        const Changes changes = changesSince(checked.toLongLong());
        if (changes.count == 0)
            return CaughtUp();
        if (changes.count > mostChanges)
            return m_session.scope().seesEverything() ? checkAll(progress) : CaughtUp();
        if (changes.tables.contains(QLatin1String("rule")))
            close();
        open();
        return checkChanges(changes, changes.last, progress);
    } catch (const StoreFailure &failed) {
        close();
        return tl::unexpected(failed.error);
    }
}

} // namespace certdesk
