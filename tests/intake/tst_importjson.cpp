// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/importjson.h"
#include "tests/intake/intakedata.h"
#include "tests/intake/plansupport.h"

#include <QJsonDocument>
#include <QTemporaryDir>

using namespace certdesk;

/// What the command line prints, and plans as files.
class TestImportJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theReportHasWhatTheContractNames();
    void inspectTellsDialectHeaderAndMapping();
    void aPlanSurvivesItsFile();
    void damagedPlansAreRefused_data();
    void damagedPlansAreRefused();
    void aChangedFileIsAConflict();
    void passwordsNeverLeave();

private:
    ImportPlan plan()
    {
        ImportOptions options;
        options.schoolYear = 2026;
        options.accepted = {QStringLiteral("migrate")};
        const auto table = readTableFile(m_path);
        return *planTable(*table, "students", options, m_db.data);
    }
    void writeFile(const QByteArray &bytes) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QTemporaryDir m_folder;
    QString m_path;
    PlanDatabase m_db;
};

void TestImportJson::init()
{
    m_path = m_folder.filePath(QStringLiteral("new students.csv"));
    writeFile("SSID;Last Name;First Name;Grade;Password;Shoe\n1001;Berg;Ana;9;Secret-1;38\n1002;Dahl;Bo;Gr X;Secret-2;39\n1003;Ek;Cy;10;Secret-3;40\n");
    m_db = PlanDatabase();
    const qint64 school = m_db.add(EntityKind::School, {{"school_code", QStringLiteral("100")}, {"name", QStringLiteral("Lincoln")}}).id;
    m_db.add(EntityKind::Student, {{"student_state_id", QStringLiteral("1003")}, {"first_name", QStringLiteral("Cy")}, {"last_name", QStringLiteral("Ek")},
                                   {"school_id", school}, {"grade", QStringLiteral("10")}, {"status", QStringLiteral("active")}});
}

void TestImportJson::theReportHasWhatTheContractNames()
{
    const QJsonObject report = importReport(plan(), std::nullopt, true);
    for (const char *key : {"kind", "file", "sha256", "dialect", "mapping", "rows", "counts", "errors", "batch", "dryRun"})
        QVERIFY2(report.contains(QLatin1String(key)), key);
    QCOMPARE(report[QLatin1String("rows")].toInt(), 3);
    const QJsonObject counts = report[QLatin1String("counts")].toObject();
    QCOMPARE(counts.size(), 13);
    int sum = 0;
    for (const QJsonValue &count : counts)
        sum += count.toInt();
    QCOMPARE(sum, 3);
    QCOMPARE(counts[QLatin1String("error")].toInt(), 1);
    const QJsonObject error = report[QLatin1String("errors")].toArray().first().toObject();
    QCOMPARE(error[QLatin1String("row")].toInt(), 3);
    QCOMPARE(error[QLatin1String("code")].toString(), QStringLiteral("C05"));
    QCOMPARE(error[QLatin1String("field")].toString(), QStringLiteral("grade"));
    QCOMPARE(error[QLatin1String("value")].toString(), QStringLiteral("Gr X"));
    QVERIFY(!error[QLatin1String("message")].toString().isEmpty() && !error[QLatin1String("next")].toString().isEmpty());
    QVERIFY(report[QLatin1String("batch")].isNull());
    QCOMPARE(report[QLatin1String("dryRun")].toBool(), true);
    QCOMPARE(importReport(plan(), 17, false)[QLatin1String("batch")].toInt(), 17);
}

