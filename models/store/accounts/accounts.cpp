// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/accounts/accounts.h"

#include "models/domain/names.h"
#include "models/store/accounts/password.h"
#include "models/store/migrator.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Accounts", text);
}

Record accountNamed(Transaction &transaction, const QString &name)
{
    const auto found = transaction.findAll(EntityKind::Account, {{"name_key", Value(foldedLogin(name))}});
    if (found.isEmpty())
        fail(Error::Kind::NotFound, QStringLiteral("NO-USER"), tr("There is no account \"%1\", or you may not see it.").arg(name),
             tr("Look at the list of accounts."));
    return found.first();
}

/// S-006. Counted over everybody, whatever the acting person sees.
void requireAnAdministrator(Transaction &transaction)
{
    auto statement = transaction.connection().prepare(
        QStringLiteral("SELECT COUNT(*) FROM account a WHERE COALESCE(a.disabled, 0) = 0 AND EXISTS (SELECT 1 FROM account_role r "
                       "JOIN role_right g ON g.role = r.role WHERE r.account_id = a.id AND r.school_id IS NULL AND g.right_name = ?)"));
    statement->query(Value(rightName(Right::ManageUsers)));
    if (!statement->step() || statement->integer(0) == 0)
        fail(Error::Kind::Refused, QStringLiteral("LAST-ADMIN"), tr("This is the last administrator. Nothing was changed."),
             tr("Make another person administrator first."));
}

void checkRole(Transaction &transaction, const QString &role)
{
    if (!roleNames().contains(role))
        fail(Error::Kind::Invalid, QStringLiteral("C06"), tr("\"%1\" is not a role.").arg(role), tr("Roles are: %1.").arg(roleNames().join(QLatin1Char(' '))));
    const bool isStateDatabase = readSetting(transaction.connection(), QStringLiteral("edition")) == QLatin1String("state");
    const bool isDistrictRole = !role.startsWith(QLatin1String("state-")) && role != QLatin1String("it-department");
    if (isStateDatabase == isDistrictRole && role != QLatin1String("it-department"))
        fail(Error::Kind::Refused, QStringLiteral("ROLE-EDITION"), tr("The role \"%1\" does not exist in this edition.").arg(role),
             isStateDatabase ? tr("A state database has the roles that begin with state-.") : tr("A district database has the roles without state-."));
}

qint64 schoolId(Transaction &transaction, const QString &code)
{
    const auto found = transaction.findAll(EntityKind::School, {{"school_code", Value(code)}});
    if (found.isEmpty())
        fail(Error::Kind::NotFound, QStringLiteral("K13"), tr("School %1 is unknown, or not one of yours.").arg(code), tr("Check the school code."));
    return found.first().id;
}

/// One change a role and school; `account` is the id, or the negative position of its create.
QVector<RowChange> roleChanges(Transaction &transaction, qint64 account, const QVector<RoleGrant> &roles)
{
    const EntityDef &def = entityDef(EntityKind::AccountRole);
    QVector<RowChange> changes;
    for (const RoleGrant &grant : roles) {
        checkRole(transaction, grant.role);
        // Nobody gives away more schools than the own ones.
        if (grant.schoolCodes.isEmpty() && !isOwnRowsRole(grant.role) && transaction.person().scope.isLimitedToSchools())
            fail(Error::Kind::Denied, QStringLiteral("K17"), tr("You may give roles only at your own schools."), tr("Name the schools."));
        const RowChange role{RowChange::Operation::Create, EntityKind::AccountRole, 0, 0,
                             {{def.index("account_id"), Value(account)}, {def.index("role"), Value(grant.role)}}};
        if (grant.schoolCodes.isEmpty())
            changes.append(role);
        for (const QString &code : grant.schoolCodes) {
            RowChange at = role;
            at.fields.append({def.index("school_id"), Value(schoolId(transaction, code))});
            changes.append(at);
        }
    }
    return changes;
}

RowChange createOf(const Record &record)
{
    RowChange change{RowChange::Operation::Create, record.kind, 0, 0, {}};
    for (int i = 0; i < record.values.size(); ++i) {
        if (!record.values[i].isEmpty())
            change.fields.append({i, record.values[i]});
    }
    return change;
}

std::optional<Record> linkedPerson(Transaction &transaction, EntityKind kind, const QString &explicitId, const NewAccount &wanted)
{
    const auto first = [&](const char *field, const QString &value) -> std::optional<Record> {
        if (value.isEmpty())
            return std::nullopt;
        const auto found = transaction.findAll(kind, {{field, Value(value)}});
        return found.size() == 1 ? std::optional<Record>(found.first()) : std::nullopt;
    };
    if (!explicitId.isEmpty()) {
        auto found = first(kind == EntityKind::Staff ? "staff_id" : "student_state_id", explicitId);
        if (!found && kind == EntityKind::Student)
            found = first("local_id", explicitId);
        if (!found)
            fail(Error::Kind::NotFound, QStringLiteral("K01"), tr("Nobody has the ID to link to."), tr("Check the ID."));
        return found;
    }
    for (const auto &candidate : {first("login_key", foldedLogin(wanted.name)), first("email", wanted.name), first("email", wanted.email)}) {
        if (candidate)
            return candidate;
    }
    return std::nullopt;
}

bool hasRole(const QVector<RoleGrant> &roles, bool student)
{
    for (const RoleGrant &grant : roles) {
        if ((grant.role == QLatin1String("student")) == student)
            return true;
    }
    return false;
}

void removeLock(Transaction &transaction, qint64 account)
{
    transaction.connection().prepared(QStringLiteral("DELETE FROM account_lock WHERE account_id = ?")).run(Value(account));
}

} // namespace

