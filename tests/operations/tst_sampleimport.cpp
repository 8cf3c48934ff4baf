// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/rosterdialects.h"
#include "models/operations/sample/samplebuilder.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace certdesk;

/// The input files of the sample, given to certdeskctl as a person would: this year's say what the database holds already.
class TestSampleImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void presentFilesChangeNothing_data();
    void presentFilesChangeNothing();
    void nextYearIsPlannedAlikeInEachDialect_data();
    void nextYearIsPlannedAlikeInEachDialect();
    void newResultsAreCreated();
    void damagedCellsAreFound();

private:
    QJsonObject planned(const QString &kind, const QString &file, const QString &year);

    QTemporaryDir m_folder;
    QString m_password;
};

void TestSampleImport::initTestCase()
{
    sample::Options options;
    options.into = m_folder.path();
    options.damage = {*sample::damageFromText(QStringLiteral("lost-zeros")), *sample::damageFromText(QStringLiteral("unknown-grade=1%")),
                      *sample::damageFromText(QStringLiteral("preamble"))};
    Progress progress;
    const auto made = sample::buildSample(options, progress);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    QFile accounts(m_folder.filePath(QStringLiteral("accounts.txt")));
    QVERIFY(accounts.open(QIODevice::ReadOnly));
    while (!accounts.atEnd()) {
        const QStringList cells = QString::fromUtf8(accounts.readLine()).trimmed().split(QLatin1Char('\t'));
        if (cells.value(0) == QLatin1String("district.db") && cells.value(2) == QLatin1String("district-administrator"))
            m_password = cells.value(3);
    }
    QVERIFY(!m_password.isEmpty());
}

QJsonObject TestSampleImport::planned(const QString &kind, const QString &file, const QString &year)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CERTDESK_PASSWORD"), m_password);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CERTDESKCTL), {QStringLiteral("--database"), m_folder.filePath(QStringLiteral("district.db")), QStringLiteral("--user"),
                                                QStringLiteral("dana.admin"), QStringLiteral("--json"), QStringLiteral("--quiet"), QStringLiteral("import"), kind,
                                                m_folder.filePath(QStringLiteral("files/district/") + file), QStringLiteral("--year"), year,
                                                QStringLiteral("--dry-run")});
    if (!process.waitForFinished(120000))
        process.kill();
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

void TestSampleImport::presentFilesChangeNothing_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("year");
    for (const char *dialect : {"certdesk.csv", "infinite-campus.csv", "powerschool.txt", "semicolon.csv", "xlsx.xlsx", "pk12.csv"})
        QTest::newRow(dialect) << "students" << QStringLiteral("rosters/roster_2026-27_") + QString::fromLatin1(dialect) << "2026-27";
    for (const char *kind : {"schools", "staff"})
        QTest::newRow(kind) << QString::fromLatin1(kind) << QString::fromLatin1(kind) + QStringLiteral(".csv") << "2026-27";
    for (const char *kind : {"sections", "enrollments"})
        QTest::newRow(kind) << QString::fromLatin1(kind) << QString::fromLatin1(kind) + QStringLiteral("_2026-27.csv") << "2026-27";
    for (const char *year : {"2025-26", "2026-27"}) {
        for (const char *kind : {"courses", "program-certificates", "certificate-list"})
            QTest::newRow(QByteArray(kind) + ' ' + year) << QString::fromLatin1(kind) << QStringLiteral("%1_%2.csv").arg(QLatin1String(kind), QLatin1String(year))
                                                         << QString::fromLatin1(year);
    }
}

void TestSampleImport::presentFilesChangeNothing()
{
    QFETCH(QString, kind);
    QFETCH(QString, file);
    QFETCH(QString, year);
    const QJsonObject plan = planned(kind, file, year);
    const QByteArray shown = QJsonDocument(plan).toJson().left(2000);
    QVERIFY2(plan.value(QStringLiteral("rows")).toInt() > 0, shown.constData());
    QVERIFY2(plan.value(QStringLiteral("counts")).toObject().value(QStringLiteral("unchanged")) == plan.value(QStringLiteral("rows")), shown.constData());
    QVERIFY2(plan.value(QStringLiteral("errors")).toArray().isEmpty(), shown.constData());
    const QJsonArray mapping = plan.value(QStringLiteral("mapping")).toArray();
    for (const QJsonValue &column : mapping)
        QVERIFY2(!column.toObject().value(QStringLiteral("field")).toString().isEmpty(), shown.constData());
}

