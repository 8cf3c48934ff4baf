// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statelink/districtlink.h"

#include <functional>

namespace certdesk {

/// What one synchronisation did.
struct SyncReport
{
    qint64 sent = 0;    ///< rows taken over by the state
    qint64 removed = 0; ///< of these, removals
    qint64 received = 0; ///< rows of the state's feed
    qint64 signOffs = 0; ///< packages delivered
    qint64 requests = 0;
    qint64 waiting = 0; ///< rows that still wait
    QStringList problems; ///< rows and packages the state refused, in words
};

/// One line of the Verification Summary (C-396).
struct Verification
{
    EntityKind kind = EntityKind::None;
    qint64 atDistrict = 0;
    qint64 atState = 0;
    qint64 equal = 0;
    qint64 waiting = 0;
    QVector<qint64> missing;   ///< district ids not at the state
    QVector<qint64> different; ///< district ids with other content
    QVector<qint64> onlyState; ///< district ids gone here; negative: never sent from here
};

/// Exchanges with the state over any transport: changed rows and packages out, the state's feed in (C-384). Acts as the
/// program on a session of its own; belongs to one thread. The window calls it by timer and after commits, the command line
/// before and after commands that need the state.
class Synchronizer
{
public:
    /// `district` is opened a second time for the program; the link outlives this object.
    Synchronizer(const DatabaseUrl &district, StateLink &link) : m_url(district), m_link(link) {}

    /// Everything: rows, then packages, then the feed. Unreachable: an error, and all that waits stays.
    Result<SyncReport> synchronize(Progress *progress = nullptr);
    /// Only what the state has for us.
    Result<SyncReport> pull();
    /// Rows that wait to be sent.
    Result<qint64> waiting();

    Result<QVector<Verification>> compare(Progress *progress = nullptr);
    /// Batch Resync (C-390): sends what differs; `kind` None: everything. With `full` also removes rows that only the state has.
    Result<SyncReport> resync(EntityKind kind, bool full, Progress *progress = nullptr);

private:
    Done open();
    Done greet();
    Done pushChanges(SyncReport &report, Progress *progress);
    Done pushAll(QVector<ExchangedRow> rows, SyncReport &report, Progress *progress);
    Done pushBatch(QVector<ExchangedRow> rows, QVector<ExchangedRow> &later, SyncReport &report);
    Done deliverPackages(SyncReport &report);
    Done pullFeed(SyncReport &report);
    Result<Verification> verify(EntityKind kind);

    DatabaseUrl m_url;
    StateLink &m_link;
    std::unique_ptr<Session> m_session;
};

} // namespace certdesk
