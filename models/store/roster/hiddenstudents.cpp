// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/roster/hiddenstudents.h"

#include "models/store/scopefilter.h"

namespace certdesk {

Result<QVector<StudentElsewhere>> studentsElsewhere(Session &session)
{
    if (!session.scope().isLimitedToSchools() || !session.require(Right::ImportRoster))
        return QVector<StudentElsewhere>();
    return session.read<QVector<StudentElsewhere>>([&](Connection &connection) {
        auto statement = connection.prepare(QStringLiteral("SELECT t.student_state_id, t.login, sc.name, t.archived_on FROM student t "
                                                           "JOIN school sc ON sc.id = t.school_id WHERE NOT %1")
                                                .arg(scopeCondition(session.scope(), EntityKind::Student, QStringLiteral("t"))));
        QVector<StudentElsewhere> students;
        while (statement->step()) {
            const Value archived = statement->value(3);
            students.append({statement->text(0), statement->text(1), statement->text(2),
                             archived.isEmpty() ? std::nullopt : std::optional<DayNumber>(archived.integer())});
        }
        return students;
    });
}

Result<qint64> nextAttemptNumber(Session &session)
{
    return session.read<qint64>([](Connection &connection) {
        auto statement = connection.prepare(QStringLiteral("SELECT COALESCE(MAX(row_number), 0) + 1 FROM attempt"));
        return statement->step() ? statement->integer(0) : 1;
    });
}

} // namespace certdesk
