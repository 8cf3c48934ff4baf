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

/// Rounds, versions, withdrawals and snapshots of a certification, over the direct link, on both engines.
class TestCertificationRounds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recertificationStartsTheNextRound_data() { addEngineRows(); }
    void recertificationStartsTheNextRound() // checks 20, 21
    {
        FIXTURE(world);
        world.submit(QStringLiteral("ana"));
        world.submit(QStringLiteral("ben"));
        AskRecertification ask(world.atState(), QStringLiteral("grades are missing"), 0);
        QCOMPARE(world.refusalOf(world.approver(), ask), QString());
        world.sync();
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_RECERT UST_INCOMPLETE"));
        QCOMPARE(world.desk(QStringLiteral("ana")).details(world.here())->stateReason, QStringLiteral("grades are missing"));
        QCOMPARE(world.desk(QStringLiteral("ana")).details(world.here())->state.validation, StepStatus::NotStarted);
        world.submit(QStringLiteral("ana"));
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_RECERT UST_COMPLETE"));
        world.submit(QStringLiteral("ben"));
        QCOMPARE(world.statuses(QStringLiteral("ben")), QStringLiteral("PST_SENT UST_COMPLETE"));
        const auto details = world.desk(QStringLiteral("ana")).details(world.here());
        QCOMPARE(details->row.round, 2);
        QCOMPARE(details->signatures.size(), 4);
        QCOMPARE(details->signedBy.size(), 2);
    }

    void everyMemberHasOneAlert_data() { addEngineRows(); }
    void everyMemberHasOneAlert() // check 26
    {
        FIXTURE(world);
        world.sync();
        for (const char *person : {"ana", "ben", "rae"})
            QCOMPARE(world.messages(world.district, QLatin1String(person), QStringLiteral("EVENT_PUBLISHED")), 1);
        QCOMPARE(world.messages(world.district, QStringLiteral("admin"), QStringLiteral("EVENT_PUBLISHED")), 0);
        EventDocument second = CertificationFixture::document();
        second.name = QStringLiteral("Unseen");
        SaveEvent save(0, second);
        QCOMPARE(world.refusalOf(world.stateAdmin(), save), QString());
        world.sync();
        QCOMPARE(world.rows(world.district, EntityKind::Event, QStringLiteral("1 = 1")), 1);
    }

    void districtsKeepThePublishedName_data() { addEngineRows(); }
    void districtsKeepThePublishedName() // checks 7, 12
    {
        FIXTURE(world);
        world.submit(QStringLiteral("ana"));
        EventDocument changed = CertificationFixture::document();
        changed.name = QStringLiteral("Spring renamed");
        const qint64 event = world.event();
        SaveEvent save(event, changed);
        QCOMPARE(world.refusalOf(world.stateAdmin(), save), QString());
        QCOMPARE(readStateEvents(world.stateAdmin())->first().status, EventStatus::Changed);
        world.sync();
        QCOMPARE(world.desk(QStringLiteral("ana")).rows()->first().eventName, QStringLiteral("Spring"));
        changed.end = dayNumber(2027, 7, 31);
        SaveEvent extend(event, changed);
        QCOMPARE(world.refusalOf(world.stateAdmin(), extend), QString());
        PublishEvent publish(event);
        QCOMPARE(world.refusalOf(world.stateAdmin(), publish), QString());
        QCOMPARE(publish.version(), 2);
        world.sync();
        const EventRow row = world.desk(QStringLiteral("ana")).rows()->first();
        QCOMPARE(row.eventName, QStringLiteral("Spring renamed"));
        QCOMPARE(row.dueDate, changed.end);
        QCOMPARE(row.userStatus, UserStatus::Complete);
        QCOMPARE(world.messages(world.district, QStringLiteral("ana"), QStringLiteral("RECERTIFICATION")), 0);
    }

    void withdrawalTakesBackOnlyTheOwnSignature_data() { addEngineRows(); }
    void withdrawalTakesBackOnlyTheOwnSignature() // check 40
    {
        FIXTURE(world);
        world.submit(QStringLiteral("ana"));
        world.submit(QStringLiteral("ben"));
        QVERIFY(succeeded(world.desk(QStringLiteral("ana")).withdraw(world.here(), QStringLiteral("found an error"))));
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_IN_PROGRESS UST_INCOMPLETE"));
        QCOMPARE(world.statuses(QStringLiteral("ben")), QStringLiteral("PST_IN_PROGRESS UST_COMPLETE"));
        world.submit(QStringLiteral("ana")); // the newest reports are Ben's: they have to be viewed too
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_SENT UST_COMPLETE"));
        ApproveCertification approve(world.atState(), {});
        QCOMPARE(world.refusalOf(world.approver(), approve), QString());
        const auto late = world.desk(QStringLiteral("ana")).withdraw(world.here(), QStringLiteral("found another"));
        QVERIFY(!late);
        QCOMPARE(late.error().code, QStringLiteral("C-510"));
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_APPROVED UST_COMPLETE"));
    }

    void removedCertifierLeavesSendToTheOthers_data() { addEngineRows(); }
    void removedCertifierLeavesSendToTheOthers() // checks 14, 46
    {
        FIXTURE(world);
        world.submit(QStringLiteral("ana"));
        Session &admin = world.at(world.district, QStringLiteral("admin"));
        RemoveCategoryMember remove(false, *findCategory(admin, QStringLiteral("CTE")), QStringLiteral("ben"), QStringLiteral("certifier"));
        QCOMPARE(world.refusalOf(admin, remove), QString());
        world.sync();
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_IN_PROGRESS UST_COMPLETE"));
        QVERIFY(world.desk(QStringLiteral("ana")).details(world.here())->canSend);
        QVERIFY(succeeded(world.desk(QStringLiteral("ana")).send(world.here())));
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_SENT UST_COMPLETE"));
        QVERIFY(readParticipants(world.stateAdmin(), world.event())->first().markers.contains(QLatin1String("quorum-changed")));
        world.member(QStringLiteral("ben"), QStringLiteral("certifier"));
        QCOMPARE(world.statuses(QStringLiteral("ben")), QStringLiteral("PST_SENT UST_NA"));
        AskRecertification ask(world.atState(), QStringLiteral("once more"), 0);
        QCOMPARE(world.refusalOf(world.approver(), ask), QString());
        world.sync();
        QCOMPARE(world.statuses(QStringLiteral("ben")), QStringLiteral("PST_RECERT UST_INCOMPLETE"));
    }

    void retakenSnapshotWithOtherContentNeedsRenewal_data() { addEngineRows(); }
    void retakenSnapshotWithOtherContentNeedsRenewal() // checks 15, 31
    {
        FIXTURE(world);
        world.submit(QStringLiteral("ana"));
        CertificationDesk ana = world.desk(QStringLiteral("ana"));
        QVERIFY(succeeded(ana.snapshot(world.here(), true, QStringLiteral("html")))); // equal content
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_IN_PROGRESS UST_COMPLETE"));
        auto program = world.district.programSession();
        addStudent(*program, world.school, QStringLiteral("S2"), QStringLiteral("Cedar"));
        QVERIFY(succeeded(ana.snapshot(world.here(), true, QStringLiteral("html"))));
        const auto details = ana.details(world.here());
        QCOMPARE(statusCode(details->row.userStatus), QStringLiteral("UST_INCOMPLETE"));
        QCOMPARE(details->facts.currentSnapshot, 3);
        QCOMPARE(details->signatures.first().snapshotVersion, 1);
        QCOMPARE(details->state.snapshot, StepStatus::InProgress); // the new report is not opened yet
    }

    void withoutACategoryOrLinkTheDistrictIsTold_data() { addEngineRows(); }
    void withoutACategoryOrLinkTheDistrictIsTold() // check 57, C-002
    {
        QFETCH(Engine, engine);
        TestDatabase lonely(engine);
        auto session = lonely.session();
        const auto synchronized = CertificationDesk(*session).synchronize();
        QVERIFY(!synchronized);
        QCOMPARE(synchronized.error().code, QStringLiteral("LINK-NONE"));
        QVERIFY(CertificationDesk(*session).rows()->isEmpty());
        QVERIFY(!findCategory(*session, QStringLiteral("CTE")));
    }
};

QTEST_GUILESS_MAIN(TestCertificationRounds)
#include "tst_certificationrounds.moc"
