// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rights.h"
#include "models/store/transaction.h"

namespace certdesk {

/// One wish of a person. Session::apply checks the right, opens the transaction, calls perform() and commits; a
/// StoreFailure thrown by perform() rolls everything back. Commands hold their input and, afterwards, their result.
class Command
{
public:
    virtual ~Command() = default;
    /// The imperative that stands in the journal: "EditAttempt".
    virtual QString name() const = 0;
    virtual Right right() const = 0;
    /// False only where everybody may: then a signed-in person with an enabled account is enough.
    virtual bool needsRight() const { return true; }
    virtual QString reason() const { return {}; }
    virtual void perform(Transaction &transaction) = 0;
};

/// A plain set of record changes, optionally recorded as a batch that can be undone.
class ApplyChanges : public Command
{
public:
    ApplyChanges(const QString &name, Right right, const QVector<RowChange> &changes) : m_name(name), m_right(right), m_changes(changes) {}
    QString name() const override { return m_name; }
    Right right() const override { return m_right; }
    void perform(Transaction &transaction) override { m_ids = transaction.apply(m_changes); }
    const QVector<qint64> &createdIds() const { return m_ids; }

private:
    QString m_name;
    Right m_right;
    QVector<RowChange> m_changes;
    QVector<qint64> m_ids;
};

} // namespace certdesk
