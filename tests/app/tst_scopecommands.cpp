// SPDX-License-Identifier: GPL-3.0-or-later
// A teacher sees no row of another by any subcommand; an administrator of one school only that school.
#include "models/store/view.h"
#include "tests/support/ctl.h"
#include "tests/support/scopefixture.h"

#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

class TestScopeCommands : public QObject
{
    Q_OBJECT

    static QStringList everySubcommand()
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
