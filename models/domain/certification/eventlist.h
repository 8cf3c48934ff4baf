// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certification/participation.h"

namespace certdesk {

/// One row of the district's list of events: an event and, at school level, a participating school (C-181).
struct EventRow
{
    qint64 participation = 0; ///< id in this database
    qint64 event = 0;
    QString eventName;
    QString schoolCode; ///< empty at district level
    QString schoolName;
    qint64 schoolYear = 0;
    QString role; ///< of the person: certifier, reviewer, empty for a District administrator
    UserStatus userStatus = UserStatus::NotApplicable;
    ParticipantStatus status = ParticipantStatus::InProgress;
    DayNumber start = 0;
    DayNumber opens = 0;
    DayNumber dueDate = 0;
    qint64 round = 1;
    qint64 approvedAt = 0;
    bool isActive = true;
    bool isClosed = false;
    bool isWaiting = false; ///< something is signed or asked and waits to reach the state
    bool hasStarted = false;

    /// C-184: "start", "continue", "view", or "none" before Event Start Date.
    QString action(DayNumber today) const;
};

/// C-182; empty lists and zero days filter nothing.
struct EventRowFilter
{
    QString name;   ///< contained, whatever the case
    QString school; ///< contained in name or code
    QVector<UserStatus> userStatuses;
    QVector<ParticipantStatus> statuses;
    DayNumber dueAfter = 0;  ///< inclusive
    DayNumber dueBefore = 0; ///< inclusive
    qint64 schoolYear = 0;
    bool activeOnly = true;

    bool accepts(const EventRow &row) const;
};

/// Accepted rows by event name (whatever the case), then school.
QVector<EventRow> filteredRows(const QVector<EventRow> &rows, const EventRowFilter &filter);
/// C-123: "1 - 8 of 8 items".
QString pagingText(qint64 from, qint64 to, qint64 total);

} // namespace certdesk
