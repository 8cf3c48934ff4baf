// SPDX-License-Identifier: GPL-3.0-or-later
// check, rules, rule import, rule archive and measure through the real program, on a sample, on both engines.
#include "tests/support/ctl.h"
#include "tests/support/scopefixture.h"
#include "tests/support/testdatabase.h"

#include <QFile>
#include <QHash>
#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

QJsonArray list(const CtlAnswer &answer, const char *name)
{
    return answer.json().value(QLatin1String(name)).toArray();
}

const QByteArray rule = "-- code: LO-01\n-- title: A tenth grader\n-- severity: INFO\n-- entity: student\n-- message: {name} is in grade 10\n"
                        "-- how_to_fix: Nothing to do.\n-- version: 1\n-- inputs: student(grade, first_name)\n-- citation: none\n"
                        "SELECT s.id AS record_key, s.first_name AS name FROM student s WHERE s.grade = '10'\n";

} // namespace

class TestCtlChecks : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QHash<QString, QString> m_passwords;
    QHash<Engine, DatabaseUrl> m_databases;

    QString inFolder(const char *name) const { return m_folder.filePath(latin(name)); }
    Ctl as(Engine engine, const char *person) const { return Ctl(m_databases[engine].display(), latin(person), m_passwords[latin(person)]); }
    Ctl admin(Engine engine) const { return as(engine, "dana.admin"); }

