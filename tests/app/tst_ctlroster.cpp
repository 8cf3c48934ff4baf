// SPDX-License-Identifier: GPL-3.0-or-later
// upgrade, archive, restore, move and migrate through the real program, on both engines.
#include "tests/support/ctl.h"
#include "tests/support/scopefixture.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

/// Ninth to twelfth graders of school 100 and eighth graders of school 200, brought in by a file.
class Roster
{
public:
    explicit Roster(Engine engine) : database(engine), ctl(database.urlText(), QStringLiteral("admin"), TestDatabase::password())
    {
        ctl.json({QStringLiteral("import"), QStringLiteral("schools"),
                  file("school_code,name,low_grade,high_grade\n100,Alder High School,09,12\n200,Birch Middle School,06,08\n")});
        const CtlAnswer made = ctl.json({QStringLiteral("import"), QStringLiteral("students"),
                                         file("student_state_id,login,first_name,last_name,grade,school_code\n"
                                              "1000000001,ralder,Robin,Alder,09,100\n1000000002,sbirch,Sam,Birch,09,100\n"
                                              "1000000003,kcedar,Kim,Cedar,09,100\n1000000004,jdogwood,Jo,Dogwood,10,100\n"
                                              "1000000005,lelm,Lee,Elm,12,100\n1000000006,afir,Ash,Fir,08,200\n")});
        if (made.exitCode != 0)
            qFatal("the roster cannot be imported: %s", made.told().constData());
    }
    QString file(const QByteArray &content) const { return writeFile(folder.filePath(QStringLiteral("in.csv")), content); }
    CtlAnswer upgrade(const QByteArray &content, const QStringList &more = {}) const
    {
        return ctl.json(QStringList{QStringLiteral("upgrade"), QStringLiteral("--file"), file(content)} + more);
    }
    CtlAnswer run(const char *words, const QStringList &more = {}) const
    {
        return ctl.json(QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts) + more);
    }
    QJsonObject student(const char *login) const
    {
        const QString where = QStringLiteral("login=") + QLatin1String(login);
        return ctl.json({QStringLiteral("list"), QStringLiteral("students"), QStringLiteral("--archived"), QStringLiteral("--where"), where})
            .json().value(QLatin1String("rows")).toArray().at(0).toObject();
    }
    QString grade(const char *login) const { return student(login).value(QLatin1String("grade")).toString(); }
    QString undo(const CtlAnswer &answer) const
    {
        const CtlAnswer undone = run("undo", {QString::number(batchOf(answer))});
        return undone.exitCode == 0 ? ctl.contentHash() : QString::fromUtf8(undone.told());
    }
    static int batchOf(const CtlAnswer &answer) { return answer.json().value(QLatin1String("batch")).toInt(); }

    TestDatabase database;
    Ctl ctl;
    QTemporaryDir folder;
};

int count(const CtlAnswer &answer, const char *status)
{
    return answer.json().value(QLatin1String("counts")).toObject().value(QLatin1String(status)).toInt(-1);
}

int sumOfCounts(const CtlAnswer &answer)
{
    int sum = 0;
    const QJsonObject counts = answer.json().value(QLatin1String("counts")).toObject();
    for (const QJsonValue &value : counts)
        sum += value.toInt();
    return sum;
}

QJsonObject errorAt(const CtlAnswer &answer, int index = 0)
{
    return answer.json().value(QLatin1String("errors")).toArray().at(index).toObject();
}

QString codeAt(const CtlAnswer &answer, int index = 0)
{
    return errorAt(answer, index).value(QLatin1String("code")).toString();
}

} // namespace

