// SPDX-License-Identifier: GPL-3.0-or-later
// The kept error list and its way out and back: CK-4.1, CK-4.2, A-18 and A-24, on both engines.
#include "tests/support/ctl.h"
#include "tests/support/testdatabase.h"

#include <QTest>
#include <algorithm>

using namespace certdesk;
using namespace certdesk::test;

namespace {

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

/// School 100 with ten good rows in, and 31 rows of an unknown school kept.
class Desk
{
public:
    explicit Desk(Engine engine) : database(engine), ctl(database.urlText(), latin("admin"), TestDatabase::password())
    {
        const auto session = database.session();
        addSchool(*session, latin("100"), latin("Alder High School"));
        addSchool(*session, latin("200"), latin("Birch High School"));
    }
    QString path(const char *name) const { return folder.filePath(latin(name)); }
    CtlAnswer run(const char *words, const QStringList &more = {}) const { return ctl.json(latin(words).split(QLatin1Char(' ')) + more); }
    CtlAnswer importStudents(const QByteArray &lines, const QStringList &more = {}) const
    {
        const QByteArray header = "student_state_id,first_name,last_name,grade,school_code\n";
        return run("import students", QStringList{writeFile(path("in.csv"), header + lines)} + more);
    }
    int openIssues() const { return static_cast<int>(run("issues list").json().value(QLatin1String("rows")).toArray().size()); }
    QByteArrayList exported(const char *name) const
    {
        run("issues export", {path(name)});
        QFile file(path(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QByteArrayList lines = file.readAll().split('\n');
        lines.removeAll(QByteArray());
        return lines;
    }

    TestDatabase database;
    Ctl ctl;
    QTemporaryDir folder;
};

QByteArray line(int number, const QByteArray &grade, const QByteArray &school = "100")
{
    return QByteArray::number(1000000000 + number) + ",Robin,Alder" + QByteArray(1, static_cast<char>('a' + number % 26)) + ',' + grade + ',' + school + '\n';
}

int count(const CtlAnswer &answer, const char *what)
{
    return answer.json().value(QLatin1String("counts")).toObject().value(QLatin1String(what)).toInt(-1);
}

QString batchOf(const CtlAnswer &answer)
{
    return QString::number(answer.json().value(QLatin1String("batch")).toInt());
}

QStringList codes(const CtlAnswer &answer)
{
    QStringList list;
    for (const QJsonValue &error : answer.json().value(QLatin1String("errors")).toArray())
        list.append(error.toObject().value(QLatin1String("code")).toString());
    return list;
}

/// Ten good rows and 31 that wait; the batch.
CtlAnswer keepThirtyOne(const Desk &desk)
{
    QByteArray lines;
    for (int i = 0; i < 41; ++i)
        lines += line(i, "10", i < 10 ? "100" : "777");
    return desk.importStudents(lines, {latin("--mode"), latin("good-rows")});
}

} // namespace

class TestCtlIssues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenCorrectedRowsAreSolvedOnce_data() { addEngineRows(); }
    void tenCorrectedRowsAreSolvedOnce()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        const CtlAnswer kept = keepThirtyOne(desk);
        QVERIFY2(kept.exitCode == 1, kept.told().constData());
        QCOMPARE(desk.openIssues(), 31);
        const QString before = desk.ctl.contentHash();
        QByteArrayList lines = desk.exported("fix.csv");
        QCOMPARE(lines.size(), 32);
        QCOMPARE(lines.first().trimmed(), QByteArray("student_state_id,first_name,last_name,grade,school_code,batch,row id,code,reason,suggestion"));
        QVERIFY2(lines[1].contains(",K13,"), lines[1].constData());
        for (int i = 1; i <= 10; ++i)
            lines[i].replace(",777,", ",100,");
        const QString file = writeFile(desk.path("fix.csv"), lines.join('\n'));

        const CtlAnswer dry = desk.run("issues import", {file, latin("--dry-run")});
        QCOMPARE(count(dry, "solved"), 10);
        QCOMPARE(desk.openIssues(), 31);
        QCOMPARE(desk.ctl.contentHash(), before);

