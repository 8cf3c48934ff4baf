// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/createpipeline.h"
#include "models/store/journalblock.h"
#include "models/store/transaction.h"

namespace certdesk {

/// Journals the creates of one kind: many new records with neighbouring ids as blocks, few or returning ones each by itself.
class CreateJournal
{
public:
    CreateJournal(Transaction &transaction, EntityKind kind, qint64 expected) : m_transaction(transaction), m_kind(kind), m_usesBlocks(expected >= smallestBlock) {}
    void add(const CreatedRow &row);
    void finish();

    static constexpr qint64 smallestBlock = 256;

private:
    Transaction &m_transaction;
    EntityKind m_kind;
    bool m_usesBlocks;
    BlockContent m_content;
    qint64 m_first = 0;
    qint64 m_next = 0;
};

} // namespace certdesk
