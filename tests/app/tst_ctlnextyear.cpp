// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/progress.h"
#include "models/operations/sample/samplebuilder.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace certdesk;

/// A school year's roster through certdeskctl: committed, sent again, undone; wrong files are stopped; a mapping that was
/// corrected once is used in another database.
class TestCtlNextYear : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void lastYearsFileIsStopped();
    void theStaffFileIsNoStudentFile();
    void theNextYearComesInOnceAndGoesAgain();
    void aMappingTravels();

private:
    struct Answer
    {
        int exitCode = -1;
        QJsonObject json;
    };
    Answer call(const char *database, const QStringList &arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("CERTDESK_PASSWORD"), m_passwords.value(QLatin1String(database)).second);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(CERTDESKCTL), QStringList{QStringLiteral("--database"), m_folder.filePath(QLatin1String(database)), QStringLiteral("--user"),
                                                               m_passwords.value(QLatin1String(database)).first, QStringLiteral("--json"), QStringLiteral("--quiet")}
                                                       + arguments);
        if (!process.waitForFinished(300000))
            process.kill();
        return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object()};
    }
    QString roster(const char *name) const { return m_folder.filePath(QStringLiteral("files/district/rosters/") + QLatin1String(name)); }
    QString contentHash() const
    {
        return call("district.db", {QStringLiteral("content-hash"), QStringLiteral("--entity"), QStringLiteral("students")}).json.value(QStringLiteral("hash")).toString();
    }

    QTemporaryDir m_folder;
    QHash<QString, QPair<QString, QString>> m_passwords; ///< database → user and password of an administrator
};

void TestCtlNextYear::initTestCase()
{
    sample::Options options;
    options.into = m_folder.path();
    Progress progress;
    const auto made = sample::buildSample(options, progress);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    QFile accounts(m_folder.filePath(QStringLiteral("accounts.txt")));
    QVERIFY(accounts.open(QIODevice::ReadOnly));
    while (!accounts.atEnd()) {
        const QStringList cells = QString::fromUtf8(accounts.readLine()).trimmed().split(QLatin1Char('\t'));
        if (cells.value(2) == QLatin1String("district-administrator"))
            m_passwords.insert(cells.value(0), {cells.value(1), cells.value(3)});
    }
    QVERIFY(m_passwords.contains(QStringLiteral("district.db")) && m_passwords.contains(QStringLiteral("district2.db")));
}

void TestCtlNextYear::lastYearsFileIsStopped()
{
    const QString before = contentHash();
    const Answer answer = call("district.db", {QStringLiteral("import"), QStringLiteral("students"), roster("roster_2026-27_certdesk.csv"), QStringLiteral("--year"),
                                               QStringLiteral("2027-28"), QStringLiteral("--accept"), QStringLiteral("retain")});
    QCOMPARE(answer.exitCode, 3);
    QVERIFY(answer.json.value(QStringLiteral("batch")).isNull());
    QStringList codes;
    for (const QJsonValue &error : answer.json.value(QStringLiteral("errors")).toArray())
        codes.append(error.toObject().value(QStringLiteral("code")).toString());
    QVERIFY(codes.contains(QStringLiteral("B04")));
    QCOMPARE(contentHash(), before);
}

void TestCtlNextYear::theStaffFileIsNoStudentFile()
{
    const Answer answer = call("district.db", {QStringLiteral("import"), QStringLiteral("students"), m_folder.filePath(QStringLiteral("files/district/staff.csv"))});
    QCOMPARE(answer.exitCode, 3);
    QCOMPARE(answer.json.value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString(), QStringLiteral("B04"));
}

void TestCtlNextYear::theNextYearComesInOnceAndGoesAgain()
{
    const QString before = contentHash();
    const QStringList import{QStringLiteral("import"), QStringLiteral("students"), roster("roster_2027-28_certdesk.csv"), QStringLiteral("--year"), QStringLiteral("2027-28"),
                             QStringLiteral("--accept"), QStringLiteral("migrate"), QStringLiteral("--accept"), QStringLiteral("restore"), QStringLiteral("--accept"), QStringLiteral("retain")};
    // The database holds two students with one state ID on purpose: that stops nobody else.
    const Answer first = call("district.db", import);
    QVERIFY2(first.exitCode == 0, QJsonDocument(first.json).toJson().left(1500).constData());
    QVERIFY(first.json.value(QStringLiteral("counts")).toObject().value(QStringLiteral("create")).toInt() > 0);
    const Answer again = call("district.db", import);
    QCOMPARE(again.exitCode, 0);
    QCOMPARE(again.json.value(QStringLiteral("counts")).toObject().value(QStringLiteral("unchanged")), again.json.value(QStringLiteral("rows")));
    const Answer undone = call("district.db", {QStringLiteral("undo"), QString::number(first.json.value(QStringLiteral("batch")).toInt())});
    QVERIFY2(undone.json.value(QStringLiteral("conflicts")).toArray().isEmpty(), QJsonDocument(undone.json).toJson().left(1500).constData());
    QCOMPARE(contentHash(), before);
}

void TestCtlNextYear::aMappingTravels()
{
    QFile file(m_folder.filePath(QStringLiteral("kids.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Kid No,Surname,Given,Yr,Bldg\n7770000001,Gale,Ivy,9,01040\n7770000002,Fox,Di,9,01040\n");
    file.close();
    const QStringList import{QStringLiteral("import"), QStringLiteral("students"), file.fileName(), QStringLiteral("--dry-run")};
    const QStringList corrected{QStringLiteral("--map"), QStringLiteral("student_state_id=Kid No"), QStringLiteral("--map"), QStringLiteral("first_name=Given"),
                                QStringLiteral("--map"), QStringLiteral("grade=Yr"), QStringLiteral("--map"), QStringLiteral("school_code=Bldg")};
    QVERIFY(call("district.db", import).exitCode > 1);
    const Answer saved = call("district.db", import.mid(0, 3) + corrected + QStringList{QStringLiteral("--save-profile"), QStringLiteral("kids")});
    QVERIFY2(saved.exitCode == 0, QJsonDocument(saved.json).toJson().left(1500).constData());
    const QString exported = m_folder.filePath(QStringLiteral("kids.profile"));
    QCOMPARE(call("district.db", {QStringLiteral("profile"), QStringLiteral("export"), QStringLiteral("kids"), QStringLiteral("--out"), exported}).exitCode, 0);
    QCOMPARE(call("district2.db", {QStringLiteral("profile"), QStringLiteral("import"), exported}).exitCode, 0);
    QCOMPARE(call("district2.db", {QStringLiteral("profile"), QStringLiteral("list")}).json.value(QStringLiteral("total")).toInt(), 1);
    const Answer there = call("district2.db", import + QStringList{QStringLiteral("--profile"), QStringLiteral("kids")});
    for (const QJsonValue &column : there.json.value(QStringLiteral("mapping")).toArray())
        QVERIFY2(!column.toObject().value(QStringLiteral("field")).toString().isEmpty(), QJsonDocument(there.json).toJson().left(1500).constData());
    QVERIFY(call("district2.db", import + QStringList{QStringLiteral("--profile"), QStringLiteral("nobody")}).exitCode > 1);
}

QTEST_GUILESS_MAIN(TestCtlNextYear)
#include "tst_ctlnextyear.moc"
