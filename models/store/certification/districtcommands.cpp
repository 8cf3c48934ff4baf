// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certification/districtcommands.h"

#include "models/store/mirror.h"

#include <QCoreApplication>
#include <QUuid>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("DistrictCommands", text);
}

QString newPackageId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

bool isCertifier(Transaction &transaction, const ParticipationFacts &facts, DayNumber today)
{
    return roleAt(facts.members, transaction.person().name, facts.schoolCode(), today) == QLatin1String("certifier");
}

} // namespace

ParticipationFacts ParticipationCommand::facts(Transaction &transaction) const
{
    return loadParticipation(transaction.connection(), m_participation);
}

DayNumber ParticipationCommand::stateToday(Transaction &transaction) const
{
    return stateClock(transaction.connection()).dayOf(transaction.now());
}

void ParticipationCommand::requireMember(Transaction &transaction, const ParticipationFacts &facts) const
{
    const Person &person = transaction.person();
    if (person.scope.isWholeDatabase() || person.roles.contains(QLatin1String("district-administrator")))
        return;
    if (roleAt(facts.members, person.name, facts.schoolCode(), stateToday(transaction)).isEmpty())
        fail(Error::Kind::Denied, QStringLiteral("C-515"), tr("You are not a member of this event's category at this participant."),
             tr("Ask the District administrator to add you."));
}

void StartCertification::perform(Transaction &transaction)
{
    const ParticipationFacts participant = facts(transaction);
    requireMember(transaction, participant);
    if (participant.isClosed() || participant.participation.isTrue("ended"))
        refuse("C-514", tr("The state closed this event. You can read it; nothing more can be sent."), tr("Ask the state to reopen it."));
    if (stateToday(transaction) < participant.document.start)
        refuse("C-184", tr("Review begins on %1.").arg(isoDay(participant.document.start)), tr("Come back on that day."));
    if (hasStarted(transaction.connection(), participant.participation, transaction.person().name))
        return;
    Record progress(EntityKind::WizardProgress);
    progress.set("participation_id", Value(m_participation)).set("round", participant.participation["round"]);
    progress.set("person", Value(transaction.person().name)).set("started_at", Value(transaction.now()));
    transaction.insert(progress);
}

void RecordResult::perform(Transaction &transaction)
{
    const ParticipationFacts participant = facts(transaction);
    requireMember(transaction, participant);
    refuseAll(entryBlockers(wizardState(wizardFacts(transaction.connection(), participant, transaction.person().name, stateToday(transaction))), m_input.step));
    Record result(EntityKind::ResultEntry);
    result.set("participation_id", Value(m_participation)).set("round", participant.participation["round"]).set("kind", Value(stepName(m_input.step)));
    result.set("title", Value(m_input.title)).set("format", Value(m_input.format)).set("requested_by", Value(transaction.person().name));
    result.set("requested_at", Value(m_input.requestedAt)).set("status", Value(m_input.status)).set("finished_at", Value(transaction.now()));
    result.set("fatal", Value(m_input.fatal)).set("warning", Value(m_input.warning)).set("info", Value(m_input.info));
    result.set("snapshot_version", m_input.snapshotVersion ? Value(m_input.snapshotVersion) : Value()).set("data_digest", Value(m_input.dataDigest));
    result.set("error", Value(m_input.failure)).set("document", jsonValue(m_input.document));
    m_id = transaction.insert(result);
}

void RecordView::perform(Transaction &transaction)
{
    const Record result = transaction.get(EntityKind::ResultEntry, m_result);
    if (result.text("status") != QLatin1String("RES_COMPLETED"))
        refuse("C-502", tr("The report is not completed."), tr("Wait for it, or generate it again."));
    if (!transaction.findAll(EntityKind::ResultView, {{"result_id", Value(m_result)}, {"person", Value(transaction.person().name)}}).isEmpty())
        return;
    Record view(EntityKind::ResultView);
    view.set("result_id", Value(m_result)).set("person", Value(transaction.person().name)).set("viewed_at", Value(transaction.now()));
    transaction.insert(view);
}

