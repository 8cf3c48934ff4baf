// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/roster/deletegroups.h"

#include <QJsonArray>
#include <algorithm>

namespace certdesk {

void DeleteGroups::perform(Transaction &transaction)
{
    transaction.apply(m_plan.changes);
    QVector<RowChange> removals = m_plan.removals;
    // Children first, each kind at once.
    std::stable_sort(removals.begin(), removals.end(), [](const RowChange &a, const RowChange &b) { return a.kind > b.kind; });
    transaction.apply(removals);
    QJsonArray groups;
    int members = 0;
    for (const GroupPlanRow &row : m_plan.rows) {
        if (row.outcome != GroupOutcome::Delete)
            continue;
        groups.append(QJsonObject{{QStringLiteral("group"), row.name}, {QStringLiteral("school"), row.school},
                                  {QStringLiteral("year"), schoolYearName(row.schoolYear)}, {QStringLiteral("members"), row.members}});
        members += row.members;
    }
    transaction.note(name(), {{QStringLiteral("count"), groups.size()}, {QStringLiteral("members"), members}, {QStringLiteral("groups"), groups}});
}

} // namespace certdesk
