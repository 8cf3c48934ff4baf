// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statelink/synchronizer.h"
#include "models/store/certification/certificationreader.h"

namespace certdesk {

/// What a district does about its events, for window and command line alike: commands of the signed-in person, the rules, and
/// the link, in the right order. Each act that needs the state synchronises before, and after where it changed something;
/// without a state it does what can be done and says what waits. Belongs to the session's thread; nothing here shows anything.
class CertificationDesk
{
public:
    explicit CertificationDesk(Session &session) : m_session(session) {}

    /// Rows, packages and feed; LINK-NONE without a link, LINK-UNREACHABLE keeps all that waits.
    Result<SyncReport> synchronize(Progress *progress = nullptr);
    /// The same, but a missing or unreachable state is no error: lists show what is here.
    Done synchronizeIfPossible(Progress *progress = nullptr);

    Result<QVector<EventRow>> rows() { return readEventRows(m_session); }
    Result<CertificationDetails> details(qint64 participation) { return readCertification(m_session, participation); }

    /// C-230; with the start-triggered method the first opening in a round also makes the snapshot (C-281).
    Done start(qint64 participation);
    /// Step 1 here, step 2 and 3 at the state; gives the id of the entry in the queue.
    Result<qint64> run(qint64 participation, WizardStep step, const QString &format, Progress *progress = nullptr);
    /// Step 3: takes the snapshot when there is none (or a new one), then queues its report.
    Result<qint64> snapshot(qint64 participation, bool retake, const QString &format, Progress *progress = nullptr);
    /// C-211: the document of a result; this person has viewed it from now on.
    Result<Record> view(qint64 result);

    struct Submission
    {
        QString packageId;
        bool isDelivered = false; ///< false: signed and stored, waits to reach the state (C-508)
        QString message;          ///< for the person
    };
    /// C-254, C-255: runs the rules of step 1 once more, signs, sends.
    Result<Submission> submit(qint64 participation, const QString &comment, Progress *progress = nullptr);
    /// C-092.
    Done send(qint64 participation);
    /// C-090, C-091.
    Done withdraw(qint64 participation, const QString &reason);
    Result<Submission> requestRecertification(qint64 participation, const QString &reason);
    Done cancelRequest(qint64 participation);

private:
    Result<std::unique_ptr<Session>> programSession();
    Result<qint64> stateId(qint64 participation);
    Result<RecordResult::Input> runHere(qint64 participation, const QString &format, Progress *progress);
    Done refuseUnlessOpen(qint64 participation, WizardStep step);
    Done refuseUnlessMember(qint64 participation, bool certifier);
    Done apply(Command &command);
    Result<Submission> deliver(const QString &packageId, Progress *progress);

    Session &m_session;
};

/// A synchronisation on sessions of its own, for any thread: what a window's timer calls (C-384). LINK-NONE without a link.
Result<SyncReport> synchronizeDatabase(const DatabaseUrl &district, Progress *progress = nullptr);

/// The planned snapshots that are due at the state, made by whoever opens its database (C-285). Gives their number.
Result<int> runDueSnapshots(Session &state);

} // namespace certdesk