void SignCertification::perform(Transaction &transaction)
{
    const ParticipationFacts participant = facts(transaction);
    const QString person = transaction.person().name;
    const WizardFacts wizard = wizardFacts(transaction.connection(), participant, person, stateToday(transaction));
    QVector<Blocker> blockers = submissionBlockers(wizard);
    if (blockers.isEmpty())
        blockers = wizardState(wizard).blockers;
    refuseAll(blockers);
    m_packageId = newPackageId();
    const SignatureBasis basis = participant.basis();
    Record record(EntityKind::SignOff);
    record.set("participation_id", Value(m_participation)).set("round", Value(basis.round)).set("person", Value(person));
    record.set("person_name", Value(transaction.person().displayName)).set("package_id", Value(m_packageId)).set("signed_at", Value(transaction.now()));
    record.set("snapshot_version", basis.snapshotVersion ? Value(basis.snapshotVersion) : Value()).set("digest", Value(basis.digest));
    record.set("rule_pack_hash", Value(participant.rulePackHash)).set("comment", Value(m_comment)).set("delivery", Value(QStringLiteral("waiting")));
    record.set("statement_version", Value(publishedVersion(transaction.connection(), participant.event.id).statementVersion));
    transaction.insert(record);
    notifyMembers(transaction, participant,
                  {QStringLiteral("COLLEAGUE_SIGNED"), tr("%1 has signed \"%2\"").arg(transaction.person().displayName, participant.document.name), {}, {}, {}, 0,
                   QStringLiteral("signed:") + m_packageId},
                  person);
}

void RevokeSignOff::perform(Transaction &transaction)
{
    const ParticipationFacts participant = facts(transaction);
    auto record = ownSignOff(transaction.connection(), participant, transaction.person().name);
    if (!record)
        refuse("C-090", tr("You have no signature in this round."), tr("Nothing is to be withdrawn."));
    requireReason(reason(), 1);
    if (record->text("delivery") != QLatin1String("waiting") && !m_agreed)
        refuse("C-090", tr("The state has this signature; it has to agree first."), tr("Withdraw while the state can be reached."));
    record->set("revoked", Value::flag(true)).set("revoke_reason", Value(reason()));
    transaction.update(*record);
    notifyMembers(transaction, participant,
                  {QStringLiteral("COLLEAGUE_WITHDREW"), tr("%1 has withdrawn the signature of \"%2\"").arg(transaction.person().displayName, participant.document.name),
                   reason(), {}, {}, 0, QStringLiteral("revoked:") + record->text("package_id")},
                  transaction.person().name);
}

void RequestRecertification::perform(Transaction &transaction)
{
    const ParticipationFacts participant = facts(transaction);
    if (!isCertifier(transaction, participant, stateToday(transaction)))
        refuse("C-505", tr("Only a Certifier of this participant can request recertification."), tr("Ask a Certifier."));
    if (participant.isClosed())
        refuse("C-514", tr("The state closed this event."), tr("Ask the state to reopen it."));
    if (participant.openRequest)
        refuse("C-507", tr("%1 has already asked: '%2'.").arg(participant.openRequest->text("person_name"), participant.openRequest->text("reason")),
               tr("Wait for the answer."));
    if (participant.status() == ParticipantStatus::Recertification)
        refuse("C-103", tr("The state has already reopened this certification."), tr("Go through the steps of this round."));
    if (participant.status() == ParticipantStatus::InProgress) {
        QStringList names;
        for (const QString &person : participant.missingOn(stateToday(transaction)))
            names.append(participant.nameOf(person));
        refuse("C-506", names.isEmpty() ? standing(participant)
                                        : tr("%1 have not certified yet; a request is possible after that.").arg(names.join(QLatin1String(", "))),
               tr("Withdraw your signature instead, or wait."));
    }
    requireReason(reason(), 10);
    m_packageId = newPackageId();
    Record request(EntityKind::Request);
    request.set("participation_id", Value(m_participation)).set("round", participant.participation["round"]).set("package_id", Value(m_packageId));
    request.set("person", Value(transaction.person().name)).set("person_name", Value(transaction.person().displayName)).set("reason", Value(reason()));
    request.set("asked_at", Value(transaction.now())).set("delivery", Value(QStringLiteral("waiting")));
    transaction.insert(request);
}

