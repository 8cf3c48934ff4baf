// SPDX-License-Identifier: GPL-3.0-or-later
// board, new-attempt, retained, student-search and the review of undo through the real program, on both engines.
#include "tests/support/ctl.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

class Desk
{
public:
    explicit Desk(Engine engine) : database(engine), ctl(database.urlText(), QStringLiteral("admin"), TestDatabase::password())
    {
        const auto session = database.session();
        school = addSchool(*session, QStringLiteral("100"), QStringLiteral("Alder High School"));
        for (const char *id : {"0000000001", "0000000002"})
            students.append(addStudent(*session, school, QString::fromLatin1(id), QStringLiteral("Alder"), QStringLiteral("Robin"), QStringLiteral("09")));
        Record score(EntityKind::Assessment);
        score.set("student_id", Value(students.first())).set("school_year", Value(2027)).set("grade", Value(QStringLiteral("09")));
        score.set("section_name", Value(QStringLiteral("Algebra"))).set("attempt_number", Value(1)).set("state", Value(QStringLiteral("scored")));
        insertRecord(*session, score);
    }
    CtlAnswer run(const char *words, const QStringList &more = {}) const
    {
        return ctl.json(QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts) + more);
    }
    static QJsonObject step(const CtlAnswer &answer, int number)
    {
        return answer.json().value(QLatin1String("steps")).toArray().at(number - 1).toObject();
    }
    static QString state(const CtlAnswer &answer, int number) { return step(answer, number).value(QLatin1String("state")).toString(); }

    TestDatabase database;
    Ctl ctl;
    qint64 school = 0;
    QVector<qint64> students;
};

} // namespace

class TestCtlBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBoardIsReadSignedAndTakenBack_data() { addEngineRows(); }
    void theBoardIsReadSignedAndTakenBack()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        const QString before = desk.ctl.contentHash();
        const CtlAnswer board = desk.run("board --school 100");
        QVERIFY2(board.exitCode == 0, board.told().constData());
        QCOMPARE(board.json().value(QLatin1String("steps")).toArray().size(), 9);
        QCOMPARE(Desk::state(board, 1), QStringLiteral("not-started"));
        const QJsonObject undecided = Desk::step(board, 1).value(QLatin1String("counts")).toArray().first().toObject();
        QCOMPARE(undecided.value(QLatin1String("value")).toInt(), 2);
        QCOMPARE(undecided.value(QLatin1String("ids")).toArray().size(), 2);
        QCOMPARE(desk.run("board").json().value(QLatin1String("school")).toString(), QStringLiteral("100")); // the only one there is

        QCOMPARE(desk.run("board --school 100 --sign 6").exitCode, 2);
        QCOMPARE(desk.run("board --school 100 --sign 10 --note x").exitCode, 2);
        QCOMPARE(desk.run("board --school 999").exitCode, 3);
        const CtlAnswer dry = desk.run("board --school 100 --sign 6 --note checked --dry-run");
        QCOMPARE(dry.exitCode, 0);
        QCOMPARE(desk.ctl.contentHash(), before);
        const CtlAnswer done = desk.run("board --school 100 --sign 6 --note checked");
        QVERIFY2(done.exitCode == 0, done.told().constData());
        QCOMPARE(Desk::state(done, 6), QStringLiteral("done"));
        QCOMPARE(Desk::step(done, 6).value(QLatin1String("signedBy")).toString(), QStringLiteral("admin"));
        QCOMPARE(Desk::step(done, 6).value(QLatin1String("note")).toString(), QStringLiteral("checked"));
        QCOMPARE(Desk::state(desk.run("board --school 100 --not-applicable 4"), 4), QStringLiteral("not-applicable"));
        desk.run("board --school 100 --clear 4");
        QCOMPARE(desk.run("undo", {QString::number(done.json().value(QLatin1String("batch")).toInt())}).exitCode, 0);
        QCOMPARE(desk.ctl.contentHash(), before);
    }

    void theRetainedAreListedSignedAndAssessedAgain_data() { addEngineRows(); }
    void theRetainedAreListedSignedAndAssessedAgain()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        const CtlAnswer up = desk.run("upgrade --grade all --retain 0000000001 --reason", {QStringLiteral("credits are missing")});
        QVERIFY2(up.exitCode == 0, up.told().constData());
        QCOMPARE(up.json().value(QLatin1String("newAttempts")).toArray().size(), 1);
        const auto listed = [&] { return desk.run("list retained").json().value(QLatin1String("rows")).toArray().first().toObject(); };
        QCOMPARE(listed().value(QLatin1String("reason")).toString(), QStringLiteral("credits are missing"));
        QCOMPARE(listed().value(QLatin1String("attempt_state")).toString(), QStringLiteral("needed"));
        QCOMPARE(desk.run("retained sign --school 100 --note agreed").exitCode, 0);
        QCOMPARE(listed().value(QLatin1String("signed_by")).toString(), QStringLiteral("admin"));

        const QString before = desk.ctl.contentHash();
        QCOMPARE(desk.run("new-attempt").exitCode, 2);
        QCOMPARE(desk.run("new-attempt --retained --dry-run").exitCode, 0);
        QCOMPARE(desk.ctl.contentHash(), before);
        const CtlAnswer opened = desk.run("new-attempt --retained");
        QVERIFY2(opened.exitCode == 0, opened.told().constData());
        QCOMPARE(opened.json().value(QLatin1String("counts")).toObject().value(QLatin1String("create")).toInt(), 1);
        const QJsonArray attempts = desk.run("list assessments").json().value(QLatin1String("rows")).toArray();
        QCOMPARE(attempts.size(), 2);
        QCOMPARE(attempts.last().toObject().value(QLatin1String("attempt_number")).toInt(), 2);
        QCOMPARE(listed().value(QLatin1String("attempt_state")).toString(), QStringLiteral("open"));
        QCOMPARE(desk.run("undo", {QString::number(opened.json().value(QLatin1String("batch")).toInt())}).exitCode, 0);
        QCOMPARE(desk.ctl.contentHash(), before);
    }

    void anUndoIsDecidedByGroups_data() { addEngineRows(); }
    void anUndoIsDecidedByGroups()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        const QString batch = QString::number(desk.run("upgrade --grade all").json().value(QLatin1String("batch")).toInt());
        QCOMPARE(desk.run("move --back --student 0000000001 --override K07 --reason error").exitCode, 0);
        QCOMPARE(desk.run("move --up --student 0000000001").exitCode, 0);
        QCOMPARE(desk.run("archive --student 0000000001").exitCode, 0);
        QCOMPARE(desk.run("undo --dry-run --choose student.no=revert", {batch}).exitCode, 2);
        QCOMPARE(desk.run("undo --dry-run --kinds nothing", {batch}).exitCode, 2);
        const CtlAnswer some = desk.run("undo --kinds student", {batch});
        QVERIFY2(some.exitCode == 0, some.told().constData());
        QCOMPARE(some.json().value(QLatin1String("reverted")).toInt(), 2);
        const CtlAnswer details = desk.run("batches --batch", {batch});
        QVERIFY2(details.exitCode == 0, details.told().constData());
        QCOMPARE(details.json().value(QLatin1String("state")).toString(), QStringLiteral("partly-undone"));
        QCOMPARE(details.json().value(QLatin1String("records")).toArray().size(), 6);
    }

    void aSchoolNamesItsSourceAndItsFeeders_data() { addEngineRows(); }
    void aSchoolNamesItsSourceAndItsFeeders()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        addSchool(*desk.database.session(), QStringLiteral("500"), QStringLiteral("Cedar College"));
        const QString before = desk.ctl.contentHash();
        QCOMPARE(desk.run("school set 100 grade=9").exitCode, 3);
        QCOMPARE(desk.run("school set 100 feeders=Gr-X:200").exitCode, 3);
        QCOMPARE(desk.run("school set 100 high_grade").exitCode, 2);
        const CtlAnswer set = desk.run("school set 100 low_grade=9 high_grade=9 roster_source=Clever");
        QVERIFY2(set.exitCode == 0, set.told().constData());
        QCOMPARE(desk.run("board --school 100").json().value(QLatin1String("opensAt")).toInt(), 9);
        QCOMPARE(desk.run("school set 500 feeders=10:100").exitCode, 0);
        // the top of the school goes on to the school that it feeds, once that is accepted.
        QCOMPARE(desk.run("upgrade --grade all").exitCode, 3);
        const CtlAnswer up = desk.run("upgrade --grade all --accept K10");
        QVERIFY2(up.exitCode == 0, up.told().constData());
        QCOMPARE(up.json().value(QLatin1String("counts")).toObject().value(QLatin1String("migrate")).toInt(), 2);
        const int batch = up.json().value(QLatin1String("batch")).toInt();
        for (const int undone : {batch, batch - 1, batch - 2})
            QCOMPARE(desk.run("undo", {QString::number(undone)}).exitCode, 0);
        QCOMPARE(desk.ctl.contentHash(), before);
    }

    void aDamagedIdFindsAProposal_data() { addEngineRows(); }
    void aDamagedIdFindsAProposal()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        const CtlAnswer exact = desk.run("student-search 0000000001 --to-school 100");
        QCOMPARE(exact.exitCode, 0);
        QVERIFY(exact.json().value(QLatin1String("found")).toArray().first().toObject().value(QLatin1String("here")).toBool());
        const CtlAnswer damaged = desk.run("student-search 1");
        QCOMPARE(damaged.exitCode, 1);
        QCOMPARE(damaged.json().value(QLatin1String("variants")).toArray().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCtlBoard)
#include "tst_ctlboard.moc"
