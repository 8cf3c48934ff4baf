// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/plan.h"
#include "models/store/session.h"

namespace certdesk {

/// How the people that an import creates get their passwords. Without one they get no account.
struct PasswordWish
{
    enum class Kind { None, Shared, Generated };
    Kind kind = Kind::None;
    QString shared;
};

/// A new account before it is stored; the password is never stored, logged or planned.
struct NewLogin
{
    QString login;
    QString lastName;
    QString firstName;
    QString grade;
    QString password; ///< of generated ones only
};

/// The accounts of the people that a plan creates, as changes that stand behind those of the plan. Every one has to change its
/// password at the first sign-in. People who are there already keep theirs.
struct NewAccounts
{
    QVector<RowChange> changes;
    QVector<NewLogin> logins;
    int withoutLogin = 0; ///< created people whose row has no login
    int existing = 0;     ///< logins that have an account already

    int count() const { return static_cast<int>(logins.size()); }
};

/// Counts only: what planAccounts would make.
Result<NewAccounts> countAccounts(Session &session, const ImportPlan &plan);
/// Makes the passwords and their hashes; takes about 0.1 s a generated one and processor. Needs the right for batch operations. A
/// weak shared password is refused (C12).
Result<NewAccounts> planAccounts(Session &session, const ImportPlan &plan, const PasswordWish &wish, Progress *progress);

} // namespace certdesk
