// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/contenthash.h"
#include "models/store/journal.h"
#include "models/store/undo.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

const EntityDef &studentDef()
{
    return entityDef(EntityKind::Student);
}

RowChange newStudent(qint64 school, int number)
{
    RowChange change{RowChange::Operation::Create, EntityKind::Student, 0, 0, {}, number + 2};
    const auto set = [&](const char *field, const Value &value) { change.fields.append({studentDef().index(field), value}); };
    set("student_state_id", Value(QStringLiteral("%1").arg(number, 10, 10, QLatin1Char('0'))));
    set("last_name", Value(QStringLiteral("Alder")));
    set("first_name", Value(QStringLiteral("Robin")));
    set("school_id", Value(school));
    set("grade", Value(QStringLiteral("09")));
    return change;
}

RowChange edit(const Record &record, const QVector<QPair<const char *, QString>> &values, qint64 row = 0)
{
    RowChange change{RowChange::Operation::Update, record.kind, record.id, record.version, {}, row};
    for (const auto &[field, value] : values)
        change.fields.append({record.def().index(field), Value(value)});
    return change;
}

RowChange removal(const Record &record, qint64 row = 0)
{
    return {RowChange::Operation::Remove, record.kind, record.id, record.version, {}, row};
}

} // namespace

class TestUndo : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Session> m_session;
    qint64 m_school = 0;

    Record student(qint64 id) { return m_session->record(EntityKind::Student, id).value_or(Record(EntityKind::Student)); }
    QString hash() { return contentHash(*m_session)->sha256; }
    BatchState state(qint64 batch) { return readBatch(*m_session, batch)->state; }

    CommitBatch commit(const QVector<RowChange> &changes)
    {
        BatchInfo info;
        info.kind = QStringLiteral("students");
        CommitBatch batch(QStringLiteral("ImportStudents"), Right::ImportRoster, info, changes);
        const auto done = m_session->apply(batch);
        if (!done)
            qFatal("%s %s", qPrintable(done.error().message), qPrintable(done.error().detail));
        return batch;
    }
    void change(const QVector<RowChange> &changes)
    {
        ApplyChanges command(QStringLiteral("EditStudent"), Right::EditRoster, changes);
        const auto done = m_session->apply(command);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message + done.error().detail));
    }
    UndoBatch undo(qint64 batch, const UndoOptions &options = {})
    {
        // The dry run says what the undo then does.
        const auto plan = planUndo(*m_session, batch, options);
        UndoBatch command(batch, options);
        const auto done = m_session->apply(command);
        if (!plan || !done)
            qFatal("%s", qPrintable((done ? plan.error() : done.error()).message + (done ? plan.error() : done.error()).detail));
        if (undoJson(*plan) != undoJson(command.plan()))
            qFatal("the dry run differs from the undo");
        if (const QString broken = verifyJournal(m_session->connection()); !broken.isEmpty())
            qFatal("%s", qPrintable(broken));
        return command;
    }

