// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/journal.h"

#include <QCoreApplication>
#include <QHash>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Journal", text);
}

constexpr qint64 entriesAtOnce = 10000;

JournalEntry readEntry(const Statement &row)
{
    JournalEntry entry;
    entry.sequence = row.integer(0);
    entry.at = row.integer(1);
    entry.person = row.text(2);
    entry.command = row.text(3);
    entry.batchId = row.value(4);
    entry.entity = row.text(5);
    entry.recordId = row.value(6);
    entry.operation = row.text(7);
    entry.version = row.integer(8);
    entry.fields = row.text(9).toUtf8();
    entry.reason = row.text(10);
    entry.sourceRow = row.integer(11);
    return entry;
}

/// Follows entries and blocks of entries in the order of their numbers; every step answers a sentence, or nothing.
class ChainWalk
{
public:
    explicit ChainWalk(Connection &connection) : m_connection(connection) {}

    QString run()
    {
        for (bool more = true; more;) {
            const qint64 before = m_sequence;
            if (const QString broken = walkEntries(); !broken.isEmpty())
                return broken;
            if (const QString broken = walkBlocks(); !broken.isEmpty())
                return broken;
            more = m_sequence > before;
        }
        auto &head = m_connection.prepared(QStringLiteral("SELECT sequence, hash FROM journal_head WHERE one = 1"));
        const bool whole = head.step() ? head.integer(0) == m_sequence && (m_sequence == 0 || head.bytes(1) == m_hash) : m_sequence == 0;
        head.reset();
        return whole ? QString() : tr("The newest journal entries after %1 are missing.").arg(m_sequence);
    }

private:
    QString walkEntries()
    {
        auto statement = m_connection.prepare(QStringLiteral("SELECT sequence, at, person, command, batch_id, entity, record_id, operation, version, fields, reason, source_row, hash "
                                                             "FROM journal WHERE sequence > ? ORDER BY sequence LIMIT ?"));
        statement->query(Value(m_sequence), Value(entriesAtOnce));
        while (statement->step()) {
            const JournalEntry entry = readEntry(*statement);
            if (entry.sequence != m_sequence + 1) {
                if (const QString broken = walkBlocks(); !broken.isEmpty())
                    return broken;
            }
            if (entry.sequence != ++m_sequence)
                return tr("Journal entry %1 is missing.").arg(m_sequence);
            m_hash = chained(m_hash, entry);
            if (m_hash != statement->bytes(12))
                return tr("Journal entry %1 was altered or moved.").arg(m_sequence);
        }
        return {};
    }

    QString walkBlocks()
    {
        for (bool more = true; more;) {
            more = false;
            QString broken;
            eachBlock(m_connection, QStringLiteral("sequence = ?"), {Value(m_sequence + 1)}, [&](const JournalBlock &block) {
                broken = takeBlock(block);
                more = broken.isEmpty();
            });
            if (!broken.isEmpty())
                return broken;
        }
        return {};
    }

    QString takeBlock(const JournalBlock &block)
    {
        const qint64 altered = firstOtherThanStored(block);
        const QByteArray hash = chained(m_hash, block);
        if (altered != 0)
            return tr("Journal entry %1 was altered or moved.").arg(altered);
        if (hash != block.hash)
            return tr("Journal entries %1 to %2: one of them was altered or moved.").arg(block.sequence).arg(block.lastSequence);
        m_hash = hash;
        m_sequence = block.lastSequence;
        return {};
    }

    /// Number of the first entry whose record, unchanged since, is not what the entry says; 0 when there is none.
    qint64 firstOtherThanStored(const JournalBlock &block)
    {
        const auto kind = entityKindFromName(block.entity);
        if (!kind || block.fieldCount != entityDef(*kind).fields.size())
            return 0;
        QHash<qint64, QByteArray> stored;
        auto &rows = m_connection.prepared(QStringLiteral("SELECT id, hash FROM %1 WHERE id BETWEEN ? AND ? AND version = 1").arg(QLatin1String(entityDef(*kind).table)));
        rows.query(Value(block.firstRecord), Value(block.lastRecord()));
        while (rows.step())
            stored.insert(rows.integer(0), rows.bytes(1));
        rows.reset();
        BlockEntries entries(block);
        while (entries.next()) {
            const auto row = stored.constFind(entries.record());
            if (row != stored.cend() && *row != entries.rowHash())
                return entries.sequence();
        }
        return entries.record() == block.lastRecord() ? 0 : entries.sequence() + 1;
    }

    Connection &m_connection;
    qint64 m_sequence = 0; ///< followed so far
    QByteArray m_hash = QByteArray("-");
};

} // namespace

QString verifyJournal(Connection &connection)
{
    return ChainWalk(connection).run();
}

} // namespace certdesk
