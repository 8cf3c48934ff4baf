// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/certification/certificationdesk.h"

#include "models/store/certification/certificationcommand.h"
#include "models/store/certification/snapshotcommands.h"
#include "models/store/certification/validationrun.h"
#include "models/store/mirror.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CertificationDesk", text);
}

Error refusal(const QVector<Blocker> &blockers)
{
    QStringList messages, next;
    for (const Blocker &blocker : blockers) {
        messages.append(blocker.message);
        next.append(blocker.next);
    }
    next.removeDuplicates();
    return {Error::Kind::Refused, blockers.first().code, messages.join(QLatin1Char('\n')), next.join(QLatin1Char('\n')), {}};
}

} // namespace

Done CertificationDesk::apply(Command &command)
{
    const auto change = m_session.apply(command);
    if (!change)
        return tl::unexpected(change.error());
    return {};
}

Result<std::unique_ptr<Session>> CertificationDesk::programSession()
{
    auto session = Session::open(m_session.url());
    if (session)
        (*session)->actAsProgram();
    return session;
}

Result<SyncReport> CertificationDesk::synchronize(Progress *progress)
{
    const auto link = linkOf(m_session);
    if (!link)
        return tl::unexpected(link.error());
    return Synchronizer(m_session.url(), **link).synchronize(progress);
}

Done CertificationDesk::synchronizeIfPossible(Progress *progress)
{
    const auto report = synchronize(progress);
    if (report || report.error().code == QLatin1String("LINK-NONE") || StateLink::isUnreachable(report.error()))
        return {};
    return tl::unexpected(report.error());
}

Result<qint64> CertificationDesk::stateId(qint64 participation)
{
    return m_session.read<qint64>([&](Connection &connection) { return sourceId(connection, EntityKind::Participation, participation); });
}

Done CertificationDesk::refuseUnlessOpen(qint64 participation, WizardStep step)
{
    const auto found = details(participation);
    if (!found)
        return tl::unexpected(found.error());
    if (found->row.isClosed)
        return failure(Error::Kind::Refused, QStringLiteral("C-514"), tr("The state closed this event. You can read it; nothing more can be sent."),
                       tr("Ask the state to reopen it."));
    const auto blockers = entryBlockers(found->state, step);
    if (!blockers.isEmpty())
        return tl::unexpected(refusal(blockers));
    return {};
}

Done CertificationDesk::refuseUnlessMember(qint64 participation, bool certifier)
{
    const auto found = details(participation);
    if (!found)
        return tl::unexpected(found.error());
    const QString role = found->row.role;
    if (role == QLatin1String("certifier") || (!certifier && role == QLatin1String("reviewer")))
        return {};
    return failure(Error::Kind::Denied, QStringLiteral("K17"), certifier ? tr("Only a Certifier of this participant can do this.")
                                                                        : tr("Only a Certifier or Reviewer of this participant can do this."),
                   tr("Ask the District administrator to add you to the category."));
}

Done CertificationDesk::start(qint64 participation)
{
    StartCertification command(participation);
    if (const auto started = apply(command); !started)
        return started;
    const auto found = details(participation);
    if (!found)
        return tl::unexpected(found.error());
    const auto facts = m_session.read<ParticipationFacts>([&](Connection &connection) { return loadParticipation(connection, participation); });
    if (!facts)
        return tl::unexpected(facts.error());
    const DayNumber today = stateClock(m_session.connection()).dayOf(m_session.now());
    const bool collecting = facts->status() == ParticipantStatus::InProgress || facts->status() == ParticipantStatus::Recertification;
    const bool triggers = facts->document.snapshotMethod == QLatin1String("start") && today >= facts->document.openingDay() && !facts->snapshot && collecting;
    if (!triggers || found->row.role.isEmpty())
        return {};
    const auto link = linkOf(m_session);
    const auto there = stateId(participation);
    if (!link || !there)
        return tl::unexpected(!link ? link.error() : there.error());
    // The snapshot freezes what the state has: send what waits first.
    if (const auto synchronized = synchronize(); !synchronized)
        return StateLink::isUnreachable(synchronized.error()) ? Done() : Done(tl::unexpected(synchronized.error()));
    const auto taken = (*link)->takeSnapshot(*there, QStringLiteral("start"), m_session.person().name, found->row.role == QLatin1String("certifier"));
    if (!taken)
        return tl::unexpected(taken.error());
    return synchronizeIfPossible();
}

Result<RecordResult::Input> CertificationDesk::runHere(qint64 participation, const QString &format, Progress *progress)
{
    // The run belongs to the participant, not to the person: it sees the participant's rows whatever the person may see.
    const auto program = programSession();
    if (!program)
        return tl::unexpected(program.error());
    if (m_session.asOf())
        (*program)->setAsOf(*m_session.asOf());
    const auto facts = (*program)->read<ParticipationFacts>([&](Connection &connection) { return loadParticipation(connection, participation); });
    if (!facts)
        return tl::unexpected(facts.error());
    return runEventRules(**program, *facts, WizardStep::Validation, format, progress);
}

