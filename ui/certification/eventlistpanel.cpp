// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certification/eventlistpanel.h"

#include "ui/certification/statusdelegate.h"
#include "ui/common/emptystate.h"
#include "ui/common/form.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableView>

namespace certdesk {

namespace {

template <class T> T *named(T *widget, const char *name, const QString &accessibleName)
{
    widget->setObjectName(QString::fromLatin1(name));
    widget->setAccessibleName(accessibleName);
    return widget;
}

/// month/day/year, or the form of the person's locale; nothing for a text that is no date.
DayNumber typedDay(const QString &text)
{
    for (const QString &form : {QStringLiteral("M/d/yyyy"), QStringLiteral("yyyy-MM-dd"), QLocale().dateFormat(QLocale::ShortFormat)}) {
        const QDate date = QDate::fromString(text.trimmed(), form);
        if (date.isValid())
            return dayNumber(date);
    }
    return 0;
}

QWidget *labelled(const QString &label, QWidget *input)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->setSpacing(spacing::rowLabel);
    column->addWidget(mutedLabel(label));
    column->addWidget(input);
    return box;
}

} // namespace

EventListPanel::EventListPanel(QWidget *parent)
    : QWidget(parent), m_table(new EventListTable(this)), m_view(named(new QTableView, "eventList", tr("Certification events"))),
      m_empty(new EmptyState), m_paging(mutedLabel(QString()))
{
    m_view->setModel(m_table);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(EventListTable::EventName, Qt::AscendingOrder);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(theme::scaled(32, font()));
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int column = 0; column < EventListTable::ColumnCount; ++column)
        m_view->horizontalHeader()->setSectionResizeMode(column, column == EventListTable::EventName ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    m_view->setItemDelegate(new StatusDelegate(EventListTable::StatusRole, EventListTable::Action, m_view));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacing::group);
    column->addWidget(buildFilters());
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_paging);
    connect(m_view, &QTableView::activated, this, &EventListPanel::openCurrent);
    connect(m_view, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == EventListTable::Action)
            openCurrent();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &EventListPanel::selectionChanged);
    connect(m_empty, &EmptyState::nextStepWanted, this, [this] {
        if (m_table->allRows() > 0)
            clearFilter();
        else
            Q_EMIT nextStepWanted();
    });
    showEmptyState();
}

QWidget *EventListPanel::buildFilters()
{
    auto *filters = new QWidget;
    m_name = named(new QLineEdit, "filterEventName", tr("Filter by event name"));
    m_school = named(new QLineEdit, "filterSchoolName", tr("Filter by school name"));
    m_userStatus = named(new QComboBox, "filterUserStatus", tr("Filter by user status"));
    m_eventStatus = named(new QComboBox, "filterEventStatus", tr("Filter by event status"));
    m_userStatus->addItem(tr("Any"));
    for (const UserStatus status : {UserStatus::Open, UserStatus::Incomplete, UserStatus::Overdue, UserStatus::Complete, UserStatus::Pending, UserStatus::NotApplicable})
        m_userStatus->addItem(statusLabel(status), static_cast<int>(status));
    m_eventStatus->addItem(tr("Any"));
    for (const ParticipantStatus status : {ParticipantStatus::InProgress, ParticipantStatus::Sent, ParticipantStatus::Approved, ParticipantStatus::Requested, ParticipantStatus::Recertification})
        m_eventStatus->addItem(statusLabel(status), static_cast<int>(status));
    for (QComboBox *box : {m_userStatus, m_eventStatus}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(14);
    }
    m_dueAfter = named(new QLineEdit, "filterDueAfter", tr("Due date after"));
    m_dueBefore = named(new QLineEdit, "filterDueBefore", tr("Due date before"));
    for (QLineEdit *edit : {m_dueAfter, m_dueBefore}) {
        edit->setPlaceholderText(tr("month/day/year"));
        edit->setMinimumWidth(edit->fontMetrics().horizontalAdvance(edit->placeholderText()) + spacing::margin);
    }
    m_active = named(new QCheckBox(tr("Active events")), "filterActive", tr("Show active events only"));
    m_active->setChecked(true);
    auto *apply = named(new QPushButton(tr("Apply")), "applyFilter", tr("Apply the filter"));
    auto *clear = named(new QPushButton(tr("Clear")), "clearFilter", tr("Clear the filter"));
    auto *row = new QHBoxLayout(filters);
    row->setContentsMargins({});
    row->setSpacing(spacing::related);
    row->addWidget(labelled(tr("Event name"), m_name), 2);
    row->addWidget(labelled(tr("School name"), m_school), 2);
    row->addWidget(labelled(tr("User status"), m_userStatus), 2);
    row->addWidget(labelled(tr("Event status"), m_eventStatus), 2);
    row->addWidget(labelled(tr("Due date after"), m_dueAfter), 1);
    row->addWidget(labelled(tr("Due date before"), m_dueBefore), 1);
    row->addWidget(m_active, 0, Qt::AlignBottom);
    row->addWidget(apply, 0, Qt::AlignBottom);
    row->addWidget(clear, 0, Qt::AlignBottom);
    connect(apply, &QPushButton::clicked, this, &EventListPanel::applyFilter);
    connect(clear, &QPushButton::clicked, this, &EventListPanel::clearFilter);
    connect(m_active, &QCheckBox::toggled, this, &EventListPanel::applyFilter);
    for (QLineEdit *edit : {m_name, m_school, m_dueAfter, m_dueBefore})
        connect(edit, &QLineEdit::returnPressed, this, &EventListPanel::applyFilter);
    return filters;
}

