// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certification/categorycommands.h"
#include "models/store/certification/decisioncommands.h"
#include "models/store/certification/eventcommands.h"
#include "tests/support/certificationfixture.h"

#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

#define FIXTURE(name)                                                                                                                                          \
    QFETCH(Engine, engine);                                                                                                                                    \
    CertificationFixture name(engine)

/// The path of certification between a district and a state, over the direct link, on both engines.
class TestCertificationPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneOfTwoCertifiersLeavesTheEventInProgress_data() { addEngineRows(); }
    void oneOfTwoCertifiersLeavesTheEventInProgress() // checks 1, 18, 19
    {
        FIXTURE(world);
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_IN_PROGRESS UST_OPEN"));
        world.submit(QStringLiteral("ana"));
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_IN_PROGRESS UST_COMPLETE"));
        QCOMPARE(world.statuses(QStringLiteral("ben")), QStringLiteral("PST_IN_PROGRESS UST_OPEN"));
        QCOMPARE(world.messages(world.state, QStringLiteral("sam"), QStringLiteral("CERTIFICATION_SENT")), 0);
        world.submit(QStringLiteral("ben"));
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_SENT UST_COMPLETE"));
        QCOMPARE(world.messages(world.state, QStringLiteral("sam"), QStringLiteral("CERTIFICATION_SENT")), 1);
        ApproveCertification approve(world.atState(), {});
        QCOMPARE(world.refusalOf(world.approver(), approve), QString());
        world.sync();
        QCOMPARE(world.statuses(QStringLiteral("ben")), QStringLiteral("PST_APPROVED UST_COMPLETE"));
        QVERIFY(world.desk(QStringLiteral("ben")).details(world.here())->row.approvedAt > 0);
        QCOMPARE(world.messages(world.district, QStringLiteral("rae"), QStringLiteral("APPROVED")), 1);
    }

    void reviewerEndsAtStepThree_data() { addEngineRows(); }
    void reviewerEndsAtStepThree() // check 2
    {
        FIXTURE(world);
        world.review(QStringLiteral("rae"));
        QCOMPARE(world.statuses(QStringLiteral("rae")), QStringLiteral("PST_IN_PROGRESS UST_NA"));
        const auto details = world.desk(QStringLiteral("rae")).details(world.here());
        QCOMPARE(details->state.submit, StepStatus::NotRequired);
        QVERIFY(details->state.blockers.isEmpty());
        const auto submitted = world.desk(QStringLiteral("rae")).submit(world.here(), {});
        QVERIFY(!submitted);
        QCOMPARE(submitted.error().kind, Error::Kind::Denied);
        SignCertification direct(world.here(), {});
        QCOMPARE(world.refusalOf(world.rae(), direct), QStringLiteral("K17"));
        QCOMPARE(world.rows(world.district, EntityKind::SignOff, QStringLiteral("1 = 1")), 0);
    }

    void allSchoolsCertifierSignsForEachSchool_data() { addEngineRows(); }
    void allSchoolsCertifierSignsForEachSchool() // check 3
    {
        QFETCH(Engine, engine);
        CertificationFixture world(engine, [](EventDocument &document) {
            document.level = QStringLiteral("school");
            document.participants = {{QStringLiteral("D1"), QStringLiteral("101")}, {QStringLiteral("D1"), QStringLiteral("102")}, {QStringLiteral("D1"), QStringLiteral("103")}};
        });
        auto program = world.district.programSession();
        addSchool(*program, QStringLiteral("102"));
        addSchool(*program, QStringLiteral("103"));
        Session &admin = world.at(world.district, QStringLiteral("admin"));
        RemoveCategoryMember remove(false, *findCategory(admin, QStringLiteral("CTE")), QStringLiteral("ben"), QStringLiteral("certifier"));
        QCOMPARE(world.refusalOf(admin, remove), QString());
        QCOMPARE(world.desk(QStringLiteral("ana")).rows()->size(), 3);
        world.submit(QStringLiteral("ana"), QStringLiteral("101"));
        world.submit(QStringLiteral("ana"), QStringLiteral("102"));
        QCOMPARE(world.statuses(QStringLiteral("ana"), QStringLiteral("102")), QStringLiteral("PST_SENT UST_COMPLETE"));
        QCOMPARE(world.statuses(QStringLiteral("ana"), QStringLiteral("103")), QStringLiteral("PST_IN_PROGRESS UST_OPEN"));
    }

    void fatalFindingHoldsTheFirstStep_data() { addEngineRows(); }
    void fatalFindingHoldsTheFirstStep() // check 4
    {
        FIXTURE(world);
        const qint64 attempt = world.addWrongAttempt();
        CertificationDesk desk = world.desk(QStringLiteral("ana"));
        QVERIFY(succeeded(desk.run(world.here(), WizardStep::Validation, QStringLiteral("html"))));
        const auto details = desk.details(world.here());
        QCOMPARE(details->state.blockers.first().code, QStringLiteral("C-500"));
        QVERIFY(details->state.blockers.first().message.contains(QLatin1String("CE-01")));
        const auto next = desk.run(world.here(), WizardStep::StateValidation, QStringLiteral("html"));
        QVERIFY(!next);
        QCOMPARE(next.error().kind, Error::Kind::Refused);
        auto program = world.district.programSession();
        const Record wrong = *program->record(EntityKind::Attempt, attempt);
        ApplyChanges correct(QStringLiteral("Correct"), Right::EditRoster, {{RowChange::Operation::Remove, EntityKind::Attempt, attempt, wrong.version, {}}});
        QVERIFY(succeeded(program->apply(correct)));
        QVERIFY(succeeded(desk.run(world.here(), WizardStep::Validation, QStringLiteral("html"))));
        QVERIFY(succeeded(desk.run(world.here(), WizardStep::StateValidation, QStringLiteral("html"))));
    }

    void stateReportHasToBeOpenedPersonally_data() { addEngineRows(); }
    void stateReportHasToBeOpenedPersonally() // checks 5, 30, 64
    {
        FIXTURE(world);
        CertificationDesk ana = world.desk(QStringLiteral("ana"));
        QVERIFY(succeeded(ana.run(world.here(), WizardStep::Validation, QStringLiteral("html"))));
        const auto result = ana.run(world.here(), WizardStep::StateValidation, QStringLiteral("html"));
        QVERIFY(succeeded(result));
        QCOMPARE(ana.details(world.here())->state.stateValidation, StepStatus::InProgress);
        const auto early = ana.snapshot(world.here(), false, QStringLiteral("html"));
        QVERIFY(!early);
        QCOMPARE(early.error().code, QStringLiteral("C-501"));
        QVERIFY(succeeded(ana.view(*result)));
        QCOMPARE(ana.details(world.here())->state.stateValidation, StepStatus::Complete);
        QCOMPARE(world.desk(QStringLiteral("ben")).details(world.here())->state.stateValidation, StepStatus::InProgress);
        QVERIFY(ana.details(world.here())->facts.currentSnapshot > 0); // made by the start (C-281)
    }

    void previewPeriodAllowsReviewOnly_data() { addEngineRows(); }
    void previewPeriodAllowsReviewOnly() // check 8
    {
        QFETCH(Engine, engine);
        CertificationFixture world(engine, [](EventDocument &document) { document.opens = dayNumber(2027, 6, 5); });
        world.review(QStringLiteral("ana"));
        const auto submitted = world.desk(QStringLiteral("ana")).submit(world.here(), {});
        QVERIFY(!submitted);
        QCOMPARE(submitted.error().code, QStringLiteral("C-503"));
        world.setClock(QStringLiteral("2027-06-05"));
        QVERIFY(succeeded(world.desk(QStringLiteral("ana")).submit(world.here(), {})));
    }

    void afterTheDueDateNothingIsSubmitted_data() { addEngineRows(); }
    void afterTheDueDateNothingIsSubmitted() // check 9, and the effect of C-071
    {
        FIXTURE(world);
        world.review(QStringLiteral("ana"));
        world.setClock(QStringLiteral("2027-07-01"));
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_IN_PROGRESS UST_OVERDUE"));
        QCOMPARE(world.statuses(QStringLiteral("ben")), QStringLiteral("PST_IN_PROGRESS UST_OVERDUE"));
        const auto late = world.desk(QStringLiteral("ana")).submit(world.here(), {});
        QVERIFY(!late);
        QCOMPARE(late.error().code, QStringLiteral("C-504"));
        ExtendEvent extend(world.event(), dayNumber(2027, 7, 31), {});
        QCOMPARE(world.refusalOf(world.stateAdmin(), extend), QString());
        world.sync();
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_IN_PROGRESS UST_INCOMPLETE"));
        QCOMPARE(world.statuses(QStringLiteral("ben")), QStringLiteral("PST_IN_PROGRESS UST_OPEN"));
        QVERIFY(succeeded(world.desk(QStringLiteral("ana")).submit(world.here(), {})));
    }

    void approvalWithoutSubmissionNeedsAReason_data() { addEngineRows(); }
    void approvalWithoutSubmissionNeedsAReason() // check 10
    {
        FIXTURE(world);
        ApproveCertification bare(world.atState(), QStringLiteral("too short"));
        QCOMPARE(world.refusalOf(world.approver(), bare), QStringLiteral("C-REASON"));
        ApproveCertification approve(world.atState(), QStringLiteral("no data to report this year"));
        QCOMPARE(world.refusalOf(world.approver(), approve), QString());
        world.sync();
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_APPROVED UST_NA"));
        const auto rows = readParticipants(world.stateAdmin(), world.event());
        QVERIFY(succeeded(rows));
        QCOMPARE(rows->first().markers, QStringList(QStringLiteral("exception")));
        RevokeApproval revoke(world.atState(), QStringLiteral("wrong row"));
        QCOMPARE(world.refusalOf(world.approver(), revoke), QString());
        world.sync();
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_IN_PROGRESS UST_OPEN"));
    }

    void requestBeforeAllHaveSignedNamesTheOthers_data() { addEngineRows(); }
    void requestBeforeAllHaveSignedNamesTheOthers() // check 11
    {
        FIXTURE(world);
        world.submit(QStringLiteral("ana"));
        const auto asked = world.desk(QStringLiteral("ana")).requestRecertification(world.here(), QStringLiteral("a record was corrected"));
        QVERIFY(!asked);
        QCOMPARE(asked.error().code, QStringLiteral("C-506"));
        QVERIFY(asked.error().message.contains(QLatin1String("Ben")));
    }

    void deniedRequestGoesBackToApproved_data() { addEngineRows(); }
    void deniedRequestGoesBackToApproved() // checks 13, 42
    {
        FIXTURE(world);
        world.submit(QStringLiteral("ana"));
        world.submit(QStringLiteral("ben"));
        ApproveCertification approve(world.atState(), {});
        QCOMPARE(world.refusalOf(world.approver(), approve), QString());
        CertificationDesk ana = world.desk(QStringLiteral("ana"));
        QVERIFY(succeeded(ana.requestRecertification(world.here(), QStringLiteral("a record was corrected"))));
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_REQUESTED UST_PENDING"));
        QCOMPARE(world.statuses(QStringLiteral("ben")), QStringLiteral("PST_REQUESTED UST_COMPLETE"));
        QCOMPARE(world.messages(world.state, QStringLiteral("sam"), QStringLiteral("REQUEST")), 1);
        DenyRequest deny(world.atState(), QStringLiteral("too late for this year"));
        QCOMPARE(world.refusalOf(world.approver(), deny), QString());
        world.sync();
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_APPROVED UST_COMPLETE"));
        QCOMPARE(world.desk(QStringLiteral("ben")).details(world.here())->stateReason, QStringLiteral("too late for this year"));
        QVERIFY(succeeded(ana.requestRecertification(world.here(), QStringLiteral("once more, with proof"))));
        QVERIFY(succeeded(ana.cancelRequest(world.here())));
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_APPROVED UST_COMPLETE"));
    }
};

QTEST_GUILESS_MAIN(TestCertificationPath)
#include "tst_certificationpath.moc"
