// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/accounts/signin.h"

#include "models/domain/names.h"
#include "models/store/accounts/password.h"
#include "models/store/transaction.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

constexpr qint64 failuresAllowed = 10;
constexpr qint64 firstLockMilliseconds = 15 * 60 * 1000;

QString tr(const char *text)
{
    return QCoreApplication::translate("SignIn", text);
}

[[noreturn]] void refuse()
{
    fail(Error::Kind::Denied, QStringLiteral("SIGN-IN"), tr("The name or the password is not right."),
         tr("Try again, or ask an administrator for a new password."));
}

} // namespace

SignIn::Account SignIn::load(const QString &column, const Value &value)
{
    auto &statement = m_connection.prepared(
        QStringLiteral("SELECT a.id, a.name, a.display_name, a.password_hash, a.staff_id, a.student_id, a.must_change, a.disabled, "
                       "COALESCE(l.failures, 0), COALESCE(l.locked_until, 0) FROM account a "
                       "LEFT JOIN account_lock l ON l.account_id = a.id WHERE a.%1 = ?").arg(column));
    statement.query(value);
    Account account;
    if (statement.step())
        account = {statement.integer(0), statement.text(1),         statement.text(2),         statement.text(3),    statement.integer(4),
                   statement.integer(5), statement.integer(6) != 0, statement.integer(7) != 0, statement.integer(8), statement.integer(9)};
    statement.reset();
    return account;
}

Person SignIn::signIn(const QString &name, const QString &password)
{
    const Account account = load(QStringLiteral("name_key"), Value(foldedLogin(name)));
    if (account.id != 0 && account.lockedUntil > m_now)
        fail(Error::Kind::Denied, QStringLiteral("LOCKED"), tr("This account is locked after too many wrong passwords."),
             tr("Wait a while, or ask an administrator to unlock it."));
    // An unknown name costs one hash too, so that the answer takes the same time.
    static const QString nobody = hashPassword(QStringLiteral("nobody has this password"));
    const bool matches = passwordMatches(account.hash.isEmpty() ? nobody : account.hash, password) && !account.hash.isEmpty();
    if (!matches) {
        recordFailure(account);
        refuse();
    }
    if (account.disabled)
        fail(Error::Kind::Denied, QStringLiteral("DISABLED"), tr("This account is disabled."), tr("Ask an administrator."));
    recordSuccess(account, password);
    return personOf(account);
}

Person SignIn::reload(const Person &person)
{
    const Account account = load(QStringLiteral("id"), Value(person.accountId));
    if (account.id == 0 || account.disabled)
        fail(Error::Kind::Denied, QStringLiteral("DISABLED"), tr("This account is disabled."), tr("Ask an administrator."));
    return personOf(account);
}

Person SignIn::personOf(const Account &account)
{
    Person person;
    person.accountId = account.id;
    person.name = account.name;
    person.displayName = account.displayName.isEmpty() ? account.name : account.displayName;
    person.mustChangePassword = account.mustChange;
    QSet<qint64> schools;
    bool allSchools = false;
    auto &roles = m_connection.prepared(QStringLiteral("SELECT role, school_id FROM account_role WHERE account_id = ? ORDER BY role, id"));
    roles.query(Value(account.id));
    while (roles.step()) {
        const QString role = roles.text(0);
        if (!person.roles.contains(role))
            person.roles.append(role);
        if (isOwnRowsRole(role))
            continue;
        if (const qint64 school = roles.integer(1))
            schools.insert(school);
        else
            allSchools = true;
    }
    roles.reset();
    auto &rights = m_connection.prepared(QStringLiteral("SELECT DISTINCT r.right_name FROM role_right r JOIN account_role a ON a.role = r.role "
                                                        "WHERE a.account_id = ?"));
    rights.query(Value(account.id));
    while (rights.step()) {
        if (const int right = rightFromName(rights.text(0)); right >= 0)
            person.rights.insert(right);
    }
    rights.reset();
    if (allSchools)
        person.scope = Scope::allSchools(account.name);
    else if (!schools.isEmpty())
        person.scope = Scope::schools(account.name, schools);
    else
        person.scope = Scope::ownRows(account.name, account.staffId, account.studentId);
    return person;
}

void SignIn::recordFailure(const Account &account)
{
    m_connection.begin();
    Person nobody;
    nobody.name = account.id ? account.name : tr("(unknown)");
    Transaction transaction(m_connection, {nobody, QStringLiteral("SignIn"), {}, m_organization, m_now, 0, nullptr});
    transaction.note(QStringLiteral("RefuseSignIn"));
    if (account.id) {
        const qint64 failures = account.failures + 1;
        // Ten failures lock for 15 minutes; each further ten doubles (S-003).
        const qint64 locks = failures % failuresAllowed == 0 ? failures / failuresAllowed : 0;
        const qint64 until = locks > 0 ? m_now + (firstLockMilliseconds << std::min<qint64>(locks - 1, 10)) : 0;
        m_connection.prepared(QStringLiteral("INSERT INTO account_lock (account_id, failures, locked_until) VALUES (?, ?, ?) "
                                             "ON CONFLICT (account_id) DO UPDATE SET failures = excluded.failures, locked_until = excluded.locked_until"))
            .run(Value(account.id), Value(failures), Value(until));
    }
    transaction.finish();
    m_connection.commit();
}

void SignIn::recordSuccess(const Account &account, const QString &password)
{
    const bool rehash = passwordNeedsRehash(account.hash);
    if ((account.failures == 0 && !rehash) || m_connection.isReadOnly())
        return;
    m_connection.begin();
    m_connection.prepared(QStringLiteral("DELETE FROM account_lock WHERE account_id = ?")).run(Value(account.id));
    if (rehash)
        m_connection.prepared(QStringLiteral("UPDATE account SET password_hash = ? WHERE id = ?")).run(Value(hashPassword(password)), Value(account.id));
    m_connection.commit();
}

} // namespace certdesk
