// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/certification/participation.h"

#include <QDateTime>
#include <algorithm>

namespace certdesk {

StateClock StateClock::inZone(const QString &name)
{
    const QTimeZone zone(name.toLatin1());
    return {zone.isValid() ? zone : QTimeZone::utc()};
}

DayNumber StateClock::dayOf(qint64 milliseconds) const
{
    return dayNumber(QDateTime::fromMSecsSinceEpoch(milliseconds, zone).date());
}

qint64 StateClock::startOfDay(DayNumber day) const
{
    return QDate::fromJulianDay(day).startOfDay(zone).toMSecsSinceEpoch();
}

qint64 StateClock::endOfDay(DayNumber day) const
{
    return startOfDay(day + 1) - 1;
}

bool Membership::countsOn(DayNumber day) const
{
    return isActive && isEnabled && (from == 0 || from <= day) && (to == 0 || day <= to);
}

QString roleAt(const QVector<Membership> &members, const QString &person, const QString &school, DayNumber today)
{
    QString role;
    for (const Membership &member : members) {
        if (member.person != person || !member.covers(school) || !member.countsOn(today))
            continue;
        if (role.isEmpty() || member.role != QLatin1String("reviewer"))
            role = member.role;
    }
    return role;
}

QStringList quorum(const QVector<Membership> &members, const QString &school, DayNumber today)
{
    QStringList people;
    for (const Membership &member : members) {
        if (member.role == QLatin1String("certifier") && member.covers(school) && member.countsOn(today) && !people.contains(member.person))
            people.append(member.person);
    }
    people.sort();
    return people;
}

bool isValid(const SignOffFacts &signOff, const SignatureBasis &basis)
{
    if (signOff.isRevoked || signOff.isRefused || signOff.round != basis.round)
        return false;
    return basis.digest.isEmpty() || basis.earlierSnapshotCounts || signOff.snapshotVersion == basis.snapshotVersion
           || signOff.digest == basis.digest;
}

const SignOffFacts *validSignOff(const QVector<SignOffFacts> &signOffs, const QString &person, const SignatureBasis &basis)
{
    const auto found = std::find_if(signOffs.cbegin(), signOffs.cend(), [&](const SignOffFacts &signOff) {
        return signOff.person == person && isValid(signOff, basis);
    });
    return found == signOffs.cend() ? nullptr : &*found;
}

QStringList missingSigners(const QStringList &quorum, const QVector<SignOffFacts> &signOffs, const SignatureBasis &basis)
{
    QStringList missing;
    for (const QString &person : quorum) {
        if (!validSignOff(signOffs, person, basis))
            missing.append(person);
    }
    return missing;
}

UserStatus userStatus(const UserFacts &facts, DayNumber today)
{
    using P = ParticipantStatus;
    if (!facts.isCertifier)
        return UserStatus::NotApplicable;
    if (facts.hasOpenRequest)
        return UserStatus::Pending;
    if (facts.hasSigned)
        return UserStatus::Complete;
    // Once the round was sent, who has not signed has joined later; once approved, the state went ahead without the person.
    if (facts.status == P::Sent || facts.status == P::Approved || facts.status == P::Requested)
        return UserStatus::NotApplicable;
    if (facts.dueDate != 0 && today > facts.dueDate)
        return UserStatus::Overdue;
    if (facts.hasStarted || facts.status == P::Recertification)
        return UserStatus::Incomplete;
    return UserStatus::Open;
}

bool isActive(const ActivityFacts &facts, DayNumber today)
{
    if (facts.isClosed || facts.isEnded)
        return false;
    return facts.dueDate == 0 || today <= facts.dueDate || facts.status != ParticipantStatus::Approved || facts.hasOpenRequest;
}

} // namespace certdesk
