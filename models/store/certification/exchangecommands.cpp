// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certification/exchangecommands.h"

#include "models/store/certification/snapshotcommands.h"
#include "models/store/mirror.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ExchangeCommands", text);
}

bool isCollecting(const ParticipationFacts &facts)
{
    return facts.status() == ParticipantStatus::InProgress || facts.status() == ParticipantStatus::Recertification;
}

/// The quorum as the state counts it: its copy of the members, without those whose account the district reports as gone.
QStringList countedMissing(const ParticipationFacts &facts, const QStringList &known, DayNumber today)
{
    QStringList missing;
    for (const QString &person : facts.missingOn(today)) {
        if (known.isEmpty() || known.contains(person))
            missing.append(person);
    }
    return missing;
}

/// C-082: the participant's certification is with the state now.
void markSent(Transaction &transaction, ParticipationFacts &facts, const QString &origin, const QString &body)
{
    facts.participation.set("sent_at", Value(transaction.now())).set("reason", {}).set("decided_at", {}).set("decided_by", {});
    setParticipantStatus(transaction, facts.participation, ParticipantStatus::Sent);
    notifyApprovers(transaction, facts.event, facts.participation,
                    {QStringLiteral("CERTIFICATION_SENT"), tr("Certification of \"%1\" is complete").arg(facts.document.name), body, {}, {}, 0, origin});
}

} // namespace

ParticipationFacts ExchangeCommand::own(Transaction &transaction, qint64 participation) const
{
    ParticipationFacts facts = loadParticipation(transaction.connection(), participation);
    if (facts.participation.text("organization_code") != m_organizationCode)
        fail(Error::Kind::Denied, QStringLiteral("C-386"), tr("A district can act only for itself."), tr("Check the link to the state."));
    return facts;
}

qint64 ExchangeCommand::organization(Transaction &transaction) const
{
    const auto found = recordsWhere(transaction.connection(), Scope::wholeDatabase(), EntityKind::Organization, QStringLiteral("t.code = ?"),
                                    {Value(m_organizationCode)});
    if (found.isEmpty())
        fail(Error::Kind::Denied, QStringLiteral("C-386"), tr("The state does not know this district."), tr("Connect to the state again."));
    return found.first().id;
}

std::optional<Record> ExchangeCommand::byPackage(Transaction &transaction, EntityKind kind, const QString &packageId) const
{
    const auto found = recordsWhere(transaction.connection(), Scope::wholeDatabase(), kind, QStringLiteral("t.org_id = ? AND t.package_id = ?"),
                                    {Value(organization(transaction)), Value(packageId)});
    return found.isEmpty() ? std::nullopt : std::optional<Record>(found.first());
}

QJsonObject SignOffPackage::toJson() const
{
    return {{QStringLiteral("packageId"), packageId}, {QStringLiteral("participation"), participation}, {QStringLiteral("source"), source},
            {QStringLiteral("round"), round}, {QStringLiteral("person"), person}, {QStringLiteral("personName"), personName},
            {QStringLiteral("signedAt"), signedAt}, {QStringLiteral("snapshotVersion"), snapshotVersion}, {QStringLiteral("digest"), digest},
            {QStringLiteral("rulePackHash"), rulePackHash}, {QStringLiteral("statementVersion"), statementVersion},
            {QStringLiteral("comment"), comment}, {QStringLiteral("quorum"), QJsonArray::fromStringList(quorum)}};
}

SignOffPackage SignOffPackage::fromJson(const QJsonObject &json)
{
    const auto text = [&](const char *key) { return json.value(QLatin1String(key)).toString(); };
    const auto number = [&](const char *key) { return json.value(QLatin1String(key)).toInteger(); };
    SignOffPackage package{text("packageId"), number("participation"), number("source"), number("round"), text("person"), text("personName"),
                           number("signedAt"), number("snapshotVersion"), text("digest"), text("rulePackHash"), number("statementVersion"), text("comment"), {}};
    for (const QJsonValue &person : json.value(QLatin1String("quorum")).toArray())
        package.quorum.append(person.toString());
    return package;
}

void AcceptSignOff::check(Transaction &transaction, const ParticipationFacts &facts) const
{
    if (facts.version == 0 || facts.isClosed() || facts.participation.isTrue("ended"))
        refuse("C-514", tr("The state closed this event."), tr("Ask the state to reopen it."));
    if (!isCollecting(facts))
        refuse("C-258", standing(facts), tr("Nothing is to be signed now."));
    if (m_package.round != facts.participation.integer("round"))
        refuse("C-258", tr("The signature is of another round."), tr("Go through the steps of this round."));
    if (roleAt(facts.members, m_package.person, facts.schoolCode(), transaction.today()) != QLatin1String("certifier"))
        refuse("C-505", tr("The signer is not a Certifier of this participant."), tr("Synchronize the members first."));
    if (validSignOff(facts.signOffs, m_package.person, facts.basis()))
        refuse("C-258", tr("This person has signed the round already."), tr("Nothing is to be done."));
    const DayNumber signedOn = stateClock(transaction.connection()).dayOf(m_package.signedAt);
    if (signedOn < facts.document.openingDay())
        refuse("C-503", tr("Certification opens on %1.").arg(isoDay(facts.document.openingDay())), tr("Sign from that day on."));
    if (signedOn > facts.dueDate())
        refuse("C-504", tr("The due date was %1.").arg(isoDay(facts.dueDate())), tr("Ask the state for an extension."));
    const SignatureBasis basis = facts.basis();
    if (facts.document.needsSnapshot() && m_package.snapshotVersion != basis.snapshotVersion && m_package.digest != basis.digest)
        refuse("C-288", tr("The signature stands on snapshot %1, the current one is %2.").arg(m_package.snapshotVersion).arg(basis.snapshotVersion),
               tr("Review the current snapshot and sign again."));
}

