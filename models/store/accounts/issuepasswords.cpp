// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/accounts/issuepasswords.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

constexpr qsizetype idsAStatement = 500;
const QStringList issueColumns = QStringLiteral("id batch_id account_id hash_before must_change_before hash_after").split(QLatin1Char(' '));

struct Kept
{
    Value hash;
    Value mustChange;
};

QHash<qint64, Kept> presentPasswords(Connection &connection, const QVector<qint64> &accounts)
{
    QHash<qint64, Kept> present;
    for (qsizetype from = 0; from < accounts.size(); from += idsAStatement) {
        const QVector<qint64> chunk = accounts.mid(from, idsAStatement);
        auto &rows = connection.prepared(QStringLiteral("SELECT id, password_hash, must_change FROM account WHERE id IN (%1)")
                                             .arg(QStringList(chunk.size(), QStringLiteral("?")).join(QLatin1Char(','))));
        for (qsizetype i = 0; i < chunk.size(); ++i)
            rows.bind(static_cast<int>(i) + 1, Value(chunk[i]));
        while (rows.step())
            present.insert(rows.integer(0), {rows.value(1), rows.value(2)});
        rows.reset();
    }
    return present;
}

void keepPasswords(Transaction &transaction, qint64 batch, const QVector<QPair<qint64, Value>> &given)
{
    if (given.isEmpty())
        return;
    QVector<qint64> accounts;
    for (const auto &[account, hash] : given)
        accounts.append(account);
    const QHash<qint64, Kept> present = presentPasswords(transaction.connection(), accounts);
    qint64 id = transaction.reserveIds(QStringLiteral("password_issue"), given.size());
    BulkInsert rows(transaction.connection(), QStringLiteral("password_issue"), issueColumns);
    for (const auto &[account, hash] : given) {
        rows.put(Value(id++));
        rows.put(Value(batch));
        rows.put(Value(account));
        rows.put(present.value(account).hash);
        rows.put(present.value(account).mustChange);
        rows.put(hash);
        rows.endRow();
    }
    rows.finish();
}

/// The plan's people are looked at again with the eyes of the person, before the accounts are written with all rights.
void requirePeople(Transaction &transaction, const QVector<IssuedPassword> &passwords)
{
    if (transaction.person().scope.seesEverything())
        return;
    for (const IssuedPassword &password : passwords) {
        if (password.personId != 0)
            transaction.get(password.person, password.personId);
    }
}

} // namespace

QVector<RowChange> newAccountChanges(const IssuedPassword &password, qsizetype changesBefore)
{
    const EntityDef &account = entityDef(EntityKind::Account);
    const EntityDef &role = entityDef(EntityKind::AccountRole);
    const bool isStudent = password.person == EntityKind::Student;
    RowChange made{RowChange::Operation::Create, EntityKind::Account, 0, 0,
                   {{account.index("name"), Value(password.name)},
                    {account.index("display_name"), Value(password.displayName)},
                    {account.index(isStudent ? "student_id" : "staff_id"), Value(password.personId)},
                    {account.index("password_hash"), Value(password.hash)},
                    {account.index("must_change"), Value::flag(password.mustChange)}}};
    if (!password.email.isEmpty())
        made.fields.append({account.index("email"), Value(password.email)});
    const RowChange grant{RowChange::Operation::Create, EntityKind::AccountRole, 0, 0,
                          {{role.index("account_id"), Value(-(changesBefore + 1))}, {role.index("role"), Value(password.role)}}};
    return {made, grant};
}

void IssuePasswords::perform(Transaction &transaction)
{
    requirePeople(transaction, m_passwords);
    const Transaction::WholeScope wholeScope(transaction);
    openBatch(transaction, m_batch);
    const EntityDef &def = entityDef(EntityKind::Account);
    QVector<RowChange> changes;
    QVector<QPair<qint64, Value>> given;
    for (const IssuedPassword &password : std::as_const(m_passwords)) {
        if (password.account == 0) {
            changes += newAccountChanges(password, changes.size());
            continue;
        }
        given.append({password.account, Value(password.hash)});
        changes.append({RowChange::Operation::Update, EntityKind::Account, password.account, password.version,
                        {{def.index("password_hash"), Value(password.hash)}, {def.index("must_change"), Value::flag(password.mustChange)}}});
    }
    keepPasswords(transaction, m_batch.id, given);
    transaction.apply(changes);
    for (const auto &[account, hash] : std::as_const(given))
        transaction.connection().prepared(QStringLiteral("DELETE FROM account_lock WHERE account_id = ?")).run(Value(account));
}

QVector<PasswordReturn> passwordReturns(Connection &connection, qint64 batch, QVector<qint64> &changed)
{
    QVector<PasswordReturn> returns;
    auto &rows = connection.prepared(QStringLiteral("SELECT p.id, p.account_id, CASE WHEN a.password_hash = p.hash_after OR "
                                                    "(a.password_hash IS NULL AND p.hash_after IS NULL) THEN 1 ELSE 0 END FROM password_issue p "
                                                    "JOIN account a ON a.id = p.account_id WHERE p.batch_id = ? AND COALESCE(p.withdrawn, 0) = 0 ORDER BY p.id"));
    rows.query(Value(batch));
    while (rows.step()) {
        if (rows.integer(2) != 0)
            returns.append({rows.integer(0), rows.integer(1)});
        else
            changed.append(rows.integer(1));
    }
    rows.reset();
    return returns;
}

void returnPasswords(Transaction &transaction, const QVector<PasswordReturn> &returns, qint64 undoBatch)
{
    if (returns.isEmpty())
        return;
    const Transaction::WholeScope wholeScope(transaction);
    Connection &connection = transaction.connection();
    // Whether it has to be changed stands in the journal and is back already.
    QHash<qint64, Value> earlier;
    QVector<QPair<qint64, Value>> given;
    for (const PasswordReturn &one : returns) {
        auto &row = connection.prepared(QStringLiteral("SELECT hash_before FROM password_issue WHERE id = ?")).query(Value(one.issue));
        if (row.step())
            earlier.insert(one.account, row.value(0));
        row.reset();
        given.append({one.account, earlier.value(one.account)});
    }
    keepPasswords(transaction, undoBatch, given);
    for (const PasswordReturn &one : returns) {
        Record account = transaction.get(EntityKind::Account, one.account);
        account.set("password_hash", earlier.value(one.account));
        transaction.update(account);
        connection.prepared(QStringLiteral("UPDATE password_issue SET withdrawn = 1 WHERE id = ?")).run(Value(one.issue));
    }
}

} // namespace certdesk
