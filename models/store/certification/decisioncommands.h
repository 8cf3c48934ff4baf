// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certification/certificationcommand.h"

namespace certdesk {

/// A decision of a state approver about one participant. All need the right "decide" and membership as Approver.
class DecisionCommand : public CertificationCommand
{
public:
    DecisionCommand(const char *name, qint64 participation, const QString &reason)
        : CertificationCommand(name, Right::Decide, reason.trimmed()), m_participation(participation)
    {
    }
    void perform(Transaction &transaction) final;

protected:
    virtual void decide(Transaction &transaction, ParticipationFacts &facts) = 0;
    void record(Transaction &transaction, ParticipationFacts &facts, ParticipantStatus status);
    void tell(Transaction &transaction, const ParticipationFacts &facts, const char *process, const QString &title, const QString &body) const;

    qint64 m_participation;
};

/// C-083; without a submission C-084: a reason of at least 10 characters, stored as an exception.
class ApproveCertification : public DecisionCommand
{
public:
    ApproveCertification(qint64 participation, const QString &reason) : DecisionCommand("ApproveCertification", participation, reason) {}

protected:
    void decide(Transaction &transaction, ParticipationFacts &facts) override;
};

/// C-085 from Sent or Approved, C-087 from a request. `due` 0: the end date if it is still ahead, else refused.
class AskRecertification : public DecisionCommand
{
public:
    AskRecertification(qint64 participation, const QString &reason, DayNumber due)
        : DecisionCommand("AskRecertification", participation, reason), m_due(due)
    {
    }

protected:
    void decide(Transaction &transaction, ParticipationFacts &facts) override;

private:
    DayNumber m_due;
};

/// C-088.
class DenyRequest : public DecisionCommand
{
public:
    DenyRequest(qint64 participation, const QString &reason) : DecisionCommand("DenyRequest", participation, reason) {}

protected:
    void decide(Transaction &transaction, ParticipationFacts &facts) override;
};

/// C-096.
class RevokeApproval : public DecisionCommand
{
public:
    RevokeApproval(qint64 participation, const QString &reason) : DecisionCommand("RevokeApproval", participation, reason) {}

protected:
    void decide(Transaction &transaction, ParticipationFacts &facts) override;
};

} // namespace certdesk
