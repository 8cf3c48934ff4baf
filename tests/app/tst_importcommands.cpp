// SPDX-License-Identifier: GPL-3.0-or-later
// import, plan, apply, undo, batches and issues through the real program, on both engines.
#include "tests/support/ctl.h"
#include "tests/support/testdatabase.h"

#include <QFileInfo>
#include <QProcess>
#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

const QByteArray header = "student_state_id,first_name,last_name,grade,school_code\n";

/// A district with school 100, and a person at the keyboard.
struct Desk
{
    explicit Desk(Engine engine) : database(engine), ctl(database.urlText(), QStringLiteral("admin"), TestDatabase::password())
    {
        const auto session = database.session();
        addSchool(*session, QStringLiteral("100"));
    }
    QString file(const QByteArray &content, const QString &name = QStringLiteral("in.csv")) const { return writeFile(folder.filePath(name), content); }
    CtlAnswer import(const QString &file, const QStringList &more = {}) const
    {
        return ctl.json(QStringList{QStringLiteral("import"), QStringLiteral("students"), file} + more);
    }
    int students() const { return ctl.json({QStringLiteral("list"), QStringLiteral("students")}).json().value(QLatin1String("total")).toInt(); }

    TestDatabase database;
    Ctl ctl;
    QTemporaryDir folder;
};

QByteArray studentLine(int number, const QByteArray &grade = "10", const QByteArray &school = "100")
{
    return QByteArray::number(1000000000 + number) + ",Robin,Alder" + QByteArray(1, static_cast<char>('a' + number % 26)) + "," + grade + "," + school + "\n";
}

} // namespace

class TestImportCommands : public QObject
{
    Q_OBJECT

