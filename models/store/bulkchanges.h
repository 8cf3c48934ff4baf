// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/stagedindexes.h"
#include "models/store/transaction.h"

#include <QSet>

namespace certdesk {

/// Applies a set of wanted changes inside a transaction, many rows at a time. What is observed is the order of the set, with
/// one liberty: neighbouring creates and updates are gathered, and of these the updates are written first (they may free a
/// key that a create takes; a create frees none), unless an update refers to a record that is still to be created.
class BulkChanges
{
public:
    explicit BulkChanges(Transaction &transaction) : m_transaction(transaction), m_indexes(transaction.connection()) {}
    /// Ids of the records created, by position; 0 for other operations.
    QVector<qint64> apply(const QVector<RowChange> &changes);

private:
    void giveIds();
    void fill(Record &record, const RowChange &change) const;
    bool refersToPending(const RowChange &change) const;
    void flushWrites();
    void flushRemoves();
    void create(EntityKind kind);
    void requireOwnStudent(const RowChange &change);
    void update(EntityKind kind);
    void updateChunk(EntityKind kind, const QVector<qsizetype> &positions);
    QHash<qint64, Record> load(EntityKind kind, const QVector<qsizetype> &positions);
    void checkKeysAreFree(EntityKind kind, const std::vector<qsizetype> &positions);
    void tick();

    struct Written
    {
        Record record;
        QVector<int> columns;
    };
    void writeRow(const Record &record, qint64 before, const QVector<int> &columns);
    void writeRows(const QVector<Written> &rows);

    Transaction &m_transaction;
    StagedIndexes m_indexes;
    const QVector<RowChange> *m_changes = nullptr;
    QVector<qint64> m_ids;
    QVector<qsizetype> m_creates;
    QVector<qsizetype> m_updates;
    QVector<qsizetype> m_removes;
    QSet<RecordRef> m_pendingUpdates;
    QSet<RecordRef> m_pendingReturns; ///< removed records that come back with their id
    qint64 m_done = 0;
};

} // namespace certdesk
