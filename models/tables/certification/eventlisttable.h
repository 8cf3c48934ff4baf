// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certification/eventlist.h"

#include <QAbstractTableModel>

namespace certdesk {

/// The district's list of certification events (C-180): a few dozen rows, held whole, filtered and sorted here. New rows are
/// merged by participation, so that selection and scroll stay (W-024). GUI thread only.
class EventListTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { EventName, SchoolName, UserStatusColumn, EventStatusColumn, DueDate, Action, ColumnCount };
    enum Role {
        StatusRole = Qt::UserRole + 2, ///< status code, for the two status columns
        ParticipationRole = Qt::UserRole + 100,
        ActionRole, ///< "start", "continue", "view", "none"
    };

    explicit EventListTable(QObject *parent = nullptr);
    void setRows(const QVector<EventRow> &rows, DayNumber today);
    void setFilter(const EventRowFilter &filter);
    const EventRowFilter &filter() const { return m_filter; }
    int allRows() const { return static_cast<int>(m_all.size()); }
    const EventRow &row(int index) const { return m_shown[index]; }
    int indexOfParticipation(qint64 participation) const; ///< -1 when it is not shown
    /// C-185: "1 - 8 of 8 items".
    QString pagingText() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void showRows();
    QString text(const EventRow &row, int column) const;

    QVector<EventRow> m_all;
    QVector<EventRow> m_shown;
    EventRowFilter m_filter;
    DayNumber m_today = 0;
    int m_sortColumn = EventName;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace certdesk
