// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/roster/groupmembers.h"

#include "models/store/scopefilter.h"

namespace certdesk {

namespace {

QVector<GroupMembers::Person> people(Connection &connection, const QString &sql, qint64 group)
{
    QVector<GroupMembers::Person> list;
    auto statement = connection.prepare(sql);
    statement->query(Value(group));
    while (statement->step())
        list.append({statement->integer(0), statement->text(1) + QLatin1String(", ") + statement->text(2), statement->text(3)});
    return list;
}

} // namespace

Result<GroupMembers> readGroupMembers(Session &session, qint64 group)
{
    return session.read<GroupMembers>([&](Connection &connection) {
        const auto visible = [&](EntityKind kind, const char *alias) { return scopeCondition(session.scope(), kind, QLatin1String(alias)); };
        GroupMembers found;
        found.staff = people(connection,
                             QStringLiteral("SELECT s.id, s.last_name, s.first_name, g.role FROM group_staff g JOIN staff s ON s.id = g.staff_id "
                                            "WHERE g.group_id = ? AND %1 ORDER BY s.last_name, s.first_name, s.id")
                                 .arg(visible(EntityKind::GroupStaff, "g")),
                             group);
        found.members = people(connection,
                               QStringLiteral("SELECT s.id, s.last_name, s.first_name, s.grade FROM member m JOIN student s ON s.id = m.student_id "
                                              "WHERE m.group_id = ? AND %1 ORDER BY s.last_name, s.first_name, s.id")
                                   .arg(visible(EntityKind::Member, "m")),
                               group);
        return found;
    });
}

} // namespace certdesk
