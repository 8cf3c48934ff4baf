// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rules/findingstore.h"
#include "models/store/rules/rulecatalogue.h"
#include "tests/support/testdatabase.h"

#include <QRandomGenerator>
#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QStringList storedFindings(Session &session)
{
    QStringList lines;
    auto statement = session.connection().prepare(s("SELECT rule_code, severity, entity, record_id, message FROM finding"));
    while (statement->step())
        lines.append(statement->text(0) + statement->text(1) + statement->text(2) + statement->text(3) + statement->text(4));
    lines.sort();
    return lines;
}

QStringList freshFindings(Session &session)
{
    QStringList lines;
    const auto run = runRules(session, {});
    if (!run)
        return {run.error().message + run.error().detail};
    for (const Finding &finding : run->result.findings)
        lines.append(finding.rule + severityName(finding.severity) + QLatin1String(entityDef(finding.kind).name) + QString::number(finding.recordId) + finding.message);
    lines.sort();
    return lines;
}

void apply(Session &session, const RowChange &change)
{
    ApplyChanges command(s("Edit"), Right::EditRoster, {change});
    const auto done = session.apply(command);
    if (!done)
        qFatal("%s", qPrintable(done.error().message + done.error().detail));
}

RowChange edit(const Record &record, const char *field, const Value &value)
{
    return {RowChange::Operation::Update, record.kind, record.id, record.version, {{record.def().index(field), value}}};
}

} // namespace

class TestRecheck : public QObject
{
    Q_OBJECT

