// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certification/certificationcommand.h"
#include "models/store/certification/exchangecommands.h"

namespace certdesk {

/// A command about one participation of the own district. Who is a member, or a District administrator, may look and review;
/// acting needs a Certifier (C-021, C-022).
class ParticipationCommand : public CertificationCommand
{
public:
    ParticipationCommand(const char *name, Right right, qint64 participation, const QString &reason = {})
        : CertificationCommand(name, right, reason.trimmed()), m_participation(participation)
    {
    }

protected:
    ParticipationFacts facts(Transaction &transaction) const;
    /// Today in the state's time zone by the database's own clock: what windows are measured with.
    DayNumber stateToday(Transaction &transaction) const;
    void requireMember(Transaction &transaction, const ParticipationFacts &facts) const;

    qint64 m_participation;
};

/// C-230: the person opens the wizard for the first time in this round.
class StartCertification : public ParticipationCommand
{
public:
    explicit StartCertification(qint64 participation) : ParticipationCommand("StartCertification", Right::RunValidation, participation) {}
    void perform(Transaction &transaction) override;
};

/// Stores a finished report in the queue; entering its step needs the earlier gates (C-236 ff).
class RecordResult : public ParticipationCommand
{
public:
    struct Input
    {
        WizardStep step = WizardStep::Validation;
        QString title;
        QString format;
        QString status = QStringLiteral("RES_COMPLETED");
        qint64 requestedAt = 0;
        qint64 fatal = 0;
        qint64 warning = 0;
        qint64 info = 0;
        qint64 snapshotVersion = 0;
        QString dataDigest;
        QString failure;
        QJsonObject document; ///< findings, and "blockingRules": codes of FATAL findings and of rules that failed
    };
    RecordResult(qint64 participation, const Input &input) : ParticipationCommand("RecordResult", Right::RunValidation, participation), m_input(input) {}
    void perform(Transaction &transaction) override;
    qint64 id() const { return m_id; }

private:
    Input m_input;
    qint64 m_id = 0;
};

/// C-211: this person has opened the report.
class RecordView : public CertificationCommand
{
public:
    explicit RecordView(qint64 result) : CertificationCommand("RecordView", Right::RunValidation), m_result(result) {}
    void perform(Transaction &transaction) override;

private:
    qint64 m_result;
};

/// C-254 with all gates of C-258. The signature is stored at once; it travels afterwards.
class SignCertification : public ParticipationCommand
{
public:
    SignCertification(qint64 participation, const QString &comment)
        : ParticipationCommand("SignCertification", Right::Submit, participation), m_comment(comment)
    {
    }
    void perform(Transaction &transaction) override;
    const QString &packageId() const { return m_packageId; }

private:
    QString m_comment;
    QString m_packageId;
};

/// C-090, C-091: the signer revokes the own signature of this round. One that the state has must be withdrawn there first:
/// `agreed` says that this was done.
class RevokeSignOff : public ParticipationCommand
{
public:
    RevokeSignOff(qint64 participation, const QString &reason, bool agreed)
        : ParticipationCommand("RevokeSignOff", Right::Submit, participation, reason), m_agreed(agreed)
    {
    }
    void perform(Transaction &transaction) override;

private:
    bool m_agreed;
};

/// C-086 at the district: guards, and the request waiting to be sent.
class RequestRecertification : public ParticipationCommand
{
public:
    RequestRecertification(qint64 participation, const QString &reason)
        : ParticipationCommand("RequestRecertification", Right::RequestRecertification, participation, reason)
    {
    }
    void perform(Transaction &transaction) override;
    const QString &packageId() const { return m_packageId; }

private:
    QString m_packageId;
};

/// C-089: the requester takes the request back; one that the state has must be cancelled there first.
class CancelRequest : public ParticipationCommand
{
public:
    CancelRequest(qint64 participation, bool agreed)
        : ParticipationCommand("CancelRequest", Right::RequestRecertification, participation), m_agreed(agreed)
    {
    }
    void perform(Transaction &transaction) override;

private:
    bool m_agreed;
};

/// What became of a package: "delivered" with the time of receipt, or "refused" with the cause (C-509). The link's own act.
class RecordDelivery : public CertificationCommand
{
public:
    RecordDelivery(EntityKind kind, const QString &packageId, const QString &delivery, qint64 receivedAt, const QString &refusal)
        : CertificationCommand("RecordDelivery", Right::Submit), m_kind(kind), m_packageId(packageId), m_delivery(delivery),
          m_receivedAt(receivedAt), m_refusal(refusal)
    {
    }
    void perform(Transaction &transaction) override;

private:
    EntityKind m_kind;
    QString m_packageId;
    QString m_delivery;
    qint64 m_receivedAt;
    QString m_refusal;
};

/// Packages that wait to reach the state, oldest first, with the participation's id at the state.
QVector<SignOffPackage> waitingSignOffs(Connection &connection);
QVector<RequestPackage> waitingRequests(Connection &connection);
/// The own open package of a person at a participation: the record, if there is one.
std::optional<Record> ownSignOff(Connection &connection, const ParticipationFacts &facts, const QString &person);

} // namespace certdesk