        const CtlAnswer fixed = desk.run("issues import", {file});
        QVERIFY2(fixed.exitCode == 1, fixed.told().constData());
        QCOMPARE(count(fixed, "solved"), 10);
        QCOMPARE(count(fixed, "open"), 21);
        QCOMPARE(fixed.json().value(QLatin1String("rows")).toInt(), 31);
        QCOMPARE(desk.openIssues(), 21);
        QCOMPARE(desk.run("list students").json().value(QLatin1String("total")).toInt(), 20);
        // The new batch tells which one its rows waited in.
        const QJsonObject batch = desk.run("batches").json().value(QLatin1String("rows")).toArray().first().toObject();
        QCOMPARE(QString::number(batch.value(QLatin1String("parent")).toInt()), batchOf(kept));
        QCOMPARE(QString::number(batch.value(QLatin1String("id")).toInt()), batchOf(fixed));

        const QString after = desk.ctl.contentHash();
        const CtlAnswer again = desk.run("issues import", {file});
        QCOMPARE(count(again, "solved"), 0);
        QCOMPARE(count(again, "open"), 21);
        QCOMPARE(count(again, "alreadySolved"), 10);
        QVERIFY(again.json().value(QLatin1String("batch")).isNull());
        QVERIFY(codes(again).contains(latin("ISSUE-SOLVED")));
        QCOMPARE(desk.ctl.contentHash(), after);
        // Undone, the rows wait again.
        QCOMPARE(desk.run("undo", {batchOf(fixed)}).exitCode, 0);
        QCOMPARE(desk.ctl.contentHash(), before);
        QCOMPARE(desk.openIssues(), 31);
    }