Result<qint64> CertificationDesk::run(qint64 participation, WizardStep step, const QString &format, Progress *progress)
{
    if (const auto allowed = m_session.require(Right::RunValidation); !allowed)
        return tl::unexpected(allowed.error());
    if (const auto open = refuseUnlessOpen(participation, step); !open)
        return tl::unexpected(open.error());
    if (const auto started = start(participation); !started)
        return tl::unexpected(started.error());
    Result<RecordResult::Input> input;
    if (step == WizardStep::Validation) {
        input = runHere(participation, format, progress);
    } else {
        if (const auto synchronized = synchronize(progress); !synchronized)
            return tl::unexpected(synchronized.error());
        const auto link = linkOf(m_session);
        const auto there = stateId(participation);
        if (!link || !there)
            return tl::unexpected(!link ? link.error() : there.error());
        input = (*link)->runValidation(*there, step, format, progress);
    }
    if (!input)
        return tl::unexpected(input.error());
    input->requestedAt = m_session.now();
    RecordResult record(participation, *input);
    if (const auto recorded = apply(record); !recorded)
        return tl::unexpected(recorded.error());
    return record.id();
}

Result<qint64> CertificationDesk::snapshot(qint64 participation, bool retake, const QString &format, Progress *progress)
{
    if (const auto allowed = m_session.require(Right::TakeSnapshot); !allowed)
        return tl::unexpected(allowed.error());
    if (const auto member = refuseUnlessMember(participation, false); !member)
        return tl::unexpected(member.error());
    if (const auto open = refuseUnlessOpen(participation, WizardStep::Snapshot); !open)
        return tl::unexpected(open.error());
    if (const auto started = start(participation); !started)
        return tl::unexpected(started.error());
    if (const auto synchronized = synchronize(progress); !synchronized)
        return tl::unexpected(synchronized.error());
    const auto found = details(participation);
    const auto link = linkOf(m_session);
    const auto there = stateId(participation);
    if (!found || !link || !there)
        return tl::unexpected(!found ? found.error() : !link ? link.error() : there.error());
    if (found->facts.currentSnapshot == 0 || retake) {
        const QString cause = found->facts.currentSnapshot == 0 ? QStringLiteral("taken") : QStringLiteral("retaken");
        const auto taken = (*link)->takeSnapshot(*there, cause, m_session.person().name, found->row.role == QLatin1String("certifier"));
        if (!taken)
            return tl::unexpected(taken.error());
    }
    return run(participation, WizardStep::Snapshot, format, progress);
}

Result<Record> CertificationDesk::view(qint64 result)
{
    const auto record = readResult(m_session, result);
    if (!record)
        return record;
    RecordView command(result);
    if (const auto viewed = apply(command); !viewed)
        return tl::unexpected(viewed.error());
    return record;
}

Result<CertificationDesk::Submission> CertificationDesk::deliver(const QString &packageId, Progress *progress)
{
    Submission submission{packageId, false, {}};
    const auto report = synchronize(progress);
    if (!report && !StateLink::isUnreachable(report.error()) && report.error().code != QLatin1String("LINK-NONE"))
        return tl::unexpected(report.error());
    if (!report) {
        submission.message = tr("Signed and stored. It will be sent as soon as the state can be reached.");
        return submission;
    }
    const auto refused = m_session.read<QString>([&](Connection &connection) {
        for (const EntityKind kind : {EntityKind::SignOff, EntityKind::Request}) {
            for (const Record &record : recordsWhere(connection, Scope::wholeDatabase(), kind, QStringLiteral("t.package_id = ?"), {Value(packageId)})) {
                if (record.text("delivery") == QLatin1String("refused"))
                    return record.text(kind == EntityKind::SignOff ? "refusal" : "answer_reason");
            }
        }
        return QString();
    });
    if (!refused)
        return tl::unexpected(refused.error());
    if (!refused->isEmpty())
        return failure(Error::Kind::Refused, QStringLiteral("C-509"), tr("The state did not accept it: %1").arg(*refused), tr("Look at the event and decide again."));
    submission.isDelivered = true;
    submission.message = tr("Received by the state.");
    return submission;
}

Result<CertificationDesk::Submission> CertificationDesk::submit(qint64 participation, const QString &comment, Progress *progress)
{
    if (const auto allowed = m_session.require(Right::Submit); !allowed)
        return tl::unexpected(allowed.error());
    if (const auto synchronized = synchronizeIfPossible(progress); !synchronized)
        return tl::unexpected(synchronized.error());
    const auto found = details(participation);
    if (!found)
        return tl::unexpected(found.error());
    auto blockers = submissionBlockers(found->facts);
    if (blockers.isEmpty())
        blockers = found->state.blockers;
    if (!blockers.isEmpty())
        return tl::unexpected(refusal(blockers));
    const auto again = runHere(participation, QStringLiteral("html"), progress);
    if (!again)
        return tl::unexpected(again.error());
    if (again->fatal > 0 || again->status != QLatin1String("RES_COMPLETED")) {
        RecordResult record(participation, *again);
        if (const auto recorded = apply(record); !recorded)
            return tl::unexpected(recorded.error());
        return failure(Error::Kind::Refused, QStringLiteral("C-500"), tr("%1 FATAL findings are open since the last report. Nothing was signed.").arg(again->fatal),
                       tr("Open the new report and correct the records."));
    }
    SignCertification sign(participation, comment);
    if (const auto isSigned = apply(sign); !isSigned)
        return tl::unexpected(isSigned.error());
    return deliver(sign.packageId(), progress);
}

