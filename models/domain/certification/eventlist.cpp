// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/certification/eventlist.h"

#include <QCoreApplication>
#include <algorithm>
#include <tuple>

namespace certdesk {

QString EventRow::action(DayNumber today) const
{
    if (start != 0 && today < start)
        return QStringLiteral("none");
    const bool open = status == ParticipantStatus::InProgress || status == ParticipantStatus::Recertification;
    if (isClosed || !open || userStatus == UserStatus::Complete)
        return QStringLiteral("view");
    return hasStarted ? QStringLiteral("continue") : QStringLiteral("start");
}

bool EventRowFilter::accepts(const EventRow &row) const
{
    if (activeOnly && !row.isActive)
        return false;
    if (!name.isEmpty() && !row.eventName.contains(name, Qt::CaseInsensitive))
        return false;
    if (!school.isEmpty() && !row.schoolName.contains(school, Qt::CaseInsensitive) && row.schoolCode.compare(school, Qt::CaseInsensitive) != 0)
        return false;
    if (!userStatuses.isEmpty() && !userStatuses.contains(row.userStatus))
        return false;
    if (!statuses.isEmpty() && !statuses.contains(row.status))
        return false;
    if ((dueAfter != 0 && row.dueDate < dueAfter) || (dueBefore != 0 && row.dueDate > dueBefore))
        return false;
    return schoolYear == 0 || row.schoolYear == schoolYear;
}

QVector<EventRow> filteredRows(const QVector<EventRow> &rows, const EventRowFilter &filter)
{
    QVector<EventRow> found;
    std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(found), [&](const EventRow &row) { return filter.accepts(row); });
    const auto key = [](const EventRow &row) { return std::tuple(row.eventName.toCaseFolded(), row.schoolName.toCaseFolded(), row.participation); };
    std::sort(found.begin(), found.end(), [&](const EventRow &left, const EventRow &right) { return key(left) < key(right); });
    return found;
}

QString pagingText(qint64 from, qint64 to, qint64 total)
{
    return QCoreApplication::translate("EventList", "%1 - %2 of %3 items").arg(from).arg(to).arg(total);
}

} // namespace certdesk
