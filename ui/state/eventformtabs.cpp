// SPDX-License-Identifier: GPL-3.0-or-later
// How the four tabs of EventForm are laid out; what they do stands in eventform.cpp.
#include "ui/state/eventform.h"

#include "models/domain/day.h"
#include "ui/common/form.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDateTimeEdit>
#include <QHeaderView>
#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QTreeWidget>
#include <QUrl>

namespace certdesk {

namespace {

template <class T> T *named(T *widget, const char *name, const QString &accessibleName)
{
    widget->setObjectName(QString::fromLatin1(name));
    widget->setAccessibleName(accessibleName);
    return widget;
}

/// A list with check boxes: the first column takes the room, the others fit their words.
QTreeWidget *checkList(const char *name, const QString &accessibleName, const QStringList &headers)
{
    auto *list = named(new QTreeWidget, name, accessibleName);
    list->setHeaderLabels(headers);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->header()->setStretchLastSection(false);
    for (int column = 0; column < headers.size(); ++column)
        list->header()->setSectionResizeMode(column, column == 0 ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    return list;
}

QDateEdit *dayInput(const char *name, const QString &accessibleName)
{
    auto *edit = named(new QDateEdit, name, accessibleName);
    edit->setCalendarPopup(true);
    return edit;
}

} // namespace

EventForm::EventForm(QWidget *parent) : QWidget(parent), m_tabs(named(new QTabWidget, "eventTabs", tr("Parts of the event")))
{
    // A large font or a small window scrolls a tab instead of squeezing it.
    for (QWidget *content : {buildDetails(), buildData(), buildParticipants(), buildSnapshots()}) {
        auto *scroll = new QScrollArea;
        scroll->setObjectName(QStringLiteral("eventTabScroll"));
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setWidgetResizable(true);
        scroll->setWidget(content);
        content->setAutoFillBackground(false);
        scroll->viewport()->setAutoFillBackground(false);
        m_tabs->addTab(scroll, QString());
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacing::group);
    column->addWidget(m_tabs, 1);
    column->addWidget(buildFooter());
    connect(m_tabs, &QTabWidget::currentChanged, this, &EventForm::tabChosen);
    for (FormSection *section : std::as_const(m_sections))
        connect(section, &FormSection::edited, this, &EventForm::touch);
    setDocument({}, true, false);
}

QWidget *EventForm::buildDetails()
{
    auto *page = new QWidget;
    auto *what = new FormSection(tr("What is certified"));
    m_name = named(new QLineEdit, "eventName", tr("Event name"));
    m_name->setMaxLength(120);
    what->add(tr("Event name"), m_name)->required()->help(tr("Unique within the reporting year, at most 120 characters."));
    m_year = named(new QComboBox, "reportingYear", tr("Reporting year"));
    what->add(tr("Reporting year"), m_year)->required();
    m_description = named(new QPlainTextEdit, "eventDescription", tr("Event description"));
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(theme::scaled(72, font()));
    what->add(tr("Event description"), m_description);
    auto *who = new FormSection(tr("Who certifies"));
    m_districtLevel = named(new QRadioButton(tr("District")), "levelDistrict", tr("Certification level: district"));
    m_schoolLevel = named(new QRadioButton(tr("School")), "levelSchool", tr("Certification level: school"));
    auto *levels = new QWidget;
    auto *levelRow = new QHBoxLayout(levels);
    levelRow->setContentsMargins({});
    auto *levelLabel = bodyLabel(tr("Certification level"));
    levelLabel->setWordWrap(false);
    levelRow->addWidget(levelLabel);
    levelRow->addWidget(m_districtLevel);
    levelRow->addWidget(m_schoolLevel);
    levelRow->addStretch();
    who->addRow(levels);
    m_category = named(new QComboBox, "certificationCategory", tr("Certification category"));
    who->add(tr("Certification category"), m_category)->required();
    auto *when = new FormSection(tr("When"));
    m_start = dayInput("startDate", tr("Event start date"));
    m_opens = dayInput("opensDate", tr("Certification opens"));
    m_end = dayInput("endDate", tr("Event end date"));
    when->add(tr("Event start date"), m_start);
    m_start->setToolTip(tr("From this day members can review."));
    m_category->setToolTip(tr("Its members see the event and act on it."));
    when->add(tr("Certification opens"), m_opens)->check([this] { return m_opens->date() < m_start->date() ? tr("This lies before the start date.") : QString(); });
    when->add(tr("Event end date"), m_end)->check([this] { return m_end->date() < m_opens->date() ? tr("This lies before certification opens.") : QString(); });
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(spacing::group, spacing::group, spacing::group, spacing::group);
    row->setSpacing(spacing::margin);
    auto *right = new QVBoxLayout;
    right->addWidget(who);
    right->addWidget(when);
    right->addStretch();
    auto *left = new QVBoxLayout;
    left->addWidget(what);
    left->addStretch();
    row->addLayout(left, 1);
    row->addLayout(right, 1);
    m_sections += {what, who, when};
    connect(m_name, &QLineEdit::textChanged, this, &EventForm::headingChanged);
    connect(m_schoolLevel, &QRadioButton::toggled, this, [this] {
        fillCategories();
        fillParticipants();
        touch();
    });
    return page;
}

QWidget *EventForm::buildData()
{
    auto *page = new QWidget;
    m_groups = checkList("validationGroups", tr("Data validation groups"),
                         {tr("Data validation group"), tr("District validation"), tr("State validation"), tr("Snapshot validation")});
    connect(m_groups, &QTreeWidget::itemChanged, this, &EventForm::touch);
    m_acknowledge = named(new QCheckBox(tr("Every open warning must be acknowledged with a reason before submission")), "acknowledgeWarnings", tr("Warnings must be acknowledged"));
    connect(m_acknowledge, &QCheckBox::toggled, this, &EventForm::touch);
    auto *links = new FormSection(tr("Data link"), tr("Shown to participants in the wizard and opened in the browser."));
    m_linkName = named(new QLineEdit, "linkName", tr("Name of the data link"));
    m_linkAddress = named(new QLineEdit, "linkAddress", tr("Address of the data link"));
    links->add(tr("Name"), m_linkName);
    links->add(tr("Address"), m_linkAddress)->help(tr("Begins with https://"))->check([this] {
        const QString text = m_linkAddress->text().trimmed();
        return text.isEmpty() || QUrl(text).scheme() == QLatin1String("https") ? QString() : tr("The address has to begin with https://");
    });
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(spacing::group, spacing::group, spacing::group, spacing::group);
    column->setSpacing(spacing::related);
    column->addWidget(sectionLabel(tr("Checks")));
    column->addWidget(mutedLabel(tr("Tick in which steps the rules of a group run.")));
    column->addWidget(m_groups, 1);
    column->addWidget(m_acknowledge);
    column->addSpacing(spacing::group);
    column->addWidget(links);
    m_sections.append(links);
    return page;
}

QWidget *EventForm::buildParticipants()
{
    auto *page = new QWidget;
    m_participantSearch = named(new QLineEdit, "participantSearch", tr("Find a participant"));
    m_participantSearch->setPlaceholderText(tr("Find by name or code"));
    m_participantSearch->setClearButtonEnabled(true);
    auto *all = named(new QPushButton(tr("Select all")), "selectAllParticipants", tr("Select all participants"));
    auto *none = named(new QPushButton(tr("Select none")), "selectNoParticipants", tr("Select no participant"));
    m_participantCount = mutedLabel(QString());
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins({});
    row->addWidget(m_participantSearch, 1);
    row->addWidget(all);
    row->addWidget(none);
    row->addWidget(m_participantCount);
    m_participants = checkList("participants", tr("Participants"), {tr("Name"), tr("Code")});
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(spacing::group, spacing::group, spacing::group, spacing::group);
    column->setSpacing(spacing::related);
    column->addWidget(sectionLabel(tr("Participants")));
    column->addWidget(mutedLabel(tr("Only those ticked here receive the event.")));
    column->addWidget(tools);
    column->addWidget(m_participants, 1);
    const auto checkAll = [this](Qt::CheckState state) {
        for (QTreeWidgetItemIterator it(m_participants, QTreeWidgetItemIterator::NotHidden); *it; ++it) {
            if ((*it)->flags() & Qt::ItemIsUserCheckable)
                (*it)->setCheckState(0, state);
        }
    };
    connect(all, &QPushButton::clicked, this, [checkAll] { checkAll(Qt::Checked); });
    connect(none, &QPushButton::clicked, this, [checkAll] { checkAll(Qt::Unchecked); });
    connect(m_participants, &QTreeWidget::itemChanged, this, [this] {
        participantsChecked();
        touch();
    });
    connect(m_participantSearch, &QLineEdit::textChanged, this, [this](const QString &text) {
        for (QTreeWidgetItemIterator it(m_participants); *it; ++it) {
            const bool fits = (*it)->text(0).contains(text, Qt::CaseInsensitive) || (*it)->text(1).contains(text, Qt::CaseInsensitive);
            (*it)->setHidden(!fits && (*it)->childCount() == 0);
        }
    });
    return page;
}

QWidget *EventForm::buildSnapshots()
{
    auto *page = new QWidget;
    auto *status = new FormSection(tr("Certification status"));
    m_statusTitle = mutedLabel(QString());
    m_statusCounts = checkList("statusCounts", tr("Participants by status"), {tr("Status"), tr("Participants")});
    m_statusCounts->setMinimumHeight(theme::scaled(150, font()));
    status->addRow(m_statusTitle);
    status->addRow(m_statusCounts);
    auto *method = new FormSection(tr("Snapshot method"));
    m_noSnapshot = named(new QRadioButton(tr("None")), "snapshotNone", tr("Snapshot method: none"));
    m_startSnapshot = named(new QRadioButton(tr("Certification start triggers snapshot")), "snapshotStart", tr("Snapshot method: certification start triggers snapshot"));
    m_fullSnapshot = named(new QRadioButton(tr("Full Snapshot (all participants)")), "snapshotFull", tr("Snapshot method: full snapshot"));
    m_ownSnapshots = named(new QCheckBox(tr("Participants take their own snapshot")), "ownSnapshots", tr("Participants take their own snapshot"));
    method->addRow(m_noSnapshot);
    method->addRow(m_ownSnapshots);
    method->addRow(m_startSnapshot);
    method->addRow(mutedLabel(tr("Taken per participant. Recommended for speed and accuracy.")));
    method->addRow(m_fullSnapshot);
    m_snapshotTime = named(new QDateTimeEdit, "snapshotTime", tr("Snapshot creation time"));
    m_snapshotTime->setCalendarPopup(true);
    m_snapshotTimeField = method->add(tr("Missing Snapshot Creation Time"), m_snapshotTime);
    m_snapshotTimeField->required()->check([this] {
        const QDate day = m_snapshotTime->date();
        const bool used = !m_noSnapshot->isChecked();
        return used && (day < m_start->date() || day > m_end->date()) ? tr("This has to lie between start and end of the event.") : QString();
    });
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(spacing::group, spacing::group, spacing::group, spacing::group);
    row->setSpacing(spacing::margin);
    auto *left = new QVBoxLayout;
    left->addWidget(method);
    left->addStretch();
    auto *right = new QVBoxLayout;
    right->addWidget(status);
    right->addStretch();
    row->addLayout(left, 1);
    row->addLayout(right, 1);
    m_sections += {status, method};
    for (QRadioButton *button : {m_noSnapshot, m_startSnapshot, m_fullSnapshot})
        connect(button, &QRadioButton::toggled, this, &EventForm::methodChosen);
    connect(m_ownSnapshots, &QCheckBox::toggled, this, &EventForm::touch);
    return page;
}

QWidget *EventForm::buildFooter()
{
    auto *footer = new QWidget;
    m_delete = named(new QPushButton(tr("Delete Event")), "deleteEvent", tr("Delete this event"));
    m_previous = named(new QPushButton(tr("Previous")), "previousTab", tr("Previous tab"));
    m_cancel = named(new QPushButton(tr("Cancel")), "cancelEvent", tr("Leave without saving"));
    m_next = named(new QPushButton(tr("Next")), "nextTab", tr("Next tab"));
    m_save = named(new QPushButton(tr("Save")), "saveEvent", tr("Save the event"));
    m_publish = named(new QPushButton(tr("Save && Publish")), "publishEvent", tr("Save and publish the event"));
    m_publish->setDefault(true);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins({});
    row->addWidget(m_delete);
    row->addStretch();
    for (QPushButton *button : {m_previous, m_cancel, m_next, m_save, m_publish})
        row->addWidget(button);
    connect(m_delete, &QPushButton::clicked, this, &EventForm::deleteWanted);
    connect(m_previous, &QPushButton::clicked, this, [this] { m_tabs->setCurrentIndex(m_tabs->currentIndex() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { m_tabs->setCurrentIndex(m_tabs->currentIndex() + 1); });
    connect(m_cancel, &QPushButton::clicked, this, &EventForm::cancelWanted);
    connect(m_save, &QPushButton::clicked, this, &EventForm::saveWanted);
    connect(m_publish, &QPushButton::clicked, this, &EventForm::publishWanted);
    return footer;
}

} // namespace certdesk