private Q_SLOTS:
    void initTestCase()
    {
        const QString sample = inFolder("sample");
        const CtlAnswer made = Ctl().json({latin("sample"), latin("--into"), sample});
        QVERIFY2(made.exitCode == 0, made.told().constData());
        QFile accounts(sample + latin("/accounts.txt"));
        QVERIFY(accounts.open(QIODevice::ReadOnly));
        for (const QString &line : QString::fromUtf8(accounts.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            const QStringList parts = line.split(QLatin1Char('\t'));
            if (parts.value(0) == latin("district.db"))
                m_passwords.insert(parts.value(1), parts.value(3));
        }
        m_databases.insert(Engine::Sqlite, *DatabaseUrl::parse(sample + latin("/district.db")));
        if (!engines().contains(Engine::Postgresql))
            return;
        m_databases.insert(Engine::Postgresql, TestDatabase::emptyPlace(Engine::Postgresql, m_folder));
        const CtlAnswer copied = admin(Engine::Sqlite).json({latin("copy-to"), m_databases[Engine::Postgresql].display()});
        QVERIFY2(copied.exitCode == 0, copied.told().constData());
    }
    void cleanupTestCase()
    {
        if (m_databases.contains(Engine::Postgresql))
            TestDatabase::drop(m_databases[Engine::Postgresql]);
    }

    void everyPlantedFaultIsFoundAndNothingElse_data() { addEngineRows(); }
    void everyPlantedFaultIsFoundAndNothingElse()
    {
        QFETCH(Engine, engine);
        const CtlAnswer answer = admin(engine).json({latin("measure"), latin("--truth"), inFolder("sample/truth.json")});
        QVERIFY2(answer.exitCode == 0, answer.told().constData());
        int positives = 0;
        for (const QJsonValue &value : list(answer, "rules")) {
            const QJsonObject entry = value.toObject();
            for (const char *key : {"code", "severity", "positives", "found", "false", "precision", "recall"})
                QVERIFY2(entry.contains(QLatin1String(key)), key);
            QCOMPARE(entry.value(QLatin1String("precision")).toDouble(), 1.0);
            QCOMPARE(entry.value(QLatin1String("recall")).toDouble(), 1.0);
            QCOMPARE(entry.value(QLatin1String("false")).toInt(), 0);
            QCOMPARE(entry.value(QLatin1String("found")), entry.value(QLatin1String("positives")));
            positives += entry.value(QLatin1String("positives")).toInt();
        }
        QVERIFY(positives > 20);
    }

    void aTeacherMeasuresLess()
    {
        const CtlAnswer answer = as(Engine::Sqlite, "dfairweather").json({latin("measure"), latin("--truth"), inFolder("sample/truth.json")});
        QCOMPARE(answer.exitCode, 1);
    }

    void aCheckHasTheAgreedShape_data() { addEngineRows(); }
    void aCheckHasTheAgreedShape()
    {
        QFETCH(Engine, engine);
        const CtlAnswer answer = admin(engine).json({latin("check")});
        QVERIFY2(answer.exitCode == 1, answer.told().constData());
        QHash<QString, int> told;
        for (const QJsonValue &value : list(answer, "rules")) {
            for (const char *key : {"code", "title", "severity", "checked", "findings", "milliseconds"})
                QVERIFY2(value.toObject().contains(QLatin1String(key)), key);
            told.insert(value.toObject().value(QLatin1String("code")).toString(), value.toObject().value(QLatin1String("findings")).toInt());
        }
        QHash<QString, int> counted;
        for (const QJsonValue &value : list(answer, "findings")) {
            for (const char *key : {"rule", "severity", "entity", "key", "message", "fix"})
                QVERIFY2(value.toObject().contains(QLatin1String(key)), key);
            QVERIFY(!value.toObject().value(QLatin1String("key")).toObject().isEmpty());
            ++counted[value.toObject().value(QLatin1String("rule")).toString()];
        }
        QCOMPARE(told.size(), 17);
        for (auto it = told.cbegin(); it != told.cend(); ++it)
            QCOMPARE(counted.value(it.key()), it.value());
    }

    void bothEnginesFindTheSame()
    {
        if (!m_databases.contains(Engine::Postgresql))
            QSKIP("no PostgreSQL server is named in CERTDESK_TEST_POSTGRESQL");
        const QJsonArray one = list(admin(Engine::Sqlite).json({latin("check")}), "findings");
        QVERIFY(one.size() > 20);
        QCOMPARE(list(admin(Engine::Postgresql).json({latin("check")}), "findings"), one);
    }

    void aCheckIsNarrowedAndWritten_data() { addEngineRows(); }
    void aCheckIsNarrowedAndWritten()
    {
        QFETCH(Engine, engine);
        const Ctl ctl = admin(engine);
        const CtlAnswer one = ctl.json({latin("check"), latin("--rule"), latin("RO-01"), latin("--rule"), latin("ID-01")});
        QCOMPARE(list(one, "rules").size(), 2);
        // A rule of severity WARNING alone needs no attention.
        const CtlAnswer warning = ctl.json({latin("check"), latin("--rule"), latin("RO-01")});
        QCOMPARE(warning.exitCode, 0);
        const int everywhere = static_cast<int>(list(warning, "findings").size());
        QVERIFY(everywhere > 0);
        int bySchool = 0;
        for (const QJsonValue &school : list(ctl.json({latin("list"), latin("schools")}), "rows")) {
            const QString code = school.toObject().value(QLatin1String("school_code")).toString();
            bySchool += static_cast<int>(list(ctl.json({latin("check"), latin("--rule"), latin("RO-01"), latin("--school"), code}), "findings").size());
        }
        QCOMPARE(bySchool, everywhere);
        for (const char *format : {"json", "csv", "html", "pdf", "xlsx"}) {
            const QString path = inFolder("report.") + latin(format);
            const CtlAnswer written = ctl.json({latin("check"), latin("--rule"), latin("RO-01"), latin("--format"), latin(format), latin("--out"), path});
            QVERIFY2(written.exitCode == 0 && !written.json().isEmpty(), written.told().constData());
            QFile file(path);
            QVERIFY2(file.open(QIODevice::ReadOnly) && file.size() > 100, format);
            QVERIFY2(latin(format) != latin("pdf") || file.read(5) == "%PDF-", format);
            QVERIFY(file.remove());
        }
        const CtlAnswer csv = ctl({latin("check"), latin("--rule"), latin("RO-01"), latin("--format"), latin("csv")});
        QCOMPARE(csv.out.count('\n'), everywhere + 1);
    }

    void theCatalogueTellsTextParametersAndSql_data() { addEngineRows(); }
    void theCatalogueTellsTextParametersAndSql()
    {
        QFETCH(Engine, engine);
        const QJsonArray rules = list(admin(engine).json({latin("rules")}), "rules");
        QCOMPARE(rules.size(), 17);
        bool hasParameters = false;
        for (const QJsonValue &value : rules) {
            for (const char *key : {"code", "title", "severity", "message", "howToFix", "sql"})
                QVERIFY2(!value.toObject().value(QLatin1String(key)).toString().isEmpty(), key);
            QVERIFY(value.toObject().value(QLatin1String("sql")).toString().contains(QLatin1String("SELECT")));
            hasParameters = hasParameters || !value.toObject().value(QLatin1String("parameters")).toObject().isEmpty();
        }
        QVERIFY(hasParameters);
    }

    void aRuleComesAndGoes_data() { addEngineRows(); }
    void aRuleComesAndGoes()
    {
        QFETCH(Engine, engine);
        const Ctl ctl = admin(engine);
        const QString file = writeFile(inFolder("rule.sql"), rule);
        const QString before = ctl.contentHash();
        const CtlAnswer denied = as(engine, "clara.clerk").json({latin("rule"), latin("import"), file});
        QCOMPARE(denied.exitCode, 3);
        QCOMPARE(denied.errorCode(), latin("K17"));
        QCOMPARE(ctl.contentHash(), before);
        const CtlAnswer imported = ctl.json({latin("rule"), latin("import"), file});
        QVERIFY2(imported.exitCode == 0, imported.told().constData());
        QCOMPARE(imported.json().value(QLatin1String("code")).toString(), latin("LO-01"));
        const CtlAnswer found = ctl.json({latin("check"), latin("--rule"), latin("LO-01")});
        QCOMPARE(found.exitCode, 0);
        const int tenth = ctl.json({latin("list"), latin("students"), latin("--archived"), latin("--where"), latin("grade=10")}).json().value(QLatin1String("total")).toInt();
        QCOMPARE(list(found, "findings").size(), tenth);
        QCOMPARE(ctl.json({latin("rule"), latin("archive"), latin("LO-01")}).exitCode, 0);
        QCOMPARE(ctl.json({latin("check"), latin("--rule"), latin("LO-01")}).exitCode, 4);
        QCOMPARE(list(ctl.json({latin("rules")}), "rules").size(), 17);
        QCOMPARE(list(ctl.json({latin("rules"), latin("--archived")}), "rules").size(), 18);
    }

    void aWrongRuleIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("writes") << QByteArray(rule).replace("SELECT s.id", "DELETE FROM student; SELECT s.id");
        QTest::newRow("no such table") << QByteArray(rule).replace("FROM student s", "FROM pupil s");
        QTest::newRow("no header") << QByteArray("SELECT 1 AS record_key\n");
        QTest::newRow("accounts") << QByteArray(rule).replace("FROM student s WHERE s.grade = '10'", "FROM account s");
        QTest::newRow("empty") << QByteArray();
    }
    void aWrongRuleIsRefused()
    {
        QFETCH(QByteArray, text);
        const Ctl ctl = admin(Engine::Sqlite);
        const QString before = ctl.contentHash();
        const CtlAnswer answer = ctl.json({latin("rule"), latin("import"), writeFile(inFolder("wrong.sql"), text)});
        QVERIFY2(answer.exitCode == 3 || answer.exitCode == 4, answer.told().constData());
        QVERIFY(!answer.errorCode().isEmpty());
        QCOMPARE(ctl.contentHash(), before);
    }

    void whatCannotBeCheckedIsSaid_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("unknown rule") << latin("check --rule NO-01") << 4;
        QTest::newRow("unknown group") << latin("check --group NONE") << 4;
        QTest::newRow("unknown school") << latin("check --school NONE") << 4;
        QTest::newRow("unknown snapshot") << latin("check --on snapshot:999") << 4;
        QTest::newRow("rows of another place") << latin("check --on elsewhere") << 2;
        QTest::newRow("state's rows at a district") << latin("check --on state") << 4;
        QTest::newRow("rule and group") << latin("check --rule RO-01 --group G") << 2;
        QTest::newRow("pdf nowhere") << latin("check --format pdf") << 2;
        QTest::newRow("parameter without name") << latin("check --parameter 5") << 2;
        QTest::newRow("no truth") << latin("measure") << 2;
        QTest::newRow("truth missing") << latin("measure --truth nowhere.json") << 4;
        QTest::newRow("truth is a folder") << latin("measure --truth /") << 4;
        QTest::newRow("own rule") << latin("rule archive RO-01") << 3;
        QTest::newRow("unknown rule to archive") << latin("rule archive NO-01") << 4;
        QTest::newRow("rule file missing") << latin("rule import nowhere.sql") << 4;
    }
    void whatCannotBeCheckedIsSaid()
    {
        QFETCH(QString, call);
        QFETCH(int, exitCode);
        const CtlAnswer answer = admin(Engine::Sqlite).json(call.split(QLatin1Char(' ')));
        QVERIFY2(answer.exitCode == exitCode, answer.told().constData());
        QVERIFY(!answer.error().value(QLatin1String("message")).toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCtlChecks)
#include "tst_ctlchecks.moc"
