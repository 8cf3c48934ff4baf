// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/certification/eventlist.h"
#include "models/domain/certification/publishguard.h"

#include <QTest>

using namespace certdesk;
using P = ParticipantStatus;
using U = UserStatus;

namespace {

struct FixtureFacts
{
    const char *event;
    bool certifier;
    bool started;
    bool isSigned;
    bool request;
    P status;
    DayNumber due;
};

/// Fixture 16.1, as facts.
QVector<FixtureFacts> fixture(P fallAnb)
{
    const DayNumber july31 = dayNumber(2025, 7, 31);
    return {
        {"Test URL", true, true, false, false, P::InProgress, july31},
        {"David 1", true, true, true, true, P::Requested, july31},
        {"Fall ANB Certification 2024-25", true, true, true, true, fallAnb, dayNumber(2025, 7, 30)},
        {"Student Tardiness", false, false, false, false, P::InProgress, july31},
        {"No Fatal", true, true, false, false, P::InProgress, july31},
        {"test dv and url", true, true, false, false, P::InProgress, july31},
        {"School Level Test", true, true, false, false, P::InProgress, dayNumber(2026, 6, 30)},
        {"Test School", true, false, false, false, P::InProgress, july31},
    };
}

QVector<EventRow> rowsOn(DayNumber today, P fallAnb = P::Approved)
{
    QVector<EventRow> rows;
    for (const FixtureFacts &facts : fixture(fallAnb)) {
        EventRow row;
        row.eventName = QString::fromLatin1(facts.event);
        row.status = facts.status;
        row.dueDate = facts.due;
        row.userStatus = userStatus({facts.certifier, facts.request, facts.isSigned, facts.started, facts.status, facts.due}, today);
        row.isActive = isActive({false, false, facts.request, facts.status, facts.due}, today);
        rows.append(row);
    }
    return rows;
}

QStringList shown(const QVector<EventRow> &rows)
{
    QStringList lines;
    for (const EventRow &row : rows)
        lines.append(QStringList{row.eventName, statusLabel(row.userStatus), statusLabel(row.status),
                                 QDate::fromJulianDay(row.dueDate).toString(QStringLiteral("MM/dd/yyyy"))}
                         .join(QLatin1Char('|')));
    return lines;
}

} // namespace

class TestCertificationStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fixtureShowsExactlyTheseRows()
    {
        const auto rows = filteredRows(rowsOn(dayNumber(2025, 7, 15)), {});
        const QStringList expected{
            QStringLiteral("David 1|Recertification Request Pending|Recertification Request Sent|07/31/2025"),
            QStringLiteral("Fall ANB Certification 2024-25|Recertification Request Pending|Certification Approved by State|07/30/2025"),
            QStringLiteral("No Fatal|Certification Incomplete|In Progress|07/31/2025"),
            QStringLiteral("School Level Test|Certification Incomplete|In Progress|06/30/2026"),
            QStringLiteral("Student Tardiness|N/A|In Progress|07/31/2025"),
            QStringLiteral("test dv and url|Certification Incomplete|In Progress|07/31/2025"),
            QStringLiteral("Test School|Open|In Progress|07/31/2025"),
            QStringLiteral("Test URL|Certification Incomplete|In Progress|07/31/2025"),
        };
        QCOMPARE(shown(rows), expected);
        QCOMPARE(pagingText(1, rows.size(), rows.size()), QStringLiteral("1 - 8 of 8 items"));
    }

    void afterTheDueDateTheOpenOnesAreOverdue() // check 66
    {
        QHash<QString, QString> status;
        for (const EventRow &row : filteredRows(rowsOn(dayNumber(2025, 8, 1)), {}))
            status.insert(row.eventName, statusCode(row.userStatus));
        for (const char *name : {"No Fatal", "test dv and url", "Test School", "Test URL"})
            QCOMPARE(status.value(QLatin1String(name)), QStringLiteral("UST_OVERDUE"));
        QCOMPARE(status.value(QStringLiteral("School Level Test")), QStringLiteral("UST_INCOMPLETE"));
        QCOMPARE(status.value(QStringLiteral("David 1")), QStringLiteral("UST_PENDING"));
        QCOMPARE(status.value(QStringLiteral("Fall ANB Certification 2024-25")), QStringLiteral("UST_PENDING"));
    }

    void deliveredRequestChangesTheEventStatus() // check 67
    {
        const auto rows = filteredRows(rowsOn(dayNumber(2025, 7, 15), P::Requested), {});
        QCOMPARE(shown(rows).at(1), QStringLiteral("Fall ANB Certification 2024-25|Recertification Request Pending|Recertification Request Sent|07/30/2025"));
    }

    void filtersKeepOnlyWhatMatches() // check 58
    {
        const auto all = rowsOn(dayNumber(2025, 7, 15));
        EventRowFilter filter;
        filter.userStatuses = {U::Incomplete};
        filter.dueBefore = dayNumber(2025, 12, 31);
        const auto rows = filteredRows(all, filter);
        QStringList names;
        for (const EventRow &row : rows)
            names.append(row.eventName);
        QCOMPARE(names, QStringList({QStringLiteral("No Fatal"), QStringLiteral("test dv and url"), QStringLiteral("Test URL")}));
        QCOMPARE(pagingText(1, rows.size(), rows.size()), QStringLiteral("1 - 3 of 3 items"));
        QCOMPARE(filteredRows(all, {}).size(), 8);
        filter.dueBefore = dayNumber(2025, 7, 31); // inclusive
        QCOMPARE(filteredRows(all, filter).size(), 3);
        filter = {};
        filter.name = QStringLiteral("TEST");
        QCOMPARE(filteredRows(all, filter).size(), 4);
    }

    void activeListKeepsUnfinishedWork_data() // check 59
    {
        QTest::addColumn<ActivityFacts>("facts");
        QTest::addColumn<bool>("expected");
        const DayNumber past = dayNumber(2025, 6, 30), ahead = dayNumber(2026, 6, 30);
        QTest::newRow("overdue, not approved") << ActivityFacts{false, false, false, P::InProgress, past} << true;
        QTest::newRow("approved, past due") << ActivityFacts{false, false, false, P::Approved, past} << false;
        QTest::newRow("approved, past due, open request") << ActivityFacts{false, false, true, P::Approved, past} << true;
        QTest::newRow("approved, due ahead") << ActivityFacts{false, false, false, P::Approved, ahead} << true;
        QTest::newRow("closed") << ActivityFacts{true, false, false, P::InProgress, ahead} << false;
        QTest::newRow("participation ended") << ActivityFacts{false, true, false, P::InProgress, ahead} << false;
    }
    void activeListKeepsUnfinishedWork()
    {
        QFETCH(ActivityFacts, facts);
        QFETCH(bool, expected);
        QCOMPARE(isActive(facts, dayNumber(2025, 7, 15)), expected);
    }

    void userStatusFollowsItsOrder_data()
    {
        QTest::addColumn<UserFacts>("facts");
        QTest::addColumn<QString>("expected");
        const DayNumber past = dayNumber(2025, 7, 1), ahead = dayNumber(2025, 7, 31);
        QTest::newRow("reviewer") << UserFacts{false, false, false, true, P::InProgress, past} << QStringLiteral("UST_NA");
        QTest::newRow("pending before complete") << UserFacts{true, true, true, true, P::Approved, past} << QStringLiteral("UST_PENDING");
        QTest::newRow("signed, overdue") << UserFacts{true, false, true, true, P::InProgress, past} << QStringLiteral("UST_COMPLETE");
        QTest::newRow("approved without me") << UserFacts{true, false, false, true, P::Approved, ahead} << QStringLiteral("UST_NA");
        QTest::newRow("joined after sending") << UserFacts{true, false, false, false, P::Sent, ahead} << QStringLiteral("UST_NA");
        QTest::newRow("overdue before started") << UserFacts{true, false, false, true, P::InProgress, past} << QStringLiteral("UST_OVERDUE");
        QTest::newRow("on the due date itself") << UserFacts{true, false, false, false, P::InProgress, dayNumber(2025, 7, 15)} << QStringLiteral("UST_OPEN");
        QTest::newRow("recertification, not started") << UserFacts{true, false, false, false, P::Recertification, ahead} << QStringLiteral("UST_INCOMPLETE");
        QTest::newRow("started") << UserFacts{true, false, false, true, P::InProgress, ahead} << QStringLiteral("UST_INCOMPLETE");
        QTest::newRow("nothing done") << UserFacts{true, false, false, false, P::InProgress, ahead} << QStringLiteral("UST_OPEN");
    }
    void userStatusFollowsItsOrder()
    {
        QFETCH(UserFacts, facts);
        QFETCH(QString, expected);
        QCOMPARE(statusCode(userStatus(facts, dayNumber(2025, 7, 15))), expected);
    }

    void importsKnowTheAliases()
    {
        QCOMPARE(eventStatusFromText(QStringLiteral("open")), EventStatus::Unpublished);
        QCOMPARE(eventStatusFromText(QStringLiteral("Unpublished")), EventStatus::Unpublished);
        QCOMPARE(userStatusFromText(QStringLiteral("Complete")), U::Complete);
        QCOMPARE(userStatusFromText(QStringLiteral("Open")), U::Open);
        QCOMPARE(participantStatusFromText(QStringLiteral("Certified")), P::Sent);
        QCOMPARE(participantStatusFromText(QStringLiteral("in progress")), P::InProgress);
        QCOMPARE(participantStatusFromText(QStringLiteral("PST_RECERT")), P::Recertification);
        QVERIFY(!userStatusFromText(QStringLiteral("Finished")));
        QCOMPARE(memberRoleFromText(QStringLiteral("Primary User")), QStringLiteral("certifier"));
    }

    void wordingSettingRenamesOneStatusOnly()
    {
        QCOMPARE(statusLabel(EventStatus::Unpublished, EventWording::Open), QStringLiteral("Open"));
        QCOMPARE(statusLabel(EventStatus::Unpublished), QStringLiteral("Unpublished"));
        QCOMPARE(statusLabel(EventStatus::Published, EventWording::Open), QStringLiteral("Published"));
        QCOMPARE(statusCode(eventStatus(0, true, false)), QStringLiteral("EVT_UNPUBLISHED"));
        QCOMPARE(statusCode(eventStatus(2, true, false)), QStringLiteral("EVT_CHANGED"));
        QCOMPARE(statusCode(eventStatus(2, true, true)), QStringLiteral("EVT_CLOSED"));
    }

    void publishGuardListsEverythingAtOnce() // check 22
    {
        PublishFacts facts;
        facts.name = QStringLiteral("Spring");
        facts.schoolYear = 2027;
        facts.level = QStringLiteral("district");
        facts.categoryName = QStringLiteral("CTE");
        facts.categoryActive = false;
        facts.groups = {{QStringLiteral("G1"), true, false}, {QStringLiteral("G2"), true, true}, {QStringLiteral("G3"), false, false}};
        facts.start = dayNumber(2027, 5, 1);
        facts.opens = dayNumber(2027, 4, 1);
        facts.end = dayNumber(2027, 6, 30);
        facts.snapshotMethod = QStringLiteral("start");
        QStringList places;
        for (const Blocker &blocker : publishBlockers(facts))
            places.append(blocker.place);
        QCOMPARE(places, QStringList({QStringLiteral("category"), QStringLiteral("groups"), QStringLiteral("groups"), QStringLiteral("participants"),
                                      QStringLiteral("dates"), QStringLiteral("snapshot")}));
        facts.categoryActive = true;
        facts.groups = {{QStringLiteral("G2"), true, true}};
        facts.participants = 1;
        facts.opens = facts.start;
        facts.snapshotDay = facts.end;
        QVERIFY(publishBlockers(facts).isEmpty());
        facts.mayPublish = false;
        QCOMPARE(publishBlockers(facts).size(), 1);
    }

    void quorumIsEveryActiveCertifierOfTheSchool()
    {
        const DayNumber today = dayNumber(2025, 7, 15);
        Membership allSchools{QStringLiteral("ana"), {}, QStringLiteral("certifier"), {}, 0, 0, true, true};
        Membership north{QStringLiteral("ben"), {}, QStringLiteral("certifier"), QStringLiteral("N"), 0, 0, true, true};
        Membership twice = north;
        twice.person = QStringLiteral("ana");
        Membership reviewer{QStringLiteral("cy"), {}, QStringLiteral("reviewer"), {}, 0, 0, true, true};
        Membership gone{QStringLiteral("dee"), {}, QStringLiteral("certifier"), {}, 0, today - 1, true, true};
        Membership disabled{QStringLiteral("eve"), {}, QStringLiteral("certifier"), {}, 0, 0, true, false};
        const QVector<Membership> members{allSchools, north, twice, reviewer, gone, disabled};
        QCOMPARE(quorum(members, QStringLiteral("N"), today), QStringList({QStringLiteral("ana"), QStringLiteral("ben")}));
        QCOMPARE(quorum(members, QStringLiteral("S"), today), QStringList({QStringLiteral("ana")}));
        QCOMPARE(roleAt(members, QStringLiteral("cy"), QStringLiteral("S"), today), QStringLiteral("reviewer"));
        QCOMPARE(roleAt(members, QStringLiteral("ben"), QStringLiteral("S"), today), QString());
        Membership both = reviewer;
        both.person = QStringLiteral("ana");
        QCOMPARE(roleAt({both, allSchools}, QStringLiteral("ana"), QStringLiteral("S"), today), QStringLiteral("certifier"));
    }

    void signaturesNeedRenewalWhenTheSnapshotDiffers() // check 15, the pure part
    {
        const SignOffFacts one{QStringLiteral("ana"), {}, 1, 1, 1, QStringLiteral("aa"), {}, false, false, false};
        QVERIFY(isValid(one, {1, 1, QStringLiteral("aa"), false}));
        QVERIFY(!isValid(one, {1, 2, QStringLiteral("bb"), false}));
        QVERIFY(isValid(one, {1, 2, QStringLiteral("aa"), false}));
        QVERIFY(isValid(one, {1, 2, QStringLiteral("bb"), true}));
        QVERIFY(!isValid(one, {2, 1, QStringLiteral("aa"), false}));
        QCOMPARE(missingSigners({QStringLiteral("ana"), QStringLiteral("ben")}, {one}, {1, 1, QStringLiteral("aa"), false}), QStringList(QStringLiteral("ben")));
    }

    void dueDateEndsWithTheDayOfTheState()
    {
        const StateClock clock = StateClock::inZone(QStringLiteral("America/Denver"));
        const DayNumber day = dayNumber(2025, 7, 31);
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(clock.endOfDay(day), Qt::UTC).toString(Qt::ISODate), QStringLiteral("2025-08-01T05:59:59Z"));
        QCOMPARE(clock.dayOf(clock.endOfDay(day)), day);
        QCOMPARE(clock.dayOf(clock.endOfDay(day) + 1), day + 1);
        QCOMPARE(StateClock::inZone(QStringLiteral("No/Where")).dayOf(0), dayNumber(1970, 1, 1));
    }
};

Q_DECLARE_METATYPE(ActivityFacts)
Q_DECLARE_METATYPE(UserFacts)

QTEST_APPLESS_MAIN(TestCertificationStatus)
#include "tst_certificationstatus.moc"
