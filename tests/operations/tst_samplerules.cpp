// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/samplebuilder.h"
#include "models/store/rules/ruleengine.h"
#include "models/store/safekeeping.h"
#include "models/store/session.h"
#include "tests/support/testdatabase.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace certdesk;

namespace {

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

/// The rules find in the sample what was planted there, and nothing else: precision and recall 1.000 (T-537).
/// CERTDESK_SAMPLE_SIZE=full does it with the full size, which takes minutes.
class TestSampleRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsWhatWasPlanted_data();
    void findsWhatWasPlanted();
    void databasesAreWhole_data();
    void databasesAreWhole();

private:
    QSet<QString> planted(const QString &database, const QStringList &kinds) const;
    QTemporaryDir m_folder;
    QJsonArray m_faults;
};

void TestSampleRules::initTestCase()
{
    sample::Options options;
    options.into = m_folder.path();
    const auto size = sample::sizeFromName(qEnvironmentVariable("CERTDESK_SAMPLE_SIZE", QStringLiteral("small")));
    QVERIFY(size);
    options.size = *size;
    Progress progress;
    const auto made = sample::buildSample(options, progress);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    QFile truth(m_folder.filePath(QStringLiteral("truth.json")));
    QVERIFY(truth.open(QIODevice::ReadOnly));
    m_faults = QJsonDocument::fromJson(truth.readAll()).object().value(QStringLiteral("faults")).toArray();
}

QSet<QString> TestSampleRules::planted(const QString &database, const QStringList &kinds) const
{
    QSet<QString> found;
    for (const QJsonValue &one : m_faults) {
        const QJsonObject fault = one.toObject();
        if (fault.value(QStringLiteral("database")) == database && kinds.contains(fault.value(QStringLiteral("class")).toString()))
            found.insert(fault.value(QStringLiteral("rule")).toString() + QLatin1Char(' ') + fault.value(QStringLiteral("severity")).toString() + QLatin1Char(' ')
                         + compact(fault.value(QStringLiteral("key")).toObject()));
    }
    return found;
}

void TestSampleRules::findsWhatWasPlanted_data()
{
    QTest::addColumn<QString>("database");
    QTest::addColumn<Engine>("engine");
    for (const Engine engine : test::engines()) {
        for (const char *database : {"district.db", "district2.db"})
            QTest::newRow(QByteArray(database) + ' ' + test::engineName(engine)) << QString::fromLatin1(database) << engine;
    }
}

void TestSampleRules::findsWhatWasPlanted()
{
    QFETCH(QString, database);
    QFETCH(Engine, engine);
    auto session = *Session::open(*DatabaseUrl::parse(m_folder.filePath(database)));
    session->actAsProgram();
    DatabaseUrl copy;
    if (engine == Engine::Postgresql) {
        copy = test::TestDatabase::emptyPlace(engine, m_folder);
        const auto copied = copyDatabase(*session, copy);
        QVERIFY2(copied, copied ? "" : qPrintable(copied.error().message));
        session = *Session::open(copy);
        session->actAsProgram();
    }
    const auto run = runRules(*session, {});
    QVERIFY2(run, run ? "" : qPrintable(run.error().message));
    QSet<QString> found;
    for (const Finding &finding : run->result.findings)
        found.insert(finding.rule + QLatin1Char(' ') + severityName(finding.severity) + QLatin1Char(' ') + compact(finding.key));
    const QSet<QString> expected = planted(database, {QStringLiteral("positive"), QStringLiteral("side-effect")});
    QVERIFY(!expected.isEmpty());
    const auto listed = [](const QSet<QString> &set) { return QStringList(set.cbegin(), set.cend()).join(QLatin1String("; ")).toUtf8(); };
    QVERIFY2((found - expected).isEmpty(), listed(found - expected).constData());
    QVERIFY2((expected - found).isEmpty(), listed(expected - found).constData());
    session.reset();
    test::TestDatabase::drop(copy);
}

void TestSampleRules::databasesAreWhole_data()
{
    QTest::addColumn<QString>("database");
    for (const char *database : {"district.db", "district2.db", "state.db"})
        QTest::newRow(database) << QString::fromLatin1(database);
}

void TestSampleRules::databasesAreWhole()
{
    QFETCH(QString, database);
    const auto session = *Session::open(*DatabaseUrl::parse(m_folder.filePath(database)));
    session->actAsProgram();
    const auto report = verifyDatabase(*session);
    QVERIFY(report);
    for (const VerifyCheck &check : report->checks)
        QVERIFY2(check.isGood, qPrintable(check.name + QLatin1Char(' ') + check.detail));
}

QTEST_GUILESS_MAIN(TestSampleRules)
#include "tst_samplerules.moc"
