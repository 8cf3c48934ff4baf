// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/statelink/directlink.h"
#include "models/store/certification/categorycommands.h"
#include "models/store/certification/decisioncommands.h"
#include "models/store/certification/eventcommands.h"
#include "models/store/certification/snapshotcommands.h"
#include "models/store/migrator.h"
#include "models/store/mirror.h"
#include "tests/support/certificationfixture.h"

#include <QTest>
#include <algorithm>

using namespace certdesk;
using namespace certdesk::test;

namespace {

/// Makes the state unreachable for the district, and reachable again.
void pointLinkAt(CertificationFixture &world, const QString &url)
{
    auto program = world.district.programSession();
    program->connection().begin();
    writeSetting(program->connection(), QStringLiteral("state_database"), url);
    program->connection().commit();
}

const Verification &lineOf(const QVector<Verification> &lines, EntityKind kind)
{
    return *std::find_if(lines.cbegin(), lines.cend(), [kind](const Verification &line) { return line.kind == kind; });
}

} // namespace

/// What travels between district and state, and what the state does by itself, on both engines.
class TestStateLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changedRowsTravelByThemselves_data() { addEngineRows(); }
    void changedRowsTravelByThemselves() // C-384, check 35
    {
        QFETCH(Engine, engine);
        CertificationFixture world(engine);
        auto program = world.district.programSession();
        const qint64 second = addStudent(*program, world.school, QStringLiteral("S2"), QStringLiteral("Cedar"));
        DirectLink link(world.state.url(), {QStringLiteral("D1"), QStringLiteral("Test District")});
        Synchronizer synchronizer(world.district.url(), link);
        const auto before = synchronizer.compare();
        QVERIFY(succeeded(before));
        QCOMPARE(lineOf(*before, EntityKind::Student).missing, QVector<qint64>{second});
        QCOMPARE(lineOf(*before, EntityKind::Student).equal, 1);
        QVERIFY(succeeded(synchronizer.synchronize()));
        const auto after = synchronizer.compare();
        QVERIFY(lineOf(*after, EntityKind::Student).missing.isEmpty());
        QCOMPARE(lineOf(*after, EntityKind::Student).equal, 2);
        const Record student = *program->record(EntityKind::Student, second);
        ApplyChanges remove(QStringLiteral("Remove"), Right::EditRoster, {{RowChange::Operation::Remove, EntityKind::Student, second, student.version, {}}});
        QVERIFY(succeeded(program->apply(remove)));
        const auto report = synchronizer.synchronize();
        QVERIFY(succeeded(report));
        QCOMPARE(report->removed, 1);
        QCOMPARE(world.rows(world.state, EntityKind::Student, QStringLiteral("1 = 1")), 1);
        QCOMPARE(synchronizer.synchronize()->sent, 0);
    }

    void resyncSendsOnlyWhatDiffers_data() { addEngineRows(); }
    void resyncSendsOnlyWhatDiffers() // check 36, small
    {
        QFETCH(Engine, engine);
        CertificationFixture world(engine);
        auto program = world.district.programSession();
        for (int i = 2; i <= 30; ++i)
            addStudent(*program, world.school, QStringLiteral("S%1").arg(i));
        world.sync();
        auto state = world.state.programSession();
        state->connection().begin();
        state->connection().execute(QStringLiteral("UPDATE student SET grade = '1' WHERE student_state_id IN ('S3', 'S4')"));
        state->connection().execute(QStringLiteral("DELETE FROM student WHERE student_state_id = 'S5'"));
        state->connection().commit();
        DirectLink link(world.state.url(), {QStringLiteral("D1"), QStringLiteral("Test District")});
        Synchronizer synchronizer(world.district.url(), link);
        const auto lines = synchronizer.compare();
        QVERIFY(succeeded(lines));
        QCOMPARE(lineOf(*lines, EntityKind::Student).missing.size(), 1);
        QCOMPARE(lineOf(*lines, EntityKind::Student).different.size(), 2);
        const auto report = synchronizer.resync(EntityKind::None, false);
        QVERIFY(succeeded(report));
        QCOMPARE(report->sent, 3);
        QCOMPARE(lineOf(*synchronizer.compare(), EntityKind::Student).equal, 30);
    }

    void foreignRowsAreRefusedAndTheOthersGo_data() { addEngineRows(); }
    void foreignRowsAreRefusedAndTheOthersGo() // checks 38, 39
    {
        QFETCH(Engine, engine);
        CertificationFixture world(engine);
        DirectLink link(world.state.url(), {QStringLiteral("D1"), QStringLiteral("Test District")});
        const auto row = [](qint64 source, const QString &organization) {
            return ExchangedRow{EntityKind::School, source, false, organization,
                                {{QStringLiteral("school_code"), QStringLiteral("X%1").arg(source)}, {QStringLiteral("name"), QStringLiteral("Extra")}}};
        };
        const QVector<ExchangedRow> batch{row(901, QStringLiteral("D1")), row(902, QStringLiteral("D2")), row(903, QStringLiteral("D1"))};
        const auto refused = link.pushRows(QStringLiteral("m1"), batch);
        QVERIFY(succeeded(refused));
        QVERIFY(!refused->isApplied);
        QCOMPARE(refused->refusals.size(), 1);
        QCOMPARE(refused->refusals.first().position, 1);
        QCOMPARE(world.rows(world.state, EntityKind::School, QStringLiteral("t.name = 'Extra'")), 0);
        QVERIFY(link.pushRows(QStringLiteral("m2"), {batch[0], batch[2]})->isApplied);
        QVERIFY(link.pushRows(QStringLiteral("m2"), {batch[0], batch[2]})->isApplied);
        QCOMPARE(world.rows(world.state, EntityKind::School, QStringLiteral("t.name = 'Extra'")), 2);
        ExchangedRow orphan{EntityKind::Student, 999, false, QStringLiteral("D1"),
                            {{QStringLiteral("first_name"), QStringLiteral("A")}, {QStringLiteral("last_name"), QStringLiteral("B")}, {QStringLiteral("school_id"), 4711}}};
        QCOMPARE(link.pushRows(QStringLiteral("m3"), {orphan})->refusals.size(), 1);
    }

    void signatureSentTwiceCountsOnce_data() { addEngineRows(); }
    void signatureSentTwiceCountsOnce() // check 38
    {
        QFETCH(Engine, engine);
        CertificationFixture world(engine);
        world.submit(QStringLiteral("ana"));
        auto program = world.district.programSession();
        const Record own = recordsWhere(program->connection(), Scope::wholeDatabase(), EntityKind::SignOff, QStringLiteral("1 = 1")).first();
        DirectLink link(world.state.url(), {QStringLiteral("D1"), QStringLiteral("Test District")});
        SignOffPackage again{own.text("package_id"), world.atState(), own.id, 1, QStringLiteral("ana"), QStringLiteral("Ana"), own.integer("signed_at"),
                             own.integer("snapshot_version"), own.text("digest"), {}, 1, {}, {}};
        const auto receipt = link.submitSignoff(again);
        QVERIFY(succeeded(receipt));
        QCOMPARE(receipt->receivedAt, own.integer("received_at"));
        QCOMPARE(world.rows(world.state, EntityKind::SignOff, QStringLiteral("1 = 1")), 1);
        DirectLink other(world.state.url(), {QStringLiteral("D2"), QStringLiteral("Other District")});
        again.packageId = QStringLiteral("another");
        QCOMPARE(other.submitSignoff(again).error().code, QStringLiteral("C-386"));
    }

    void unreachableStateGetsTheSignatureLater_data() { addEngineRows(); }
    void unreachableStateGetsTheSignatureLater() // check 37
    {
        QFETCH(Engine, engine);
        CertificationFixture world(engine);
        world.submit(QStringLiteral("ana"));
        world.review(QStringLiteral("ben"));
        pointLinkAt(world, QStringLiteral("/nowhere/state.db"));
        const auto submission = world.desk(QStringLiteral("ben")).submit(world.here(), {});
        QVERIFY(succeeded(submission));
        QVERIFY(!submission->isDelivered);
        QCOMPARE(world.statuses(QStringLiteral("ben")), QStringLiteral("PST_IN_PROGRESS UST_COMPLETE"));
        QVERIFY(world.desk(QStringLiteral("ben")).details(world.here())->row.isWaiting);
        const auto signedAt = world.desk(QStringLiteral("ben")).details(world.here())->signedAt;
        const auto request = world.desk(QStringLiteral("ben")).synchronize();
        QVERIFY(StateLink::isUnreachable(request.error()));
        pointLinkAt(world, world.state.urlText());
        world.setClock(QStringLiteral("2027-07-01")); // after the due date: signed in time, delivered late
        world.sync();
        QCOMPARE(world.statuses(QStringLiteral("ben")), QStringLiteral("PST_SENT UST_COMPLETE"));
        auto state = world.state.programSession();
        const auto stored = recordsWhere(state->connection(), Scope::wholeDatabase(), EntityKind::SignOff, QStringLiteral("t.person = 'ben'"));
        QCOMPARE(stored.first().integer("signed_at"), signedAt);
        QVERIFY(readParticipants(world.stateAdmin(), world.event())->first().markers.contains(QLatin1String("late")));
    }

    void requestWaitingToBeSentShowsBothStatuses_data() { addEngineRows(); }
    void requestWaitingToBeSentShowsBothStatuses() // X-3, check 67
    {
        QFETCH(Engine, engine);
        CertificationFixture world(engine);
        world.submit(QStringLiteral("ana"));
        world.submit(QStringLiteral("ben"));
        ApproveCertification approve(world.atState(), {});
        QCOMPARE(world.refusalOf(world.approver(), approve), QString());
        world.sync();
        pointLinkAt(world, QStringLiteral("/nowhere/state.db"));
        QVERIFY(succeeded(world.desk(QStringLiteral("ana")).requestRecertification(world.here(), QStringLiteral("a record was corrected"))));
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_APPROVED UST_PENDING"));
        pointLinkAt(world, world.state.urlText());
        world.sync();
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_REQUESTED UST_PENDING"));
    }

    void missingSnapshotsAreMadeOnce_data() { addEngineRows(); }
    void missingSnapshotsAreMadeOnce() // checks 6, 65
    {
        QFETCH(Engine, engine);
        CertificationFixture world(engine, [](EventDocument &document) {
            document.participants = {{QStringLiteral("D1"), {}}, {QStringLiteral("D2"), {}}, {QStringLiteral("D3"), {}}};
        });
        QVERIFY(succeeded(world.desk(QStringLiteral("ana")).start(world.here())));
        QCOMPARE(world.rows(world.state, EntityKind::Snapshot, QStringLiteral("1 = 1")), 1);
        QCOMPARE(*runDueSnapshots(world.stateAdmin()), 0);
        world.setClock(QStringLiteral("2027-06-21"));
        QCOMPARE(*runDueSnapshots(world.stateAdmin()), 2);
        QCOMPARE(*runDueSnapshots(world.stateAdmin()), 0);
        QCOMPARE(world.rows(world.state, EntityKind::Snapshot, QStringLiteral("t.cause = 'missing' AND t.planned_at IS NOT NULL AND t.taken_at > t.planned_at")), 2);
    }

    void twoStartsMakeOneSnapshot_data() { addEngineRows(); }
    void twoStartsMakeOneSnapshot() // check 29
    {
        QFETCH(Engine, engine);
        CertificationFixture world(engine);
        QVERIFY(succeeded(world.desk(QStringLiteral("ana")).start(world.here())));
        DirectLink link(world.state.url(), {QStringLiteral("D1"), QStringLiteral("Test District")});
        const auto second = link.takeSnapshot(world.atState(), QStringLiteral("start"), QStringLiteral("ben"), true);
        QVERIFY(succeeded(second));
        QVERIFY(!second->wasTaken);
        QVERIFY(succeeded(world.desk(QStringLiteral("ben")).start(world.here())));
        QCOMPARE(world.rows(world.state, EntityKind::Snapshot, QStringLiteral("1 = 1")), 1);
    }

    void publishingListsAllThatIsWrong_data() { addEngineRows(); }
    void publishingListsAllThatIsWrong() // checks 16, 22
    {
        QFETCH(Engine, engine);
        CertificationFixture world(engine);
        SaveRuleGroup idle(true, {QStringLiteral("G2"), QStringLiteral("Idle"), {}, false, {}, false});
        QCOMPARE(world.refusalOf(world.stateAdmin(), idle), QString());
        SaveCategory off({world.category, QStringLiteral("CTE"), QStringLiteral("district"), false});
        QCOMPARE(world.refusalOf(world.stateAdmin(), off), QString());
        EventDocument document = CertificationFixture::document();
        document.name = QStringLiteral("Second");
        document.groups.append({QStringLiteral("G2"), true, true, true});
        SaveEvent save(0, document);
        QCOMPARE(world.refusalOf(world.stateAdmin(), save), QString());
        PublishEvent publish(save.id());
        const auto refused = world.stateAdmin().apply(publish);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Refused);
        QVERIFY(refused.error().message.contains(QLatin1String("CTE")));
        QVERIFY(refused.error().message.contains(QLatin1String("G2")));
        QVERIFY(world.stateAdmin().record(EntityKind::Event, save.id()));
        world.sync();
        world.submit(QStringLiteral("ana")); // the open event goes on with its members (C-102)
        QCOMPARE(world.statuses(QStringLiteral("ben")), QStringLiteral("PST_IN_PROGRESS UST_OPEN"));
    }

    void rightsAreCheckedInTheStore_data() { addEngineRows(); }
    void rightsAreCheckedInTheStore() // check 23
    {
        QFETCH(Engine, engine);
        CertificationFixture world(engine);
        PublishEvent publish(world.event());
        QCOMPARE(world.refusalOf(world.approver(), publish), QStringLiteral("K17"));
        ApproveCertification byAdmin(world.atState(), {});
        QCOMPARE(world.refusalOf(world.stateAdmin(), byAdmin), QStringLiteral("K17"));
        world.addPerson(world.state, QStringLiteral("uma"), QStringLiteral("state-approver"));
        ApproveCertification byStranger(world.atState(), QStringLiteral("not of this category"));
        QCOMPARE(world.refusalOf(world.at(world.state, QStringLiteral("uma")), byStranger), QStringLiteral("K17"));
        QVERIFY(readStateEvents(world.at(world.state, QStringLiteral("uma")))->isEmpty());
        world.addPerson(world.district, QStringLiteral("tom"), QStringLiteral("teacher"));
        QVERIFY(!world.desk(QStringLiteral("tom")).rows());
        QCOMPARE(world.at(world.district, QStringLiteral("tom")).records(EntityKind::Event)->size(), 0);
    }

    void lifeOfAnEvent_data() { addEngineRows(); }
    void lifeOfAnEvent() // checks 17 (list), 43, 44, 45
    {
        QFETCH(Engine, engine);
        CertificationFixture world(engine);
        world.submit(QStringLiteral("ana"));
        DeleteEvent remove(world.event());
        QCOMPARE(world.refusalOf(world.stateAdmin(), remove), QStringLiteral("C-070"));
        CopyEvent copy(world.event());
        QCOMPARE(world.refusalOf(world.stateAdmin(), copy), QString());
        QCOMPARE(copy.copyName(), QStringLiteral("Copy of Spring"));
        const Record copied = *world.stateAdmin().record(EntityKind::Event, copy.copyId());
        QCOMPARE(copied.text("status"), QStringLiteral("EVT_UNPUBLISHED"));
        QCOMPARE(copied.integer("end_date"), dayNumber(2028, 6, 30));
        QCOMPARE(world.rows(world.state, EntityKind::Participation, QStringLiteral("1 = 1")), 1);
        CloseEvent close(world.event());
        QCOMPARE(world.refusalOf(world.stateAdmin(), close), QString());
        QCOMPARE(close.unfinished(), QStringList(QStringLiteral("D1")));
        world.sync();
        const EventRow closed = world.desk(QStringLiteral("ana")).rows()->first();
        QVERIFY(closed.isClosed && !closed.isActive);
        const auto late = world.desk(QStringLiteral("ben")).run(world.here(), WizardStep::Validation, QStringLiteral("html"));
        QCOMPARE(late.error().code, QStringLiteral("C-514"));
        ReopenEvent reopen(world.event(), QStringLiteral("closed by mistake"));
        QCOMPARE(world.refusalOf(world.stateAdmin(), reopen), QString());
        world.sync();
        QCOMPARE(world.statuses(QStringLiteral("ana")), QStringLiteral("PST_IN_PROGRESS UST_COMPLETE"));
        DeleteEvent removeCopy(copy.copyId());
        QCOMPARE(world.refusalOf(world.stateAdmin(), removeCopy), QString());
    }
};

QTEST_GUILESS_MAIN(TestStateLink)
#include "tst_statelink.moc"
