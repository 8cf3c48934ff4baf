// SPDX-License-Identifier: GPL-3.0-or-later
// How certdeskctl is called and how it answers: exit codes, error documents, help.
#include "tests/support/ctl.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

class TestCallContract : public QObject
{
    Q_OBJECT

    static QStringList words(const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts); }

    /// The subcommands that the overview names.
    static QStringList subcommands()
    {
        QStringList names;
        bool inside = false;
        for (const QString &line : QString::fromUtf8(Ctl()({QStringLiteral("--help")}).out).split(QLatin1Char('\n'))) {
            if (line.startsWith(QLatin1String("Subcommands")))
                inside = true;
            else if (inside && line.isEmpty())
                break;
            else if (inside)
                names.append(line.trimmed().section(QStringLiteral("  "), 0, 0));
        }
        return names;
    }

private Q_SLOTS:
    void aWrongCallIsExitTwo_data()
    {
        QTest::addColumn<QString>("call");
        const auto row = [](const char *call) { QTest::newRow(call) << QString::fromLatin1(call); };
        row("");
        row("nonsense");
        row("user");
        row("list");
        row("list nothing");
        row("list students --unknown");
        row("--unknown list students");
        row("list students --where");
        row("list students --where grade");
        row("list students --where no_such_field=1");
        row("list students --columns no_such_field");
        row("list students --limit many");
        row("list students --as-of 2026-13-01");
        row("list students --json=yes");
        row("list students extra");
        row("list students --format csv");
        row("init --edition county --name A --code B --admin C");
        row("init --edition district");
        row("import students");
        row("import nothing file.csv");
        row("import students file.csv --year 26");
        row("import students file.csv --override K07");
        row("import students file.csv --map nothing=Column");
        row("undo many");
        row("user add somebody");
        row("role grant teacher no-such-right");
        row("issues dismiss 1");
        row("journal --key 1");
    }
    void aWrongCallIsExitTwo()
    {
        QFETCH(QString, call);
        static const TestDatabase database(Engine::Sqlite);
        const Ctl ctl(database.urlText(), QStringLiteral("admin"), TestDatabase::password());
        const CtlAnswer answer = ctl.json(call.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        QVERIFY2(answer.exitCode == 2, answer.told().constData());
        QCOMPARE(answer.error().value(QLatin1String("kind")).toString(), QStringLiteral("Invalid"));
        QVERIFY(!answer.error().value(QLatin1String("message")).toString().isEmpty());
    }

    void withoutDatabaseOrPersonTheCallIsWrong()
    {
        QCOMPARE(Ctl().json(words("list students")).exitCode, 2);
        const TestDatabase database(Engine::Sqlite);
        QCOMPARE(Ctl(database.urlText()).json(words("list students")).exitCode, 2);
        QCOMPARE(Ctl(database.urlText(), QStringLiteral("admin")).json(words("list students")).exitCode, 2);
    }

    void aWrongPasswordIsRefused()
    {
        const TestDatabase database(Engine::Sqlite);
        for (const char *name : {"admin", "nobody"}) {
            const CtlAnswer answer = Ctl(database.urlText(), QString::fromLatin1(name), QStringLiteral("wrong")).json(words("list students"));
            QCOMPARE(answer.exitCode, 3);
            QCOMPARE(answer.error().value(QLatin1String("kind")).toString(), QStringLiteral("Denied"));
            QCOMPARE(answer.errorCode(), QStringLiteral("SIGN-IN"));
            for (const char *part : {"message", "next"})
                QVERIFY(!answer.error().value(QLatin1String(part)).toString().isEmpty());
        }
    }

    void anErrorWithoutJsonIsOnStandardError()
    {
        const CtlAnswer answer = Ctl(QStringLiteral("/nowhere/at/all.db"))(words("info"));
        QCOMPARE(answer.exitCode, 4);
        QVERIFY(answer.out.isEmpty());
        QVERIFY(answer.err.contains("DB-MISSING"));
    }

    void commonOptionsStandAnywhere()
    {
        const TestDatabase database(Engine::Sqlite);
        const Ctl bare(QString(), QString(), TestDatabase::password());
        const QStringList before{QStringLiteral("--json"), QStringLiteral("--database"), database.urlText(), QStringLiteral("--user=admin"), QStringLiteral("list"), QStringLiteral("users")};
        const QStringList after{QStringLiteral("list"), QStringLiteral("users"), QStringLiteral("--user"), QStringLiteral("admin"), QStringLiteral("--database=") + database.urlText(), QStringLiteral("--json")};
        const CtlAnswer first = bare(before);
        QVERIFY2(first.exitCode == 0, first.told().constData());
        QCOMPARE(bare(after).out, first.out);
        QCOMPARE(first.json().value(QLatin1String("total")).toInt(), 1);
    }

    void everySubcommandHasHelpAndAPlaceInTheManual()
    {
        const QStringList names = subcommands();
        QVERIFY(names.size() > 20);
        const QByteArray manual = Ctl()({QStringLiteral("manual-page")}).out;
        for (const QString &name : names) {
            const CtlAnswer help = Ctl()(name.split(QLatin1Char(' ')) + QStringList{QStringLiteral("--help")});
            QVERIFY2(help.exitCode == 0 && help.out.startsWith("certdeskctl " + name.toUtf8()), qPrintable(name));
            QVERIFY2(manual.contains(".SS " + QString(name).replace(QLatin1Char('-'), QLatin1String("\\-")).toUtf8()), qPrintable(name));
        }
    }

    void noPasswordCanStandInTheCall()
    {
        const QByteArray manual = Ctl()({QStringLiteral("manual-page")}).out;
        QVERIFY(!manual.contains(".B \\-\\-password "));
        QCOMPARE(Ctl()({QStringLiteral("list"), QStringLiteral("students"), QStringLiteral("--password"), QStringLiteral("x")}).exitCode, 2);
    }

    void aDatabaseIsMadeOnceAndTellsWhatItIs_data() { addEngineRows(); }
    void aDatabaseIsMadeOnceAndTellsWhatItIs()
    {
        QFETCH(Engine, engine);
        QTemporaryDir folder;
        const DatabaseUrl place = TestDatabase::emptyPlace(engine, folder);
        const Ctl ctl(place.display(), QString(), TestDatabase::password());
        const QStringList init{QStringLiteral("init"), QStringLiteral("--edition"), QStringLiteral("district"), QStringLiteral("--name"), QStringLiteral("Pine County"),
                               QStringLiteral("--code"), QStringLiteral("D7"), QStringLiteral("--admin"), QStringLiteral("root.person")};
        QCOMPARE(ctl.json(init).exitCode, 0);
        const QString hash = ctl.contentHash();
        const CtlAnswer again = ctl.json(init);
        QCOMPARE(again.exitCode, 3);
        QCOMPARE(again.errorCode(), QStringLiteral("DB-EXISTS"));
        QCOMPARE(ctl.contentHash(), hash);
        const QJsonObject info = ctl.json({QStringLiteral("info")}).json();
        QCOMPARE(info.value(QLatin1String("edition")).toString(), QStringLiteral("district"));
        QCOMPARE(info.value(QLatin1String("code")).toString(), QStringLiteral("D7"));
        QCOMPARE(info.value(QLatin1String("engine")).toString(), QString::fromLatin1(engineName(engine)));
        QCOMPARE(info.value(QLatin1String("rows")).toObject().value(QLatin1String("users")).toInt(), 1);
        TestDatabase::drop(place);
    }

    void aWeakPasswordMakesNoDatabase()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("new.db"));
        const CtlAnswer answer = Ctl(path, QString(), QStringLiteral("password123")).json(words("init --edition state --name S --code ST --admin boss"));
        QCOMPARE(answer.exitCode, 3);
        QCOMPARE(answer.errorCode(), QStringLiteral("C12"));
        QVERIFY(!QFile::exists(path));
    }

    void aListHasTheAgreedShape_data() { addEngineRows(); }
    void aListHasTheAgreedShape()
    {
        QFETCH(Engine, engine);
        const TestDatabase database(engine);
        const auto session = database.session();
        const qint64 school = addSchool(*session, QStringLiteral("0100"));
        addStudent(*session, school, QStringLiteral("0000000001"), QStringLiteral("Alder"), QStringLiteral("Robin"), QStringLiteral("10"));
        addStudent(*session, school, QStringLiteral("0000000002"), QStringLiteral("=Beech"), QStringLiteral("Kim"), QStringLiteral("11"));
        const Ctl ctl(database.urlText(), QStringLiteral("admin"), TestDatabase::password());
        const QJsonObject all = ctl.json(words("list students")).json();
        QCOMPARE(all.value(QLatin1String("entity")).toString(), QStringLiteral("students"));
        QCOMPARE(all.value(QLatin1String("total")).toInt(), 2);
        const QJsonObject first = all.value(QLatin1String("rows")).toArray().last().toObject();
        QCOMPARE(first.value(QLatin1String("student_state_id")).toString(), QStringLiteral("0000000001"));
        QCOMPARE(first.value(QLatin1String("school_code")).toString(), QStringLiteral("0100"));
        const QJsonObject some = ctl.json(words("list students --where grade=11 --columns student_state_id,grade --limit 5")).json();
        QCOMPARE(some.value(QLatin1String("total")).toInt(), 1);
        QCOMPARE(some.value(QLatin1String("rows")).toArray().first().toObject().size(), 2);
        QCOMPARE(ctl.json(words("list students --limit 1")).json().value(QLatin1String("rows")).toArray().size(), 1);
        QCOMPARE(ctl.json(words("list students --limit 1")).json().value(QLatin1String("total")).toInt(), 2);
    }

    void anExportIsSafePrivateAndJournaled_data() { addEngineRows(); }
    void anExportIsSafePrivateAndJournaled()
    {
        QFETCH(Engine, engine);
        const TestDatabase database(engine);
        const auto session = database.session();
        const qint64 school = addSchool(*session, QStringLiteral("0100"));
        addStudent(*session, school, QStringLiteral("0000000002"), QStringLiteral("=Beech"), QStringLiteral("Kim"), QStringLiteral("11"));
        const Ctl ctl(database.urlText(), QStringLiteral("admin"), TestDatabase::password());
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("students.csv"));
        QCOMPARE(ctl.json(words("list students --columns last_name,student_state_id --format csv --out") + QStringList{path}).exitCode, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("last_name,student_state_id\r\n'=Beech,0000000002\r\n"));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
        QCOMPARE(ctl.json(words("list students --format xlsx --out") + QStringList{folder.filePath(QStringLiteral("s.xlsx"))}).exitCode, 0);
        const QJsonArray journal = ctl.json(words("journal --limit 2")).json().value(QLatin1String("entries")).toArray();
        QCOMPARE(journal.first().toObject().value(QLatin1String("command")).toString(), QStringLiteral("Export"));
        QCOMPARE(journal.first().toObject().value(QLatin1String("note")).toObject().value(QLatin1String("rows")).toInt(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCallContract)
#include "tst_callcontract.moc"
