// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certification/certificationfacts.h"
#include "models/store/transaction.h"

namespace certdesk {

/// What an alert says. `process` is a stable code (labelOfCode knows its words); `origin` makes repeated delivery harmless.
struct Notice
{
    QString process; ///< EVENT_PUBLISHED, CERTIFICATION_SENT, APPROVED, …
    QString title;
    QString body;
    QString eventName;
    QString participant; ///< district or school as shown
    qint64 participation = 0;
    QString origin;
};

/// At the state: one notice for a participant; the district hands it to each member when it arrives (C-351 ff).
void notifyParticipant(Transaction &transaction, const Record &participation, const Notice &notice);
/// At the state: the approvers and reviewers of the event's category, each once.
void notifyApprovers(Transaction &transaction, const Record &event, const Record &participation, const Notice &notice);
/// At the district: all members of the category at the participant; `except` is left out.
void notifyMembers(Transaction &transaction, const ParticipationFacts &facts, const Notice &notice, const QString &except = {});
void notifyPerson(Transaction &transaction, const QString &person, const Notice &notice);
/// The person under which a state keeps what goes to a district.
QString noticeAddress(const QString &organizationCode);

} // namespace certdesk
