// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/accounts/peopleaccounts.h"

namespace certdesk {

bool PersonAccount::isWithin(const Scope &scope) const
{
    if (scope.seesEverything())
        return true;
    return !allSchools && std::all_of(schools.cbegin(), schools.cend(), [&scope](qint64 school) { return scope.schoolIds().contains(school); });
}

Result<QVector<PersonAccount>> readPeopleAccounts(Session &session)
{
    if (const auto allowed = session.require(Right::BatchOperations); !allowed)
        return tl::unexpected(allowed.error());
    return session.read<QVector<PersonAccount>>([](Connection &connection) {
        QVector<PersonAccount> accounts;
        QHash<qint64, qsizetype> places;
        auto rows = connection.prepare(QStringLiteral("SELECT id, version, name, staff_id, student_id, COALESCE(disabled, 0), "
                                                      "CASE WHEN password_hash IS NULL THEN 0 ELSE 1 END FROM account ORDER BY id"));
        while (rows->step()) {
            places.insert(rows->integer(0), accounts.size());
            accounts.append({rows->integer(0), rows->integer(1), rows->text(2), rows->integer(3), rows->integer(4), rows->integer(5) != 0,
                             rows->integer(6) != 0, {}, {}, false, false});
        }
        auto roles = connection.prepare(QStringLiteral("SELECT r.account_id, r.role, r.school_id, CASE WHEN EXISTS (SELECT 1 FROM role_right g WHERE g.role = r.role "
                                                       "AND g.right_name = ?) THEN 1 ELSE 0 END FROM account_role r ORDER BY r.account_id, r.role, r.id"));
        roles->query(Value(rightName(Right::ManageUsers)));
        while (roles->step()) {
            PersonAccount &account = accounts[places.value(roles->integer(0))];
            const QString role = roles->text(1);
            if (!account.roles.contains(role))
                account.roles.append(role);
            const qint64 school = roles->integer(2);
            if (school != 0)
                account.schools.insert(school);
            else if (!isOwnRowsRole(role))
                account.allSchools = true;
            account.managesUsers = account.managesUsers || (school == 0 && !account.disabled && roles->integer(3) != 0);
        }
        return accounts;
    });
}

} // namespace certdesk
