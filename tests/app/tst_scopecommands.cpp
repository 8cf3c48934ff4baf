// SPDX-License-Identifier: GPL-3.0-or-later
// A teacher sees no row of another by any subcommand; an administrator of one school only that school.
#include "models/store/view.h"
#include "tests/support/ctl.h"
#include "tests/support/scopefixture.h"

#include <QDir>
#include <QHash>
#include <QTest>
#include <memory>

using namespace certdesk;
using namespace certdesk::test;

class TestScopeCommands : public QObject
{
    Q_OBJECT

    QHash<Engine, std::shared_ptr<TestDatabase>> m_databases; ///< of wellFormedCallsTellNoMore

    static QStringList everySubcommand()
    {
        QStringList names;
        bool inside = false;
        for (const QString &line : QString::fromUtf8(Ctl()({QStringLiteral("--help")}).out).split(QLatin1Char('\n'))) {
            if (line.startsWith(QLatin1String("Subcommands")))
                inside = true;
            else if (inside && line.isEmpty())
                break;
            else if (inside && line.startsWith(QLatin1String("  "))) // chapters stand at the margin
                names.append(line.trimmed().section(QStringLiteral("  "), 0, 0));
        }
        return names;
    }

    static void addPeople()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("hidden");
        for (const Engine engine : engines()) {
            QTest::addRow("teacher %s", engineName(engine).constData()) << engine << QStringLiteral("ada") << ScopeFixture::hiddenFromTeacher();
            QTest::addRow("school administrator %s", engineName(engine).constData()) << engine << QStringLiteral("head") << ScopeFixture::hiddenFromSchool();
        }
    }

