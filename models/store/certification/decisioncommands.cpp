// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certification/decisioncommands.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("DecisionCommands", text);
}

void answerRequest(Transaction &transaction, const ParticipationFacts &facts, const char *answer, const QString &reason)
{
    if (!facts.openRequest)
        return;
    Record request = *facts.openRequest;
    request.set("answer", Value(QString::fromLatin1(answer))).set("answer_reason", Value(reason)).set("answered_at", Value(transaction.now()));
    request.set("delivery", Value(QStringLiteral("answered")));
    transaction.update(request);
}

/// Where a participant stood before it was sent or approved in this round.
ParticipantStatus collectingStatus(const Record &participation)
{
    return participation.integer("round") > 1 ? ParticipantStatus::Recertification : ParticipantStatus::InProgress;
}

} // namespace

void DecisionCommand::perform(Transaction &transaction)
{
    ParticipationFacts facts = loadParticipation(transaction.connection(), m_participation);
    requireStateMember(transaction, facts.event, QStringLiteral("approver"));
    if (facts.isClosed())
        refuse("C-067", tr("The event is closed."), tr("Reopen it first."));
    if (facts.participation.isTrue("ended"))
        refuse("C-074", tr("The participation has ended."), tr("Publish the event with this participant again."));
    if (transaction.today() < facts.document.openingDay())
        refuse("C-157", tr("Certification opens on %1.").arg(isoDay(facts.document.openingDay())), tr("Decide from that day on."));
    decide(transaction, facts);
}

void DecisionCommand::record(Transaction &transaction, ParticipationFacts &facts, ParticipantStatus status)
{
    Record &participation = facts.participation;
    participation.set("reason", Value(reason())).set("decided_at", Value(transaction.now())).set("decided_by", Value(transaction.person().name));
    setParticipantStatus(transaction, participation, status);
}

void DecisionCommand::tell(Transaction &transaction, const ParticipationFacts &facts, const char *process, const QString &title, const QString &body) const
{
    notifyParticipant(transaction, facts.participation, {QLatin1String(process), title, body, facts.document.name, {}, 0, {}});
}

void ApproveCertification::decide(Transaction &transaction, ParticipationFacts &facts)
{
    const ParticipantStatus status = facts.status();
    if (status == ParticipantStatus::Approved)
        refuse("C-083", tr("The certification is approved already."), tr("Nothing is to be done."));
    if (status == ParticipantStatus::Requested)
        refuse("C-083", tr("A recertification request is open."), tr("Accept or deny the request first."));
    const bool isException = status != ParticipantStatus::Sent;
    if (isException)
        requireReason(reason(), 10);
    facts.participation.set("is_exception", Value::flag(isException)).set("base_status", {});
    record(transaction, facts, ParticipantStatus::Approved);
    tell(transaction, facts, "APPROVED", tr("\"%1\" was approved").arg(facts.document.name),
         isException ? tr("Approved without your submission: %1").arg(reason()) : tr("The state approved the certification. %1").arg(reason()).trimmed());
}

void AskRecertification::decide(Transaction &transaction, ParticipationFacts &facts)
{
    const ParticipantStatus status = facts.status();
    if (status == ParticipantStatus::InProgress || status == ParticipantStatus::Recertification)
        refuse("C-085", standing(facts), tr("Only a sent or approved certification can be reopened."));
    requireReason(reason(), 1);
    const DayNumber end = facts.document.end;
    if (m_due == 0 && end < transaction.today())
        refuse("C-085", tr("The end date has passed: a due date for the recertification is needed."), tr("Give a due date."));
    if (m_due != 0 && m_due < transaction.today())
        refuse("C-085", tr("The due date lies in the past."), tr("Choose a later date."));
    answerRequest(transaction, facts, "accepted", reason());
    Record &participation = facts.participation;
    participation.set("round", Value(participation.integer("round") + 1)).set("own_due_date", m_due ? Value(m_due) : Value());
    participation.set("base_status", {}).set("is_exception", Value::flag(false)).set("quorum_changed", Value::flag(false)).set("sent_at", {});
    record(transaction, facts, ParticipantStatus::Recertification);
    const bool isAnswer = status == ParticipantStatus::Requested;
    tell(transaction, facts, isAnswer ? "REQUEST_ANSWERED" : "RECERTIFICATION",
         isAnswer ? tr("Request accepted: recertify \"%1\"").arg(facts.document.name) : tr("The state asks to recertify \"%1\"").arg(facts.document.name),
         tr("%1 The due date is %2.").arg(reason(), isoDay(m_due ? m_due : end)));
}

void DenyRequest::decide(Transaction &transaction, ParticipationFacts &facts)
{
    if (facts.status() != ParticipantStatus::Requested)
        refuse("C-088", tr("There is no open recertification request."), tr("Nothing is to be done."));
    requireReason(reason(), 1);
    answerRequest(transaction, facts, "denied", reason());
    const auto base = participantStatusFromText(facts.participation.text("base_status")).value_or(ParticipantStatus::Sent);
    facts.participation.set("base_status", {});
    facts.participation.set("reason", Value(reason()));
    setParticipantStatus(transaction, facts.participation, base);
    tell(transaction, facts, "REQUEST_ANSWERED", tr("Request denied: \"%1\"").arg(facts.document.name), reason());
}

void RevokeApproval::decide(Transaction &transaction, ParticipationFacts &facts)
{
    if (facts.status() != ParticipantStatus::Approved)
        refuse("C-096", standing(facts), tr("Only an approval can be revoked."));
    requireReason(reason(), 1);
    const bool wasException = facts.participation.isTrue("is_exception");
    facts.participation.set("is_exception", Value::flag(false));
    record(transaction, facts, wasException ? collectingStatus(facts.participation) : ParticipantStatus::Sent);
    tell(transaction, facts, "APPROVAL_REVOKED", tr("The approval of \"%1\" was revoked").arg(facts.document.name), reason());
}

} // namespace certdesk