void EventListPanel::applyFilter()
{
    EventRowFilter filter;
    filter.name = m_name->text().trimmed();
    filter.school = m_school->text().trimmed();
    if (m_userStatus->currentIndex() > 0)
        filter.userStatuses = {static_cast<UserStatus>(m_userStatus->currentData().toInt())};
    if (m_eventStatus->currentIndex() > 0)
        filter.statuses = {static_cast<ParticipantStatus>(m_eventStatus->currentData().toInt())};
    filter.dueAfter = typedDay(m_dueAfter->text());
    filter.dueBefore = typedDay(m_dueBefore->text());
    filter.activeOnly = m_active->isChecked();
    m_table->setFilter(filter);
    showEmptyState();
}

void EventListPanel::clearFilter()
{
    for (QLineEdit *edit : {m_name, m_school, m_dueAfter, m_dueBefore})
        edit->clear();
    m_userStatus->setCurrentIndex(0);
    m_eventStatus->setCurrentIndex(0);
    if (m_table->rowCount() == 0)
        m_active->setChecked(false);
    applyFilter();
}

void EventListPanel::setRows(const QVector<EventRow> &rows, DayNumber today)
{
    m_table->setRows(rows, today);
    showEmptyState();
}

void EventListPanel::setReasonForNone(const QString &why, const QString &more, const QString &nextStep)
{
    m_why = why;
    m_more = more;
    m_nextStep = nextStep;
    showEmptyState();
}

void EventListPanel::showEmptyState()
{
    const bool any = m_table->rowCount() > 0;
    m_view->setVisible(any);
    m_paging->setVisible(any);
    m_paging->setText(m_table->pagingText());
    m_empty->setVisible(!any);
    if (m_table->allRows() > 0)
        m_empty->setReason(tr("The filters hide %n event(s)", nullptr, m_table->allRows()), tr("Closed and finished events show when Active events is off."), tr("Show all"));
    else
        m_empty->setReason(m_why.isEmpty() ? tr("No event is published for you") : m_why, m_more, m_nextStep);
}

void EventListPanel::openCurrent()
{
    const QModelIndex index = m_view->currentIndex();
    if (index.isValid() && index.data(EventListTable::ActionRole).toString() != QLatin1String("none"))
        Q_EMIT rowOpened(index.data(EventListTable::ParticipationRole).toLongLong());
}

void EventListPanel::selectParticipation(qint64 participation)
{
    const int row = m_table->indexOfParticipation(participation);
    if (row >= 0)
        m_view->setCurrentIndex(m_table->index(row, 0));
}

qint64 EventListPanel::selectedParticipation() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? index.data(EventListTable::ParticipationRole).toLongLong() : 0;
}

} // namespace certdesk