AddUser::AddUser(const NewAccount &wanted) : m_wanted(wanted), m_hash(hashPassword(wanted.password)) {}

void AddUser::perform(Transaction &transaction)
{
    if (m_wanted.name.trimmed().isEmpty() || m_wanted.roles.isEmpty())
        fail(Error::Kind::Invalid, QStringLiteral("C01"), tr("An account needs a name and a role."));
    if (!transaction.findAll(EntityKind::Account, {{"name_key", Value(foldedLogin(m_wanted.name))}}).isEmpty())
        fail(Error::Kind::Refused, QStringLiteral("USER-EXISTS"), tr("There is an account with this name already."), tr("Choose another name."));
    Record account(EntityKind::Account);
    account.set("name", Value(m_wanted.name.trimmed())).set("email", Value(m_wanted.email));
    account.set("password_hash", Value(m_hash)).set("must_change", Value::flag(m_wanted.mustChange));
    account.set("database_login", Value(m_wanted.databaseLogin));
    QStringList ownNames{m_wanted.name, m_wanted.displayName};
    for (const EntityKind kind : {EntityKind::Staff, EntityKind::Student}) {
        const bool isStudent = kind == EntityKind::Student;
        const QString explicitId = isStudent ? m_wanted.studentId : m_wanted.staffId;
        if (explicitId.isEmpty() && !hasRole(m_wanted.roles, isStudent))
            continue;
        if (const auto person = linkedPerson(transaction, kind, explicitId, m_wanted)) {
            account.set(isStudent ? "student_id" : "staff_id", Value(person->id));
            ownNames << person->text("first_name") << person->text("last_name");
            if (m_wanted.displayName.isEmpty())
                m_wanted.displayName = person->text("first_name") + QLatin1Char(' ') + person->text("last_name");
            m_isLinked = true;
        }
    }
    orFail(checkNewPassword(m_wanted.password, ownNames));
    account.set("display_name", Value(m_wanted.displayName.isEmpty() ? m_wanted.name : m_wanted.displayName));
    // In one piece: the roles decide who may see the account.
    constexpr qint64 theAccount = -1;
    m_id = transaction.apply(QVector<RowChange>{createOf(account)} + roleChanges(transaction, theAccount, m_wanted.roles)).first();
}

void SetUserRoles::perform(Transaction &transaction)
{
    const Record account = accountNamed(transaction, m_account);
    if (m_roles.isEmpty())
        fail(Error::Kind::Invalid, QStringLiteral("C01"), tr("An account needs a role."), tr("Disable the account instead."));
    for (const Record &role : transaction.findAll(EntityKind::AccountRole, {{"account_id", Value(account.id)}}))
        transaction.remove(role.kind, role.id, role.version);
    transaction.apply(roleChanges(transaction, account.id, m_roles));
    requireAnAdministrator(transaction);
}

void SetUserDisabled::perform(Transaction &transaction)
{
    Record account = accountNamed(transaction, m_account);
    account.set("disabled", Value::flag(m_disabled));
    transaction.update(account);
    requireAnAdministrator(transaction);
}

ResetPassword::ResetPassword(const QString &account, const QString &password)
    : m_account(account), m_password(password), m_hash(hashPassword(password))
{
}

void ResetPassword::perform(Transaction &transaction)
{
    Record account = accountNamed(transaction, m_account);
    orFail(checkNewPassword(m_password, {account.text("name"), account.text("display_name")}));
    account.set("password_hash", Value(m_hash)).set("must_change", Value::flag(true));
    transaction.update(account);
    removeLock(transaction, account.id);
    transaction.note(QStringLiteral("IssuePassword"), {{QStringLiteral("account"), account.id}});
}

void UnlockUser::perform(Transaction &transaction)
{
    const Record account = accountNamed(transaction, m_account);
    removeLock(transaction, account.id);
    transaction.note(name(), {{QStringLiteral("account"), account.id}});
}

ChangeOwnPassword::ChangeOwnPassword(const QString &present, const QString &wanted)
    : m_present(present), m_wanted(wanted), m_hash(hashPassword(wanted))
{
}

void ChangeOwnPassword::perform(Transaction &transaction)
{
    Record account = transaction.get(EntityKind::Account, transaction.person().accountId);
    if (!passwordMatches(account.text("password_hash"), m_present))
        fail(Error::Kind::Denied, QStringLiteral("SIGN-IN"), tr("The present password is not right."), tr("Try again."));
    orFail(checkNewPassword(m_wanted, {account.text("name"), account.text("display_name")}));
    if (m_present == m_wanted)
        fail(Error::Kind::Invalid, QStringLiteral("C12"), tr("The new password is the present one."), tr("Choose another one."));
    account.set("password_hash", Value(m_hash)).set("must_change", Value::flag(false));
    transaction.update(account);
    transaction.note(name(), {{QStringLiteral("account"), account.id}});
}

void SetRoleRight::perform(Transaction &transaction)
{
    if (!roleNames().contains(m_role))
        fail(Error::Kind::Invalid, QStringLiteral("C06"), tr("\"%1\" is not a role.").arg(m_role), tr("Roles are: %1.").arg(roleNames().join(QLatin1Char(' '))));
    const auto present = transaction.findAll(EntityKind::RoleRight, {{"role", Value(m_role)}, {"right_name", Value(rightName(m_granted))}});
    if (m_on && present.isEmpty()) {
        Record grant(EntityKind::RoleRight);
        grant.set("role", Value(m_role)).set("right_name", Value(rightName(m_granted)));
        transaction.insert(grant);
    } else if (!m_on && !present.isEmpty()) {
        transaction.remove(EntityKind::RoleRight, present.first().id, present.first().version);
        requireAnAdministrator(transaction);
    }
}

} // namespace certdesk