class TestCtlRoster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUpgradeByFileMovesTheListedAndNamesTheAbsent_data() { addEngineRows(); }
    void anUpgradeByFileMovesTheListedAndNamesTheAbsent()
    {
        QFETCH(Engine, engine);
        const Roster roster(engine);
        const QString before = roster.ctl.contentHash();
        const QByteArray file = "login\nralder\nsbirch\nralder\n";
        const CtlAnswer dry = roster.upgrade(file, {QStringLiteral("--dry-run")});
        QVERIFY2(dry.exitCode == 0, dry.told().constData());
        QVERIFY(dry.json().value(QLatin1String("batch")).isNull());
        QCOMPARE(roster.ctl.contentHash(), before);

        const CtlAnswer done = roster.upgrade(file);
        QVERIFY2(done.exitCode == 0, done.told().constData());
        QCOMPARE(done.json().value(QLatin1String("counts")), dry.json().value(QLatin1String("counts")));
        QCOMPARE(count(done, "promote"), 2);
        QCOMPARE(count(done, "duplicate"), 1);
        QCOMPARE(sumOfCounts(done), done.json().value(QLatin1String("rows")).toInt());
        QCOMPARE(roster.grade("ralder"), QStringLiteral("10"));
        QCOMPARE(roster.grade("sbirch"), QStringLiteral("10"));
        for (const auto &[login, grade] : {std::pair{"kcedar", "09"}, {"jdogwood", "10"}, {"lelm", "12"}, {"afir", "08"}})
            QCOMPARE(roster.grade(login), QString::fromLatin1(grade));
        // of the covered grade exactly the one who is not in the file; nothing is written about it.
        QCOMPARE(done.json().value(QLatin1String("absent")).toArray(), QJsonArray{QStringLiteral("kcedar")});

        // the same file again changes nothing.
        const QString after = roster.ctl.contentHash();
        const CtlAnswer again = roster.upgrade("login\nralder\nsbirch\n");
        QVERIFY2(again.exitCode == 0, again.told().constData());
        QCOMPARE(count(again, "unchanged"), 2);
        QCOMPARE(codeAt(again), QStringLiteral("K08"));
        QVERIFY(again.json().value(QLatin1String("batch")).isNull());
        QCOMPARE(again.json().value(QLatin1String("absent")).toArray(), QJsonArray{QStringLiteral("kcedar")});
        QCOMPARE(roster.ctl.contentHash(), after);
        QCOMPARE(roster.undo(done), before);
    }

    void theAbsentAreRetainedOrArchivedOnRequest_data() { addEngineRows(); }
    void theAbsentAreRetainedOrArchivedOnRequest()
    {
        QFETCH(Engine, engine);
        const Roster roster(engine);
        const QString before = roster.ctl.contentHash();
        const CtlAnswer retained = roster.upgrade("login\nralder\nsbirch\n", {QStringLiteral("--absent"), QStringLiteral("retain")});
        QVERIFY2(retained.exitCode == 0, retained.told().constData());
        QCOMPARE(count(retained, "retain"), 1);
        QCOMPARE(roster.grade("kcedar"), QStringLiteral("09"));
        QCOMPARE(roster.undo(retained), before);
        const CtlAnswer archived = roster.upgrade("login\nralder\nsbirch\n", {QStringLiteral("--absent"), QStringLiteral("archive")});
        QCOMPARE(count(archived, "archive"), 1);
        QCOMPARE(roster.student("kcedar").value(QLatin1String("status")).toString(), QStringLiteral("archived"));
        QCOMPARE(roster.undo(archived), before);
    }

    void aWrongLoginPromotesNobodyElse_data() { addEngineRows(); }
    void aWrongLoginPromotesNobodyElse()
    {
        QFETCH(Engine, engine);
        const Roster roster(engine);
        const QString before = roster.ctl.contentHash();
        const CtlAnswer answer = roster.upgrade("login\nralder\nsbitch\n");
        QVERIFY2(answer.exitCode == 3, answer.told().constData());
        QVERIFY(answer.json().value(QLatin1String("batch")).isNull());
        QCOMPARE(errorAt(answer).value(QLatin1String("row")).toInt(), 3);
        QCOMPARE(codeAt(answer), QStringLiteral("K01"));
        QCOMPARE(errorAt(answer).value(QLatin1String("student")).toString(), QStringLiteral("sbitch"));
        QVERIFY2(errorAt(answer).value(QLatin1String("next")).toString().contains(QLatin1String("sbirch")), answer.out.constData());
        QCOMPARE(roster.upgrade("login\nralder\nsbitch\n", {QStringLiteral("--dry-run")}).exitCode, 1);
        QCOMPARE(roster.ctl.contentHash(), before);
    }

    void aStudentOfAnotherSchoolIsNotPromoted_data() { addEngineRows(); }
    void aStudentOfAnotherSchoolIsNotPromoted()
    {
        QFETCH(Engine, engine);
        const Roster roster(engine);
        const CtlAnswer answer = roster.upgrade("login\nralder\nafir\n", {QStringLiteral("--school"), QStringLiteral("100")});
        QVERIFY2(answer.exitCode == 3, answer.told().constData());
        QCOMPARE(codeAt(answer), QStringLiteral("K02"));
        QVERIFY(errorAt(answer).value(QLatin1String("message")).toString().contains(QLatin1String("Birch Middle School")));
        QCOMPARE(roster.grade("ralder"), QStringLiteral("09"));
    }

    void aFilterMovesAClassOnce_data() { addEngineRows(); }
    void aFilterMovesAClassOnce()
    {
        QFETCH(Engine, engine);
        const Roster roster(engine);
        const QString before = roster.ctl.contentHash();
        // 9 is grade 09.
        const CtlAnswer done = roster.run("upgrade --grade 9 --graduating-year 2030 --retain kcedar");
        QVERIFY2(done.exitCode == 0, done.told().constData());
        QCOMPARE(count(done, "promote"), 2);
        QCOMPARE(count(done, "retain"), 1);
        QCOMPARE(roster.grade("kcedar"), QStringLiteral("09"));
        const QString after = roster.ctl.contentHash();
        // freshly promoted tenth graders are not moved on.
        const CtlAnswer next = roster.run("upgrade --grade 10 --graduating-year 2030");
        QCOMPARE(count(next, "promote"), 0);
        QCOMPARE(count(next, "unchanged"), 2);
        QCOMPARE(codeAt(next), QStringLiteral("K08"));
        QCOMPARE(roster.ctl.contentHash(), after);
        const CtlAnswer tenth = roster.run("upgrade --grade 10 --graduating-year 2029");
        QCOMPARE(count(tenth, "promote"), 1);
        QCOMPARE(roster.grade("jdogwood"), QStringLiteral("11"));
        QCOMPARE(roster.undo(tenth), after);
        QCOMPARE(roster.undo(done), before);
    }

    void aRollBackFreesThePromotion_data() { addEngineRows(); }
    void aRollBackFreesThePromotion()
    {
        QFETCH(Engine, engine);
        const Roster roster(engine);
        QCOMPARE(roster.upgrade("login\nralder\n").exitCode, 0);
        const CtlAnswer back = roster.run("move --student ralder --back --reason", {QStringLiteral("the counselor asked")});
        QVERIFY2(back.exitCode == 0, back.told().constData());
        QCOMPARE(count(back, "rollback"), 1);
        QCOMPARE(roster.grade("ralder"), QStringLiteral("09"));
        const CtlAnswer up = roster.run("move --student ralder --up");
        QCOMPARE(count(up, "promote"), 1);
        QCOMPARE(roster.grade("ralder"), QStringLiteral("10"));
        // every one of the three changes stands in the history, with its reason.
        const QJsonArray history = roster.run("list grade-history --where login=ralder").json().value(QLatin1String("rows")).toArray();
        QCOMPARE(history.size(), 3);
        QCOMPARE(history.at(1).toObject().value(QLatin1String("kind")).toString(), QStringLiteral("rollback"));
        QCOMPARE(history.at(1).toObject().value(QLatin1String("reason")).toString(), QStringLiteral("the counselor asked"));
        QCOMPARE(history.at(1).toObject().value(QLatin1String("person")).toString(), QStringLiteral("admin"));
        QCOMPARE(history.at(1).toObject().value(QLatin1String("batch")).toInt(), Roster::batchOf(back));
        QCOMPARE(codeAt(roster.run("move --student ralder --up")), QStringLiteral("K08"));
    }

    void belowTheBaselineOnlyByOverride_data() { addEngineRows(); }
    void belowTheBaselineOnlyByOverride()
    {
        QFETCH(Engine, engine);
        const Roster roster(engine);
        addAccount(*roster.database.session(), QStringLiteral("head"), QStringLiteral("administrator"));
        const Ctl head(roster.database.urlText(), QStringLiteral("head"), ScopeFixture::password());
        const QString before = roster.ctl.contentHash();
        const QStringList back{QStringLiteral("move"), QStringLiteral("--student"), QStringLiteral("jdogwood"), QStringLiteral("--back")};
        const QStringList override{QStringLiteral("--override"), QStringLiteral("K07"), QStringLiteral("--reason"), QStringLiteral("skipped by mistake")};
        const CtlAnswer refused = head.json(back);
        QVERIFY2(refused.exitCode == 3, refused.told().constData());
        QCOMPARE(codeAt(refused), QStringLiteral("K07"));
        QVERIFY(errorAt(refused).value(QLatin1String("message")).toString().contains(QLatin1String("10")));
        const CtlAnswer denied = head.json(back + override);
        QCOMPARE(denied.exitCode, 3);
        QCOMPARE(denied.errorCode(), QStringLiteral("K17"));
        QCOMPARE(roster.ctl.json(back + override.mid(0, 2)).exitCode, 2);
        QCOMPARE(roster.ctl.contentHash(), before);
        const CtlAnswer done = roster.ctl.json(back + override);
        QVERIFY2(done.exitCode == 0, done.told().constData());
        QCOMPARE(roster.grade("jdogwood"), QStringLiteral("09"));
        const QJsonObject batch = roster.run("batches").json().value(QLatin1String("rows")).toArray().first().toObject();
        QCOMPARE(batch.value(QLatin1String("overrides")).toArray().first().toObject().value(QLatin1String("reason")).toString(), QStringLiteral("skipped by mistake"));
        QCOMPARE(roster.undo(done), before);
    }

    void aSeniorBecomesAGraduateOnlyWhenAccepted_data() { addEngineRows(); }
    void aSeniorBecomesAGraduateOnlyWhenAccepted()
    {
        QFETCH(Engine, engine);
        const Roster roster(engine);
        const QString before = roster.ctl.contentHash();
        const CtlAnswer refused = roster.upgrade("login\nlelm\njdogwood\n");
        QCOMPARE(refused.exitCode, 3);
        QCOMPARE(codeAt(refused), QStringLiteral("K10"));
        const CtlAnswer done = roster.upgrade("login\nlelm\njdogwood\n", {QStringLiteral("--accept"), QStringLiteral("K10")});
        QVERIFY2(done.exitCode == 0, done.told().constData());
        QCOMPARE(count(done, "archive"), 1);
        QCOMPARE(count(done, "promote"), 1);
        QCOMPARE(roster.student("lelm").value(QLatin1String("archive_reason")).toString(), QStringLiteral("graduated"));
        QCOMPARE(roster.grade("lelm"), QStringLiteral("12"));
        QCOMPARE(roster.undo(done), before);
    }

    void aFileAfterTheRolloverTellsRetainedFromPromoted_data() { addEngineRows(); }
    void aFileAfterTheRolloverTellsRetainedFromPromoted()
    {
        QFETCH(Engine, engine);
        const Roster roster(engine);
        const QByteArray file = "login,grade\nralder,10\nsbirch,10\nkcedar,09\njdogwood,11\n";
        const CtlAnswer done = roster.upgrade(file);
        QVERIFY2(done.exitCode == 0, done.told().constData());
        QCOMPARE(count(done, "promote"), 3);
        QCOMPARE(count(done, "retain"), 1);
        QCOMPARE(roster.grade("kcedar"), QStringLiteral("09"));
        const QString after = roster.ctl.contentHash();
        const CtlAnswer again = roster.upgrade(file);
        QCOMPARE(count(again, "unchanged"), 4);
        QCOMPARE(roster.ctl.contentHash(), after);
    }

    void oneRowOfAnUpgradeCanBeUndone_data() { addEngineRows(); }
    void oneRowOfAnUpgradeCanBeUndone()
    {
        QFETCH(Engine, engine);
        const Roster roster(engine);
        const QString before = roster.ctl.contentHash();
        const CtlAnswer done = roster.upgrade("login\nralder\nsbirch\nkcedar\n");
        const QString batch = QString::number(Roster::batchOf(done));
        const CtlAnswer some = roster.run("undo", {batch, QStringLiteral("--rows"), QStringLiteral("3,4")});
        QVERIFY2(some.exitCode == 0, some.told().constData());
        QCOMPARE(some.json().value(QLatin1String("reverted")).toInt(), 6); // student, enrollment and history each
        QCOMPARE(roster.grade("ralder"), QStringLiteral("10"));
        QCOMPARE(roster.grade("sbirch"), QStringLiteral("09"));
        QCOMPARE(roster.grade("kcedar"), QStringLiteral("09"));
        const QJsonArray batches = roster.run("batches").json().value(QLatin1String("rows")).toArray();
        QCOMPARE(batches.at(1).toObject().value(QLatin1String("state")).toString(), QStringLiteral("partly-undone"));
        QCOMPARE(roster.run("undo", {batch}).exitCode, 0);
        QCOMPARE(roster.ctl.contentHash(), before);
    }

    void aClassLeavesAndComesBack_data() { addEngineRows(); }
    void aClassLeavesAndComesBack()
    {
        QFETCH(Engine, engine);
        const Roster roster(engine);
        const QString before = roster.ctl.contentHash();
        const CtlAnswer gone = roster.run("archive --graduating-year 2030 --archive-reason transferred");
        QVERIFY2(gone.exitCode == 0, gone.told().constData());
        QCOMPARE(count(gone, "archive"), 3);
        QCOMPARE(roster.run("list students").json().value(QLatin1String("total")).toInt(), 3);
        QCOMPARE(roster.student("ralder").value(QLatin1String("archive_reason")).toString(), QStringLiteral("transferred"));
        // restorable singly. A-20: a file with an archived student asks, and restores the same record.
        const CtlAnswer back = roster.run("restore --student ralder");
        QCOMPARE(count(back, "restore"), 1);
        QCOMPARE(roster.student("ralder").value(QLatin1String("status")).toString(), QStringLiteral("active"));
        QCOMPARE(count(roster.run("restore --student ralder"), "unchanged"), 1);
        const QString line = roster.file("student_state_id,first_name,last_name,grade,school_code\n1000000002,Sam,Birch,09,100\n");
        const CtlAnswer asks = roster.run("import students", {line});
        QCOMPARE(asks.exitCode, 3);
        QCOMPARE(codeAt(asks), QStringLiteral("K03"));
        const CtlAnswer restored = roster.run("import students", {line, QStringLiteral("--accept"), QStringLiteral("K03"), QStringLiteral("--accept"), QStringLiteral("restore")});
        QVERIFY2(restored.exitCode == 0, restored.told().constData());
        QCOMPARE(count(restored, "restore"), 1);
        QCOMPARE(roster.run("list students --archived").json().value(QLatin1String("total")).toInt(), 6);
        roster.undo(restored);
        roster.undo(back);
        QCOMPARE(roster.undo(gone), before);
    }

    void peopleOfAFileAreArchivedAndRestored_data() { addEngineRows(); }
    void peopleOfAFileAreArchivedAndRestored()
    {
        QFETCH(Engine, engine);
        const Roster roster(engine);
        const CtlAnswer gone = roster.run("archive --file", {roster.file("state id\n1000000001\n1000000004\n1000000001\n")});
        QVERIFY2(gone.exitCode == 0, gone.told().constData());
        QCOMPARE(count(gone, "archive"), 2);
        QCOMPARE(sumOfCounts(gone), 3);
        const CtlAnswer back = roster.run("restore --file", {roster.file("state id\n1000000001\n1000000004\n")});
        QCOMPARE(count(back, "restore"), 2);
        QCOMPARE(roster.grade("jdogwood"), QStringLiteral("10"));
    }

    void aStudentMovesToAnotherSchool_data() { addEngineRows(); }
    void aStudentMovesToAnotherSchool()
    {
        QFETCH(Engine, engine);
        const Roster roster(engine);
        const QString before = roster.ctl.contentHash();
        // by login and by state ID the same.
        const CtlAnswer byLogin = roster.run("migrate --student afir --to-school 100 --grade 9 --dry-run");
        const CtlAnswer byId = roster.run("migrate --student 1000000006 --to-school 100 --grade 09 --dry-run");
        QVERIFY2(byLogin.exitCode == 0, byLogin.told().constData());
        QCOMPARE(byLogin.json().value(QLatin1String("counts")), byId.json().value(QLatin1String("counts")));
        QCOMPARE(roster.ctl.contentHash(), before);
        // grade 8 is not served there, 11 is not one step.
        for (const char *grade : {"08", "11"}) {
            const CtlAnswer refused = roster.run("migrate --student afir --to-school 100 --grade", {QLatin1String(grade)});
            QVERIFY2(refused.exitCode == 3, refused.told().constData());
            QCOMPARE(codeAt(refused), QStringLiteral("K07"));
        }
        QCOMPARE(roster.ctl.contentHash(), before);
        const CtlAnswer done = roster.run("migrate --student afir --to-school 100 --grade 09 --set", {QStringLiteral("preferred_name=Ashley")});
        QVERIFY2(done.exitCode == 0, done.told().constData());
        QCOMPARE(count(done, "migrate"), 1);
        QCOMPARE(roster.student("afir").value(QLatin1String("school_code")).toString(), QStringLiteral("100"));
        QCOMPARE(roster.student("afir").value(QLatin1String("preferred_name")).toString(), QStringLiteral("Ashley"));
        QCOMPARE(roster.student("afir").value(QLatin1String("login")).toString(), QStringLiteral("afir"));
        QCOMPARE(count(roster.run("migrate --student afir --to-school 100"), "unchanged"), 1);
        QCOMPARE(roster.undo(done), before);
        const CtlAnswer forced = roster.run("migrate --student afir --to-school 100 --grade 11 --override K07 --reason", {QStringLiteral("records office")});
        QVERIFY2(forced.exitCode == 0, forced.told().constData());
        QCOMPARE(roster.grade("afir"), QStringLiteral("11"));
    }

    void whatIsWrongInTheCallChangesNothing_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("no choice") << QStringLiteral("upgrade") << 2;
        QTest::newRow("both choices") << QStringLiteral("upgrade --file a --grade 9") << 2;
        QTest::newRow("no graduating year") << QStringLiteral("upgrade --grade 9") << 2;
        QTest::newRow("no grade") << QStringLiteral("upgrade --grade 99 --graduating-year 2030") << 2;
        QTest::newRow("missing file") << QStringLiteral("upgrade --file nowhere.csv") << 4;
        QTest::newRow("folder") << QStringLiteral("archive --file /") << 4;
        QTest::newRow("unknown student") << QStringLiteral("move --student nobody --up") << 4;
        QTest::newRow("unknown student to retain") << QStringLiteral("upgrade --grade 9 --graduating-year 2030 --retain nobody") << 4;
        QTest::newRow("up and back") << QStringLiteral("move --student ralder --up --back") << 2;
        QTest::newRow("unknown school") << QStringLiteral("migrate --student ralder --to-school 999") << 3;
        QTest::newRow("half a field") << QStringLiteral("migrate --student ralder --to-school 200 --set email") << 2;
        QTest::newRow("a field with rules") << QStringLiteral("migrate --student ralder --to-school 200 --set status=archived") << 3;
        QTest::newRow("override without reason") << QStringLiteral("move --student ralder --back --override K07") << 2;
        QTest::newRow("two ways to archive") << QStringLiteral("archive --student ralder --graduating-year 2030") << 2;
    }
    void whatIsWrongInTheCallChangesNothing()
    {
        QFETCH(QString, call);
        QFETCH(int, exitCode);
        static const Roster roster(Engine::Sqlite);
        const QString before = roster.ctl.contentHash();
        const CtlAnswer answer = roster.ctl.json(call.split(QLatin1Char(' ')));
        QVERIFY2(answer.exitCode == exitCode, answer.told().constData());
        QVERIFY(!answer.errorCode().isEmpty());
        QCOMPARE(roster.ctl.contentHash(), before);
    }
};

QTEST_GUILESS_MAIN(TestCtlRoster)
#include "tst_ctlroster.moc"