void TestImportJson::inspectTellsDialectHeaderAndMapping()
{
    const auto table = readTableFile(m_path);
    const QJsonObject report = inspectReport(*table, matchColumns(*table, *guessKind(*table)));
    QCOMPARE(report[QLatin1String("kind")].toString(), QStringLiteral("students"));
    const QJsonObject dialect = report[QLatin1String("dialect")].toObject();
    QCOMPARE(dialect[QLatin1String("encoding")].toString(), QStringLiteral("UTF-8"));
    QCOMPARE(dialect[QLatin1String("delimiter")].toString(), QStringLiteral(";"));
    QCOMPARE(dialect[QLatin1String("headerRow")].toInt(), 1);
    const QJsonArray mapping = report[QLatin1String("mapping")].toArray();
    QCOMPARE(mapping.size(), 6);
    QCOMPARE(mapping[0].toObject()[QLatin1String("field")].toString(), QStringLiteral("student_state_id"));
    QVERIFY(mapping[0].toObject()[QLatin1String("confidence")].toDouble() >= 0.8);
    QVERIFY(mapping[5].toObject()[QLatin1String("field")].isNull());
}

void TestImportJson::aPlanSurvivesItsFile()
{
    const ImportPlan before = plan();
    const QByteArray bytes = QJsonDocument(planToJson(before)).toJson();
    const auto after = planFromJson(QJsonDocument::fromJson(bytes).object());
    QVERIFY(after.has_value());
    QCOMPARE(planToJson(*after), planToJson(before));
    QCOMPARE(importReport(*after, std::nullopt, false), importReport(before, std::nullopt, false));
    // Applying one or the other leaves the same records.
    PlanDatabase first = m_db;
    PlanDatabase second = m_db;
    first.apply(before);
    second.apply(*after);
    for (const EntityKind kind : entityKinds()) {
        QCOMPARE(first.data.of(kind).size(), second.data.of(kind).size());
        for (int i = 0; i < first.data.of(kind).size(); ++i)
            QCOMPARE(first.data.of(kind)[i].values, second.data.of(kind)[i].values);
    }
}

void TestImportJson::damagedPlansAreRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("other format") << QByteArray("\"plan\":1") << QByteArray("\"plan\":99");
    QTest::newRow("unknown kind") << QByteArray("\"kind\":\"students\"") << QByteArray("\"kind\":\"elephants\"");
    QTest::newRow("unknown record") << QByteArray("\"entity\":\"student\"") << QByteArray("\"entity\":\"elephant\"");
    QTest::newRow("unknown field") << QByteArray("\"first_name\"") << QByteArray("\"trunk_name\"");
    QTest::newRow("unknown status") << QByteArray("\"create\",0") << QByteArray("\"invent\",0");
    QTest::newRow("changes beyond the end") << QByteArray("\"create\",0,2") << QByteArray("\"create\",0,99");
}

void TestImportJson::damagedPlansAreRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray bytes = QJsonDocument(planToJson(plan())).toJson(QJsonDocument::Compact);
    QVERIFY(bytes.contains(from));
    bytes.replace(from, to);
    const auto read = planFromJson(QJsonDocument::fromJson(bytes).object());
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, Error::Kind::Corrupt);
}

void TestImportJson::aChangedFileIsAConflict()
{
    const ImportPlan made = plan();
    QVERIFY(checkFileUnchanged(made).has_value());
    writeFile("SSID,Last Name,First Name,Grade\n1001,Berg,Anna,9\n");
    const Done changed = checkFileUnchanged(made);
    QVERIFY(!changed.has_value());
    QCOMPARE(changed.error().code, QStringLiteral("F14"));
    QCOMPARE(changed.error().kind, Error::Kind::Conflict);
    QVERIFY(QFile::remove(m_path));
    QVERIFY(!checkFileUnchanged(made).has_value());
    QCOMPARE(readTableFile(m_path).error().kind, Error::Kind::Unavailable);
}

void TestImportJson::passwordsNeverLeave()
{
    const ImportPlan made = plan();
    QCOMPARE(made.mapping.columns[4].field, QStringLiteral("password"));
    QVERIFY(!QJsonDocument(planToJson(made)).toJson().contains("Secret"));
    QVERIFY(!QJsonDocument(importReport(made, std::nullopt, true)).toJson().contains("Secret"));
}

QTEST_GUILESS_MAIN(TestImportJson)
#include "tst_importjson.moc"
