// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/certification/eventlisttable.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QTableView;

namespace certdesk {

class EmptyState;
class TextLabel;

/// The list **Certification Event Details** with its filters (C-180 to C-185, C-189). Shows values; opening a row is asked
/// for by a signal.
class EventListPanel : public QWidget
{
    Q_OBJECT

public:
    explicit EventListPanel(QWidget *parent = nullptr);
    void setRows(const QVector<EventRow> &rows, DayNumber today);
    /// Why there can be no rows at all (C-189): shown when the list is empty without any filter. The button, where there is
    /// one, asks for the next step.
    void setReasonForNone(const QString &why, const QString &more, const QString &nextStep = {});
    void selectParticipation(qint64 participation);
    qint64 selectedParticipation() const;
    const EventListTable &table() const { return *m_table; }

Q_SIGNALS:
    void rowOpened(qint64 participation);
    void selectionChanged();
    void nextStepWanted();

private:
    QWidget *buildFilters();
    void applyFilter();
    void clearFilter();
    void showEmptyState();
    void openCurrent();

    EventListTable *m_table;
    QTableView *m_view;
    EmptyState *m_empty;
    TextLabel *m_paging;
    QLineEdit *m_name;
    QLineEdit *m_school;
    QComboBox *m_userStatus;
    QComboBox *m_eventStatus;
    QLineEdit *m_dueAfter;
    QLineEdit *m_dueBefore;
    QCheckBox *m_active;
    QString m_why;
    QString m_more;
    QString m_nextStep;
};

} // namespace certdesk
