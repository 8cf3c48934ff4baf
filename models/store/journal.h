// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connection.h"

#include <memory>

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

/// Writes entries of one transaction; the head row is locked by the constructor, so writers stand in line.
class JournalWriter
{
public:
    explicit JournalWriter(Connection &connection);
    ~JournalWriter();
    qint64 append(JournalEntry &entry); ///< gives the entry its number
    qint64 lastSequence() const { return m_sequence; }
    void finish(); ///< writes what is buffered and the head

private:
    Connection &m_connection;
    std::unique_ptr<BulkInsert> m_insert;
    qint64 m_sequence = 0;
    QByteArray m_hash;
};

/// Empty when the chain is whole; else a sentence naming the first altered, missing or reordered entry.
QString verifyJournal(Connection &connection);

} // namespace certdesk