    void aRenamedAndSortedFileGivesTheSame_data() { addEngineRows(); }
    void aRenamedAndSortedFileGivesTheSame()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        keepThirtyOne(desk);
        QByteArrayList lines = desk.exported("fix.csv");
        for (int i = 1; i <= 10; ++i)
            lines[i].replace(",777,", ",100,");
        const CtlAnswer plain = desk.run("issues import", {writeFile(desk.path("fix.csv"), lines.join('\n'))});
        QCOMPARE(count(plain, "solved"), 10);
        const QString after = desk.ctl.contentHash();
        QCOMPARE(desk.run("undo", {batchOf(plain)}).exitCode, 0);
        std::reverse(lines.begin() + 1, lines.end());
        const CtlAnswer sorted = desk.run("issues import", {writeFile(desk.path("Corrected by Robin.csv"), lines.join('\n'))});
        QCOMPARE(count(sorted, "solved"), 10);
        QCOMPARE(count(sorted, "open"), 21);
        QCOMPARE(desk.ctl.contentHash(), after);
    }

    void onlyTheNamedRowsAreTouched_data() { addEngineRows(); }
    void onlyTheNamedRowsAreTouched()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        keepThirtyOne(desk);
        const QByteArrayList lines = desk.exported("fix.csv");
        QByteArray good = lines[1];
        good.replace(",777,", ",100,");
        QByteArray twice = good;
        QByteArray unknown = lines[2];
        unknown.replace(",1,", ",77,"); // no such batch
        const QByteArray stranger = "1999999999,Kim,Cedar,10,100,,,,,\n";
        const QString file = writeFile(desk.path("part.csv"), lines[0] + '\n' + good + '\n' + twice + '\n' + unknown + '\n' + stranger);
        const CtlAnswer answer = desk.run("issues import", {file});
        QVERIFY2(answer.exitCode == 1, answer.told().constData());
        QCOMPARE(count(answer, "solved"), 1);
        QCOMPARE(count(answer, "unknown"), 3);
        QCOMPARE(codes(answer).count(latin("ISSUE-UNKNOWN")), 3);
        QCOMPARE(desk.openIssues(), 30);
        QCOMPARE(desk.run("list students").json().value(QLatin1String("total")).toInt(), 11);
    }

    void aWorkbookComesBackUnchangedWhenTheCauseIsGone_data() { addEngineRows(); }
    void aWorkbookComesBackUnchangedWhenTheCauseIsGone()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        QCOMPARE(desk.importStudents(line(1, "10") + line(2, "10", "0300") + line(3, "11", "0300"), {latin("--mode"), latin("good-rows")}).exitCode, 1);
        const CtlAnswer exported = desk.run("issues export", {desk.path("fix.xlsx")});
        QCOMPARE(exported.json().value(QLatin1String("total")).toInt(), 2);
        QCOMPARE(desk.run("issues import", {desk.path("fix.xlsx")}).exitCode, 1);
        addSchool(*desk.database.session(), latin("0300"));
        const CtlAnswer fixed = desk.run("issues import", {desk.path("fix.xlsx")});
        QVERIFY2(fixed.exitCode == 0, fixed.told().constData());
        QCOMPARE(count(fixed, "solved"), 2);
        QCOMPARE(desk.openIssues(), 0);
    }

    void everybodyFromElsewhereMovesButNotTheWrongPerson_data() { addEngineRows(); }
    void everybodyFromElsewhereMovesButNotTheWrongPerson()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        QCOMPARE(desk.importStudents(line(1, "10", "200") + line(2, "10", "200") + line(3, "10", "200")).exitCode, 0);
        const auto session = desk.database.session();
        Record group(EntityKind::Group);
        group.set("school_id", Value(desk.run("list schools --where school_code=200").json().value(QLatin1String("rows")).toArray().first().toObject().value(QLatin1String("id")).toInteger()));
        group.set("school_year", Value(2027)).set("kind", Value(latin("section"))).set("group_name", Value(latin("Algebra")));
        const qint64 groupId = insertRecord(*session, group);
        Record member(EntityKind::Member);
        member.set("group_id", Value(groupId));
        member.set("student_id", Value(desk.run("list students --where student_state_id=1000000001").json().value(QLatin1String("rows")).toArray().first().toObject().value(QLatin1String("id")).toInteger()));
        insertRecord(*session, member);
        const CtlAnswer kept = desk.importStudents(line(1, "10") + line(2, "10") + "1000000003,Ash,Quince,10,100\n", {latin("--mode"), latin("good-rows")});
        QCOMPARE(codes(kept).count(latin("K02")), 3);
        const QString before = desk.ctl.contentHash();

        const CtlAnswer moved = desk.run("issues migrate-all");
        QVERIFY2(moved.exitCode == 1, moved.told().constData());
        QCOMPARE(count(moved, "solved"), 2);
        QCOMPARE(count(moved, "open"), 1);
        QVERIFY(codes(moved).contains(latin("K06")));
        const auto at = [&desk](const char *school) { return desk.run("list students --where", {latin("school_code=") + latin(school)}).json().value(QLatin1String("total")).toInt(); };
        QCOMPARE(at("100"), 2);
        QCOMPARE(at("200"), 1);
        const QJsonArray members = desk.run("list members").json().value(QLatin1String("rows")).toArray();
        QCOMPARE(members.first().toObject().value(QLatin1String("to_date")).toString(), latin("2027-05-31"));
        QCOMPARE(desk.run("undo", {batchOf(moved)}).exitCode, 0);
        QCOMPARE(desk.ctl.contentHash(), before);
        // Undo of one row takes back the end of the membership too.
        const CtlAnswer second = desk.run("issues migrate-all");
        QCOMPARE(count(second, "solved"), 2);
        const CtlAnswer part = desk.run("undo", {batchOf(second), latin("--rows"), latin("2")});
        QVERIFY2(part.exitCode == 0, part.told().constData());
        QVERIFY(desk.run("list members").json().value(QLatin1String("rows")).toArray().first().toObject().value(QLatin1String("to_date")).isNull());
        QCOMPARE(at("100"), 1);
    }

    void whatIsNoFixFileIsRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("code");
        QTest::newRow("a roster") << latin("student_state_id,grade\n1,2\n") << latin("H03");
        QTest::newRow("empty") << QString() << latin("F01");
    }
    void whatIsNoFixFileIsRefused()
    {
        QFETCH(QString, file);
        QFETCH(QString, code);
        const Desk desk(Engine::Sqlite);
        const CtlAnswer answer = desk.run("issues import", {writeFile(desk.path("x.csv"), file.toUtf8())});
        QVERIFY2(answer.exitCode == 4, answer.told().constData());
        QCOMPARE(answer.errorCode(), code);
        QCOMPARE(desk.run("issues import", {desk.path("nowhere.csv")}).exitCode, 4);
        QCOMPARE(desk.run("issues export", {latin("/")}).exitCode, 4);
        QCOMPARE(desk.run("issues import").exitCode, 2);
    }
};

QTEST_GUILESS_MAIN(TestCtlIssues)
#include "tst_ctlissues.moc"