Done CertificationDesk::send(qint64 participation)
{
    if (const auto allowed = m_session.require(Right::Submit); !allowed)
        return allowed;
    if (const auto synchronized = synchronize(); !synchronized)
        return tl::unexpected(synchronized.error());
    const auto facts = m_session.read<ParticipationFacts>([&](Connection &connection) { return loadParticipation(connection, participation); });
    const auto link = linkOf(m_session);
    const auto there = stateId(participation);
    if (!facts || !link || !there)
        return tl::unexpected(!facts ? facts.error() : !link ? link.error() : there.error());
    if (const auto member = refuseUnlessMember(participation, true); !member)
        return member;
    if (facts->status() == ParticipantStatus::Sent)
        return {};
    const DayNumber today = stateClock(m_session.connection()).dayOf(m_session.now());
    if (const auto sent = (*link)->send(*there, m_session.person().name, facts->quorumOn(today)); !sent)
        return sent;
    return synchronizeIfPossible();
}

Done CertificationDesk::withdraw(qint64 participation, const QString &reason)
{
    if (const auto allowed = m_session.require(Right::Submit); !allowed)
        return allowed;
    if (reason.trimmed().isEmpty())
        return failure(Error::Kind::Refused, QStringLiteral("C-REASON"), tr("A reason is needed."), tr("Say why."));
    if (const auto synchronized = synchronizeIfPossible(); !synchronized)
        return synchronized;
    const auto own = m_session.read<std::optional<Record>>([&](Connection &connection) {
        return ownSignOff(connection, loadParticipation(connection, participation), m_session.person().name);
    });
    if (!own)
        return tl::unexpected(own.error());
    const bool isThere = *own && (*own)->text("delivery") != QLatin1String("waiting");
    if (isThere) {
        const auto link = linkOf(m_session);
        if (!link)
            return tl::unexpected(link.error());
        if (const auto agreed = (*link)->withdraw((*own)->text("package_id"), reason); !agreed)
            return agreed;
    }
    RevokeSignOff revoke(participation, reason, isThere);
    if (const auto revoked = apply(revoke); !revoked)
        return revoked;
    return synchronizeIfPossible();
}

Result<CertificationDesk::Submission> CertificationDesk::requestRecertification(qint64 participation, const QString &reason)
{
    if (const auto synchronized = synchronizeIfPossible(); !synchronized)
        return tl::unexpected(synchronized.error());
    RequestRecertification request(participation, reason);
    if (const auto asked = apply(request); !asked)
        return tl::unexpected(asked.error());
    return deliver(request.packageId(), nullptr);
}

Done CertificationDesk::cancelRequest(qint64 participation)
{
    if (const auto synchronized = synchronizeIfPossible(); !synchronized)
        return synchronized;
    const auto facts = m_session.read<ParticipationFacts>([&](Connection &connection) { return loadParticipation(connection, participation); });
    if (!facts)
        return tl::unexpected(facts.error());
    const bool isOwn = facts->openRequest && facts->openRequest->text("person") == m_session.person().name;
    const bool isThere = isOwn && facts->openRequest->text("delivery") != QLatin1String("waiting");
    if (isThere) {
        const auto link = linkOf(m_session);
        if (!link)
            return tl::unexpected(link.error());
        if (const auto agreed = (*link)->cancelRequest(facts->openRequest->text("package_id")); !agreed)
            return agreed;
    }
    CancelRequest cancel(participation, isThere);
    if (const auto cancelled = apply(cancel); !cancelled)
        return cancelled;
    return synchronizeIfPossible();
}

Result<SyncReport> synchronizeDatabase(const DatabaseUrl &district, Progress *progress)
{
    auto session = Session::open(district);
    if (!session)
        return tl::unexpected(session.error());
    (*session)->actAsProgram();
    return CertificationDesk(**session).synchronize(progress);
}

Result<int> runDueSnapshots(Session &state)
{
    const auto due = state.read<bool>([&](Connection &connection) { return RunScheduledSnapshots::isDue(connection, state.now()); });
    if (!due || !*due)
        return due ? Result<int>(0) : tl::unexpected(due.error());
    auto program = Session::open(state.url());
    if (!program)
        return tl::unexpected(program.error());
    (*program)->actAsProgram();
    RunScheduledSnapshots command;
    const auto done = (*program)->apply(command);
    if (!done)
        return tl::unexpected(done.error());
    return command.taken();
}

} // namespace certdesk
