// SPDX-License-Identifier: GPL-3.0-or-later
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

constexpr int codeRole = Qt::UserRole;
constexpr int schoolRole = Qt::UserRole + 1;

QString dayText(const QDateEdit *edit)
{
    return edit->date().toString(Qt::ISODate);
}

void setDay(QDateEdit *edit, const QString &iso)
{
    const QDate day = QDate::fromString(iso, Qt::ISODate);
    edit->setDate(day.isValid() ? day : QDate::currentDate());
}

} // namespace

void EventForm::setChoices(const EventChoices &choices)
{
    const bool filling = std::exchange(m_filling, true);
    const QJsonObject present = document();
    m_choices = choices;
    m_year->clear();
    for (const qint64 year : choices.schoolYears)
        m_year->addItem(schoolYearName(year).mid(2), schoolYearName(year));
    m_groups->clear();
    for (const auto &group : choices.groups) {
        auto *item = new QTreeWidgetItem(m_groups, {group.name});
        item->setData(0, codeRole, group.code);
        for (int column = 0; column < 4; ++column)
            item->setCheckState(column, Qt::Unchecked);
    }
    m_filling = filling;
    setDocument(present, m_isNew, m_delete->isVisibleTo(this));
}

void EventForm::fillCategories()
{
    const QString wanted = m_category->currentText().isEmpty() ? m_document[QLatin1String("category")].toString() : m_category->currentText();
    const QSignalBlocker quiet(m_category);
    m_category->clear();
    for (const auto &category : m_choices.categories) {
        if (category.level.compare(level(), Qt::CaseInsensitive) == 0)
            m_category->addItem(category.name);
    }
    m_category->setCurrentIndex(m_category->findText(wanted));
}

void EventForm::fillParticipants()
{
    QSet<QString> wanted;
    for (const QJsonValue &value : m_document[QLatin1String("participants")].toArray()) {
        const QJsonObject school = value.toObject();
        wanted.insert(value.isString() ? value.toString()
                                       : school[QLatin1String("district")].toString() + QLatin1Char('/') + school[QLatin1String("school")].toString());
    }
    const QSignalBlocker quiet(m_participants);
    m_participants->clear();
    QHash<QString, QTreeWidgetItem *> districts;
    const bool schools = level() == QLatin1String("school");
    for (const auto &choice : m_choices.participants) {
        if (schools == choice.schoolCode.isEmpty())
            continue;
        QTreeWidgetItem *item = nullptr;
        if (schools) {
            auto *&district = districts[choice.districtCode];
            if (!district) {
                district = new QTreeWidgetItem(m_participants, {choice.districtName, choice.districtCode});
                district->setExpanded(true);
                district->setFlags(district->flags() & ~Qt::ItemIsUserCheckable);
            }
            item = new QTreeWidgetItem(district, {choice.schoolName, choice.schoolCode});
        } else {
            item = new QTreeWidgetItem(m_participants, {choice.districtName, choice.districtCode});
        }
        const QString key = schools ? choice.districtCode + QLatin1Char('/') + choice.schoolCode : choice.districtCode;
        item->setData(0, codeRole, choice.districtCode);
        item->setData(0, schoolRole, choice.schoolCode);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(0, wanted.contains(key) ? Qt::Checked : Qt::Unchecked);
    }
    m_participants->setRootIsDecorated(schools);
    participantsChecked();
}

void EventForm::participantsChecked()
{
    int all = 0;
    for (QTreeWidgetItemIterator it(m_participants, QTreeWidgetItemIterator::NoChildren); *it; ++it)
        ++all;
    m_participantCount->setText(tr("%1 of %2 chosen").arg(checkedParticipants().size()).arg(all));
}

