// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/accounts/signin.h"

#include "models/domain/names.h"
#include "models/store/accounts/password.h"
#include "models/store/transaction.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace certdesk {

namespace {

constexpr qint64 failuresAllowed = 10;
constexpr qint64 firstLockMilliseconds = 15 * 60 * 1000;
constexpr qint64 mostDoublings = 10;

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
        QStringLiteral("SELECT a.id, a.name, a.display_name, a.password_hash, a.staff_id, a.student_id, a.must_change, "
                       "CASE WHEN a.disabled = 1 OR st.status = 'archived' OR su.status = 'archived' THEN 1 ELSE 0 END "
                       "FROM account a LEFT JOIN staff st ON st.id = a.staff_id LEFT JOIN student su ON su.id = a.student_id "
                       "WHERE a.%1 = ?").arg(column));
    statement.query(value);
    Account account;
    if (statement.step())
        account = {statement.integer(0), statement.text(1),         statement.text(2),         statement.text(3),    statement.integer(4),
                   statement.integer(5), statement.integer(6) != 0, statement.integer(7) != 0};
    statement.reset();
    return account;
}

/// A name that nobody has counts failures and locks like any other, so that a lock does not tell which names exist.
qint64 SignIn::lockId(const Account &account, const QString &name)
{
    if (account.id != 0)
        return account.id;
    const QByteArray digest = QCryptographicHash::hash(foldedLogin(name).toUtf8(), QCryptographicHash::Sha256);
    qint64 number = 0;
    for (int i = 0; i < 7; ++i)
        number = number * 256 + static_cast<unsigned char>(digest[i]);
    return -number - 1;
}

Person SignIn::signIn(const QString &name, const QString &password)
{
    const Account account = load(QStringLiteral("name_key"), Value(foldedLogin(name)));
    const qint64 lock = lockId(account, name);
    if (lockOf(lock).until > m_now)
        fail(Error::Kind::Denied, QStringLiteral("LOCKED"), tr("This account is locked after too many wrong passwords."),
             tr("Wait a while, or ask an administrator to unlock it."));
    // An unknown name costs one hash too, so that the answer takes the same time.
    static const QString nobody = hashPassword(QStringLiteral("nobody has this password"));
    const bool matches = passwordMatches(account.hash.isEmpty() ? nobody : account.hash, password) && !account.hash.isEmpty();
    if (!matches) {
        recordFailure(account, lock);
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
    bool ownRows = false;
    auto &roles = m_connection.prepared(QStringLiteral("SELECT role, school_id FROM account_role WHERE account_id = ? ORDER BY role, id"));
    roles.query(Value(account.id));
    while (roles.step()) {
        const QString role = roles.text(0);
        if (!person.roles.contains(role))
            person.roles.append(role);
        if (isOwnRowsRole(role))
            ownRows = true;
        else if (const qint64 school = roles.integer(1))
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
    const qint64 staff = ownRows ? account.staffId : 0;
    const qint64 student = ownRows ? account.studentId : 0;
    if (allSchools)
        person.scope = Scope::allSchools(account.name);
    else if (!schools.isEmpty())
        person.scope = Scope::schools(account.name, schools, staff, student);
    else
        person.scope = Scope::ownRows(account.name, staff, student);
    // Technical staff run the database without seeing pupils (T-048).
    if (!person.may(Right::ViewRoster) && !person.scope.isLimitedToOwnRows())
        person.scope = person.scope.withoutStudents();
    return person;
}

SignIn::Lock SignIn::lockOf(qint64 id)
{
    auto &statement = m_connection.prepared(QStringLiteral("SELECT failures, locked_until FROM account_lock WHERE account_id = ?"));
    statement.query(Value(id));
    Lock lock;
    if (statement.step())
        lock = {statement.integer(0), statement.integer(1)};
    statement.reset();
    return lock;
}

void SignIn::recordFailure(const Account &account, qint64 lock)
{
    if (m_connection.isReadOnly())
        return;
    m_connection.begin();
    Person nobody;
    nobody.name = account.id ? account.name : tr("(unknown)");
    // The journal's head is locked from here on, so that failures at the same moment are all counted.
    Transaction transaction(m_connection, {nobody, QStringLiteral("SignIn"), {}, m_organization, m_now, 0, nullptr});
    transaction.note(QStringLiteral("RefuseSignIn"));
    const qint64 failures = lockOf(lock).failures + 1;
    // Ten failures lock for 15 minutes; each further ten doubles (S-003).
    const qint64 locks = failures % failuresAllowed == 0 ? failures / failuresAllowed : 0;
    const qint64 until = locks > 0 ? m_now + (firstLockMilliseconds << std::min<qint64>(locks - 1, mostDoublings)) : 0;
    m_connection.prepared(QStringLiteral("INSERT INTO account_lock (account_id, failures, locked_until) VALUES (?, ?, ?) "
                                         "ON CONFLICT (account_id) DO UPDATE SET failures = excluded.failures, locked_until = excluded.locked_until"))
        .run(Value(lock), Value(failures), Value(until));
    transaction.finish();
    m_connection.commit();
}

void SignIn::recordSuccess(const Account &account, const QString &password)
{
    const bool rehash = passwordNeedsRehash(account.hash);
    if ((lockOf(account.id).failures == 0 && !rehash) || m_connection.isReadOnly())
        return;
    m_connection.begin();
    m_connection.prepared(QStringLiteral("DELETE FROM account_lock WHERE account_id = ?")).run(Value(account.id));
    if (rehash)
        m_connection.prepared(QStringLiteral("UPDATE account SET password_hash = ? WHERE id = ?")).run(Value(hashPassword(password)), Value(account.id));
    m_connection.commit();
}

} // namespace certdesk