private Q_SLOTS:
    void init()
    {
        QFETCH(Engine, engine);
        m_database = std::make_unique<TestDatabase>(engine);
        m_session = m_database->session();
        m_school = addSchool(*m_session, QStringLiteral("100"));
    }
    void cleanup()
    {
        m_session.reset();
        m_database.reset();
    }

    void createsUpdatesAndRemovesGoBack_data() { addEngineRows(); }
    void createsUpdatesAndRemovesGoBack()
    {
        const qint64 changed = addStudent(*m_session, m_school, QStringLiteral("1111111111"));
        const qint64 removed = addStudent(*m_session, m_school, QStringLiteral("2222222222"));
        const QString before = hash();
        // The new student takes the state ID of the removed one, a new school takes a present student in.
        RowChange taker = newStudent(m_school, 0);
        taker.fields[0].value = Value(QStringLiteral("2222222222"));
        const EntityDef &school = entityDef(EntityKind::School);
        const RowChange newSchool{RowChange::Operation::Create, EntityKind::School, 0, 0,
                                  {{school.index("school_code"), Value(QStringLiteral("200"))}, {school.index("name"), Value(QStringLiteral("New"))}}};
        RowChange move = edit(student(changed), {{"grade", QStringLiteral("12")}});
        move.fields.append({studentDef().index("school_id"), Value(qint64{-2})});
        const CommitBatch batch = commit({removal(student(removed)), newSchool, move, taker});
        const QString after = hash();
        QVERIFY(after != before);

        const UndoBatch first = undo(batch.batchId());
        QCOMPARE(first.plan().reverted, 4);
        QCOMPARE(first.plan().conflicts.size(), 0);
        QCOMPARE(hash(), before);
        QCOMPARE(student(removed).text("student_state_id"), QStringLiteral("2222222222"));
        QCOMPARE(state(batch.batchId()), BatchState::Undone);

        const UndoBatch second = undo(first.batchId());
        QCOMPARE(hash(), after);
        QCOMPARE(state(batch.batchId()), BatchState::Committed);
        QCOMPARE(state(first.batchId()), BatchState::Undone);

        undo(second.batchId());
        QCOMPARE(hash(), before);
        QCOMPARE(state(batch.batchId()), BatchState::Undone);
        QCOMPARE(state(first.batchId()), BatchState::Committed);
    }

    void laterEditsOfWrittenFieldsAreTheConflicts_data() { addEngineRows(); }
    void laterEditsOfWrittenFieldsAreTheConflicts()
    {
        // CK-2.1: the batch writes grade and phone of 60 students; then 50 edits follow, of which 20 hit a written field.
        QVector<RowChange> creates;
        for (int i = 0; i < 60; ++i)
            creates.append(newStudent(m_school, i));
        const QVector<qint64> ids = commit(creates).createdIds();
        QVector<RowChange> updates;
        for (const qint64 id : ids)
            updates.append(edit(student(id), {{"grade", QStringLiteral("10")}, {"phone", QStringLiteral("555-0100")}}));
        const qint64 batch = commit(updates).batchId();
        for (int i = 0; i < 50; ++i)
            change({edit(student(ids[i]), {{i < 20 ? "grade" : "gender", QStringLiteral("x%1").arg(i)}})});

        const UndoBatch done = undo(batch);
        QCOMPARE(done.plan().conflicts.size(), 20);
        QCOMPARE(done.plan().kept, 20);
        QCOMPARE(done.plan().reverted, 60); // of the 20 the phone goes back
        const UndoConflict &conflict = done.plan().conflicts.first();
        QCOMPARE(conflict.before, Value(QStringLiteral("09")));
        QCOMPARE(conflict.written, Value(QStringLiteral("10")));
        QCOMPARE(conflict.now.text(), QStringLiteral("x%1").arg(ids.indexOf(conflict.id)));
        QCOMPARE(conflict.laterPerson, QStringLiteral("admin"));
        QVERIFY(conflict.key.contains(QLatin1String("student_state_id")));
        for (int i = 0; i < 60; ++i) {
            QCOMPARE(student(ids[i]).text("grade"), i < 20 ? QStringLiteral("x%1").arg(i) : QStringLiteral("09"));
            QVERIFY(!student(ids[i]).has("phone"));
            QCOMPARE(student(ids[i]).text("gender"), i >= 20 && i < 50 ? QStringLiteral("x%1").arg(i) : QString());
        }
        QCOMPARE(state(batch), BatchState::PartlyUndone);

        UndoOptions options;
        options.revertConflicts = true;
        QCOMPARE(undo(batch, options).plan().conflicts.size(), 20);
        QCOMPARE(student(ids[3]).text("grade"), QStringLiteral("09"));
        QCOMPARE(state(batch), BatchState::Undone);
    }

    void createdRecordsStayWhenChangedOrNeeded_data() { addEngineRows(); }
    void createdRecordsStayWhenChangedOrNeeded()
    {
        const CommitBatch batch = commit({newStudent(m_school, 0), newStudent(m_school, 1), newStudent(m_school, 2), newStudent(m_school, 3)});
        const QVector<qint64> ids = batch.createdIds();
        change({edit(student(ids[0]), {{"grade", QStringLiteral("11")}})});
        Record attempt(EntityKind::Attempt);
        attempt.set("row_number", Value(1)).set("student_id", Value(ids[1])).set("school_year", Value(2027));
        insertRecord(*m_session, attempt);
        change({edit(student(ids[2]), {{"grade", QStringLiteral("11")}})});
        change({edit(student(ids[2]), {{"grade", QStringLiteral("09")}})});

        UndoOptions options;
        const UndoBatch done = undo(batch.batchId(), options);
        QCOMPARE(done.plan().reverted, 2);
        QCOMPARE(done.plan().kept, 2);
        QSet<UndoConflict::Cause> causes;
        for (const UndoConflict &conflict : done.plan().conflicts)
            causes.insert(conflict.cause);
        QCOMPARE(causes, (QSet<UndoConflict::Cause>{UndoConflict::Cause::Changed, UndoConflict::Cause::Referenced}));
        QCOMPARE(m_session->records(EntityKind::Student)->size(), 2);
        QCOMPARE(student(ids[0]).text("grade"), QStringLiteral("11"));

        options.revertConflicts = true; // what was edited goes all the same, what is needed cannot
        QCOMPARE(undo(batch.batchId(), options).plan().reverted, 1);
        QCOMPARE(m_session->records(EntityKind::Student)->size(), 1);
        QCOMPARE(m_session->records(EntityKind::Student)->first().id, ids[1]);
        QCOMPARE(state(batch.batchId()), BatchState::PartlyUndone);
    }

    void someRowsOnly_data() { addEngineRows(); }
    void someRowsOnly()
    {
        const qint64 present = addStudent(*m_session, m_school, QStringLiteral("1111111111"));
        const CommitBatch batch =
            commit({newStudent(m_school, 0), newStudent(m_school, 1), edit(student(present), {{"grade", QStringLiteral("12")}}, 4), newStudent(m_school, 3)});
        UndoOptions options;
        options.rows = {3, 4};
        QCOMPARE(undo(batch.batchId(), options).plan().reverted, 2);
        QCOMPARE(student(present).text("grade"), QStringLiteral("10"));
        QVERIFY(m_session->record(EntityKind::Student, batch.createdIds()[0]));
        QVERIFY(!m_session->record(EntityKind::Student, batch.createdIds()[1]));
        QCOMPARE(state(batch.batchId()), BatchState::PartlyUndone);
        options.rows = {2, 5};
        QCOMPARE(undo(batch.batchId(), options).plan().reverted, 2);
        QCOMPARE(state(batch.batchId()), BatchState::Undone);
        UndoBatch again(batch.batchId(), {});
        QCOMPARE(m_session->apply(again).error().kind, Error::Kind::Refused);
    }

    void whatCannotReturnIsAConflict_data() { addEngineRows(); }
    void whatCannotReturnIsAConflict()
    {
        const qint64 second = addSchool(*m_session, QStringLiteral("200"));
        const qint64 mover = addStudent(*m_session, second, QStringLiteral("1111111111"));
        const qint64 leaver = addStudent(*m_session, m_school, QStringLiteral("2222222222"));
        RowChange move = edit(student(mover), {});
        move.fields.append({studentDef().index("school_id"), Value(m_school)});
        const qint64 batch = commit({move, removal(student(leaver))}).batchId();
        addStudent(*m_session, m_school, QStringLiteral("2222222222"));
        change({removal(*m_session->record(EntityKind::School, second))});

        const UndoBatch done = undo(batch);
        QCOMPARE(done.plan().reverted, 0);
        QCOMPARE(done.plan().conflicts.size(), 2);
        QCOMPARE(done.plan().conflicts[0].cause, UndoConflict::Cause::Taken); // backwards
        QCOMPARE(done.plan().conflicts[0].key.value(QLatin1String("student_state_id")).toString(), QStringLiteral("2222222222"));
        QCOMPARE(done.plan().conflicts[1].cause, UndoConflict::Cause::Missing);
        QCOMPARE(student(mover).integer("school_id"), m_school);
    }

    void keysThatWereHandedOnGoBack_data() { addEngineRows(); }
    void keysThatWereHandedOnGoBack()
    {
        const qint64 first = addStaff(*m_session, QStringLiteral("S1"), QStringLiteral("a"));
        const qint64 second = addStaff(*m_session, QStringLiteral("S2"), QStringLiteral("b"));
        const QString before = hash();
        const auto staff = [this](qint64 id) { return *m_session->record(EntityKind::Staff, id); };
        const qint64 batch =
            commit({edit(staff(first), {{"login", QStringLiteral("c")}}), edit(staff(second), {{"login", QStringLiteral("a")}})}).batchId();
        QCOMPARE(undo(batch).plan().reverted, 2);
        QCOMPARE(hash(), before);
    }

    void awkwardTextGoesBack_data() { addEngineRows(); }
    void awkwardTextGoesBack()
    {
        const qint64 id = addStudent(*m_session, m_school, QStringLiteral("1111111111"), QStringLiteral("O\"Hara\\\n\t\u0001 Ølsen 😀"));
        const QString before = hash();
        const qint64 batch = commit({edit(student(id), {{"last_name", QStringLiteral("\"\"\\")}})}).batchId();
        const qint64 removal = commit({::removal(student(id))}).batchId();
        undo(removal);
        QCOMPARE(student(id).text("last_name"), QStringLiteral("\"\"\\"));
        undo(batch);
        QCOMPARE(hash(), before);
    }

    void issuesFollow_data() { addEngineRows(); }
    void issuesFollow()
    {
        BatchInfo info;
        info.kind = QStringLiteral("students");
        CommitBatch batch(QStringLiteral("ImportStudents"), Right::ImportRoster, info, {newStudent(m_school, 1)});
        BatchIssue issue;
        issue.row = 3;
        issue.code = QStringLiteral("K02");
        issue.message = QStringLiteral("Registered at another school");
        batch.setIssues({issue});
        QVERIFY(m_session->apply(batch));
        const UndoBatch first = undo(batch.batchId());
        QVERIFY(readIssues(*m_session)->isEmpty());
        undo(first.batchId());
        QCOMPARE(readIssues(*m_session)->size(), 1);
    }

    void aPersonWithoutTheRightIsRefused_data() { addEngineRows(); }
    void aPersonWithoutTheRightIsRefused()
    {
        const qint64 batch = commit({newStudent(m_school, 1)}).batchId();
        const QString before = hash();
        m_session->signOut();
        QCOMPARE(planUndo(*m_session, batch, {}).error().kind, Error::Kind::Denied);
        UndoBatch command(batch, {});
        QCOMPARE(m_session->apply(command).error().kind, Error::Kind::Denied);
        m_session->actAsProgram();
        QCOMPARE(hash(), before);
    }
};

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
