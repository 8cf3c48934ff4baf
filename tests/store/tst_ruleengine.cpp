// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/progress.h"
#include "models/store/rowcodec.h"
#include "models/store/rules/rulecatalogue.h"
#include "tests/support/rulecase.h"

using namespace certdesk;
using namespace certdesk::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QString ruleFile(const QString &code, const QString &body, const QString &message = QStringLiteral("{name}"))
{
    return QStringLiteral("-- code: %1\n-- title: A test\n-- severity: WARNING\n-- entity: student\n-- parameters: :least = 3\n-- message: %3\n-- how_to_fix: Nothing.\n%2\n")
        .arg(code, body, message);
}

} // namespace

class TestRuleEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRuleThatCannotBeTrustedIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        const QString good = s("SELECT s.id AS record_key, s.last_name AS name FROM student s");
        QTest::newRow("no header") << good << s("RULE-HEADER");
        QTest::newRow("no record_key") << ruleFile(s("L1"), s("SELECT s.last_name AS name FROM student s")) << s("RULE-SQL");
        QTest::newRow("message without column") << ruleFile(s("L1"), good, s("{missing}")) << s("RULE-SQL");
        QTest::newRow("wrong SQL") << ruleFile(s("L1"), s("SELECT nothing FROM student")) << s("RULE-SQL");
        QTest::newRow("writes") << ruleFile(s("L1"), s("DELETE FROM student")) << s("RULE-SQL");
        QTest::newRow("two statements") << ruleFile(s("L1"), good + s("; SELECT 1")) << s("RULE-SQL");
        QTest::newRow("reads accounts") << ruleFile(s("L1"), s("SELECT a.id AS record_key, a.password_hash AS name FROM account a")) << s("RULE-SQL");
        QTest::newRow("reads findings") << ruleFile(s("L1"), s("SELECT f.record_id AS record_key, f.message AS name FROM finding f")) << s("RULE-SQL");
        QTest::newRow("looks at the clock") << ruleFile(s("L1"), s("SELECT s.id AS record_key, CURRENT_TIMESTAMP AS name FROM student s")) << s("RULE-SQL");
        QTest::newRow("unknown parameter") << ruleFile(s("L1"), good + s(" WHERE s.id > :most")) << s("RULE-SQL");
        QTest::newRow("code of the program") << ruleFile(s("EX-10"), good) << s("RULE-OWN");
    }
    void aRuleThatCannotBeTrustedIsRefused()
    {
        QFETCH(QString, text);
        for (const Engine engine : engines()) {
            TestDatabase database(engine);
            auto session = database.session();
            ImportRule command(text);
            const auto done = session->apply(command);
            QVERIFY(!done);
            QTEST(done.error().code, "code");
            QVERIFY(session->records(EntityKind::Rule)->isEmpty());
        }
    }

    void anImportedRuleRunsUntilItIsArchived_data() { addEngineRows(); }
    void anImportedRuleRunsUntilItIsArchived()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        addStudent(*session, addSchool(*session, s("100")), s("1"), s("Alder"));
        ImportRule command(ruleFile(s("L1"), s("-- a comment with a :colon\nSELECT s.id AS record_key, s.last_name AS name FROM student s WHERE LENGTH(s.last_name) > :least"), s("{name} is long")));
        QVERIFY(session->apply(command));
        CheckRequest request;
        request.rules = {s("L1")};
        auto run = runRules(*session, request);
        QVERIFY(run);
        QCOMPARE(run->result.findings.size(), 1);
        QCOMPARE(run->result.findings.first().message, s("Alder is long"));
        request.parameters.insert(s("L1:least"), Value(5));
        QVERIFY(runRules(*session, request)->result.findings.isEmpty());
        ArchiveRule archive(s("L1"));
        QVERIFY(session->apply(archive));
        QCOMPARE(runRules(*session, request).error().code, s("NOT-FOUND"));
    }

    void aRuleThatFailsIsNotPassed_data() { addEngineRows(); }
    void aRuleThatFailsIsNotPassed()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        Record record(EntityKind::Rule);
        record.set("code", Value(s("L1"))).set("owner", Value(s("district"))).set("title", Value(s("t"))).set("severity", Value(s("WARNING")));
        record.set("entity", Value(s("student"))).set("body", Value(ruleFile(s("L1"), s("SELECT gone AS record_key FROM student"))));
        insertRecord(*session, record);
        const auto run = runRules(*session, {});
        QVERIFY(run);
        QVERIFY(run->result.couldNotCheck());
        qint64 checked = 0;
        for (const RuleOutcome &outcome : run->result.rules)
            checked += outcome.error ? 0 : 1;
        QCOMPARE(checked, builtInRules().size());
    }

    void aRunEndsAtItsTimeLimit_data() { addEngineRows(); }
    void aRunEndsAtItsTimeLimit()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        ImportRule command(ruleFile(s("L1"), s("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000) "
                                               "SELECT s.id AS record_key, s.last_name AS name FROM student s WHERE (SELECT COUNT(*) FROM n) < 0")));
        QVERIFY(session->apply(command));
        addStudent(*session, addSchool(*session, s("100")), s("1"));
        CheckRequest request;
        request.rules = {s("L1")};
        request.limits.milliseconds = 200;
        const auto run = runRules(*session, request);
        QVERIFY(run);
        QVERIFY(run->result.rules.first().error);
        QCOMPARE(run->result.rules.first().error->code, s("RULE-TIME"));
        Progress progress;
        progress.cancel();
        request.limits = RuleLimits();
        QCOMPARE(runRules(*session, request, &progress).error().kind, Error::Kind::Cancelled);
    }

    void aSnapshotGivesTheFindingsOfItsRows_data() { addEngineRows(); }
    void aSnapshotGivesTheFindingsOfItsRows()
    {
        QFETCH(Engine, engine);
        RuleCase one(engine);
        const QStringList found = one.findings({s("preferred_name=Bobby")}, {s("2026-03-03 certificate_code=NONE typed_name=Kim_Cypress proctor=T1 teacher=T1"), s("2026-03-13 outcome=P")}, {});
        QVERIFY(found.size() >= 4);
        Session &session = one.session();
        const auto before = runRules(session, {});
        Record event(EntityKind::Event);
        event.set("name", Value(s("E"))).set("school_year", Value(2027)).set("status", Value(s("EVT_PUBLISHED")));
        Record participation(EntityKind::Participation);
        participation.set("event_id", Value(insertRecord(session, event))).set("organization_code", Value(s("D1"))).set("status", Value(s("PST_IN_PROGRESS"))).set("round", Value(1));
        Record snapshot(EntityKind::Snapshot);
        snapshot.set("participation_id", Value(insertRecord(session, participation))).set("number", Value(1)).set("status", Value(s("SNP_AVAILABLE")));
        const qint64 id = insertRecord(session, snapshot);
        for (const EntityKind kind : checkedKinds()) {
            const auto records = session.records(kind);
            QVERIFY(records);
            for (const Record &record : *records)
                session.connection().prepared(s("INSERT INTO snapshot_row (snapshot_id, entity, record_id, content) VALUES (?, ?, ?, ?)"))
                    .run(Value(id), Value(QString::fromLatin1(record.def().name)), Value(record.id), Value(QString::fromUtf8(fieldsJson(record))));
        }
        session.connection().execute(s("DELETE FROM evidence_link"));
        session.connection().execute(s("DELETE FROM attempt"));
        CheckRequest request;
        request.snapshot = id;
        const auto frozen = runRules(session, request);
        QVERIFY2(frozen, frozen ? "" : qPrintable(frozen.error().message + frozen.error().detail));
        QVERIFY(!frozen->result.couldNotCheck());
        QCOMPARE(verdictHash(frozen->result.findings), verdictHash(before->result.findings));
        QVERIFY(runRules(session, {})->result.findings.size() < before->result.findings.size());
    }
};

QTEST_GUILESS_MAIN(TestRuleEngine)
#include "tst_ruleengine.moc"
