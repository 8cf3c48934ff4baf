// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/session.h"

namespace certdesk {

/// What mass operations need to know about an account, whoever may see its row: whom it belongs to and how far it reaches.
struct PersonAccount
{
    qint64 id = 0;
    qint64 version = 0;
    QString name;
    qint64 staffId = 0;
    qint64 studentId = 0;
    bool disabled = false;
    bool hasPassword = false;
    QStringList roles;
    QSet<qint64> schools;     ///< of its roles
    bool allSchools = false;  ///< a role other than those of own rows, at no school in particular
    bool managesUsers = false; ///< everywhere, and enabled

    /// A person limited to schools does not touch an account that reaches beyond them (S-020).
    bool isWithin(const Scope &scope) const;
};

/// All accounts of the database. Needs BatchOperations; what of it a person learns is decided by who uses it.
Result<QVector<PersonAccount>> readPeopleAccounts(Session &session);

} // namespace certdesk
