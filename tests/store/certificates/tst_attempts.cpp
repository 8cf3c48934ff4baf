// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/certificates/attemptworld.h"

#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

Value text(const char *value)
{
    return AttemptWorld::text(value);
}

/// Database, session of the administrator and the world in it.
struct Fixture
{
    explicit Fixture(Engine engine) : database(engine), session(database.session()), world(*session) {}
    TestDatabase database;
    std::unique_ptr<Session> session;
    AttemptWorld world;

    Result<Change> edit(Session &by, qint64 id, const AttemptFields &fields, bool confirmed = false) const
    {
        EditAttempt command(id, 0, fields, confirmed);
        return by.apply(command);
    }
    Result<Change> attach(Session &by, const QVector<qint64> &attempts, qint64 from = 0, qint64 to = 0) const
    {
        AttachEvidence command(attempts, {QStringLiteral("scan.pdf"), QByteArray("%PDF-1.4 evidence"), 4, from, to, QStringLiteral("scan")});
        return by.apply(command);
    }
    QString verification(qint64 id) const { return session->record(EntityKind::Attempt, id)->text("verification"); }
};

} // namespace

class TestAttempts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEntryIsFilledNumberedAndJournaled_data() { addEngineRows(); }
    void anEntryIsFilledNumberedAndJournaled()
    {
        QFETCH(Engine, engine);
        Fixture fixture(engine);
        const auto row = add(*fixture.session, fixture.world.usual());
        QVERIFY2(row, row ? "" : qPrintable(row.error().message + row.error().detail));
        const Record stored = *fixture.session->record(EntityKind::Attempt, row->id);
        QCOMPARE(stored.text("course_number"), QStringLiteral("9001"));
        QCOMPARE(stored.text("program_code"), QStringLiteral("P2"));
        QCOMPARE(stored.text("certificate_code"), QStringLiteral("NEW01"));
        QCOMPARE(stored.text("grade"), QStringLiteral("11"));
        QCOMPARE(stored.integer("school_id"), fixture.world.school);
        QCOMPARE(stored.integer("row_number"), 1);
        QCOMPARE(stored.text("entered_by"), QStringLiteral("admin"));
        QCOMPARE(stored.integer("earned_on"), dayNumber(2027, 3, 3));
        QCOMPARE(add(*fixture.session, fixture.world.usual("2027-04-20"))->integer("row_number"), 2);
    }

    void entriesThatARuleRefusesAreNotSaved_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("code");
        for (const Engine engine : engines()) {
            const auto row = [&](const char *what, const char *field, const char *value, const char *code) {
                QTest::newRow((engineName(engine) + ' ' + what).constData()) << engine << QByteArray(field) << QByteArray(value) << QString::fromLatin1(code);
            };
            row("code of another", "certificate_code", "OFF01", "CE-03");
            row("future", "exam_date", "2027-06-01", "EX-01");
            row("name of another", "typed_name", "Zebulon Quirk", "ID-03");
            row("no certificate", "certificate_name", "Master of None", "CE-01");
            row("no date", "exam_date", "31 April", "C03");
        }
    }
    void entriesThatARuleRefusesAreNotSaved()
    {
        QFETCH(Engine, engine);
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, value);
        Fixture fixture(engine);
        const auto row = add(*fixture.session, fixture.world.usual() + AttemptFields{{field, text(value.constData())}});
        QVERIFY(!row);
        QTEST(row.error().code, "code");
        QVERIFY(fixture.session->records(EntityKind::Attempt)->isEmpty());
    }

    void theSameSittingTwiceIsRefusedFromOneSourceOnly_data() { addEngineRows(); }
    void theSameSittingTwiceIsRefusedFromOneSourceOnly()
    {
        QFETCH(Engine, engine);
        Fixture fixture(engine);
        QVERIFY(add(*fixture.session, fixture.world.usual()));
        const auto again = add(*fixture.session, fixture.world.usual());
        QVERIFY(!again);
        QCOMPARE(again.error().code, QStringLiteral("OU-08"));
        QCOMPARE(again.error().message, QStringLiteral("Row 1 already has Web Associate on 2027-03-03."));
        const auto lead = fixture.world.as(QStringLiteral("lead"), QStringLiteral("school-lead"));
        QVERIFY(add(*lead, fixture.world.usual()));
        QVERIFY(add(*fixture.session, fixture.world.usual() + AttemptFields{{"session_time", text("09:00")}}).has_value() == false);
        QVERIFY(fixture.edit(*fixture.session, 1, {{"session_time", text("08:00")}}));
        QVERIFY(add(*fixture.session, fixture.world.usual() + AttemptFields{{"session_time", text("09:00")}}));
    }

    void aTeacherEntersOwnRowsOfAssignedCertificates_data() { addEngineRows(); }
    void aTeacherEntersOwnRowsOfAssignedCertificates()
    {
        QFETCH(Engine, engine);
        Fixture fixture(engine);
        Record group(EntityKind::Group);
        group.set("school_id", Value(fixture.world.school)).set("school_year", Value(2027)).set("kind", text("section")).set("group_name", text("Web 1"));
        const qint64 section = insertRecord(*fixture.session, group.set("course_number", text("9001")).set("status", text("active")));
        insertRecord(*fixture.session, Record(EntityKind::GroupStaff).set("group_id", Value(section)).set("staff_id", Value(fixture.world.teacher)));
        insertRecord(*fixture.session, Record(EntityKind::Member).set("group_id", Value(section)).set("student_id", Value(fixture.world.student)));
        const auto teacher = fixture.world.as(QStringLiteral("teacher"), QStringLiteral("teacher"), fixture.world.teacher);
        AttemptChoices choices(*teacher);
        QCOMPARE(choices.students(QStringLiteral("")) ->size(), 1);
        QCOMPARE(choices.coursesOfStudent(fixture.world.student, 2027)->value(0).number, QStringLiteral("9001"));
        QCOMPARE(choices.certificates(2027, QStringLiteral("P2"), false)->size(), 1);
        const auto row = add(*teacher, fixture.world.usual());
        QVERIFY2(row, row ? "" : qPrintable(row.error().message + row.error().detail));
        QCOMPARE(row->integer("teacher_id"), fixture.world.teacher);
        QCOMPARE(row->text("entered_by"), QStringLiteral("teacher"));
        AttemptFields unassigned = fixture.world.usual("2027-02-02");
        unassigned[2].second = text("Office Bundle");
        QCOMPARE(add(*teacher, unassigned).error().code, QStringLiteral("CE-04"));
        QVERIFY(add(*fixture.session, unassigned));
        QCOMPARE(add(*teacher, fixture.world.usual("2027-01-12") + AttemptFields{{"course_number", text("1234")}}).error().code, QStringLiteral("K17"));
        AttemptFields hidden = fixture.world.usual();
        hidden[0].second = Value(fixture.world.other);
        QCOMPARE(add(*teacher, hidden).error().code, QStringLiteral("NOT-FOUND"));
        UnverifyAttempts unverify({row->id});
        QCOMPARE(teacher->apply(unverify).error().kind, Error::Kind::Denied);
    }

    void oneOfSeveralNumbersIsNeverChosenByChance_data() { addEngineRows(); }
    void oneOfSeveralNumbersIsNeverChosenByChance()
    {
        QFETCH(Engine, engine);
        Fixture fixture(engine);
        AttemptFields fields = fixture.world.usual();
        fields[1].second = text("Nursing");
        AddAttempt command(fields);
        QVERIFY(fixture.session->apply(command));
        QVERIFY(!command.result().attempt.has("course_number"));
        QCOMPARE(command.result().courseCandidates.size(), 2);
    }

    void withdrawingACertificateIsSeenByAnOpenSession_data() { addEngineRows(); }
    void withdrawingACertificateIsSeenByAnOpenSession()
    {
        QFETCH(Engine, engine);
        Fixture fixture(engine);
        Record link(EntityKind::ProgramCertificate);
        const Record assigned = fixture.session->records(EntityKind::ProgramCertificate)->first();
        insertRecord(*fixture.session, link.set("program_id", assigned["program_id"]).set("certificate_id", Value(fixture.world.office)));
        const auto open = fixture.database.session();
        QCOMPARE(AttemptChoices(*open).certificates(2027, QStringLiteral("P2"), false)->size(), 2);
        ApplyChanges withdraw(QStringLiteral("WithdrawCertificate"), Right::AssignCertificates,
                              {{RowChange::Operation::Remove, EntityKind::ProgramCertificate, assigned.id, assigned.version, {}}});
        QVERIFY(fixture.session->apply(withdraw));
        QCOMPARE(AttemptChoices(*open).certificates(2027, QStringLiteral("P2"), false)->size(), 1);
        QCOMPARE(AttemptChoices(*open).certificates(2027, QStringLiteral("P2"), true)->size(), 2);
    }

    void verifyingNeedsEvidenceAProctorAndSomeoneElse_data() { addEngineRows(); }
    void verifyingNeedsEvidenceAProctorAndSomeoneElse()
    {
        QFETCH(Engine, engine);
        Fixture fixture(engine);
        const auto lead = fixture.world.as(QStringLiteral("lead"), QStringLiteral("school-lead"));
        const auto specialist = fixture.world.as(QStringLiteral("specialist"), QStringLiteral("cte-specialist"));
        const qint64 row = add(*lead, fixture.world.usual())->id;
        const auto verify = [&](Session &by) {
            VerifyAttempts command({row});
            const auto done = by.apply(command);
            return done ? QString() : done.error().code;
        };
        QCOMPARE(verify(*specialist), QStringLiteral("EV-01"));
        QVERIFY(fixture.attach(*lead, {row}));
        QVERIFY(fixture.edit(*lead, row, {{"proctor_id", Value()}}));
        QCOMPARE(verify(*specialist), QStringLiteral("RQ-01"));
        QVERIFY(fixture.edit(*lead, row, {{"proctor_id", Value(fixture.world.proctor)}}));
        QCOMPARE(verify(*lead), QStringLiteral("EV-07"));
        QCOMPARE(verify(*fixture.session), QStringLiteral("K17"));
        QCOMPARE(verify(*specialist), QString());
        QCOMPARE(fixture.verification(row), QStringLiteral("verified"));
        // The enterer is who wrote a key field last.
        QCOMPARE(fixture.edit(*specialist, row, {{"exam_date", text("2027-03-04")}}).error().code, QStringLiteral("EV-06"));
        QVERIFY(fixture.edit(*specialist, row, {{"note", text("seen twice")}}));
        QCOMPARE(fixture.verification(row), QStringLiteral("verified"));
        QVERIFY(fixture.edit(*specialist, row, {{"exam_date", text("2027-03-04")}}, true));
        QCOMPARE(fixture.verification(row), QStringLiteral("re-verify"));
        QCOMPARE(verify(*specialist), QStringLiteral("EV-07"));
        QCOMPARE(verify(*lead), QString());
        UnverifyAttempts back({row});
        QVERIFY(specialist->apply(back));
        QCOMPARE(fixture.verification(row), QStringLiteral("unverified"));
    }

    void severalRowsAreVerifiedAsFarAsTheyCan_data() { addEngineRows(); }
    void severalRowsAreVerifiedAsFarAsTheyCan()
    {
        QFETCH(Engine, engine);
        Fixture fixture(engine);
        const auto lead = fixture.world.as(QStringLiteral("lead"), QStringLiteral("school-lead"));
        const qint64 own = add(*lead, fixture.world.usual("2027-01-12"))->id;
        const qint64 others = add(*fixture.session, fixture.world.usual())->id;
        QVERIFY(fixture.attach(*lead, {own, others}));
        VerifyAttempts command({own, others});
        QVERIFY(lead->apply(command));
        QCOMPARE(command.verified(), QVector<qint64>{others});
        QCOMPARE(command.skipped().size(), 1);
        QCOMPARE(command.skipped().first().reason.code, QStringLiteral("EV-07"));
        QCOMPARE(fixture.verification(own), QStringLiteral("unverified"));
    }

    void oneFileIsEvidenceOfOneStudentUnlessPagesDiffer_data() { addEngineRows(); }
    void oneFileIsEvidenceOfOneStudentUnlessPagesDiffer()
    {
        QFETCH(Engine, engine);
        Fixture fixture(engine);
        const qint64 one = add(*fixture.session, fixture.world.usual())->id;
        AttemptFields fields = fixture.world.usual();
        fields[0].second = Value(fixture.world.other);
        const qint64 two = add(*fixture.session, fields)->id;
        QVERIFY(fixture.attach(*fixture.session, {one}, 1, 2));
        QCOMPARE(fixture.attach(*fixture.session, {two}).error().code, QStringLiteral("EV-04"));
        QCOMPARE(fixture.attach(*fixture.session, {two}, 2, 3).error().code, QStringLiteral("EV-04"));
        QVERIFY(fixture.attach(*fixture.session, {two}, 3, 4));
        QCOMPARE(fixture.session->records(EntityKind::Evidence)->size(), 1);
        QCOMPARE(fixture.session->records(EntityKind::EvidenceLink)->size(), 2);
    }

    void rowsAreVoidedWithReasonAndEditsTakenBack_data() { addEngineRows(); }
    void rowsAreVoidedWithReasonAndEditsTakenBack()
    {
        QFETCH(Engine, engine);
        Fixture fixture(engine);
        const qint64 row = add(*fixture.session, fixture.world.usual())->id;
        EditAttempt edit(row, 0, {{"outcome", text("F")}});
        QVERIFY(fixture.session->apply(edit));
        QVERIFY(!edit.result().attempt.has("earned_on"));
        RestoreAttempt undo(edit.before(), edit.result().attempt);
        QVERIFY(fixture.session->apply(undo));
        QCOMPARE(fixture.session->record(EntityKind::Attempt, row)->text("outcome"), QStringLiteral("P"));
        QVERIFY(fixture.session->record(EntityKind::Attempt, row)->has("earned_on"));
        RestoreAttempt again(edit.before(), edit.result().attempt);
        QCOMPARE(fixture.session->apply(again).error().kind, Error::Kind::Conflict);
        VoidAttempt bare({row}, QStringLiteral("  "));
        QCOMPARE(fixture.session->apply(bare).error().code, QStringLiteral("C01"));
        VoidAttempt reasoned({row}, QStringLiteral("Entered for the wrong student"));
        QVERIFY(fixture.session->apply(reasoned));
        QCOMPARE(fixture.session->record(EntityKind::Attempt, row)->text("entry_state"), QStringLiteral("void"));
        QCOMPARE(fixture.edit(*fixture.session, row, {{"outcome", text("F")}}).error().kind, Error::Kind::Refused);
        QVERIFY(add(*fixture.session, fixture.world.usual()));
        UnvoidAttempt back(row);
        QCOMPARE(fixture.session->apply(back).error().code, QStringLiteral("OU-08"));
    }

    void studentsAreFoundByAnyNumberOrName_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("text");
        for (const Engine engine : engines()) {
            for (const char *typed : {"0000000002", "castellano", "jose cast", "José Castellano"})
                QTest::newRow((engineName(engine) + ' ' + typed).constData()) << engine << QString::fromUtf8(typed);
        }
    }
    void studentsAreFoundByAnyNumberOrName()
    {
        QFETCH(Engine, engine);
        QFETCH(QString, text);
        Fixture fixture(engine);
        const auto found = AttemptChoices(*fixture.session).students(text);
        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().id, fixture.world.other);
    }
};

QTEST_GUILESS_MAIN(TestAttempts)
#include "tst_attempts.moc"
