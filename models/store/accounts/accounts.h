// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/command.h"

#include <QStringList>

namespace certdesk {

/// A role of one account, at all schools or at some.
struct RoleGrant
{
    QString role;
    QStringList schoolCodes; ///< empty: all schools
};

/// What everybody needs to know about a person to make an account.
struct NewAccount
{
    QString name; ///< sign-in name
    QString displayName; ///< empty: the name of the linked person, else the sign-in name
    QString email;
    QString password; ///< checked against S-002
    bool mustChange = true;
    QVector<RoleGrant> roles;
    QString staffId;       ///< links to this staff member; empty: the one with the same login or e-mail
    QString studentId;     ///< state ID of the student to link to; empty: the one with the same login or e-mail
    QString databaseLogin; ///< PostgreSQL role whose row-level security follows this account (S-021)
};

/// Makes an account. Teachers, certifiers and the other staff roles are linked to the staff record with the same login or
/// e-mail, students to theirs; the scope of own rows follows from it.
class AddUser : public Command
{
public:
    explicit AddUser(const NewAccount &wanted);
    QString name() const override { return QStringLiteral("AddUser"); }
    Right right() const override { return Right::ManageUsers; }
    void perform(Transaction &transaction) override;
    qint64 accountId() const { return m_id; }
    bool isLinked() const { return m_isLinked; }

private:
    NewAccount m_wanted;
    QString m_hash;
    qint64 m_id = 0;
    bool m_isLinked = false;
};

/// Replaces the roles of an account. The last administrator cannot be demoted (S-006).
class SetUserRoles : public Command
{
public:
    SetUserRoles(const QString &account, const QVector<RoleGrant> &roles) : m_account(account), m_roles(roles) {}
    QString name() const override { return QStringLiteral("SetUserRoles"); }
    Right right() const override { return Right::ManageUsers; }
    void perform(Transaction &transaction) override;

private:
    QString m_account;
    QVector<RoleGrant> m_roles;
};

/// Disables or enables an account. The last administrator cannot be disabled (S-006).
class SetUserDisabled : public Command
{
public:
    SetUserDisabled(const QString &account, bool disabled) : m_account(account), m_disabled(disabled) {}
    QString name() const override { return m_disabled ? QStringLiteral("DisableUser") : QStringLiteral("EnableUser"); }
    Right right() const override { return Right::ManageUsers; }
    void perform(Transaction &transaction) override;

private:
    QString m_account;
    bool m_disabled;
};

/// A new password by an administrator: the person has to change it at the next sign-in; a lock is taken off too.
class ResetPassword : public Command
{
public:
    ResetPassword(const QString &account, const QString &password);
    QString name() const override { return QStringLiteral("ResetPassword"); }
    Right right() const override { return Right::ManageUsers; }
    void perform(Transaction &transaction) override;

private:
    QString m_account;
    QString m_password;
    QString m_hash;
};

/// Ends the lock after too many wrong passwords (S-003).
class UnlockUser : public Command
{
public:
    explicit UnlockUser(const QString &account) : m_account(account) {}
    QString name() const override { return QStringLiteral("UnlockUser"); }
    Right right() const override { return Right::ManageUsers; }
    void perform(Transaction &transaction) override;

private:
    QString m_account;
};

/// The own password: everybody may, also and above all who has to (S-005).
class ChangeOwnPassword : public Command
{
public:
    ChangeOwnPassword(const QString &present, const QString &wanted);
    QString name() const override { return QStringLiteral("ChangeOwnPassword"); }
    Right right() const override { return Right::ViewRoster; }
    bool needsRight() const override { return false; }
    void perform(Transaction &transaction) override;

private:
    QString m_present;
    QString m_wanted;
    QString m_hash;
};

/// Gives a right to a role or takes it (S-020). Somebody always keeps the right to manage users.
class SetRoleRight : public Command
{
public:
    SetRoleRight(const QString &role, Right granted, bool on) : m_role(role), m_granted(granted), m_on(on) {}
    QString name() const override { return m_on ? QStringLiteral("GrantRight") : QStringLiteral("RevokeRight"); }
    Right right() const override { return Right::ManageUsers; }
    void perform(Transaction &transaction) override;

private:
    QString m_role;
    Right m_granted;
    bool m_on;
};

} // namespace certdesk
