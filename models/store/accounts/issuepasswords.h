// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/batch.h"

namespace certdesk {

/// One password that is given out: to an account, or to a person who gets an account with it.
struct IssuedPassword
{
    qint64 account = 0; ///< 0: a new one
    qint64 version = 0;
    QString hash;
    bool mustChange = true;
    // of a new account
    EntityKind person = EntityKind::Student; ///< or Staff
    qint64 personId = 0;
    QString name;
    QString displayName;
    QString email;
    QString role;
};

/// Gives many people new passwords in one batch. Present ones stop working at once; the batch keeps the hashes that were
/// there before, and an undo puts them back unless the owner has changed the password since. Which accounts is the
/// plan's affair: those of people in the person's scope.
class IssuePasswords : public Command
{
public:
    IssuePasswords(const BatchInfo &batch, const QVector<IssuedPassword> &passwords, const QString &reason)
        : m_batch(batch), m_passwords(passwords), m_reason(reason)
    {
    }
    QString name() const override { return QStringLiteral("IssuePasswords"); }
    Right right() const override { return Right::BatchOperations; }
    QString reason() const override { return m_reason; }
    void perform(Transaction &transaction) override;
    qint64 batchId() const { return m_batch.id; }

private:
    BatchInfo m_batch;
    QVector<IssuedPassword> m_passwords;
    QString m_reason;
};

/// The changes that make an account with its role, for batches of any kind (an import of students makes theirs with it too).
QVector<RowChange> newAccountChanges(const IssuedPassword &password, qsizetype changesBefore);

/// A password of a batch that an undo puts back.
struct PasswordReturn
{
    qint64 issue = 0; ///< row that kept the earlier hash
    qint64 account = 0;
};

/// What an undo of the batch does with its passwords: those of accounts that still have what the batch gave. The others were
/// changed by their owners and stay; `changed` gets their accounts.
QVector<PasswordReturn> passwordReturns(Connection &connection, qint64 batch, QVector<qint64> &changed);
/// Inside the undo's transaction, after its record changes.
void returnPasswords(Transaction &transaction, const QVector<PasswordReturn> &returns, qint64 undoBatch);

} // namespace certdesk
