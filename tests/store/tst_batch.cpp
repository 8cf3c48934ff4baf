// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/progress.h"
#include "models/store/batch.h"
#include "models/store/contenthash.h"
#include "models/store/journal.h"
#include "models/store/undo.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

RowChange newStudent(qint64 school, int number)
{
    const EntityDef &def = entityDef(EntityKind::Student);
    RowChange change{RowChange::Operation::Create, EntityKind::Student, 0, 0, {}, number + 2};
    const auto set = [&](const char *field, const Value &value) { change.fields.append({def.index(field), value}); };
    set("student_state_id", Value(QStringLiteral("%1").arg(number, 10, 10, QLatin1Char('0'))));
    set("login", Value(QStringLiteral("pupil%1@d1.example").arg(number)));
    set("last_name", Value(QStringLiteral("Alder")));
    set("first_name", Value(QStringLiteral("Robin")));
    set("school_id", Value(school));
    set("grade", Value(QStringLiteral("09")));
    return change;
}

RowChange edit(qint64 student, qint64 version, const char *field, const Value &value)
{
    return {RowChange::Operation::Update, EntityKind::Student, student, version, {{entityDef(EntityKind::Student).index(field), value}}, 2};
}

CommitBatch batchOf(const QVector<RowChange> &changes)
{
    BatchInfo info;
    info.kind = QStringLiteral("students");
    info.fileName = QStringLiteral("roster.csv");
    info.schools = {QStringLiteral("100")};
    info.counts = {{QStringLiteral("create"), changes.size()}};
    return CommitBatch(QStringLiteral("ImportStudents"), Right::ImportRoster, info, changes);
}

class CancelAtOnce : public Progress
{
public:
    void report(const QString &, qint64, qint64) override { cancel(); }
};

} // namespace

class TestBatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBatchKeepsWhatWasDone_data() { addEngineRows(); }
    void aBatchKeepsWhatWasDone()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        const qint64 school = addSchool(*session, QStringLiteral("100"));
        CommitBatch commit = batchOf({newStudent(school, 1), newStudent(school, 2)});
        BatchIssue issue;
        issue.row = 4;
        issue.code = QStringLiteral("C05");
        issue.message = QStringLiteral("Unknown grade");
        commit.setIssues({issue});
        const auto done = session->apply(commit);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));

        const auto batch = readBatch(*session, commit.batchId());
        QVERIFY(batch);
        QCOMPARE(batch->state, BatchState::Committed);
        QCOMPARE(batch->person, QStringLiteral("admin"));
        QCOMPARE(batch->fileName, QStringLiteral("roster.csv"));
        QCOMPARE(batch->counts.value(QStringLiteral("create")).toInt(), 2);
        QCOMPARE(batch->hashAfter, contentHash(*session)->sha256);
        QVERIFY(batch->hashBefore != batch->hashAfter);
        const auto issues = readIssues(*session, commit.batchId());
        QCOMPARE(issues->size(), 1);
        QCOMPARE(issues->first().row, 4);
        QCOMPARE(readBatches(*session)->size(), 1);
        QCOMPARE(verifyJournal(session->connection()), QString());
    }

    void createsUpdatesAndRemovesInOneSet_data() { addEngineRows(); }
    void createsUpdatesAndRemovesInOneSet()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        const qint64 school = addSchool(*session, QStringLiteral("100"));
        const qint64 first = addStudent(*session, school, QStringLiteral("1111111111"));
        const qint64 second = addStudent(*session, school, QStringLiteral("2222222222"));
        const qint64 third = addStudent(*session, school, QStringLiteral("3333333333"));
        // A new school, a student who moves there, one who gives up a login and a new one who takes it, one who goes.
        const EntityDef &schoolDef = entityDef(EntityKind::School);
        QVector<RowChange> changes;
        changes.append({RowChange::Operation::Create, EntityKind::School, 0, 0,
                        {{schoolDef.index("school_code"), Value(QStringLiteral("200"))}, {schoolDef.index("name"), Value(QStringLiteral("New"))}}});
        changes.append(edit(first, 1, "school_id", Value(qint64{-1})));
        changes.append(edit(second, 1, "student_state_id", Value(QStringLiteral("4444444444"))));
        changes.append(newStudent(school, 0));
        changes.last().fields[0].value = Value(QStringLiteral("2222222222"));
        changes.append({RowChange::Operation::Remove, EntityKind::Student, third, 1, {}});
        CommitBatch commit = batchOf(changes);
        const auto done = session->apply(commit);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message + done.error().detail));
        QCOMPARE(session->record(EntityKind::Student, first)->integer("school_id"), commit.createdIds().at(0));
        QCOMPARE(session->record(EntityKind::Student, second)->text("student_state_id"), QStringLiteral("4444444444"));
        QCOMPARE(session->record(EntityKind::Student, commit.createdIds().at(3))->text("student_state_id"), QStringLiteral("2222222222"));
        QVERIFY(!session->record(EntityKind::Student, third));
    }

    void manyUpdatesWriteEveryRow_data() { addEngineRows(); }
    void manyUpdatesWriteEveryRow()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        const qint64 school = addSchool(*session, QStringLiteral("100"));
        QVector<RowChange> changes;
        for (int i = 0; i < 1203; ++i)
            changes.append(newStudent(school, i));
        CommitBatch create = batchOf(changes);
        QVERIFY(session->apply(create));
        changes.clear();
        for (int i = 0; i < 1203; ++i) {
            changes.append(edit(create.createdIds().at(i), 1, "grade", Value(i % 3 ? QStringLiteral("10") : QStringLiteral("11"))));
            if (i % 2)
                changes.last().fields.append({entityDef(EntityKind::Student).index("birth_date"), Value(qint64{2455000 + i})});
        }
        CommitBatch update = batchOf(changes);
        const auto done = session->apply(update);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        const auto records = *session->records(EntityKind::Student);
        QCOMPARE(records.size(), 1203);
        for (int i = 0; i < records.size(); ++i) {
            QCOMPARE(records[i].version, 2);
            QCOMPARE(records[i].text("grade"), i % 3 ? QStringLiteral("10") : QStringLiteral("11"));
            QCOMPARE(records[i].integer("birth_date"), i % 2 ? qint64{2455000 + i} : 0);
        }
        QCOMPARE(verifyJournal(session->connection()), QString());
    }

    void aStalePlanIsB08AndChangesNothing_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("how");
        for (const Engine engine : engines()) {
            for (const char *how : {"edited", "removed", "state ID taken", "login taken"})
                QTest::addRow("%s, %s", engineName(engine).constData(), how) << engine << QString::fromLatin1(how);
        }
    }
    void aStalePlanIsB08AndChangesNothing()
    {
        QFETCH(Engine, engine);
        QFETCH(QString, how);
        TestDatabase database(engine);
        auto session = database.session();
        const qint64 school = addSchool(*session, QStringLiteral("100"));
        const qint64 present = addStudent(*session, school, QStringLiteral("9999999999"));
        CommitBatch commit = batchOf({newStudent(school, 1), edit(present, 1, "grade", Value(QStringLiteral("12"))), newStudent(school, 2)});
        QVector<RowChange> meanwhile;
        if (how == QLatin1String("edited"))
            meanwhile = {edit(present, 1, "grade", Value(QStringLiteral("11")))};
        else if (how == QLatin1String("removed"))
            meanwhile = {{RowChange::Operation::Remove, EntityKind::Student, present, 1, {}}};
        else
            meanwhile = {newStudent(school, 2)};
        if (how == QLatin1String("state ID taken"))
            meanwhile[0].fields.remove(1);
        if (how == QLatin1String("login taken"))
            meanwhile[0].fields.remove(0);
        ApplyChanges other(QStringLiteral("EditStudent"), Right::EditRoster, meanwhile);
        QVERIFY(session->apply(other));
        const QString before = contentHash(*session)->sha256;

        const auto done = session->apply(commit);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Conflict);
        QCOMPARE(done.error().code, QStringLiteral("B08"));
        QCOMPARE(contentHash(*session)->sha256, before);
        QVERIFY(readBatches(*session)->isEmpty());
        QCOMPARE(verifyJournal(session->connection()), QString());
    }

    void aLargeLoadKeepsEveryIndexAndFindsTwins_data() { addEngineRows(); }
    void aLargeLoadKeepsEveryIndexAndFindsTwins()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        const qint64 school = addSchool(*session, QStringLiteral("100"));
        const auto indexes = [&] {
            auto statement = session->connection().prepare(engine == Engine::Sqlite ? QStringLiteral("SELECT sql FROM sqlite_master WHERE type = 'index' ORDER BY name")
                                                                                    : QStringLiteral("SELECT indexdef FROM pg_indexes ORDER BY indexname"));
            QStringList list;
            while (statement->step())
                list.append(statement->text(0));
            return list;
        };
        const QStringList before = indexes();
        const QString empty = contentHash(*session)->sha256;
        QVector<RowChange> changes;
        for (int i = 0; i < 6000; ++i)
            changes.append(newStudent(school, i));
        changes[5999].fields[1].value = changes[17].fields[1].value; // one login twice
        CommitBatch twins = batchOf(changes);
        const auto refused = session->apply(twins);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QStringLiteral("B08"));
        QCOMPARE(indexes(), before);
        QCOMPARE(contentHash(*session)->sha256, empty);

        changes[5999] = newStudent(school, 5999);
        CommitBatch commit = batchOf(changes);
        QVERIFY(session->apply(commit));
        QCOMPARE(indexes(), before);
        QCOMPARE(session->records(EntityKind::Student)->size(), 6000);
        QCOMPARE(verifyJournal(session->connection()), QString());
        UndoBatch undo(commit.batchId(), {});
        QVERIFY(session->apply(undo));
        QCOMPARE(undo.plan().reverted, 6000);
        QCOMPARE(indexes(), before);
        QCOMPARE(contentHash(*session)->sha256, empty);
    }

    void cancelLeavesNoTrace_data() { addEngineRows(); }
    void cancelLeavesNoTrace()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        const qint64 school = addSchool(*session, QStringLiteral("100"));
        QVector<RowChange> changes;
        for (int i = 0; i < 2000; ++i)
            changes.append(newStudent(school, i));
        const QString before = contentHash(*session)->sha256;
        CommitBatch commit = batchOf(changes);
        CancelAtOnce progress;
        const auto done = session->apply(commit, &progress);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Cancelled);
        QCOMPARE(contentHash(*session)->sha256, before);
        QVERIFY(readBatches(*session)->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestBatch)
#include "tst_batch.moc"