void AcceptSignOff::perform(Transaction &transaction)
{
    if (const auto known = byPackage(transaction, EntityKind::SignOff, m_package.packageId)) {
        m_receivedAt = known->integer("received_at");
        return;
    }
    const ParticipationFacts facts = own(transaction, m_package.participation);
    check(transaction, facts);
    m_receivedAt = transaction.now();
    const bool isLate = stateClock(transaction.connection()).dayOf(m_receivedAt) > facts.dueDate();
    Record record(EntityKind::SignOff);
    record.organization = organization(transaction);
    record.set("participation_id", Value(m_package.participation)).set("round", Value(m_package.round)).set("person", Value(m_package.person));
    record.set("person_name", Value(m_package.personName)).set("package_id", Value(m_package.packageId)).set("signed_at", Value(m_package.signedAt));
    record.set("received_at", Value(m_receivedAt)).set("rule_pack_hash", Value(m_package.rulePackHash)).set("comment", Value(m_package.comment));
    record.set("statement_version", Value(m_package.statementVersion)).set("delivery", Value(isLate ? QStringLiteral("late") : QStringLiteral("delivered")));
    if (facts.document.needsSnapshot())
        record.set("snapshot_version", Value(facts.basis().snapshotVersion)).set("digest", Value(facts.basis().digest));
    else
        record.set("digest", Value(stateRowsDigest(transaction.connection(), facts).digest));
    transaction.insert(record);
    setSourceId(transaction.connection(), EntityKind::SignOff, record.id, m_package.source);
    sendWhenComplete(transaction);
}

void AcceptSignOff::sendWhenComplete(Transaction &transaction)
{
    ParticipationFacts facts = loadParticipation(transaction.connection(), m_package.participation);
    if (!countedMissing(facts, m_package.quorum, transaction.today()).isEmpty())
        return;
    m_sent = true;
    markSent(transaction, facts, QStringLiteral("sent:") + m_package.packageId, tr("All Certifiers have signed round %1.").arg(m_package.round));
}

void AcceptWithdrawal::perform(Transaction &transaction)
{
    auto record = byPackage(transaction, EntityKind::SignOff, m_packageId);
    if (!record)
        fail(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("The state does not have this signature."), tr("Synchronize and try again."));
    if (record->isTrue("revoked"))
        return;
    ParticipationFacts facts = own(transaction, record->integer("participation_id"));
    const bool wasSent = facts.status() == ParticipantStatus::Sent;
    if ((!wasSent && !isCollecting(facts)) || record->integer("round") != facts.participation.integer("round"))
        refuse("C-510", tr("The state has decided before your withdrawal arrived: %1").arg(standing(facts)), tr("You can request recertification."));
    if (facts.isClosed())
        refuse("C-514", tr("The state closed this event."), tr("Ask the state to reopen it."));
    record->set("revoked", Value::flag(true)).set("revoke_reason", Value(reason()));
    transaction.update(*record);
    if (!wasSent)
        return;
    facts.participation.set("sent_at", {});
    setParticipantStatus(transaction, facts.participation,
                         facts.participation.integer("round") > 1 ? ParticipantStatus::Recertification : ParticipantStatus::InProgress);
    notifyApprovers(transaction, facts.event, facts.participation,
                    {QStringLiteral("WITHDRAWN"), tr("A signature of \"%1\" was withdrawn").arg(facts.document.name), reason(), {}, {}, 0,
                     QStringLiteral("withdrawn:") + m_packageId});
}