    static Record attempt(qint64 number, qint64 student, DayNumber day)
    {
        Record record(EntityKind::Attempt);
        record.set("row_number", Value(number)).set("student_id", Value(student)).set("school_year", Value(schoolYearOf(day)));
        record.set("exam_family", Value(s("word"))).set("exam_first", Value(day)).set("exam_last", Value(day)).set("outcome", Value(s("F")));
        return record;
    }

private Q_SLOTS:
    void anAttemptBetweenTwoLegalOnesMovesTheLaterFindings_data() { addEngineRows(); }
    void anAttemptBetweenTwoLegalOnesMovesTheLaterFindings()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        const qint64 student = addStudent(*session, addSchool(*session, s("100")), s("1"));
        const DayNumber day = dayNumber(2026, 9, 1);
        insertRecord(*session, attempt(1, student, day));
        insertRecord(*session, attempt(2, student, day + 30));
        Recheck recheck(*session);
        QVERIFY(recheck.catchUp());
        QVERIFY(storedFindings(*session).isEmpty());
        const qint64 between = insertRecord(*session, attempt(3, student, day + 15));
        const auto done = recheck.catchUp();
        QVERIFY(done);
        QVERIFY(!done->everything);
        QCOMPARE(storedFindings(*session).size(), 2);
        apply(*session, edit(*session->record(EntityKind::Attempt, between), "entry_state", Value(s("void"))));
        QVERIFY(recheck.catchUp());
        QVERIFY(storedFindings(*session).isEmpty());
    }

    void whateverChangesTheStoredFindingsAreThoseOfAFullRun_data() { addEngineRows(); }
    void whateverChangesTheStoredFindingsAreThoseOfAFullRun()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        QRandomGenerator random(7);
        const qint64 school = addSchool(*session, s("100"));
        QVector<qint64> students;
        for (int i = 0; i < 6; ++i)
            students.append(addStudent(*session, school, QString::number(i), s("Alder"), s("Robin")));
        Recheck recheck(*session);
        QVERIFY(recheck.catchUp());
        qint64 number = 0;
        qint64 course = 0;
        for (int step = 0; step < 40; ++step) {
            const qint64 student = students[random.bounded(6)];
            const auto attempts = *session->records(EntityKind::Attempt);
            const int what = attempts.isEmpty() ? 0 : random.bounded(8);
            const Record any = attempts.isEmpty() ? Record() : attempts[random.bounded(static_cast<int>(attempts.size()))];
            if (what <= 2)
                insertRecord(*session, attempt(++number, student, dayNumber(2026, 9, 1) + random.bounded(60)).set("course_number", Value(s("C1"))));
            else if (what == 3)
                apply(*session, edit(any, "student_id", Value(student)));
            else if (what == 4)
                apply(*session, {RowChange::Operation::Remove, any.kind, any.id, any.version, {}});
            else if (what == 5)
                apply(*session, edit(*session->record(EntityKind::Student, student), "grade", random.bounded(2) ? Value(s("09")) : Value()));
            else if (what == 6)
                apply(*session, edit(any, "typed_name", Value(random.bounded(2) ? s("Robin Alder") : s("Kim Cypress"))));
            else if (course == 0)
                course = insertRecord(*session, Record(EntityKind::Course).set("school_year", Value(2027)).set("course_number", Value(s("C1"))).set("course_name", Value(s("One"))));
            else
                apply(*session, edit(*session->record(EntityKind::Course, course), "course_number", Value(QStringLiteral("C%1").arg(random.bounded(2)))));
            const auto done = recheck.catchUp();
            QVERIFY2(done, done ? "" : qPrintable(done.error().message + done.error().detail));
            QCOMPARE(storedFindings(*session), freshFindings(*session));
        }
        QVERIFY(!storedFindings(*session).isEmpty());
    }

    void bothStudentsOfOneNumberAreSeenAndForgotten_data() { addEngineRows(); }
    void bothStudentsOfOneNumberAreSeenAndForgotten()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        const qint64 school = addSchool(*session, s("100"));
        addStudent(*session, school, s("1"));
        const qint64 second = addStudent(*session, school, s("2"), s("Birch"));
        session->connection().execute(s("UPDATE student SET student_state_id = '1' WHERE student_state_id = '2'"));
        Recheck recheck(*session);
        QVERIFY(recheck.catchUp());
        QCOMPARE(storedFindings(*session).size(), 2);
        apply(*session, edit(*session->record(EntityKind::Student, second), "student_state_id", Value(s("3"))));
        const auto done = recheck.catchUp();
        QVERIFY(done && !done->everything);
        QVERIFY(storedFindings(*session).isEmpty());
    }

    void aTeachersCheckSeesOwnRowsAndStoresNothing_data() { addEngineRows(); }
    void aTeachersCheckSeesOwnRowsAndStoresNothing()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        const qint64 school = addSchool(*session, s("100"));
        const qint64 own = addStaff(*session, s("T1"), s("t1"), s("Birch"));
        const qint64 other = addStaff(*session, s("T2"), s("t2"), s("Cedar"));
        const DayNumber day = dayNumber(2026, 9, 1);
        for (const qint64 teacher : {own, other}) {
            const qint64 student = addStudent(*session, school, QString::number(teacher));
            insertRecord(*session, attempt(teacher * 10, student, day).set("teacher_id", Value(teacher)));
            insertRecord(*session, attempt(teacher * 10 + 1, student, day + 5).set("teacher_id", Value(teacher)));
        }
        const auto everything = runRules(*session, {});
        QVERIFY(everything);
        QCOMPARE(everything->result.findings.size(), 2);
        RowSource source;
        source.scope = Scope::ownRows(s("t1"), own, 0);
        auto reader = Connection::open(database.url(), Connection::Mode::ReadOnly);
        QVERIFY(reader);
        applyRowSource(**reader, source);
        (*reader)->beginRead();
        RuleContext context;
        context.currentYear = 2027;
        QVector<Finding> findings;
        for (const Rule &rule : builtInRules())
            QVERIFY(!RuleRunner(**reader, context).run(rule, findings).error);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().key.value(s("row_number")).toInteger(), own * 10 + 1);
    }
};

QTEST_GUILESS_MAIN(TestRecheck)
#include "tst_recheck.moc"
