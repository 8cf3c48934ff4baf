// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certification/certificationcommand.h"

namespace certdesk {

/// The kinds of records a snapshot of this event freezes: its own list, else all data of districts (C-047).
QVector<EntityKind> snapshotKinds(const EventDocument &document);

/// The participant's rows at the state as one number and one SHA-256 over their stored hashes: what a sign-off binds to when
/// there is no snapshot, and how two snapshots are compared (C-247, C-288).
struct RowsDigest
{
    qint64 rows = 0;
    QString digest;
};
RowsDigest stateRowsDigest(Connection &connection, const ParticipationFacts &facts);

/// State: copies the rows of a participant into snapshot_row (C-280). Guards of C-024 and C-287.
class TakeSnapshot : public CertificationCommand
{
public:
    enum class Mode {
        WhenMissing, ///< does nothing when there is one (start-triggered, scheduled)
        First,       ///< refused when there is one
        Retake,      ///< makes the next version
    };
    /// `cause`: "start", "missing", "full", "taken", "retaken". `person` is who asked, at the district or here.
    TakeSnapshot(qint64 participation, Mode mode, const QString &cause, const QString &person)
        : CertificationCommand("TakeSnapshot", Right::TakeSnapshot), m_participation(participation), m_mode(mode), m_cause(cause), m_person(person)
    {
    }
    /// A Certifier's wish from the district: may retake although somebody has signed.
    void allowAfterSignature() { m_afterSignature = true; }
    void plannedFor(qint64 time) { m_plannedAt = time; }
    void perform(Transaction &transaction) override;
    bool wasTaken() const { return m_taken; }
    qint64 number() const { return m_number; }

private:
    void checkMayTake(Transaction &transaction, const ParticipationFacts &facts) const;
    void supersedeEarlier(Transaction &transaction);

    qint64 m_participation;
    Mode m_mode;
    QString m_cause;
    QString m_person;
    qint64 m_plannedAt = 0;
    bool m_afterSignature = false;
    bool m_taken = false;
    qint64 m_number = 0;
};

/// State: makes the snapshots whose planned time has come; a claim in the same transaction makes sure that it happens once,
/// whoever comes first (C-282, C-283, C-285).
class RunScheduledSnapshots : public CertificationCommand
{
public:
    RunScheduledSnapshots() : CertificationCommand("RunScheduledSnapshots", Right::TakeSnapshot) {}
    void perform(Transaction &transaction) override;
    int taken() const { return m_taken; }
    /// Is there anything to do at this time? Cheap; asked before a transaction is opened.
    static bool isDue(Connection &connection, qint64 now);

private:
    int m_taken = 0;
};

} // namespace certdesk
