// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/intake/newaccounts.h"

#include "models/domain/names.h"
#include "models/operations/passphrases.h"
#include "models/operations/passwordmaker.h"
#include "models/store/accounts/accountnames.h"
#include "models/store/accounts/password.h"

namespace certdesk {

namespace {

/// A person that the plan creates.
struct NewPerson
{
    EntityKind kind = EntityKind::None;
    qint64 reference = 0; ///< negative position of its create
    qint64 row = 0;
    QString email;
    NewLogin login;
};

QString textOf(const RowChange &change, const char *name)
{
    const int wanted = entityDef(change.kind).find(QLatin1String(name));
    for (const FieldValue &field : change.fields) {
        if (field.field == wanted)
            return field.value.text();
    }
    return {};
}

QVector<NewPerson> newPeople(const ImportPlan &plan)
{
    QVector<NewPerson> people;
    for (int i = 0; i < plan.changes.size(); ++i) {
        const RowChange &change = plan.changes[i];
        if (change.operation != RowChange::Operation::Create || (change.kind != EntityKind::Student && change.kind != EntityKind::Staff))
            continue;
        people.append({change.kind, -(i + 1), change.sourceRow, textOf(change, "email"),
                       {textOf(change, "login"), textOf(change, "last_name"), textOf(change, "first_name"), textOf(change, "grade"), {}}});
    }
    return people;
}

/// Takes out whoever gets no account and counts them.
Result<QVector<NewPerson>> candidates(Session &session, const ImportPlan &plan, NewAccounts &accounts)
{
    const auto taken = accountNames(session);
    if (!taken)
        return tl::unexpected(taken.error());
    QVector<NewPerson> people = newPeople(plan);
    people.removeIf([&](const NewPerson &person) {
        if (person.login.login.isEmpty())
            return ++accounts.withoutLogin > 0;
        return taken->contains(foldedLogin(person.login.login)) && ++accounts.existing > 0;
    });
    for (const NewPerson &person : std::as_const(people))
        accounts.logins.append(person.login);
    return people;
}

int wordsFor(const NewPerson &person)
{
    return passphraseLength(person.kind == EntityKind::Student ? person.login.grade : QString());
}

RowChange create(EntityKind kind, qint64 row, const QVector<QPair<const char *, Value>> &values)
{
    RowChange change{RowChange::Operation::Create, kind, 0, 0, {}, row};
    for (const auto &[name, value] : values) {
        if (!value.isEmpty())
            change.fields.append({entityDef(kind).index(name), value});
    }
    return change;
}

} // namespace

Result<NewAccounts> countAccounts(Session &session, const ImportPlan &plan)
{
    NewAccounts accounts;
    const auto people = candidates(session, plan, accounts);
    if (!people)
        return tl::unexpected(people.error());
    return accounts;
}

Result<NewAccounts> planAccounts(Session &session, const ImportPlan &plan, const PasswordWish &wish, Progress *progress)
{
    if (const Done allowed = session.require(Right::BatchOperations); !allowed)
        return tl::unexpected(allowed.error());
    const bool isShared = wish.kind == PasswordWish::Kind::Shared;
    if (const Done strong = isShared ? checkNewPassword(wish.shared, {}) : Done(); !strong)
        return tl::unexpected(strong.error());
    NewAccounts accounts;
    const auto people = candidates(session, plan, accounts);
    if (!people)
        return tl::unexpected(people.error());
    QStringList passwords = isShared ? QStringList{wish.shared} : QStringList();
    for (qsizetype i = 0; !isShared && i < people->size(); ++i)
        passwords.append(accounts.logins[i].password = generatePassphrase(wordsFor((*people)[i])));
    // A shared password is hashed once a batch.
    const auto hashed = hashPasswords(passwords, progress);
    if (!hashed)
        return tl::unexpected(hashed.error());
    for (qsizetype i = 0; i < people->size(); ++i) {
        const NewPerson &person = (*people)[i];
        const bool isStudent = person.kind == EntityKind::Student;
        accounts.changes.append(create(EntityKind::Account, person.row,
                                       {{"name", Value(person.login.login)},
                                        {"display_name", Value(person.login.firstName + QLatin1Char(' ') + person.login.lastName)},
                                        {"email", Value(person.email)},
                                        {isStudent ? "student_id" : "staff_id", Value(person.reference)},
                                        {"password_hash", Value(isShared ? hashed->first() : (*hashed)[i])},
                                        {"must_change", Value::flag(true)}}));
        const qint64 account = -(plan.changes.size() + accounts.changes.size());
        accounts.changes.append(create(EntityKind::AccountRole, person.row,
                                       {{"account_id", Value(account)}, {"role", Value(isStudent ? QStringLiteral("student") : QStringLiteral("teacher"))}}));
    }
    return accounts;
}

} // namespace certdesk
