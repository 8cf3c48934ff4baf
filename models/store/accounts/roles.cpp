// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/accounts/roles.h"

#include "models/store/scopefilter.h"

namespace certdesk {

Result<QVector<RoleRights>> rolesAndRights(Session &session)
{
    return session.read<QVector<RoleRights>>([&](Connection &connection) {
        QHash<QString, RoleRights> found;
        auto rights = connection.prepare(QStringLiteral("SELECT role, right_name FROM role_right ORDER BY role, right_name"));
        while (rights->step())
            found[rights->text(0)].rights.append(rights->text(1));
        auto people = connection.prepare(QStringLiteral("SELECT t.role, COUNT(DISTINCT t.account_id) FROM account_role t JOIN account a ON a.id = t.account_id "
                                                        "WHERE COALESCE(a.disabled, 0) = 0 AND %1 GROUP BY t.role")
                                             .arg(scopeCondition(session.scope(), EntityKind::AccountRole, QStringLiteral("t"))));
        while (people->step())
            found[people->text(0)].people = people->integer(1);
        QVector<RoleRights> roles;
        for (const QString &name : roleNames()) {
            RoleRights role = found.value(name);
            role.role = name;
            roles.append(role);
        }
        return roles;
    });
}

} // namespace certdesk