void SendCertification::perform(Transaction &transaction)
{
    ParticipationFacts facts = own(transaction, m_participation);
    if (facts.status() == ParticipantStatus::Sent)
        return;
    if (facts.isClosed() || !isCollecting(facts))
        refuse("C-092", standing(facts), tr("Nothing is to be sent now."));
    const DayNumber today = stateClock(transaction.connection()).dayOf(transaction.now());
    if (today < facts.document.openingDay() || today > facts.dueDate())
        refuse("C-504", tr("Certification is open from %1 to %2.").arg(isoDay(facts.document.openingDay()), isoDay(facts.dueDate())), tr("Ask the state for an extension."));
    if (!validSignOff(facts.signOffs, m_person, facts.basis()))
        refuse("C-092", tr("Only a Certifier who has signed can send."), tr("Sign first."));
    const QStringList missing = countedMissing(facts, m_quorum, transaction.today());
    if (!missing.isEmpty())
        refuse("C-506", tr("%1 have not certified yet.").arg(missing.join(QLatin1String(", "))), tr("Wait for their signatures."));
    facts.participation.set("quorum_changed", Value::flag(true));
    markSent(transaction, facts, QStringLiteral("quorum:%1:%2:%3").arg(m_participation).arg(facts.participation.integer("round")).arg(transaction.now()),
             tr("Quorum met after a change of members."));
}

QJsonObject RequestPackage::toJson() const
{
    return {{QStringLiteral("packageId"), packageId}, {QStringLiteral("participation"), participation}, {QStringLiteral("source"), source},
            {QStringLiteral("person"), person}, {QStringLiteral("personName"), personName}, {QStringLiteral("reason"), reason},
            {QStringLiteral("askedAt"), askedAt}};
}

RequestPackage RequestPackage::fromJson(const QJsonObject &json)
{
    const auto text = [&](const char *key) { return json.value(QLatin1String(key)).toString(); };
    return {text("packageId"), json.value(QLatin1String("participation")).toInteger(), json.value(QLatin1String("source")).toInteger(),
            text("person"), text("personName"), text("reason"), json.value(QLatin1String("askedAt")).toInteger()};
}

void AcceptRequest::perform(Transaction &transaction)
{
    if (byPackage(transaction, EntityKind::Request, m_package.packageId))
        return;
    ParticipationFacts facts = own(transaction, m_package.participation);
    requireReason(m_package.reason, 10);
    if (facts.isClosed())
        refuse("C-514", tr("The state closed this event."), tr("Ask the state to reopen it."));
    if (facts.status() == ParticipantStatus::Recertification)
        refuse("C-103", tr("The state has already reopened this certification."), tr("Go through the steps of this round."));
    if (facts.openRequest)
        refuse("C-507", tr("%1 has already asked: '%2'.").arg(facts.openRequest->text("person_name"), facts.openRequest->text("reason")), tr("Wait for the answer."));
    if (facts.status() != ParticipantStatus::Sent && facts.status() != ParticipantStatus::Approved)
        refuse("C-506", standing(facts), tr("A request is possible after all have signed."));
    if (roleAt(facts.members, m_package.person, facts.schoolCode(), transaction.today()) != QLatin1String("certifier"))
        refuse("C-505", tr("Only a Certifier can request recertification."), tr("Synchronize the members first."));
    Record request(EntityKind::Request);
    request.organization = organization(transaction);
    request.set("participation_id", Value(m_package.participation)).set("round", facts.participation["round"]).set("package_id", Value(m_package.packageId));
    request.set("person", Value(m_package.person)).set("person_name", Value(m_package.personName)).set("reason", Value(m_package.reason));
    request.set("asked_at", Value(m_package.askedAt)).set("delivery", Value(QStringLiteral("delivered")));
    transaction.insert(request);
    setSourceId(transaction.connection(), EntityKind::Request, request.id, m_package.source);
    facts.participation.set("base_status", facts.participation["status"]);
    setParticipantStatus(transaction, facts.participation, ParticipantStatus::Requested);
    notifyApprovers(transaction, facts.event, facts.participation,
                    {QStringLiteral("REQUEST"), tr("Recertification of \"%1\" is requested").arg(facts.document.name), m_package.reason, {}, {}, 0,
                     QStringLiteral("request:") + m_package.packageId});
}

void AcceptRequestCancel::perform(Transaction &transaction)
{
    auto request = byPackage(transaction, EntityKind::Request, m_packageId);
    if (!request)
        fail(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("The state does not have this request."), tr("Synchronize and try again."));
    if (request->text("answer") == QLatin1String("cancelled"))
        return;
    if (request->has("answer"))
        refuse("C-089", tr("The state has answered already."), tr("Synchronize to see the answer."));
    ParticipationFacts facts = own(transaction, request->integer("participation_id"));
    request->set("answer", Value(QStringLiteral("cancelled"))).set("answered_at", Value(transaction.now())).set("delivery", Value(QStringLiteral("answered")));
    transaction.update(*request);
    if (facts.status() != ParticipantStatus::Requested)
        return;
    const auto base = participantStatusFromText(facts.participation.text("base_status")).value_or(ParticipantStatus::Sent);
    facts.participation.set("base_status", {});
    setParticipantStatus(transaction, facts.participation, base);
    notifyApprovers(transaction, facts.event, facts.participation,
                    {QStringLiteral("WITHDRAWN"), tr("The request for \"%1\" was cancelled").arg(facts.document.name), {}, {}, {}, 0,
                     QStringLiteral("cancelled:") + m_packageId});
}

} // namespace certdesk
