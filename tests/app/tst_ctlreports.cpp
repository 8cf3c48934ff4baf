// SPDX-License-Identifier: GPL-3.0-or-later
// report roster and report results through the real program; what is exported comes back without a change.
#include "models/intake/table.h"
#include "tests/support/ctl.h"
#include "tests/support/scopefixture.h"

#include <QFile>
#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

/// Students with everything a spreadsheet breaks: leading zeros, formulas, apostrophes, quotes, letters of all kinds.
const QByteArray damagingStudents = "student_state_id,local_id,login,first_name,last_name,grade,school_code,birth_date\n"
                                    "0000000001,007,ralder,=HYPERLINK(\"http://x.example\"),Alder,09,100,2011-03-04\n"
                                    "0000000002,0012,sbirch,'Aolani,\"O\"\"Brien, Jr.\",09,100,2011-12-31\n"
                                    "0000000003,15X,kcedar,+Kim,Nu\xc3\xb1" "ez,10,100,\n"
                                    "0000000004,00,afir,-Ash,@Fir,10,100,\n";

class Roster
{
public:
    explicit Roster(Engine engine) : database(engine), ctl(database.urlText(), QStringLiteral("admin"), TestDatabase::password())
    {
        import("schools", "school_code,name,low_grade,high_grade\n100,Alder High School,09,12\n");
        import("students", damagingStudents);
    }
    void import(const char *kind, const QByteArray &content) const
    {
        const CtlAnswer answer = ctl.json({QStringLiteral("import"), QLatin1String(kind), writeFile(path("in.csv"), content)});
        if (answer.exitCode != 0)
            qFatal("%s cannot be imported: %s", kind, answer.told().constData());
    }
    QString path(const char *name) const { return folder.filePath(QLatin1String(name)); }
    CtlAnswer run(const char *words, const QStringList &more = {}) const
    {
        return ctl.json(QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts) + more);
    }
    /// Three attempts of one student at one section, two of them taken; a single one of another.
    void addResults() const
    {
        const auto session = database.session();
        const auto students = session->records(EntityKind::Student);
        attempt(*session, students->at(0).id, 1, 61, dayNumber(2027, 1, 10));
        attempt(*session, students->at(0).id, 2, 55.5, dayNumber(2027, 4, 10));
        attempt(*session, students->at(0).id, 3, -1, 0);
        attempt(*session, students->at(1).id, 1, 70, dayNumber(2027, 1, 11));
    }
    static void attempt(Session &session, qint64 student, int number, double score, DayNumber day)
    {
        Record record(EntityKind::Assessment);
        record.set("student_id", Value(student)).set("school_year", Value(2027)).set("grade", Value(QStringLiteral("09"))).set("section_name", Value(QStringLiteral("Mathematics")));
        record.set("period_name", Value(QStringLiteral("Winter"))).set("attempt_number", Value(number)).set("state", Value(day ? QStringLiteral("taken") : QStringLiteral("open")));
        if (day != 0)
            record.set("score", Value(score)).set("taken_on", Value(day));
        insertRecord(session, record);
    }

    TestDatabase database;
    Ctl ctl;
    QTemporaryDir folder;
};

} // namespace

class TestCtlReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListComesBackUnchanged_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("file");
        QTest::newRow("list, CSV") << QStringLiteral("list students --out") << QStringLiteral("out.csv");
        QTest::newRow("list, XLSX") << QStringLiteral("list students --out") << QStringLiteral("out.xlsx");
        QTest::newRow("roster, CSV") << QStringLiteral("report roster --school 100 --out") << QStringLiteral("out.csv");
        QTest::newRow("roster, XLSX") << QStringLiteral("report roster --school 100 --out") << QStringLiteral("out.xlsx");
    }
    void aListComesBackUnchanged()
    {
        QFETCH(QString, words);
        QFETCH(QString, file);
        const Roster roster(Engine::Sqlite);
        const QString before = roster.ctl.contentHash();
        const QString out = roster.folder.filePath(file);
        const CtlAnswer written = roster.run(words.toLatin1().constData(), {out});
        QVERIFY2(written.exitCode == 0, written.told().constData());
        const auto table = readTableFile(out);
        QVERIFY(table);
        const int id = static_cast<int>(table->columns.indexOf(QStringLiteral("student_state_id")));
        QSet<QString> ids;
        for (int i = 0; i < table->rowCount(); ++i)
            ids.insert(table->text(i, id));
        QCOMPARE(ids.size(), 4);
        QVERIFY(ids.contains(QStringLiteral("0000000001")));
        const CtlAnswer back = roster.run("import students --year 2026-27", {out});
        QVERIFY2(back.exitCode == 0, back.told().constData());
        QCOMPARE(back.json().value(QLatin1String("counts")).toObject().value(QLatin1String("unchanged")).toInt(), 4);
        QCOMPARE(roster.ctl.contentHash(), before);
    }

    void everyListComesBackUnchanged_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("file");
        for (const char *file : {"out.csv", "out.xlsx"}) {
            const auto row = [file](const char *list, const char *kind) {
                QTest::addRow("%s, %s", list, file) << QString::fromLatin1(list) << QString::fromLatin1(kind) << QString::fromLatin1(file);
            };
            row("schools", "schools");
            row("staff", "staff");
            row("members", "groups");
        }
    }
    void everyListComesBackUnchanged()
    {
        QFETCH(QString, list);
        QFETCH(QString, kind);
        QFETCH(QString, file);
        const Roster roster(Engine::Sqlite);
        roster.import("staff", "staff_id,login,email,first_name,last_name,school_code\n007,tbeech,tbeech@d1.example,'Okina,=Beech,100\n");
        QVERIFY(roster.run("groups create --name =SUM(1) ralder kcedar --staff 007 --kind section --year 2026-27").exitCode == 0);
        QVERIFY(roster.run("groups create-grade-level --school 100").exitCode == 0);
        const QString before = roster.ctl.contentHash();
        const QString out = roster.folder.filePath(file);
        const CtlAnswer written = roster.run("list", {list, QStringLiteral("--out"), out});
        QVERIFY2(written.exitCode == 0, written.told().constData());
        const CtlAnswer back = roster.run("import", {kind, out});
        QVERIFY2(back.exitCode == 0, back.told().constData());
        const QJsonObject json = back.json();
        QCOMPARE(json.value(QLatin1String("counts")).toObject().value(QLatin1String("unchanged")).toInt(), json.value(QLatin1String("rows")).toInt());
        QVERIFY(json.value(QLatin1String("rows")).toInt() > 0);
        QCOMPARE(roster.ctl.contentHash(), before);
    }

    void formulasAreText()
    {
        const Roster roster(Engine::Sqlite);
        QVERIFY(roster.run("report roster --grade 9 --out", {roster.path("out.csv")}).exitCode == 0);
        QFile file(roster.path("out.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY2(content.contains("'=HYPERLINK") && !content.contains(",=HYPERLINK"), content.constData());
        QVERIFY(content.contains("0000000001") && content.contains(",007,"));
    }

    void theReportNamesItsRule_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<double>("score");
        QTest::addColumn<int>("attempt");
        QTest::newRow("latest") << QStringLiteral("latest") << 55.5 << 2;
        QTest::newRow("best") << QStringLiteral("best") << 61.0 << 1;
        QTest::newRow("first") << QStringLiteral("first") << 61.0 << 1;
        QTest::newRow("as-of") << QStringLiteral("as-of") << 61.0 << 1;
    }
    void theReportNamesItsRule()
    {
        QFETCH(QString, choice);
        QFETCH(double, score);
        QFETCH(int, attempt);
        const Roster roster(Engine::Sqlite);
        roster.addResults();
        QStringList more{QStringLiteral("--choice"), choice};
        if (choice == QLatin1String("as-of"))
            more += {QStringLiteral("--as-of"), QStringLiteral("2027-02-01")};
        const CtlAnswer answer = roster.run("report results --school 100 --year 2026-27", more);
        QVERIFY2(answer.exitCode == 0, answer.told().constData());
        const QJsonObject json = answer.json();
        QCOMPARE(json.value(QLatin1String("choice")).toString(), choice);
        QVERIFY(!json.value(QLatin1String("rule")).toString().isEmpty());
        QCOMPARE(json.value(QLatin1String("total")).toInt(), 2);
        const QJsonObject row = json.value(QLatin1String("rows")).toArray().first().toObject();
        QCOMPARE(row.value(QLatin1String("student_state_id")).toString(), QStringLiteral("0000000001"));
        QCOMPARE(row.value(QLatin1String("score")).toDouble(), score);
        QCOMPARE(row.value(QLatin1String("attempt_number")).toInt(), attempt);
        QCOMPARE(row.value(QLatin1String("attempts")).toInt(), 3);
        QCOMPARE(row.value(QLatin1String("choice")).toString(), choice);
    }

    void everyFormatIsWritten_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("csv") << QStringLiteral("csv") << QByteArray("section_name,");
        QTest::newRow("xlsx") << QStringLiteral("xlsx") << QByteArray("PK");
        QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF");
        QTest::newRow("html") << QStringLiteral("html") << QByteArray("<!DOCTYPE html>");
        QTest::newRow("json") << QStringLiteral("json") << QByteArray("{");
    }
    void everyFormatIsWritten()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, begins);
        const Roster roster(Engine::Sqlite);
        roster.addResults();
        const QString out = roster.path("report.") + format;
        const CtlAnswer answer = roster.run("report results --grade 9 --year 2026-27 --format", {format, QStringLiteral("--out"), out});
        QVERIFY2(answer.exitCode == 0, answer.told().constData());
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(begins));
    }

    void archivedStudentsStandInLastYearsReport_data() { addEngineRows(); }
    void archivedStudentsStandInLastYearsReport()
    {
        QFETCH(Engine, engine);
        const Roster roster(engine);
        const auto total = [&](const char *words) { return roster.run(words).json().value(QLatin1String("total")).toInt(-1); };
        QVERIFY(roster.run("groups create --name Club ralder sbirch kcedar --year 2026-27").exitCode == 0);
        QVERIFY(roster.run("archive --student sbirch").exitCode == 0);
        QCOMPARE(total("report roster --school 100"), 3);
        QCOMPARE(total("report roster --school 100 --archived"), 4);
        QCOMPARE(total("report roster --group Club"), 2);
        QCOMPARE(total("report roster --group Club --archived"), 3);
        // On a past day archived ones are there unless told otherwise.
        QCOMPARE(total("report roster --school 100 --as-of 2027-05-01"), 4);
        QCOMPARE(total("report roster --school 100 --as-of 2027-05-01 --no-archived"), 3);
        // Who was promoted since was in the grade before (A-23 for grades).
        QVERIFY(roster.run("move --student ralder --up").exitCode == 0);
        QCOMPARE(total("report roster --grade 9 --no-archived"), 0);
        QCOMPARE(total("report roster --grade 9 --year 2026-27 --no-archived"), 1);
        QCOMPARE(roster.run("report roster --group Club --as-of 2027-05-30").json().value(QLatin1String("total")).toInt(), 0); // not made yet
        QCOMPARE(roster.run("report roster").exitCode, 2);
        QCOMPARE(roster.run("report roster --group Nothing").errorCode(), QStringLiteral("NO-GROUP"));
        // The group remembers its report.
        const auto club = [&] { return roster.run("list groups --where group_name=Club").json().value(QLatin1String("rows")).toArray().first().toObject(); };
        QVERIFY(club().value(QLatin1String("last_report")).isNull() || club().value(QLatin1String("last_report")).toString().isEmpty());
        QVERIFY(roster.run("report roster --group Club --out", {roster.path("club.csv")}).exitCode == 0);
        QVERIFY(!club().value(QLatin1String("last_report")).toString().isEmpty());
        QCOMPARE(club().value(QLatin1String("members")).toInt(), 2);
    }

    void teachersGetTheirOwn_data() { addEngineRows(); }
    void teachersGetTheirOwn()
    {
        QFETCH(Engine, engine);
        const TestDatabase database(engine);
        const ScopeFixture fixture(database);
        const Ctl ada(database.urlText(), QStringLiteral("ada"), ScopeFixture::password());
        const CtlAnswer own = ada.json({QStringLiteral("report"), QStringLiteral("roster"), QStringLiteral("--group"), QStringLiteral("Own")});
        QVERIFY2(own.exitCode == 0, own.told().constData());
        QCOMPARE(own.json().value(QLatin1String("total")).toInt(), 1);
        const CtlAnswer other = ada.json({QStringLiteral("report"), QStringLiteral("roster"), QStringLiteral("--group"), QStringLiteral("Other") + ScopeFixture::hiddenFromTeacher()});
        QCOMPARE(other.errorCode(), QStringLiteral("NO-GROUP"));
        const CtlAnswer school = ada.json({QStringLiteral("report"), QStringLiteral("roster"), QStringLiteral("--school"), QStringLiteral("100")});
        QVERIFY(!school.out.contains(ScopeFixture::hiddenFromTeacher().toUtf8()));
        QCOMPARE(school.json().value(QLatin1String("total")).toInt(), 1);
        const Ctl tess(database.urlText(), QStringLiteral("tess"), ScopeFixture::password());
        QCOMPARE(tess.json({QStringLiteral("report"), QStringLiteral("roster"), QStringLiteral("--school"), QStringLiteral("100")}).errorCode(), QStringLiteral("K17"));
    }
};

QTEST_GUILESS_MAIN(TestCtlReports)
#include "tst_ctlreports.moc"
