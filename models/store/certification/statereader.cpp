// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certification/certificationcommand.h"
#include "models/store/certification/certificationreader.h"
#include "models/store/certification/eventversions.h"
#include "models/store/mirror.h"

#include <QCoreApplication>
#include <algorithm>

namespace certdesk {

namespace {

bool mayView(Connection &connection, const Person &person, const Record &event, DayNumber today)
{
    if (person.scope.isWholeDatabase() || person.roles.contains(QLatin1String("state-administrator")))
        return true;
    return !roleAt(categoryMembers(connection, event.integer("category_id"), ownCode(connection)), person.name, {}, today).isEmpty();
}

StateEventRow stateRow(Connection &connection, const Record &event)
{
    StateEventRow row;
    row.id = event.id;
    row.name = event.text("name");
    row.status = eventStatusFromText(event.text("status")).value_or(EventStatus::Unpublished);
    row.schoolYear = event.integer("school_year");
    row.level = event.text("level");
    row.category = categoryName(connection, event.integer("category_id"));
    row.start = event.integer("start_date");
    row.opens = event.integer("opens_date");
    row.end = event.integer("end_date");
    row.version = event.integer("published_version");
    for (const Record &participation : participationsOf(connection, event.id)) {
        const QString status = participation.text("status");
        ++row.participants;
        row.sent += status == statusCode(ParticipantStatus::Sent) ? 1 : 0;
        row.approved += status == statusCode(ParticipantStatus::Approved) ? 1 : 0;
    }
    return row;
}

QStringList markersOf(const ParticipationFacts &facts, const QVector<Record> &signOffs, DayNumber today)
{
    QStringList markers;
    const auto mark = [&](bool on, const char *word) {
        if (on)
            markers.append(QString::fromLatin1(word));
    };
    mark(facts.participation.isTrue("is_exception"), "exception");
    mark(std::any_of(signOffs.cbegin(), signOffs.cend(), [](const Record &record) { return record.text("delivery") == QLatin1String("late"); }), "late");
    mark(facts.participation.isTrue("quorum_changed"), "quorum-changed");
    mark(facts.status() == ParticipantStatus::Requested, "request");
    const bool collecting = facts.status() == ParticipantStatus::InProgress || facts.status() == ParticipantStatus::Recertification;
    mark(collecting && facts.dueDate() != 0 && today > facts.dueDate(), "overdue");
    mark(collecting && facts.quorumOn(today).isEmpty(), "no-certifier");
    mark(facts.participation.isTrue("ended"), "ended");
    return markers;
}

ParticipantRow participantRow(Connection &connection, const Record &participation, DayNumber today)
{
    const ParticipationFacts facts = loadParticipation(connection, participation.id);
    ParticipantRow row;
    row.id = participation.id;
    row.district = participation.text("organization_code");
    const auto organizations = recordsWhere(connection, Scope::wholeDatabase(), EntityKind::Organization, QStringLiteral("t.code = ?"), {Value(row.district)});
    row.districtName = organizations.isEmpty() ? row.district : organizations.first().text("name");
    row.school = participation.text("school_code");
    row.status = facts.status();
    row.round = participation.integer("round");
    row.dueDate = facts.dueDate();
    row.decidedAt = participation.integer("decided_at");
    row.reason = participation.text("reason");
    row.requestReason = facts.openRequest ? facts.openRequest->text("reason") : QString();
    if (facts.snapshot) {
        row.snapshotVersion = facts.snapshot->integer("number");
        row.snapshotTakenAt = facts.snapshot->integer("taken_at");
    }
    for (const QString &person : facts.quorumOn(today))
        (validSignOff(facts.signOffs, person, facts.basis()) ? row.signedBy : row.missing).append(person);
    QStringList seen;
    for (const Membership &member : facts.members) {
        if (!member.covers(row.school) || !member.countsOn(today) || seen.contains(member.person))
            continue;
        seen.append(member.person);
        const SignOffFacts *signOff = validSignOff(facts.signOffs, member.person, facts.basis());
        row.members.append({member.person, facts.nameOf(member.person), roleAt(facts.members, member.person, row.school, today),
                            facts.userStatusOf(member.person, hasStarted(connection, participation, member.person), today), signOff ? signOff->signedAt : 0});
    }
    row.markers = markersOf(facts, recordsWhere(connection, Scope::wholeDatabase(), EntityKind::SignOff, QStringLiteral("t.participation_id = ? AND t.round = ?"),
                                                {Value(participation.id), participation["round"]}),
                            today);
    return row;
}

} // namespace

Result<QVector<StateEventRow>> readStateEvents(Session &session)
{
    if (const auto allowed = session.require(Right::ViewEvents); !allowed)
        return tl::unexpected(allowed.error());
    const DayNumber today = statusDay(session);
    return session.read<QVector<StateEventRow>>([&](Connection &connection) {
        QVector<StateEventRow> rows;
        for (const Record &event : recordsWhere(connection, Scope::wholeDatabase(), EntityKind::Event, QStringLiteral("1 = 1"))) {
            if (mayView(connection, session.person(), event, today))
                rows.append(stateRow(connection, event));
        }
        std::sort(rows.begin(), rows.end(), [](const StateEventRow &left, const StateEventRow &right) {
            return std::pair(left.name.toCaseFolded(), left.id) < std::pair(right.name.toCaseFolded(), right.id);
        });
        return rows;
    });
}

Result<QVector<ParticipantRow>> readParticipants(Session &session, qint64 event)
{
    if (const auto allowed = session.require(Right::ViewEvents); !allowed)
        return tl::unexpected(allowed.error());
    const DayNumber today = statusDay(session);
    return session.read<QVector<ParticipantRow>>([&](Connection &connection) {
        if (!mayView(connection, session.person(), eventOf(connection, event), today))
            fail(Error::Kind::Denied, QStringLiteral("K17"), QCoreApplication::translate("CertificationReader", "You are not a member of this event's category."),
                 QCoreApplication::translate("CertificationReader", "Ask a State administrator to add you."));
        QVector<ParticipantRow> rows;
        for (const Record &participation : participationsOf(connection, event, true))
            rows.append(participantRow(connection, participation, today));
        return rows;
    });
}

} // namespace certdesk
