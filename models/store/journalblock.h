// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/store/connection.h"

#include <functional>
#include <optional>

namespace certdesk {

/// Journal entries of many new records with neighbouring ids, kept as one row (S-040). An entry of a block has its own number,
/// record, file row and the hash of what was written; the fields themselves are not written down a second time: they are what
/// the record holds now, taken back through its later entries (createdRecord). Only records that never were there before stand
/// in blocks, so the block is the first that the journal says about each of them.
struct JournalBlock
{
    qint64 sequence = 0; ///< of the first entry
    qint64 lastSequence = 0;
    qint64 at = 0;
    QString person;
    QString command;
    Value batchId;
    QString entity;
    qint64 firstRecord = 0;
    qint64 fieldCount = 0; ///< that the kind had then: with others, hashes are other ones
    QString reason;
    QByteArray hash; ///< SHA-256 over the hash before and all that stands here
    QByteArray content;

    qint64 count() const { return lastSequence - sequence + 1; }
    qint64 lastRecord() const { return firstRecord + count() - 1; }
    qint64 sequenceOf(qint64 record) const { return sequence + record - firstRecord; }
    bool holds(qint64 record) const { return record >= firstRecord && record <= lastRecord(); }
};

/// Puts the content of a block together: hash of the row (16 bytes) and row of the file, entry by entry.
class BlockContent
{
public:
    void add(QByteArrayView rowHash, qint64 sourceRow);
    qint64 count() const { return m_count; }
    QByteArray take();

private:
    QByteArray m_bytes;
    qint64 m_count = 0;
    qint64 m_lastRow = 0;
};

/// Walks the entries of a block in order.
class BlockEntries
{
public:
    explicit BlockEntries(const JournalBlock &block) : m_block(block), m_record(block.firstRecord - 1) {}
    bool next(); ///< false at the end, also of content that is damaged
    qint64 record() const { return m_record; }
    qint64 sequence() const { return m_block.sequenceOf(m_record); }
    QByteArrayView rowHash() const { return m_hash; }
    qint64 sourceRow() const { return m_row; }

private:
    const JournalBlock &m_block;
    qsizetype m_place = 0;
    qint64 m_record;
    qint64 m_row = 0;
    QByteArrayView m_hash;
};

/// The hash that the chain goes on with.
QByteArray chained(const QByteArray &previous, const JournalBlock &block);
void insertBlock(Connection &connection, const JournalBlock &block);
/// Blocks that meet a condition on `t`, oldest first, one at a time.
void eachBlock(Connection &connection, const QString &condition, const QVector<Value> &values, const std::function<void(const JournalBlock &)> &take);
/// The one that created this record.
std::optional<JournalBlock> blockOf(Connection &connection, EntityKind kind, qint64 id);
/// The fields with which a record of a block was created (without secret ones).
Record createdRecord(Connection &connection, EntityKind kind, qint64 id);

} // namespace certdesk