void EventForm::setDocument(const QJsonObject &document, bool isNew, bool canDelete)
{
    m_filling = true;
    m_document = document;
    m_isNew = isNew;
    m_name->setText(document[QLatin1String("name")].toString());
    m_year->setCurrentIndex(std::max(0, m_year->findData(document[QLatin1String("schoolYear")].toString())));
    m_description->setPlainText(document[QLatin1String("description")].toString());
    const bool schools = document[QLatin1String("level")].toString() == QLatin1String("school");
    (schools ? m_schoolLevel : m_districtLevel)->setChecked(true);
    m_category->clear();
    fillCategories();
    setDay(m_start, document[QLatin1String("startDate")].toString());
    setDay(m_opens, document[QLatin1String("opensDate")].toString());
    setDay(m_end, document[QLatin1String("endDate")].toString());
    const QJsonArray groups = document[QLatin1String("groups")].toArray();
    for (int i = 0; i < m_groups->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_groups->topLevelItem(i);
        for (const QJsonValue &value : groups) {
            const QJsonObject group = value.toObject();
            if (group[QLatin1String("code")].toString() != item->data(0, codeRole).toString())
                continue;
            item->setCheckState(0, Qt::Checked);
            const char *const steps[] = {"district", "state", "snapshot"};
            for (int step = 0; step < 3; ++step)
                item->setCheckState(step + 1, group[QLatin1String(steps[step])].toBool(true) ? Qt::Checked : Qt::Unchecked);
        }
    }
    m_acknowledge->setChecked(document[QLatin1String("options")].toObject()[QLatin1String("acknowledgeWarnings")].toBool());
    const QJsonObject link = document[QLatin1String("links")].toArray().first().toObject();
    m_linkName->setText(link[QLatin1String("name")].toString());
    m_linkAddress->setText(link[QLatin1String("url")].toString());
    fillParticipants();
    const QString method = document[QLatin1String("snapshotMethod")].toString();
    (method == QLatin1String("start") ? m_startSnapshot : method == QLatin1String("full") ? m_fullSnapshot : m_noSnapshot)->setChecked(true);
    const QDateTime time = QDateTime::fromString(document[QLatin1String("snapshotTime")].toString(), Qt::ISODate);
    m_snapshotTime->setDateTime(time.isValid() ? time.toLocalTime() : m_opens->date().startOfDay());
    m_ownSnapshots->setChecked(!document[QLatin1String("noSnapshotStep")].toBool(true));
    m_delete->setVisible(!isNew && canDelete);
    const QStringList words{tr("Event Details"), tr("Data Details"), tr("Participant Details"), tr("Snapshot Management")};
    for (int i = 0; i < words.size(); ++i)
        m_tabs->setTabText(i, isNew ? tr("%1  %2").arg(i + 1).arg(words[i]) : words[i]);
    m_filling = false;
    m_changed = false;
    setStatusCounts({});
    methodChosen();
    m_changed = false;
    tabChosen();
    Q_EMIT headingChanged();
}

QJsonObject EventForm::document() const
{
    QJsonObject document = m_document;
    document[QLatin1String("name")] = m_name->text().trimmed();
    document[QLatin1String("schoolYear")] = m_year->currentData().toString();
    document[QLatin1String("description")] = m_description->toPlainText().trimmed();
    document[QLatin1String("level")] = level();
    document[QLatin1String("category")] = m_category->currentText();
    document[QLatin1String("startDate")] = dayText(m_start);
    document[QLatin1String("opensDate")] = dayText(m_opens);
    document[QLatin1String("endDate")] = dayText(m_end);
    document[QLatin1String("groups")] = checkedGroups();
    document[QLatin1String("participants")] = checkedParticipants();
    document[QLatin1String("snapshotMethod")] = method();
    document[QLatin1String("noSnapshotStep")] = m_noSnapshot->isChecked() && !m_ownSnapshots->isChecked();
    if (m_noSnapshot->isChecked())
        document.remove(QLatin1String("snapshotTime"));
    else
        document[QLatin1String("snapshotTime")] = m_snapshotTime->dateTime().toUTC().toString(Qt::ISODate);
    QJsonObject options = document[QLatin1String("options")].toObject();
    options[QLatin1String("acknowledgeWarnings")] = m_acknowledge->isChecked();
    document[QLatin1String("options")] = options;
    QJsonArray links;
    if (!m_linkAddress->text().trimmed().isEmpty())
        links.append(QJsonObject{{QStringLiteral("name"), m_linkName->text().trimmed()}, {QStringLiteral("url"), m_linkAddress->text().trimmed()}});
    document[QLatin1String("links")] = links;
    return document;
}

