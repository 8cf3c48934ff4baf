// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/scope.h"
#include "models/store/connection.h"

namespace certdesk {

/// Finds out who somebody is. Failures are counted and journaled in transactions of their own, so that they stay even though
/// the sign-in is refused. Throws StoreFailure.
class SignIn
{
public:
    SignIn(Connection &connection, qint64 now, qint64 organization)
        : m_connection(connection), m_now(now), m_organization(organization)
    {
    }
    Person signIn(const QString &name, const QString &password);
    /// Rights, roles and state of the account as they are now; fails when it was disabled (S-006).
    Person reload(const Person &person);

private:
    struct Account
    {
        qint64 id = 0;
        QString name;
        QString displayName;
        QString hash;
        qint64 staffId = 0;
        qint64 studentId = 0;
        bool mustChange = false;
        bool disabled = false; ///< or of an archived person (R-009)
    };
    struct Lock
    {
        qint64 failures = 0;
        qint64 until = 0;
    };
    Account load(const QString &column, const Value &value);
    Person personOf(const Account &account);
    static qint64 lockId(const Account &account, const QString &name);
    Lock lockOf(qint64 id);
    void recordFailure(const Account &account, qint64 lock);
    void recordSuccess(const Account &account, const QString &password);

    Connection &m_connection;
    qint64 m_now;
    qint64 m_organization;
};

} // namespace certdesk