private Q_SLOTS:
    void cleanupTestCase() { m_databases.clear(); }

    void listsAndExportsHoldOnlyOwnRows_data() { addPeople(); }
    void listsAndExportsHoldOnlyOwnRows()
    {
        QFETCH(Engine, engine);
        QFETCH(QString, person);
        QFETCH(QString, hidden);
        const TestDatabase database(engine);
        const ScopeFixture fixture(database);
        const Ctl ctl(database.urlText(), person, ScopeFixture::password());
        const Ctl everything(database.urlText(), QStringLiteral("admin"), TestDatabase::password());
        QTemporaryDir folder;
        bool ownRowsSeen = false;
        for (const View &view : allViews()) {
            const CtlAnswer answer = ctl.json({QStringLiteral("list"), view.name, QStringLiteral("--archived")});
            QVERIFY2(answer.exitCode == 0, answer.told().constData());
            QVERIFY2(!answer.out.contains(hidden.toUtf8()), qPrintable(view.name));
            ownRowsSeen = ownRowsSeen || answer.out.contains("Fir");
            if (engine != Engine::Sqlite)
                continue;
            const QString path = folder.filePath(view.name + QStringLiteral(".csv"));
            QCOMPARE(ctl.json({QStringLiteral("list"), view.name, QStringLiteral("--archived"), QStringLiteral("--out"), path}).exitCode, 0);
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(hidden.toUtf8()), qPrintable(view.name));
        }
        QVERIFY(ownRowsSeen);
        // The fixture hides something at all: who may see everything does see it.
        QVERIFY(everything.json({QStringLiteral("list"), QStringLiteral("students")}).out.contains(hidden.toUtf8()));
    }

    void noSubcommandTellsMore_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("hidden");
        QTest::newRow("teacher") << QStringLiteral("ada") << ScopeFixture::hiddenFromTeacher();
        QTest::newRow("school administrator") << QStringLiteral("head") << ScopeFixture::hiddenFromSchool();
    }
    void noSubcommandTellsMore()
    {
        QFETCH(QString, person);
        QFETCH(QString, hidden);
        // The scope is one piece of SQL for both engines, which the lists above try on both.
        const TestDatabase database(Engine::Sqlite);
        const ScopeFixture fixture(database);
        const Ctl ctl(database.urlText(), person, ScopeFixture::password());
        QTemporaryDir folder;
        for (const QString &name : everySubcommand()) {
            static const QStringList withoutDatabase{QStringLiteral("sample"), QStringLiteral("version"), QStringLiteral("manual-page"), QStringLiteral("inspect")};
            if (withoutDatabase.contains(name))
                continue;
            const QStringList words = name.split(QLatin1Char(' '));
            const QString other = QString::number(fixture.farAttempt);
            const QString out = folder.filePath(QStringLiteral("out"));
            const bool writesFile = name.contains(QLatin1String("export")) || name == QLatin1String("backup");
            for (const QStringList &positionals : {QStringList{}, writesFile ? QStringList{out} : QStringList{other}}) {
                const CtlAnswer answer = ctl.json(words + positionals);
                QVERIFY2(answer.exitCode >= 0, qPrintable(name + QLatin1Char(' ') + positionals.join(QLatin1Char(' '))));
                QVERIFY2(!answer.out.contains(hidden.toUtf8()) && !answer.err.contains(hidden.toUtf8()), (name.toUtf8() + "\n" + answer.told()).constData());
                QFile written(out);
                if (written.open(QIODevice::ReadOnly))
                    QVERIFY2(!written.readAll().contains(hidden.toUtf8()), qPrintable(name));
            }
        }
    }

    void wellFormedCallsTellNoMore_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("call");
        // %f: a file that names students of others by state ID, by part of a name, with a wrong ID close to theirs.
        for (const Engine engine : engines()) {
            for (const char *call : {"info", "content-hash", "verify-database", "batches", "issues list --all", "issues export %o --all", "issues export %o --list --all", "issues import %f",
                                     "issues migrate-all --dry-run", "issues dismiss 1 --reason gone", "issues dismiss 2 --reason gone", "journal", "journal --entity students --key 1000000002",
                                     "check", "check --school 200", "check --format csv", "check --format html --out %o", "rules", "measure --truth %t", "events", "events --all", "messages",
                                     "user list", "role list", "category list", "group list", "compare", "import attempts %f", "import attempts %f --dry-run --errors %o",
                                     "import students %f --dry-run", "plan attempts %f --out %o", "inspect %f", "undo 1 --dry-run", "undo 2 --dry-run", "upgrade --file %f --dry-run",
                                     "upgrade --grade 10 --graduating-year 2029 --dry-run", "archive --student 1000000002 --dry-run", "restore --file %f --dry-run",
                                     "move --student 1000000002 --up --dry-run", "migrate --student 1000000003 --to-school 100 --dry-run",
                                     "attempt add student_state_id=1000000002 certificate_code=IT100 school_year=2026-27", "attempt set 2 note=x", "attempt void 2 --reason x",
                                     "verify 2", "unverify 2", "list students --where student_state_id=1000000002", "list attempts --where row_number=2", "list users --where name=bea",
                                     "list students --archived --format csv --out %o"})
                QTest::addRow("%s %s", call, engineName(engine).constData()) << engine << QString::fromLatin1(call);
        }
    }
    void wellFormedCallsTellNoMore()
    {
        QFETCH(Engine, engine);
        QFETCH(QString, call);
        if (!m_databases.contains(engine)) {
            m_databases.insert(engine, std::make_shared<TestDatabase>(engine));
            const ScopeFixture fixture(*m_databases[engine]);
        }
        QTemporaryDir folder;
        const QString out = folder.filePath(QStringLiteral("out.csv"));
        const QString file = writeFile(folder.filePath(QStringLiteral("in.csv")),
                                       "student_state_id,student name,login,first_name,last_name,grade,school_code,certificate_code,exam date,outcome,batch,row id\n"
                                       "1000000002,,,Robin,,10,100,IT100,2027-03-01,P,1,1\n1000000004,,,Robin,,10,100,IT100,2027-03-01,P,2,2\n,\"Gorse, Robin\",,Robin,Gorse,10,200,IT100,2027-03-01,P,1,9\n");
        const QString truth = writeFile(folder.filePath(QStringLiteral("truth.json")), "{\"asOf\":\"2027-05-31\",\"faults\":[]}");
        QStringList arguments = call.split(QLatin1Char(' '));
        arguments.replaceInStrings(QStringLiteral("%f"), file).replaceInStrings(QStringLiteral("%o"), out).replaceInStrings(QStringLiteral("%t"), truth);
        for (const bool isJson : {true, false}) {
            const Ctl ctl(m_databases[engine]->urlText(), QStringLiteral("ada"), ScopeFixture::password());
            const CtlAnswer answer = isJson ? ctl.json(arguments) : ctl(arguments);
            QVERIFY2(answer.exitCode >= 0 && answer.exitCode != 2, answer.told().constData());
            QByteArray told = answer.out + answer.err;
            for (const QString &name : QDir(folder.path()).entryList({QStringLiteral("out*")}, QDir::Files)) {
                QFile written(folder.filePath(name));
                told += written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
            }
            QVERIFY2(!told.contains(ScopeFixture::hiddenFromTeacher().toUtf8()), answer.told().constData());
        }
    }

    void whatATeacherMayNotDoIsRefused_data() { addEngineRows(); }
    void whatATeacherMayNotDoIsRefused()
    {
        QFETCH(Engine, engine);
        const TestDatabase database(engine);
        const ScopeFixture fixture(database);
        const Ctl ctl(database.urlText(), QStringLiteral("ada"), ScopeFixture::password());
        QTemporaryDir folder;
        const QString file = writeFile(folder.filePath(QStringLiteral("s.csv")), "school_code,name\n300,New School\n");
        const QString before = ctl.contentHash();
        for (const QStringList &call : {QStringList{QStringLiteral("import"), QStringLiteral("schools"), file}, QStringList{QStringLiteral("undo"), QStringLiteral("1")},
                                        QStringList{QStringLiteral("user"), QStringLiteral("disable"), QStringLiteral("admin")},
                                        QStringList{QStringLiteral("role"), QStringLiteral("grant"), QStringLiteral("teacher"), QStringLiteral("manage-users")},
                                        QStringList{QStringLiteral("journal")}, QStringList{QStringLiteral("backup"), folder.filePath(QStringLiteral("b"))},
                                        QStringList{QStringLiteral("copy-to"), folder.filePath(QStringLiteral("c.db"))}}) {
            const CtlAnswer answer = ctl.json(call);
            QVERIFY2(answer.exitCode == 3, answer.told().constData());
            QCOMPARE(answer.errorCode(), QStringLiteral("K17"));
        }
        QCOMPARE(ctl.contentHash(), before);
    }
};

QTEST_GUILESS_MAIN(TestScopeCommands)
#include "tst_scopecommands.moc"
