// SPDX-License-Identifier: GPL-3.0-or-later
// groups, passwords and the staff side of archive and restore through the real program, on both engines.
#include "tests/support/ctl.h"
#include "tests/support/scopefixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

/// Ninth and tenth graders of school 100, two classes of this year with a teacher.
class Roster
{
public:
    explicit Roster(Engine engine) : database(engine), ctl(database.urlText(), QStringLiteral("admin"), TestDatabase::password())
    {
        import("schools", "school_code,name,low_grade,high_grade\n100,Alder High School,09,12\n200,Birch Middle School,06,08\n");
        import("students", "student_state_id,login,first_name,last_name,grade,school_code\n0000000001,ralder,Robin,Alder,09,100\n"
                           "0000000002,sbirch,Sam,Birch,09,100\n0000000003,kcedar,Kim,Cedar,10,100\n0000000004,afir,Ash,Fir,08,200\n");
        import("staff", "staff_id,login,email,first_name,last_name,school_code\nT1,tbeech,tbeech@d1.example,Terry,Beech,100\nT2,telm,telm@d1.example,Taylor,Elm,100\n");
        run("groups create --name Algebra --year 2026-27 --student ralder --student sbirch --staff T1");
        run("groups create --name Biology --year 2026-27 --student kcedar --staff T1");
    }
    void import(const char *kind, const QByteArray &content) const
    {
        const CtlAnswer answer = ctl.json({QStringLiteral("import"), QLatin1String(kind), writeFile(folder.filePath(QStringLiteral("in.csv")), content)});
        if (answer.exitCode != 0)
            qFatal("%s cannot be imported: %s", kind, answer.told().constData());
    }
    CtlAnswer run(const char *words, const QStringList &more = {}) const
    {
        return ctl.json(QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts) + more);
    }
    QJsonArray list(const char *words) const { return run(words).json().value(QLatin1String("rows")).toArray(); }
    QStringList members(const QString &group) const
    {
        QStringList logins;
        for (const QJsonValue &row : run("list members --where to_date= --where", {QStringLiteral("group_name=") + group}).json().value(QLatin1String("rows")).toArray())
            logins.append(row[QLatin1String("login")].toString());
        logins.sort();
        return logins;
    }
    static QString batchOf(const CtlAnswer &answer) { return QString::number(answer.json().value(QLatin1String("batch")).toInt()); }
    static int count(const CtlAnswer &answer, const char *status) { return answer.json().value(QLatin1String("counts")).toObject().value(QLatin1String(status)).toInt(); }

    TestDatabase database;
    Ctl ctl;
    QTemporaryDir folder;
};

} // namespace

class TestCtlGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lastYearsGroupsGoAndComeBack_data() { addEngineRows(); }
    void lastYearsGroupsGoAndComeBack()
    {
        QFETCH(Engine, engine);
        const Roster roster(engine);
        QCOMPARE(roster.list("list groups").size(), 2);
        QVERIFY(roster.run("groups keep --group Biology").exitCode == 0);
        const QString before = roster.ctl.contentHash();
        const CtlAnswer dry = roster.run("groups archive-all --school 100 --dry-run");
        QVERIFY2(dry.exitCode == 0, dry.told().constData());
        QVERIFY(dry.json().value(QLatin1String("batch")).isNull() && dry.json().value(QLatin1String("dryRun")).toBool());
        QCOMPARE(roster.ctl.contentHash(), before);
        const CtlAnswer done = roster.run("groups archive-all --school 100 --reason August");
        QCOMPARE(done.json().value(QLatin1String("counts")), dry.json().value(QLatin1String("counts")));
        QCOMPARE(Roster::count(done, "archive"), 1);
        QCOMPARE(Roster::count(done, "skipped"), 1);
        const QJsonArray left = roster.list("list groups");
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first()[QLatin1String("keep")].toBool(), true);
        const QJsonArray archived = roster.list("list groups --archived --where group_name=Algebra");
        QCOMPARE(archived.first()[QLatin1String("archived_on")].toString(), QStringLiteral("2027-05-31"));
        QVERIFY(roster.run("groups restore").exitCode == 0);
        QCOMPARE(roster.list("list groups").size(), 2);
        QCOMPARE(roster.members(QStringLiteral("Algebra")), (QStringList{QStringLiteral("ralder"), QStringLiteral("sbirch")}));
        const CtlAnswer again = roster.run("groups archive-all");
        QVERIFY(roster.run("undo", {Roster::batchOf(again)}).exitCode == 0);
        QCOMPARE(roster.ctl.contentHash(), before);
    }

    void deletingIsForGood_data() { addEngineRows(); }
    void deletingIsForGood()
    {
        QFETCH(Engine, engine);
        const Roster roster(engine);
        const QString before = roster.ctl.contentHash();
        QCOMPARE(roster.run("groups delete-all").exitCode, 2);
        const CtlAnswer wrong = roster.run("groups delete-all --count 3");
        QCOMPARE(wrong.exitCode, 3);
        QVERIFY(wrong.error().value(QLatin1String("message")).toString().contains(QLatin1Char('2')));
        QCOMPARE(roster.ctl.contentHash(), before);
        const CtlAnswer done = roster.run("groups delete-all --count 2");
        QVERIFY2(done.exitCode == 0, done.told().constData());
        QVERIFY(done.json().value(QLatin1String("batch")).isNull());
        QVERIFY(roster.list("list groups --archived").isEmpty());
        QCOMPARE(roster.list("list students").size(), 4);
        QVERIFY(roster.run("verify-database").exitCode == 0);
        if (engine == Engine::Sqlite) {
            roster.run("groups create --name Late --year 2026-27 --student afir");
            const QString backup = roster.folder.filePath(QStringLiteral("before.db"));
            QVERIFY(roster.run("groups delete --group Late --count 1 --backup", {backup}).exitCode == 0);
            QVERIFY(QFile::exists(backup));
        }
    }

    void gradeLevelGroupsFollowTheRoster_data() { addEngineRows(); }
    void gradeLevelGroupsFollowTheRoster()
    {
        QFETCH(Engine, engine);
        const Roster roster(engine);
        const CtlAnswer made = roster.run("groups create-grade-level --school 100");
        QVERIFY2(made.exitCode == 0, made.told().constData());
        QCOMPARE(Roster::count(made, "create"), 4);
        QCOMPARE(made.json().value(QLatin1String("year")).toString(), QStringLiteral("2027-28"));
        QCOMPARE(roster.members(QStringLiteral("Grade 09")), (QStringList{QStringLiteral("ralder"), QStringLiteral("sbirch")}));
        const QString before = roster.ctl.contentHash();
        const CtlAnswer moved = roster.run("move --student ralder --up");
        QVERIFY2(moved.exitCode == 0, moved.told().constData());
        QCOMPARE(roster.members(QStringLiteral("Grade 10")), (QStringList{QStringLiteral("kcedar"), QStringLiteral("ralder")}));
        QVERIFY(roster.run("undo", {Roster::batchOf(moved)}).exitCode == 0);
        QCOMPARE(roster.ctl.contentHash(), before);
        // An import brings somebody in, a migration brings somebody over.
        roster.import("students", "student_state_id,login,first_name,last_name,grade,school_code\n0000000009,nnew,Nor,New,09,100\n");
        QVERIFY(roster.members(QStringLiteral("Grade 09")).contains(QStringLiteral("nnew")));
        const CtlAnswer came = roster.run("migrate --student afir --to-school 100 --grade 09");
        QVERIFY2(came.exitCode == 0, came.told().constData());
        QVERIFY(roster.members(QStringLiteral("Grade 09")).contains(QStringLiteral("afir")));
        QVERIFY(roster.run("archive --student sbirch").exitCode == 0);
        QVERIFY(!roster.members(QStringLiteral("Grade 09")).contains(QStringLiteral("sbirch")));
        QCOMPARE(roster.list("list groups --where kind=grade-level").size(), 4);
        QCOMPARE(roster.run("groups create-grade-level --school 100").json().value(QLatin1String("batch")).isNull(), true);
    }

    void unknownStudentsHoldBack()
    {
        const Roster roster(Engine::Sqlite);
        const CtlAnswer refused = roster.run("groups add-members --group Algebra --student kcedar --student nobody");
        QCOMPARE(refused.exitCode, 3);
        QCOMPARE(refused.json().value(QLatin1String("errors")).toArray().first()[QLatin1String("code")].toString(), QStringLiteral("K01"));
        QCOMPARE(roster.run("groups add-members --group Algebra --student kcedar --student nobody --dry-run").exitCode, 1);
        QCOMPARE(roster.members(QStringLiteral("Algebra")).size(), 2);
        QCOMPARE(roster.run("groups create --name Both --student ralder --grade 9").exitCode, 2);
        QCOMPARE(roster.run("groups archive --group Nowhere").exitCode, 4);
        QVERIFY(roster.run("groups create ralder sbirch --name Club --year 2026-27").exitCode == 0);
        QCOMPARE(roster.members(QStringLiteral("Club")).size(), 2);
    }

    void passwordsForAll_data() { addEngineRows(); }
    void passwordsForAll()
    {
        QFETCH(Engine, engine);
        const Roster roster(engine);
        const QString file = writeFile(roster.folder.filePath(QStringLiteral("word.txt")), "tulip wagon 5583\n");
        QCOMPARE(roster.run("passwords --students").exitCode, 2);
        QCOMPARE(roster.run("passwords --shared-password-file", {file}).exitCode, 2);
        const CtlAnswer dry = roster.run("passwords --staff --dry-run --shared-password-file", {file});
        QVERIFY2(dry.exitCode == 0, dry.told().constData());
        QCOMPARE(Roster::count(dry, "create"), 2);
        QCOMPARE(dry.json().value(QLatin1String("leftOut")).toObject().value(QLatin1String("own")).toInt(), 1);
        const CtlAnswer done = roster.run("passwords --students --staff --school 100 --shared-password-file", {file});
        QVERIFY2(done.exitCode == 0, done.told().constData());
        QCOMPARE(done.json().value(QLatin1String("byRole")).toObject().value(QLatin1String("student")).toInt(), 3);
        const Ctl student(roster.database.urlText(), QStringLiteral("ralder"), QStringLiteral("tulip wagon 5583"));
        QCOMPARE(student.json({QStringLiteral("list"), QStringLiteral("students")}).errorCode(), QStringLiteral("PASSWORD-CHANGE"));
        QVERIFY(roster.run("undo", {Roster::batchOf(done)}).exitCode == 0);
        QCOMPARE(student.json({QStringLiteral("list"), QStringLiteral("students")}).errorCode(), QStringLiteral("SIGN-IN"));
        const QString out = roster.folder.filePath(QStringLiteral("words.csv"));
        const CtlAnswer each = roster.run("passwords --students --only ralder --generate", {out});
        QVERIFY2(each.exitCode == 0, each.told().constData());
        QFile words(out);
        QVERIFY(words.open(QIODevice::ReadOnly));
        QCOMPARE(words.readAll().count('\n'), 2);
        QCOMPARE(each.json().value(QLatin1String("file")).toString(), out);
    }

    void staffLeaveAndReturn_data() { addEngineRows(); }
    void staffLeaveAndReturn()
    {
        QFETCH(Engine, engine);
        const Roster roster(engine);
        const QString before = roster.ctl.contentHash();
        const CtlAnswer gone = roster.run("archive --staff tbeech --archive-reason left");
        QVERIFY2(gone.exitCode == 0, gone.told().constData());
        QCOMPARE(gone.json().value(QLatin1String("staff")).toArray().first()[QLatin1String("groups")].toInt(), 2);
        QCOMPARE(roster.list("list staff").size(), 1);
        // The classes remain and still name the teacher.
        QCOMPARE(roster.list("list groups --where group_name=Algebra").first()[QLatin1String("teacher_name")].toString(), QStringLiteral("Beech, Terry"));
        const QString leavers = writeFile(roster.folder.filePath(QStringLiteral("staff.csv")), "Staff ID,Last name\nT1,Beech\nT2,Elm\n");
        const CtlAnswer both = roster.run("archive --staff-file", {leavers});
        QVERIFY2(both.exitCode == 0, both.told().constData());
        QCOMPARE(Roster::count(both, "unchanged"), 1);
        QVERIFY(roster.list("list staff").isEmpty());
        QVERIFY(roster.run("restore --staff T1 --staff T2").exitCode == 0);
        QCOMPARE(roster.ctl.contentHash(), before);
        QCOMPARE(roster.run("archive --staff T1 --student ralder").exitCode, 2);
        QCOMPARE(roster.run("archive --staff nobody").exitCode, 3);
    }

    void teachersAreRefused()
    {
        const TestDatabase database(Engine::Sqlite);
        const ScopeFixture fixture(database);
        const Ctl ada(database.urlText(), QStringLiteral("ada"), ScopeFixture::password());
        const QString file = writeFile(QDir::temp().filePath(QStringLiteral("certdesk-word-%1.txt").arg(QCoreApplication::applicationPid())), "tulip wagon 5583\n");
        for (const QStringList &words : {QStringList{QStringLiteral("groups"), QStringLiteral("archive-all")},
                                         QStringList{QStringLiteral("groups"), QStringLiteral("delete-all"), QStringLiteral("--count"), QStringLiteral("3")},
                                         QStringList{QStringLiteral("groups"), QStringLiteral("create-grade-level")},
                                         QStringList{QStringLiteral("archive"), QStringLiteral("--staff"), QStringLiteral("S1")},
                                         QStringList{QStringLiteral("passwords"), QStringLiteral("--students"), QStringLiteral("--shared-password-file"), file}}) {
            const CtlAnswer refused = ada.json(words);
            QCOMPARE(refused.exitCode, 3);
            QCOMPARE(refused.errorCode(), QStringLiteral("K17"));
            QVERIFY(refused.error().value(QLatin1String("message")).toString().contains(QLatin1String("batch operations")));
        }
        QFile::remove(file);
    }
};

QTEST_GUILESS_MAIN(TestCtlGroups)
#include "tst_ctlgroups.moc"
