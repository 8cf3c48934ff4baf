// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certification/statuses.h"
#include "models/domain/day.h"

#include <QTimeZone>
#include <QVector>

namespace certdesk {

/// Times are stored in UTC; a date of certification ends at 23:59:59 of the state's time zone (C-008).
struct StateClock
{
    QTimeZone zone = QTimeZone::utc();

    static StateClock inZone(const QString &name); ///< UTC for an empty or unknown name
    DayNumber dayOf(qint64 milliseconds) const;
    qint64 startOfDay(DayNumber day) const;
    qint64 endOfDay(DayNumber day) const; ///< 23:59:59.999
};

/// A member of a category at one organization, as far as certification asks.
struct Membership
{
    QString person;
    QString personName;
    QString role; ///< certifier, reviewer; at the state approver, reviewer
    QString schoolCode; ///< empty: All Schools
    DayNumber from = 0; ///< 0: no bound
    DayNumber to = 0;
    bool isActive = true;
    bool isEnabled = true; ///< account enabled and staff record current (C-100)

    bool countsOn(DayNumber day) const;
    bool covers(const QString &school) const { return schoolCode.isEmpty() || school.isEmpty() || schoolCode == school; }
};

/// Role of a person at a participant; Certifier counts before Reviewer (C-117); empty: not a member.
QString roleAt(const QVector<Membership> &members, const QString &person, const QString &school, DayNumber today);
/// The default quorum (C-100, C-101): everybody who must sign, by name, each once.
QStringList quorum(const QVector<Membership> &members, const QString &school, DayNumber today);

struct SignOffFacts
{
    QString person;
    QString personName;
    qint64 round = 0;
    qint64 signedAt = 0;
    qint64 snapshotVersion = 0;
    QString digest;
    QString packageId;
    bool isRevoked = false;
    bool isRefused = false;
    bool isWaiting = false; ///< signed and stored, not yet at the state
};

/// The frozen data that signatures of this round stand on; digest empty: no snapshot.
struct SignatureBasis
{
    qint64 round = 1;
    qint64 snapshotVersion = 0;
    QString digest;
    bool earlierSnapshotCounts = false; ///< event option of C-288
};

/// Neither revoked nor refused, of this round, and no renewal due (C-112, C-288).
bool isValid(const SignOffFacts &signOff, const SignatureBasis &basis);
const SignOffFacts *validSignOff(const QVector<SignOffFacts> &signOffs, const QString &person, const SignatureBasis &basis);
/// Of the quorum, those who have not signed.
QStringList missingSigners(const QStringList &quorum, const QVector<SignOffFacts> &signOffs, const SignatureBasis &basis);

/// All that the user status depends on besides the clock (C-110 … C-117).
struct UserFacts
{
    bool isCertifier = false;
    bool hasOpenRequest = false; ///< own, waiting or unanswered
    bool hasSigned = false;      ///< own valid sign-off of this round
    bool hasStarted = false;     ///< in this round
    ParticipantStatus status = ParticipantStatus::InProgress;
    DayNumber dueDate = 0; ///< 0: none
};
UserStatus userStatus(const UserFacts &facts, DayNumber today);

/// The participant's own due date if there is one, else the end of the event.
inline DayNumber dueDate(DayNumber own, DayNumber eventEnd)
{
    return own ? own : eventEnd;
}

/// C-183: what stays in the district's active list.
struct ActivityFacts
{
    bool isClosed = false;
    bool isEnded = false;
    bool hasOpenRequest = false; ///< anybody's
    ParticipantStatus status = ParticipantStatus::InProgress;
    DayNumber dueDate = 0;
};
bool isActive(const ActivityFacts &facts, DayNumber today);

} // namespace certdesk