    static int count(const CtlAnswer &answer, const char *status) { return answer.json().value(QLatin1String("counts")).toObject().value(QLatin1String(status)).toInt(-1); }
    static int sum(const CtlAnswer &answer)
    {
        int all = 0;
        const QJsonObject counts = answer.json().value(QLatin1String("counts")).toObject();
        for (const QJsonValue &value : counts)
            all += value.toInt();
        return all;
    }

private Q_SLOTS:
    void theAnswerHasTheAgreedShape_data() { addEngineRows(); }
    void theAnswerHasTheAgreedShape()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        const CtlAnswer answer = desk.import(desk.file(header + studentLine(1) + studentLine(2) + studentLine(2)));
        QVERIFY2(answer.exitCode == 0, answer.told().constData());
        const QJsonObject json = answer.json();
        for (const char *key : {"kind", "file", "sha256", "dialect", "mapping", "rows", "counts", "errors", "batch", "dryRun"})
            QVERIFY2(json.contains(QLatin1String(key)), key);
        QCOMPARE(json.value(QLatin1String("rows")).toInt(), 3);
        QCOMPARE(sum(answer), 3);
        QCOMPARE(count(answer, "create"), 2);
        QCOMPARE(count(answer, "duplicate"), 1);
        QCOMPARE(json.value(QLatin1String("dialect")).toObject().value(QLatin1String("headerRow")).toInt(), 1);
        QCOMPARE(json.value(QLatin1String("mapping")).toArray().first().toObject().value(QLatin1String("field")).toString(), QStringLiteral("student_state_id"));
        QVERIFY(json.value(QLatin1String("batch")).toInt() > 0);
        QCOMPARE(json.value(QLatin1String("dryRun")), QJsonValue(false));
    }

    void aDryRunIsThePlanAndChangesNothing_data() { addEngineRows(); }
    void aDryRunIsThePlanAndChangesNothing()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        const QString before = desk.ctl.contentHash();
        const QString file = desk.file(header + studentLine(1));
        const CtlAnswer dry = desk.import(file, {QStringLiteral("--dry-run")});
        QCOMPARE(dry.exitCode, 0);
        QVERIFY(dry.json().value(QLatin1String("batch")).isNull());
        QCOMPARE(desk.ctl.contentHash(), before);
        QVERIFY(desk.ctl.json({QStringLiteral("batches")}).json().value(QLatin1String("rows")).toArray().isEmpty());
        const CtlAnswer real = desk.import(file);
        QCOMPARE(real.json().value(QLatin1String("counts")), dry.json().value(QLatin1String("counts")));
    }

    void rowsThatHoldBack_data() { addEngineRows(); }
    void rowsThatHoldBack()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        const QString before = desk.ctl.contentHash();
        const QString file = desk.file(header + studentLine(1) + studentLine(2, "99x") + studentLine(3, "10", "777"));
        const CtlAnswer dry = desk.import(file, {QStringLiteral("--dry-run")});
        QCOMPARE(dry.exitCode, 1);
        const CtlAnswer refused = desk.import(file);
        QVERIFY2(refused.exitCode == 3, refused.told().constData());
        QVERIFY(refused.json().value(QLatin1String("batch")).isNull());
        QCOMPARE(desk.ctl.contentHash(), before);
        const QJsonObject error = refused.json().value(QLatin1String("errors")).toArray().first().toObject();
        QCOMPARE(error.value(QLatin1String("row")).toInt(), 3);
        QCOMPARE(error.value(QLatin1String("code")).toString(), QStringLiteral("C05"));
        QCOMPARE(error.value(QLatin1String("field")).toString(), QStringLiteral("grade"));
        QCOMPARE(error.value(QLatin1String("value")).toString(), QStringLiteral("99x"));
        QVERIFY(!error.value(QLatin1String("message")).toString().isEmpty() && !error.value(QLatin1String("next")).toString().isEmpty());
        const CtlAnswer good = desk.import(file, {QStringLiteral("--mode"), QStringLiteral("good-rows"), QStringLiteral("--errors"), desk.folder.filePath(QStringLiteral("open.csv"))});
        QVERIFY2(good.exitCode == 1, good.told().constData());
        QCOMPARE(desk.students(), 1);
        QFile open(desk.folder.filePath(QStringLiteral("open.csv")));
        QVERIFY(open.open(QIODevice::ReadOnly));
        QVERIFY(open.readAll().contains("3,C05,grade,99x"));
    }

    void openRowsAreKeptAndDismissed_data() { addEngineRows(); }
    void openRowsAreKeptAndDismissed()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        desk.import(desk.file(header + studentLine(1) + studentLine(2, "99x")), {QStringLiteral("--mode"), QStringLiteral("good-rows")});
        const auto issues = [&] { return desk.ctl.json({QStringLiteral("issues"), QStringLiteral("list")}).json().value(QLatin1String("rows")).toArray(); };
        QCOMPARE(issues().size(), 1);
        const QJsonObject issue = issues().first().toObject();
        QCOMPARE(issue.value(QLatin1String("code")).toString(), QStringLiteral("C05"));
        QCOMPARE(issue.value(QLatin1String("cells")).toObject().value(QLatin1String("grade")).toString(), QStringLiteral("99x"));
        const QString path = desk.folder.filePath(QStringLiteral("issues.csv"));
        QCOMPARE(desk.ctl.json({QStringLiteral("issues"), QStringLiteral("export"), path}).json().value(QLatin1String("total")).toInt(), 1);
        QVERIFY(QFileInfo::exists(path));
        const QString id = QString::number(issue.value(QLatin1String("id")).toInt());
        const QStringList dismiss{QStringLiteral("issues"), QStringLiteral("dismiss"), id, QStringLiteral("--reason"), QStringLiteral("moved away")};
        QCOMPARE(desk.ctl.json(dismiss).exitCode, 0);
        QVERIFY(issues().isEmpty());
        QCOMPARE(desk.ctl.json(dismiss).exitCode, 4);
    }

    void aPlanIsCommittedOnceAndOnlyWhileItHolds_data() { addEngineRows(); }
    void aPlanIsCommittedOnceAndOnlyWhileItHolds()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        desk.import(desk.file(header + studentLine(1), QStringLiteral("first.csv")));
        const QString update = desk.file("student_state_id,first_name,last_name,grade,school_code\n1000000001,Robyn,Alderb,10,100\n" + studentLine(5), QStringLiteral("next.csv"));
        const QString plan = desk.folder.filePath(QStringLiteral("plan.json"));
        const QStringList makePlan{QStringLiteral("plan"), QStringLiteral("students"), update, QStringLiteral("--out"), plan};
        QCOMPARE(desk.ctl.json(makePlan).exitCode, 0);
        QCOMPARE(QFileInfo(plan).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const CtlAnswer applied = desk.ctl.json({QStringLiteral("apply"), plan});
        QVERIFY2(applied.exitCode == 0, applied.told().constData());
        QCOMPARE(count(applied, "update"), 1);
        const QString after = desk.ctl.contentHash();
        const CtlAnswer stale = desk.ctl.json({QStringLiteral("apply"), plan});
        QVERIFY2(stale.exitCode == 5, stale.told().constData());
        QCOMPARE(stale.errorCode(), QStringLiteral("B08"));
        QCOMPARE(desk.ctl.contentHash(), after);
    }

    void aPlanOfAChangedFileIsAConflict()
    {
        const Desk desk(Engine::Sqlite);
        const QString file = desk.file(header + studentLine(1));
        const QString plan = desk.folder.filePath(QStringLiteral("plan.json"));
        desk.ctl.json({QStringLiteral("plan"), QStringLiteral("students"), file, QStringLiteral("--out"), plan});
        writeFile(file, header + studentLine(2));
        const CtlAnswer answer = desk.ctl.json({QStringLiteral("apply"), plan});
        QCOMPARE(answer.exitCode, 5);
        QCOMPARE(answer.errorCode(), QStringLiteral("F14"));
        QCOMPARE(desk.students(), 0);
        writeFile(plan, "{}");
        QCOMPARE(desk.ctl.json({QStringLiteral("apply"), plan}).exitCode, 4);
    }

    void undoPutsBackAndKeepsLaterEdits_data() { addEngineRows(); }
    void undoPutsBackAndKeepsLaterEdits()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        desk.import(desk.file(header + studentLine(1), QStringLiteral("a.csv")));
        const QString before = desk.ctl.contentHash();
        const CtlAnswer second = desk.import(desk.file("student_state_id,first_name,last_name,grade,school_code\n1000000001,Robyn,Alderb,10,100\n", QStringLiteral("b.csv")));
        QCOMPARE(count(second, "update"), 1);
        const QString batch = QString::number(second.json().value(QLatin1String("batch")).toInt());
        const CtlAnswer dry = desk.ctl.json({QStringLiteral("undo"), batch, QStringLiteral("--dry-run")});
        QCOMPARE(dry.json().value(QLatin1String("reverted")).toInt(), 1);
        QVERIFY(desk.ctl.contentHash() != before);
        const CtlAnswer undone = desk.ctl.json({QStringLiteral("undo"), batch});
        QCOMPARE(undone.exitCode, 0);
        QVERIFY(undone.json().value(QLatin1String("conflicts")).toArray().isEmpty());
        QCOMPARE(desk.ctl.contentHash(), before);
        // What was changed again is kept, and told.
        desk.import(desk.file("student_state_id,first_name,last_name,grade,school_code\n1000000001,Roberta,Alderb,10,100\n", QStringLiteral("c.csv")));
        const CtlAnswer first = desk.ctl.json({QStringLiteral("undo"), QStringLiteral("1")});
        QVERIFY2(first.exitCode == 1, first.told().constData());
        QVERIFY(first.json().value(QLatin1String("kept")).toInt() > 0);
        QCOMPARE(desk.students(), 1);
    }

    void theSameFileTwiceChangesNothing_data() { addEngineRows(); }
    void theSameFileTwiceChangesNothing()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        const QString file = desk.file(header + studentLine(1) + studentLine(2));
        desk.import(file);
        const QString after = desk.ctl.contentHash();
        const CtlAnswer again = desk.import(file);
        QCOMPARE(count(again, "unchanged"), 2);
        QCOMPARE(desk.ctl.contentHash(), after);
        QVERIFY(again.out.contains("B02"));
    }

    void severalFilesAnswerInOneDocument()
    {
        const Desk desk(Engine::Sqlite);
        const CtlAnswer answer = desk.import(desk.file(header + studentLine(1), QStringLiteral("a.csv")), {desk.file(header + studentLine(2), QStringLiteral("b.csv"))});
        QCOMPARE(answer.exitCode, 0);
        QCOMPARE(answer.json().value(QLatin1String("files")).toArray().size(), 2);
        QCOMPARE(desk.students(), 2);
    }

    void stoppingLeavesNoTrace_data()
    {
#ifdef Q_OS_WIN
        QSKIP("needs SIGTERM");
#endif
        addEngineRows();
    }
    void stoppingLeavesNoTrace()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        QByteArray rows = header;
        for (int i = 0; i < 20000; ++i)
            rows += studentLine(i);
        const QString file = desk.file(rows);
        const QString before = desk.ctl.contentHash();
        QProcess process;
        process.setProcessEnvironment(desk.ctl.environment());
        process.start(QStringLiteral(CERTDESKCTL), {QStringLiteral("--json"), QStringLiteral("--database"), desk.database.urlText(), QStringLiteral("--user"), QStringLiteral("admin"),
                                                    QStringLiteral("import"), QStringLiteral("students"), file});
        process.setReadChannel(QProcess::StandardError);
        QByteArray told;
        while (!told.contains("Writing") && process.waitForReadyRead(60000))
            told += process.readAllStandardError();
        QVERIFY2(told.contains("Writing"), told.constData());
        process.terminate();
        QVERIFY(process.waitForFinished(60000));
        QVERIFY2(process.exitCode() == 143, process.readAllStandardOutput().left(500).constData());
        QCOMPARE(desk.ctl.contentHash(), before);
        QVERIFY(desk.ctl.json({QStringLiteral("batches")}).json().value(QLatin1String("rows")).toArray().isEmpty());
    }

    void inspectNeedsNoDatabase()
    {
        QTemporaryDir folder;
        const QString file = writeFile(folder.filePath(QStringLiteral("x.csv")), "Student Number;Last Name;First Name;Grade Level\n00123;Alder;Robin;10\n");
        const CtlAnswer answer = Ctl().json({QStringLiteral("inspect"), file, QStringLiteral("--fields")});
        QVERIFY2(answer.exitCode == 0, answer.told().constData());
        QCOMPARE(answer.json().value(QLatin1String("dialect")).toObject().value(QLatin1String("delimiter")).toString(), QStringLiteral(";"));
        QCOMPARE(answer.json().value(QLatin1String("kind")).toString(), QStringLiteral("students"));
        QCOMPARE(answer.json().value(QLatin1String("rows")).toInt(), 1);
        QVERIFY(!answer.json().value(QLatin1String("fields")).toArray().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestImportCommands)
#include "tst_importcommands.moc"