void CancelRequest::perform(Transaction &transaction)
{
    const ParticipationFacts participant = facts(transaction);
    if (!participant.openRequest || participant.openRequest->text("person") != transaction.person().name)
        refuse("C-089", tr("You have no open request here."), tr("Nothing is to be cancelled."));
    Record request = *participant.openRequest;
    if (request.text("delivery") != QLatin1String("waiting") && !m_agreed)
        refuse("C-089", tr("The state has this request; it has to be cancelled there first."), tr("Cancel while the state can be reached."));
    request.set("answer", Value(QStringLiteral("cancelled"))).set("answered_at", Value(transaction.now())).set("delivery", Value(QStringLiteral("answered")));
    transaction.update(request);
}

void RecordDelivery::perform(Transaction &transaction)
{
    auto found = transaction.findAll(m_kind, {{"package_id", Value(m_packageId)}});
    if (found.isEmpty())
        return;
    Record record = found.first();
    record.set("delivery", Value(m_delivery));
    if (m_kind == EntityKind::SignOff) {
        record.set("received_at", m_receivedAt ? Value(m_receivedAt) : Value()).set("refusal", Value(m_refusal));
    } else if (m_delivery == QLatin1String("refused")) {
        record.set("answer", Value(QStringLiteral("refused"))).set("answer_reason", Value(m_refusal)).set("answered_at", Value(transaction.now()));
    }
    transaction.update(record);
    if (m_delivery != QLatin1String("refused"))
        return;
    notifyPerson(transaction, record.text("person"),
                 {QStringLiteral("REFUSED"), tr("The state did not accept it: %1").arg(m_refusal), {}, {}, {}, record.integer("participation_id"),
                  QStringLiteral("refused:") + m_packageId});
}

QVector<SignOffPackage> waitingSignOffs(Connection &connection)
{
    QVector<SignOffPackage> packages;
    for (const Record &record : recordsWhere(connection, Scope::wholeDatabase(), EntityKind::SignOff,
                                             QStringLiteral("t.delivery = 'waiting' AND COALESCE(t.revoked, 0) = 0"))) {
        const ParticipationFacts facts = loadParticipation(connection, record.integer("participation_id"));
        SignOffPackage package{record.text("package_id"), sourceId(connection, EntityKind::Participation, record.integer("participation_id")),
                               record.id, record.integer("round"), record.text("person"), record.text("person_name"), record.integer("signed_at"),
                               record.integer("snapshot_version"), record.text("digest"), record.text("rule_pack_hash"),
                               record.integer("statement_version"), record.text("comment"), {}};
        package.quorum = facts.quorumOn(stateClock(connection).dayOf(record.integer("signed_at")));
        packages.append(package);
    }
    return packages;
}

QVector<RequestPackage> waitingRequests(Connection &connection)
{
    QVector<RequestPackage> packages;
    for (const Record &record : recordsWhere(connection, Scope::wholeDatabase(), EntityKind::Request, QStringLiteral("t.delivery = 'waiting' AND t.answer IS NULL")))
        packages.append({record.text("package_id"), sourceId(connection, EntityKind::Participation, record.integer("participation_id")), record.id,
                         record.text("person"), record.text("person_name"), record.text("reason"), record.integer("asked_at")});
    return packages;
}

std::optional<Record> ownSignOff(Connection &connection, const ParticipationFacts &facts, const QString &person)
{
    const auto found = recordsWhere(connection, Scope::wholeDatabase(), EntityKind::SignOff,
                                    QStringLiteral("t.participation_id = ? AND t.round = ? AND t.person = ? AND COALESCE(t.revoked, 0) = 0 AND t.delivery <> 'refused'"),
                                    {Value(facts.participation.id), facts.participation["round"], Value(person)});
    return found.isEmpty() ? std::nullopt : std::optional<Record>(found.last());
}

} // namespace certdesk
