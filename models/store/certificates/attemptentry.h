// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certificates/attemptcommands.h"

namespace certdesk {

/// What entering and editing an attempt have in common, inside a transaction: rights to the row, filling, the rules of
/// severity REFUSE. Throws StoreFailure.
class AttemptEntry
{
public:
    explicit AttemptEntry(Transaction &transaction) : m_transaction(transaction) {}

    /// Applies the fields to `row`; "exam_date" as a word stands for the three exam fields.
    void apply(Record &row, const AttemptFields &fields) const;
    /// Fills and checks `row` that was `before`; fails with the first refusal.
    AttemptFill prepared(Record row, const Record &before) const;
    /// Of another person: only with the right to edit all.
    void requireOwnOrRight(const Record &row) const;
    void storeEdited(const Record &before, AttemptFill &fill, bool confirmed) const;
    Record attempt(qint64 id) const { return m_transaction.get(EntityKind::Attempt, id); }
    /// Who last wrote a key field of the row (T-053): from the journal.
    QString enterer(const Record &row) const;
    qint64 nextRowNumber() const;

private:
    void requireAutomaticRight(const Record &filledAlone, const Record &row, const Record &before) const;
    void requireAssigned(const Record &row, const Record &before) const;

    Transaction &m_transaction;
};

} // namespace certdesk
