// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/certification/eventlisttable.h"

#include "models/domain/certification/statuses.h"

#include <QLocale>
#include <QSet>
#include <algorithm>

namespace certdesk {

EventListTable::EventListTable(QObject *parent) : QAbstractTableModel(parent) {}

void EventListTable::setRows(const QVector<EventRow> &rows, DayNumber today)
{
    m_all = rows;
    m_today = today;
    showRows();
}

void EventListTable::setFilter(const EventRowFilter &filter)
{
    m_filter = filter;
    showRows();
}

void EventListTable::showRows()
{
    QVector<EventRow> wanted = filteredRows(m_all, m_filter);
    const auto before = [this](const EventRow &left, const EventRow &right) {
        int order = 0;
        if (m_sortColumn == DueDate)
            order = left.dueDate < right.dueDate ? -1 : left.dueDate > right.dueDate ? 1 : 0;
        else
            order = text(left, m_sortColumn).compare(text(right, m_sortColumn), Qt::CaseInsensitive);
        if (order == 0)
            order = left.eventName.compare(right.eventName, Qt::CaseInsensitive);
        if (order == 0)
            order = left.schoolName.compare(right.schoolName, Qt::CaseInsensitive);
        return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
    };
    std::stable_sort(wanted.begin(), wanted.end(), before);

    QSet<qint64> stays;
    for (const EventRow &row : std::as_const(wanted))
        stays.insert(row.participation);
    for (int i = static_cast<int>(m_shown.size()) - 1; i >= 0; --i) {
        if (stays.contains(m_shown[i].participation))
            continue;
        beginRemoveRows({}, i, i);
        m_shown.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < wanted.size(); ++i) {
        const int present = indexOfParticipation(wanted[i].participation);
        if (present < 0) {
            beginInsertRows({}, i, i);
            m_shown.insert(i, wanted[i]);
            endInsertRows();
        } else if (present != i) {
            beginMoveRows({}, present, present, {}, i);
            m_shown.move(present, i);
            endMoveRows();
        }
        m_shown[i] = wanted[i];
    }
    if (!m_shown.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_shown.size()) - 1, ColumnCount - 1));
}

int EventListTable::indexOfParticipation(qint64 participation) const
{
    for (int i = 0; i < m_shown.size(); ++i) {
        if (m_shown[i].participation == participation)
            return i;
    }
    return -1;
}

QString EventListTable::pagingText() const
{
    const qint64 count = m_shown.size();
    return certdesk::pagingText(count ? 1 : 0, count, count);
}

int EventListTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int EventListTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EventListTable::text(const EventRow &row, int column) const
{
    switch (column) {
    case EventName:
        return row.eventName;
    case SchoolName:
        return row.schoolName;
    case UserStatusColumn:
        return statusLabel(row.userStatus);
    case EventStatusColumn:
        return row.isWaiting ? tr("%1 - waiting to reach the state").arg(statusLabel(row.status)) : statusLabel(row.status);
    case DueDate:
        return row.dueDate ? QLocale().toString(QDate::fromJulianDay(row.dueDate), QLocale::ShortFormat) : QString();
    default:
        break;
    }
    const QString action = row.action(m_today);
    if (action == QLatin1String("start"))
        return tr("Start Certification");
    if (action == QLatin1String("continue"))
        return tr("Continue");
    if (action == QLatin1String("view"))
        return tr("View");
    return tr("Review begins on %1").arg(QLocale().toString(QDate::fromJulianDay(row.start), QLocale::ShortFormat));
}

QVariant EventListTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EventRow &row = m_shown[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        if (index.column() == UserStatusColumn && row.userStatus == UserStatus::Complete && row.approvedAt)
            return tr("Approved on %1").arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(row.approvedAt).date(), QLocale::ShortFormat));
        return text(row, index.column());
    case StatusRole:
        return index.column() == UserStatusColumn    ? statusCode(row.userStatus)
               : index.column() == EventStatusColumn ? statusCode(row.status)
                                                     : QString();
    case ParticipationRole:
        return row.participation;
    case ActionRole:
        return row.action(m_today);
    default:
        return {};
    }
}

QVariant EventListTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case EventName:
        return tr("Event Name");
    case SchoolName:
        return tr("School Name");
    case UserStatusColumn:
        return tr("User Status");
    case EventStatusColumn:
        return tr("Event Status");
    case DueDate:
        return tr("Due Date");
    default:
        return tr("Action");
    }
}

Qt::ItemFlags EventListTable::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool isClosedDoor = index.isValid() && index.column() == Action && m_shown[index.row()].action(m_today) == QLatin1String("none");
    return isClosedDoor ? flags & ~Qt::ItemIsEnabled : flags;
}

void EventListTable::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    showRows();
}

} // namespace certdesk