void TestSampleImport::nextYearIsPlannedAlikeInEachDialect_data()
{
    QTest::addColumn<QString>("file");
    for (const char *dialect : {"infinite-campus.csv", "powerschool.txt", "semicolon.csv", "xlsx.xlsx", "pk12.csv"})
        QTest::newRow(dialect) << QStringLiteral("rosters/roster_2027-28_") + QString::fromLatin1(dialect);
}

void TestSampleImport::nextYearIsPlannedAlikeInEachDialect()
{
    QFETCH(QString, file);
    static const QJsonObject plain =
        planned(QStringLiteral("students"), QStringLiteral("rosters/roster_2027-28_certdesk.csv"), QStringLiteral("2027-28")).value(QStringLiteral("counts")).toObject();
    const QJsonObject counts = planned(QStringLiteral("students"), file, QStringLiteral("2027-28")).value(QStringLiteral("counts")).toObject();
    QCOMPARE(counts, plain);
    QFile truth(m_folder.filePath(QStringLiteral("truth.json")));
    QVERIFY(truth.open(QIODevice::ReadOnly));
    const QJsonArray scenarios = QJsonDocument::fromJson(truth.readAll()).object().value(QStringLiteral("scenarios")).toArray();
    bool isTold = false;
    for (const QJsonValue &one : scenarios) {
        const QJsonObject scenario = one.toObject();
        if (scenario.value(QStringLiteral("database")) != QLatin1String("district.db")
            || scenario.value(QStringLiteral("file")) != QLatin1String("files/district/rosters/roster_2027-28_certdesk.csv"))
            continue;
        isTold = true;
        const QJsonObject expected = scenario.value(QStringLiteral("counts")).toObject();
        for (auto it = counts.constBegin(); it != counts.constEnd(); ++it)
            QCOMPARE(it.value().toInt(), expected.value(it.key()).toInt());
    }
    QVERIFY(isTold);
    for (const char *status : {"create", "promote", "retain", "migrate", "restore"})
        QVERIFY2(counts.value(QLatin1String(status)).toInt() > 0, status);
    QCOMPARE(counts.value(QStringLiteral("error")).toInt(), 0);
}

void TestSampleImport::newResultsAreCreated()
{
    const QJsonObject plan = planned(QStringLiteral("attempts"), QStringLiteral("attempts_2027-05.csv"), QStringLiteral("2026-27"));
    QCOMPARE(plan.value(QStringLiteral("counts")).toObject().value(QStringLiteral("create")).toInt(), 40);
    QCOMPARE(plan.value(QStringLiteral("rows")).toInt(), 40);
}

void TestSampleImport::damagedCellsAreFound()
{
    const QString name = QStringLiteral("damaged/roster_2026-27.csv");
    const QJsonObject plan = planned(QStringLiteral("students"), name, QStringLiteral("2026-27"));
    QSet<QString> found;
    const QJsonArray errors = plan.value(QStringLiteral("errors")).toArray();
    for (const QJsonValue &error : errors)
        found.insert(QStringLiteral("%1 %2").arg(error.toObject().value(QStringLiteral("row")).toInt()).arg(error.toObject().value(QStringLiteral("code")).toString()));
    QFile truth(m_folder.filePath(QStringLiteral("truth.json")));
    QVERIFY(truth.open(QIODevice::ReadOnly));
    QSet<QString> expected;
    const QJsonArray damage = QJsonDocument::fromJson(truth.readAll()).object().value(QStringLiteral("damage")).toArray();
    for (const QJsonValue &one : damage) {
        const QJsonObject entry = one.toObject();
        if (entry.value(QStringLiteral("file")).toString().endsWith(QStringLiteral("district/") + name) && !entry.value(QStringLiteral("column")).toString().isEmpty())
            expected.insert(QStringLiteral("%1 %2").arg(entry.value(QStringLiteral("row")).toInt()).arg(entry.value(QStringLiteral("code")).toString()));
    }
    QVERIFY(expected.size() > 20);
    QCOMPARE(found, expected);
    QCOMPARE(plan.value(QStringLiteral("dialect")).toObject().value(QStringLiteral("headerRow")).toInt(), 3);
}

QTEST_GUILESS_MAIN(TestSampleImport)
#include "tst_sampleimport.moc"
