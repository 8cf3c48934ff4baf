// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/matchpanel.h"

#include "ui/common/card.h"
#include "ui/common/form.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/intake/intakedesk.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace certdesk {

namespace {

constexpr int formWidth = 520;

} // namespace

MatchPanel::MatchPanel(IntakeDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_school(new QComboBox), m_policy(new QComboBox), m_dates(new QComboBox), m_absent(new QComboBox),
      m_reason(new QComboBox), m_how(mutedLabel({}))
{
    m_school->setObjectName(QStringLiteral("matchSchoolInput"));
    m_policy->setObjectName(QStringLiteral("matchPolicyInput"));
    m_policy->addItem(tr("Add new ones and update known ones"), static_cast<int>(RowPolicy::AddAndUpdate));
    m_policy->addItem(tr("Add new ones only"), static_cast<int>(RowPolicy::AddOnly));
    m_policy->addItem(tr("Update known ones only"), static_cast<int>(RowPolicy::UpdateOnly));
    m_dates->setObjectName(QStringLiteral("matchDatesInput"));
    m_dates->addItem(tr("Proved by the column"), static_cast<int>(DateOrder::Unknown));
    m_dates->addItem(tr("Month first: 04/03/2010 is 3 April"), static_cast<int>(DateOrder::MonthFirst));
    m_dates->addItem(tr("Day first: 04/03/2010 is 4 March"), static_cast<int>(DateOrder::DayFirst));
    m_absent->setObjectName(QStringLiteral("absentInput"));
    m_absent->addItem(tr("Decide later"), static_cast<int>(RosterRequest::Absent::Later));
    m_absent->addItem(tr("They are retained"), static_cast<int>(RosterRequest::Absent::Retain));
    m_absent->addItem(tr("They have left: archive them"), static_cast<int>(RosterRequest::Absent::Archive));
    m_reason->setObjectName(QStringLiteral("archiveReasonInput"));
    const QVector<QPair<QString, QString>> reasons{{QStringLiteral("graduated"), tr("Graduated")}, {QStringLiteral("transferred"), tr("Transferred")},
                                                   {QStringLiteral("left"), tr("Left")}, {QStringLiteral("other"), tr("Other")}};
    for (const auto &[code, words] : reasons)
        m_reason->addItem(words, code);
    auto *form = new FormSection({});
    form->add(tr("School"), m_school)->help(tr("For rows that name no school; a roster operation is limited to it."));
    m_policyField = form->add(tr("When a row is known or new"), m_policy);
    m_datesField = form->add(tr("Order of dates"), m_dates);
    m_absentField = form->add(tr("Students of these grades who are not in the file"), m_absent);
    m_absentField->help(tr("They keep their grade; nothing is written for them until it is decided."));
    m_reasonField = form->add(tr("Reason for the archive"), m_reason);
    form->addRow(m_how);
    auto *card = new Card(this);
    card->setMaximumWidth(theme::scaled(formWidth, font()) + 2 * spacing::group);
    card->content()->addWidget(form);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    column->addStretch(1);
    for (QComboBox *box : {m_school, m_policy, m_dates, m_absent, m_reason}) {
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            if (!m_showing)
                take();
        });
    }
    setSchools({});
}

void MatchPanel::setSchools(const QVector<School> &schools)
{
    m_showing = true;
    m_school->clear();
    m_school->addItem(tr("As the file says, or all of mine"), QString());
    for (const School &school : schools)
        m_school->addItem(tr("%1 (%2)").arg(school.name, school.code), school.code);
    m_showing = false;
    showWork();
}

void MatchPanel::showWork()
{
    m_showing = true;
    const IntakeWork &work = m_desk.work();
    const FileOperation &operation = m_desk.operation();
    m_school->setCurrentIndex(qMax(0, m_school->findData(work.request.options.school)));
    m_policy->setCurrentIndex(m_policy->findData(static_cast<int>(work.request.options.policy)));
    m_dates->setCurrentIndex(m_dates->findData(static_cast<int>(work.request.options.dateOrder)));
    m_absent->setCurrentIndex(m_absent->findData(static_cast<int>(work.absent)));
    m_reason->setCurrentIndex(qMax(0, m_reason->findData(work.archiveReason)));
    m_policyField->setVisible(operation.isImport());
    m_datesField->setVisible(operation.isImport());
    m_absentField->setVisible(operation.roster == RosterRequest::Kind::UpgradeByFile);
    m_reasonField->setVisible(!operation.isImport());
    m_how->setText(operation.kind == QLatin1String("students")
                       ? tr("Students are found by previous IDs, state ID, login and local ID, in this order. A name with a date of birth only proposes, it never decides.")
                       : tr("Rows are matched by their IDs. An empty cell keeps what is stored."));
    m_showing = false;
}

void MatchPanel::take()
{
    ImportOptions options = m_desk.work().request.options;
    options.school = m_school->currentData().toString();
    options.policy = static_cast<RowPolicy>(m_policy->currentData().toInt());
    options.dateOrder = static_cast<DateOrder>(m_dates->currentData().toInt());
    m_desk.setOptions(options);
    m_desk.setAbsent(static_cast<RosterRequest::Absent>(m_absent->currentData().toInt()));
    m_desk.setArchiveReason(m_reason->currentData().toString());
    Q_EMIT changed();
}

} // namespace certdesk
