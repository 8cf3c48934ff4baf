// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certification/blocker.h"
#include "models/store/certification/notices.h"
#include "models/store/command.h"

namespace certdesk {

/// A command of certification: what all of them say about themselves. Guards are checked inside the transaction.
class CertificationCommand : public Command
{
public:
    CertificationCommand(const char *name, Right right, const QString &reason = {}) : m_name(QLatin1String(name)), m_right(right), m_reason(reason) {}
    QString name() const override { return m_name; }
    Right right() const override { return m_right; }
    QString reason() const override { return m_reason; }

protected:
    QString m_name;
    Right m_right;
    QString m_reason;
};

/// Refusals by status, gate or missing input: exit 3, nothing changed.
[[noreturn]] void refuse(const char *code, const QString &message, const QString &next = {});
/// All of them at once (C-146, C-233).
void refuseAll(const QVector<Blocker> &blockers);
/// A reason of at least `least` characters.
void requireReason(const QString &reason, int least);
/// "Sent to State": the label of the status a participant stands at, for refusals.
QString standing(const ParticipationFacts &facts);

/// Participants of an event that are not ended.
QVector<Record> participationsOf(Connection &connection, qint64 eventId, bool withEnded = false);
Record eventOf(Connection &connection, qint64 eventId);
/// The person is a member of the category at the state with this role ("" any); the program always is (C-022).
void requireStateMember(Transaction &transaction, const Record &event, const QString &role);
QString ownCode(Connection &connection);
void setParticipantStatus(Transaction &transaction, Record &participation, ParticipantStatus status);

} // namespace certdesk
