// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    struct NetField
    {
        int field = 0;
        Value before;
        Value after;
    };
    /// What the batch made of one record, from its first entry to its last.
    struct Net
    {
        EntityKind kind = EntityKind::None;
        qint64 id = 0;
        qint64 lastSequence = 0;
        qint64 lastVersion = 0;
        qint64 sourceRow = 0;
        bool existedBefore = true;
        bool existsAfter = true;
        bool selected = true;
        qint64 nowVersion = 0; ///< 0: not there
        QVector<NetField> fields;
    };

    void readJournal(qint64 batch);
    void addEntry(Net &net, const QString &operation, const QByteArray &fields, bool isFirst);
    void readVersions();
    void readVersionsOf(EntityKind kind, const QVector<int> &nets);
    std::optional<Record> stored(EntityKind kind, qint64 id);

    void proposeRemoval(Net &net);
    void planReturn(Net &net);
    void planReverts(Net &net);
    void planRemovals();
    void dropReferenced(EntityKind kind, QHash<qint64, int> &leaving);
    void emitRemoval(const Net &net);

    bool targetExists(const FieldDef &field, const Value &value);
    qint64 holderOf(const Record &record);
    bool revertsAnyway(const Net &net, int field) const;
    bool conflict(UndoConflict::Cause cause, const Net &net, const NetField &field);
    void nameLaterWriter(UndoConflict &conflict, qint64 after);
    void finish();
    void tick();

    Connection &m_connection;
    const UndoOptions &m_options;
    Progress *m_progress;
    UndoPlan m_plan;
    QVector<Net> m_nets;
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