QJsonArray EventForm::checkedGroups() const
{
    QJsonArray groups;
    for (int i = 0; i < m_groups->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = m_groups->topLevelItem(i);
        if (item->checkState(0) != Qt::Checked)
            continue;
        // A group ticked without any step runs in all three (C-135).
        const auto ticked = [item](int column) { return item->checkState(column) == Qt::Checked; };
        const bool any = ticked(1) || ticked(2) || ticked(3);
        groups.append(QJsonObject{{QStringLiteral("code"), item->data(0, codeRole).toString()},
                                  {QStringLiteral("district"), !any || ticked(1)},
                                  {QStringLiteral("state"), !any || ticked(2)},
                                  {QStringLiteral("snapshot"), !any || ticked(3)}});
    }
    return groups;
}

QJsonArray EventForm::checkedParticipants() const
{
    QJsonArray list;
    for (QTreeWidgetItemIterator it(m_participants, QTreeWidgetItemIterator::Checked); *it; ++it) {
        const QString school = (*it)->data(0, schoolRole).toString();
        const QString district = (*it)->data(0, codeRole).toString();
        if (school.isEmpty())
            list.append(district);
        else
            list.append(QJsonObject{{QStringLiteral("district"), district}, {QStringLiteral("school"), school}});
    }
    return list;
}

void EventForm::setStatusCounts(const QVector<QPair<QString, int>> &counts)
{
    m_statusTitle->setText(counts.isEmpty() ? tr("The event is not published yet.")
                           : level() == QLatin1String("school") ? tr("School Certification Status")
                                                                : tr("District Certification Status"));
    m_statusCounts->setVisible(!counts.isEmpty());
    m_statusCounts->clear();
    for (const auto &[status, count] : counts) {
        auto *item = new QTreeWidgetItem(m_statusCounts, {status, QString::number(count)});
        item->setTextAlignment(1, Qt::AlignRight);
    }
}

void EventForm::setPublishHindrance(const QString &reason)
{
    m_hindrance = reason;
    m_publish->setEnabled(reason.isEmpty());
    m_publish->setToolTip(reason);
    m_publish->setAccessibleDescription(reason);
}

QString EventForm::heading() const
{
    return m_isNew ? tr("New Event: %1").arg(m_name->text().trimmed()) : tr("Edit Event: %1").arg(m_name->text().trimmed());
}

void EventForm::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

bool EventForm::validate()
{
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        for (FormSection *section : std::as_const(m_sections)) {
            if (!m_tabs->widget(tab)->isAncestorOf(section) || section->validate())
                continue;
            m_tabs->setCurrentIndex(tab);
            section->validate();
            return false;
        }
    }
    return true;
}

void EventForm::methodChosen()
{
    if (!m_snapshotTimeField)
        return;
    // C-141, C-142: the time belongs to the two methods that make snapshots; its name says which.
    m_snapshotTimeField->setVisible(!m_noSnapshot->isChecked());
    m_ownSnapshots->setVisible(m_noSnapshot->isChecked());
    m_snapshotTimeField->help(m_fullSnapshot->isChecked() ? tr("Snapshot Creation Time: every participant gets one, all of the same moment.")
                                                          : tr("Then every participant still without a snapshot gets one."));
    touch();
}

void EventForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        keepRoom();
}

/// Labels that wrap do not tell a scroll area how high they will be: the tabs keep room for their lines at every font size.
void EventForm::keepRoom()
{
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (auto *scroll = qobject_cast<QScrollArea *>(m_tabs->widget(tab)))
            scroll->widget()->setMinimumHeight(theme::scaled(450, font()));
    }
}

void EventForm::tabChosen()
{
    keepRoom();
    const int tab = m_tabs->currentIndex();
    const bool last = tab == m_tabs->count() - 1;
    m_previous->setEnabled(tab > 0);
    m_next->setVisible(!last);
    m_publish->setVisible(last);
    m_publish->setEnabled(m_hindrance.isEmpty());
}

void EventForm::touch()
{
    if (m_filling)
        return;
    m_changed = true;
    Q_EMIT edited();
}

QString EventForm::level() const
{
    return m_schoolLevel->isChecked() ? QStringLiteral("school") : QStringLiteral("district");
}

QString EventForm::method() const
{
    return m_startSnapshot->isChecked() ? QStringLiteral("start") : m_fullSnapshot->isChecked() ? QStringLiteral("full") : QStringLiteral("none");
}

} // namespace certdesk
