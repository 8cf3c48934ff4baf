// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connection.h"
#include "models/store/journalblock.h"
#include "models/store/sha256.h"

#include <array>
#include <future>
#include <memory>
#include <vector>

namespace certdesk {

/// One entry of the journal (S-040): append-only, chained by SHA-256 over the previous hash and the entry's content.
struct JournalEntry
{
    qint64 sequence = 0;
    qint64 at = 0; ///< milliseconds since 1970 UTC
    QString person;
    QString command;
    Value batchId;
    QString entity;
    Value recordId;
    qint64 version = 0; ///< of the record after the write (of a removed one: its last); 0 without a record
    QString operation; ///< create, update, remove; empty for entries without a record (a failed sign-in, an export)
    QByteArray fields; ///< JSON: create/remove {"f":v}, update {"f":[before,after]}
    QString reason;
    qint64 sourceRow = 0; ///< row of the file that asked for the change; 0: none
};

/// Writes entries of one transaction; the head row is locked by the constructor, so writers stand in line. Entries are gathered
/// in blocks: while one is hashed on another thread (the chain is half the cost of a bulk load), the next is filled.
class JournalWriter
{
public:
    explicit JournalWriter(Connection &connection);
    ~JournalWriter();
    qint64 append(JournalEntry &entry); ///< gives the entry its number
    /// The same with `fields` in the place of those of the entry, which need not be copied then.
    qint64 append(JournalEntry &entry, QByteArrayView fields);
    /// Entries of new records with neighbouring ids from `firstRecord` on; takes what `content` holds.
    void appendCreates(const JournalEntry &common, qint64 firstRecord, qint64 fieldCount, BlockContent &content);
    qint64 lastSequence() const { return m_sequence; }
    void finish(); ///< writes what is buffered and the head

private:
    struct Buffered
    {
        qint64 sequence = 0;
        qint64 at = 0;
        qint64 version = 0;
        qint64 sourceRow = 0;
        Value batchId;
        Value recordId;
        int person = 0; ///< words
        int command = 0;
        int entity = 0;
        int operation = 0;
        int reason = 0;
        qsizetype begin = 0; ///< of the canonical text
        qsizetype end = 0;
        qsizetype fields = 0; ///< where they begin in it
        qsizetype fieldsLength = 0;
        Sha256 hash{};
    };
    struct Block
    {
        std::vector<Buffered> entries;
        QByteArray text;
    };
    /// The same few words stand in every entry: each is turned into UTF-8 once.
    struct LastWord
    {
        QString text;
        int index = -1;
    };
    int wordOf(LastWord &last, const QString &text);
    void passOn();
    void writeHashed();
    void writeGathered();
    static QByteArray hashBlock(Block &block, QByteArray previous);

    Connection &m_connection;
    std::unique_ptr<BulkInsert> m_insert;
    qint64 m_sequence = 0;
    bool m_isChanged = false;
    QByteArray m_hash;
    std::vector<QByteArray> m_words;
    std::array<LastWord, 5> m_lastWords;
    std::unique_ptr<Block> m_filling;
    std::unique_ptr<Block> m_hashing;
    std::future<QByteArray> m_future; ///< the last hash of m_hashing
};

/// The hash that the chain goes on with.
QByteArray chained(const QByteArray &previous, const JournalEntry &entry);

/// Empty when the chain is whole; else a sentence naming the first altered, missing or reordered entry.
QString verifyJournal(Connection &connection);

} // namespace certdesk
