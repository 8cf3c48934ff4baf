// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/netchange.h"
#include "models/store/undo.h"

#include <QSet>

namespace certdesk {

/// Works out an undo: reads what the batch wrote from the journal (net, a record), compares it with what is there, and lists
/// the changes that put it back. Reads only. Throws StoreFailure.
class UndoPlanner
{
public:
    UndoPlanner(Connection &connection, const UndoOptions &options, Progress *progress)
        : m_connection(connection), m_options(options), m_progress(progress)
    {
    }
    UndoPlan plan(const BatchInfo &batch);

private:
    void select();
    std::optional<Record> stored(EntityKind kind, qint64 id);

    void proposeRemoval(NetChange &net);
    void planReturn(NetChange &net);
    void planReverts(NetChange &net);
    void planRemovals();
    void dropReferenced(EntityKind kind, QHash<qint64, int> &leaving);
    void emitRemoval(const NetChange &net);

    bool targetExists(const FieldDef &field, const Value &value);
    qint64 holderOf(const Record &record);
    const UndoChoice *choiceFor(const NetChange &net, int field) const;
    bool revertsAnyway(const NetChange &net, int field) const;
    bool conflict(UndoConflict::Cause cause, const NetChange &net, const NetField &field);
    void nameLaterWriter(UndoConflict &conflict, qint64 after);
    void finish();
    void tick();

    Connection &m_connection;
    const UndoOptions &m_options;
    Progress *m_progress;
    UndoPlan m_plan;
    QVector<NetChange> m_nets;
    QHash<RecordRef, int> m_places;
    QHash<EntityKind, QHash<qint64, int>> m_leaving; ///< created records that shall go: id → net
    QSet<RecordRef> m_returning;
    QHash<RecordRef, QSet<int>> m_reverted; ///< fields that are put back
    QSet<RecordRef> m_kept;
    QVector<QPair<qint64, RowChange>> m_changes; ///< with the last sequence, which gives the order
    bool m_somethingStays = false;
    qint64 m_done = 0;
};

} // namespace certdesk
