// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/certificates/attemptworld.h"
#include "tests/support/ctl.h"

#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

class TestAttemptCommands : public QObject
{
    Q_OBJECT

    static QStringList words(const char *text) { return QString::fromLatin1(text).split(QLatin1Char('|')); }

private Q_SLOTS:
    void aRowFromEntryToVerifiedToVoid_data() { addEngineRows(); }
    void aRowFromEntryToVerifiedToVoid()
    {
        QFETCH(Engine, engine);
        const TestDatabase database(engine);
        const auto session = database.session();
        AttemptWorld world(*session);
        world.as(QStringLiteral("lead"), QStringLiteral("school-lead"));
        world.as(QStringLiteral("specialist"), QStringLiteral("cte-specialist"));
        const Ctl lead(database.urlText(), QStringLiteral("lead"), TestDatabase::password());
        const Ctl specialist(database.urlText(), QStringLiteral("specialist"), TestDatabase::password());
        const CtlAnswer added = lead.json(words("attempt|add|student_state_id=0000000001|course_name=Web Design|certificate_name=Web Associate|"
                                                "exam_date=2027-03-03|outcome=P|proctor=T2"));
        QVERIFY2(added.exitCode == 0, added.told().constData());
        QCOMPARE(added.json().value(QLatin1String("course_number")).toString(), QStringLiteral("9001"));
        QCOMPARE(added.json().value(QLatin1String("certificate_code")).toString(), QStringLiteral("NEW01"));
        QCOMPARE(added.json().value(QLatin1String("proctor")).toString(), QStringLiteral("Watch, Wil"));
        const QString id = QString::number(added.json().value(QLatin1String("id")).toInt());
        QCOMPARE(specialist.json({QStringLiteral("verify"), id}).errorCode(), QStringLiteral("EV-01"));
        QTemporaryDir folder;
        const QString file = writeFile(folder.filePath(QStringLiteral("report.pdf")), "%PDF-1.4");
        QCOMPARE(lead.json({QStringLiteral("evidence"), QStringLiteral("attach"), id, file}).exitCode, 0);
        QCOMPARE(lead.json({QStringLiteral("verify"), id}).errorCode(), QStringLiteral("EV-07"));
        QCOMPARE(specialist.json({QStringLiteral("verify"), id}).exitCode, 0);
        const QStringList move{QStringLiteral("attempt"), QStringLiteral("set"), id, QStringLiteral("exam_date=2027-03-04")};
        const CtlAnswer silent = lead.json(move);
        QCOMPARE(silent.exitCode, 3);
        QCOMPARE(silent.errorCode(), QStringLiteral("EV-06"));
        const CtlAnswer moved = lead.json(move + QStringList{QStringLiteral("--confirm")});
        QCOMPARE(moved.exitCode, 0);
        QCOMPARE(moved.json().value(QLatin1String("verification")).toString(), QStringLiteral("re-verify"));
        QCOMPARE(lead.json({QStringLiteral("attempt"), QStringLiteral("void"), id}).exitCode, 2);
        const CtlAnswer made = lead.json({QStringLiteral("attempt"), QStringLiteral("void"), id, QStringLiteral("--reason"), QStringLiteral("wrong student")});
        QCOMPARE(made.exitCode, 0);
        QCOMPARE(made.json().value(QLatin1String("entry_state")).toString(), QStringLiteral("void"));
    }

    void wrongCallsAndRefusalsChangeNothing_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *what, const char *call, int exitCode, const char *code) {
            QTest::newRow(what) << QString::fromLatin1(call) << exitCode << QString::fromLatin1(code);
        };
        row("no fields", "attempt|add", 2, "USAGE");
        row("unknown field", "attempt|add|shoe_size=7", 2, "USAGE");
        row("no value", "attempt|add|outcome", 2, "USAGE");
        row("no student", "attempt|add|exam_date=2027-03-03", 3, "C01");
        row("unknown student", "attempt|add|student_state_id=77|exam_date=2027-03-03", 4, "NOT-FOUND");
        row("no date", "attempt|add|student_state_id=0000000001|exam_date=31 April", 3, "C03");
        row("code of another", "attempt|add|student_state_id=0000000001|exam_date=2027-03-03|certificate_name=Web Associate|certificate_code=OFF01", 3, "CE-03");
        row("future", "attempt|add|student_state_id=0000000001|exam_date=2027-06-01", 3, "EX-01");
        row("no ID", "verify|seven", 2, "USAGE");
        row("file that is not there", "evidence|attach|1|nowhere.pdf", 4, "FILE");
    }
    void wrongCallsAndRefusalsChangeNothing()
    {
        QFETCH(QString, call);
        const TestDatabase database(Engine::Sqlite);
        const auto session = database.session();
        AttemptWorld world(*session);
        const Ctl admin(database.urlText(), QStringLiteral("admin"), TestDatabase::password());
        const QString before = admin.contentHash();
        const CtlAnswer answer = admin.json(call.split(QLatin1Char('|')));
        QTEST(answer.exitCode, "exitCode");
        QTEST(answer.errorCode(), "code");
        QCOMPARE(admin.contentHash(), before);
    }

    void aNameWithSeveralNumbersNeedsAttention()
    {
        const TestDatabase database(Engine::Sqlite);
        const auto session = database.session();
        AttemptWorld world(*session);
        const Ctl admin(database.urlText(), QStringLiteral("admin"), TestDatabase::password());
        const CtlAnswer answer = admin.json(words("attempt|add|student_state_id=0000000001|course_name=Nursing|certificate_name=Web Associate|exam_date=2027-03"));
        QCOMPARE(answer.exitCode, 1);
        QVERIFY(answer.json().value(QLatin1String("course_number")).isNull());
        QCOMPARE(answer.json().value(QLatin1String("courseChoices")).toArray().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestAttemptCommands)
#include "tst_attemptcommands.moc"
