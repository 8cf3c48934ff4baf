// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/issueeditor.h"

#include "ui/common/announce.h"
#include "ui/common/flowlayout.h"
#include "ui/common/form.h"
#include "ui/common/style.h"
#include "ui/common/text.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace certdesk {

IssueEditor::IssueEditor(const KeptRow &row, const QString &assignedTo, QWidget *parent) : QWidget(parent), m_cells(row.cells())
{
    setObjectName(QStringLiteral("issueEditor"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, spacing::related, spacing::related);
    column->setSpacing(spacing::related);
    column->addWidget(sectionLabel(tr("Row %1 of batch %2").arg(row.row).arg(row.batch)));
    bool isWaiting = false;
    for (const BatchIssue &issue : row.issues) {
        isWaiting = isWaiting || issue.state == QLatin1String("waiting");
        column->addWidget(bodyLabel(QStringLiteral("%1  %2. %3").arg(issue.code, issue.message, issue.next)));
    }
    auto *form = new FormSection(tr("Correct it here"));
    int number = 0;
    for (auto cell = m_cells.constBegin(); cell != m_cells.constEnd(); ++cell) {
        auto *input = new QLineEdit(cell.value().toString());
        input->setObjectName(QStringLiteral("issueCell_%1").arg(number++));
        m_inputs.insert(cell.key(), input);
        form->add(cell.key(), input);
    }
    column->addWidget(form);
    auto *retry = new QPushButton(tr("Check and apply"));
    named(retry, "retryIssueButton", tr("Check the corrected row and apply it"));
    makePrimary(retry);
    retry->setEnabled(row.isOpen() && !m_cells.isEmpty());
    column->addWidget(retry, 0, Qt::AlignLeft);
    auto *person = new QLineEdit(assignedTo);
    person->setObjectName(QStringLiteral("assignIssueInput"));
    auto *reason = new QLineEdit;
    reason->setObjectName(QStringLiteral("dismissReasonInput"));
    auto *other = new FormSection(tr("Or"));
    other->add(tr("Assigned to"), person);
    other->add(tr("Reason for dismissing"), reason);
    column->addWidget(other);
    auto *assign = new QPushButton(tr("Assign"));
    auto *wait = new QPushButton(isWaiting ? tr("Open again") : tr("Set waiting"));
    auto *dismiss = new QPushButton(tr("Dismiss"));
    named(assign, "assignIssueButton", tr("Assign the row to this person"));
    named(wait, "waitIssueButton", isWaiting ? tr("The row waits no longer") : tr("The row waits for somebody else"));
    named(dismiss, "dismissIssueButton", tr("Dismiss the row with this reason"));
    dismiss->setEnabled(false);
    auto *ways = new QWidget;
    ways->setLayout(new FlowLayout);
    for (QPushButton *way : {assign, wait, dismiss}) {
        way->setEnabled(way->isEnabled() && row.isOpen());
        ways->layout()->addWidget(way);
    }
    column->addWidget(ways);
    column->addStretch(1);
    connect(retry, &QPushButton::clicked, this, [this] { Q_EMIT retryWanted(cells()); });
    connect(assign, &QPushButton::clicked, this, [this, person] { Q_EMIT assignWanted(person->text()); });
    connect(wait, &QPushButton::clicked, this, [this, isWaiting] { Q_EMIT waitingWanted(!isWaiting); });
    connect(dismiss, &QPushButton::clicked, this, [this, reason] { Q_EMIT dismissWanted(reason->text().trimmed()); });
    connect(reason, &QLineEdit::textChanged, dismiss, [dismiss, isOpen = row.isOpen()](const QString &text) { dismiss->setEnabled(isOpen && !text.trimmed().isEmpty()); });
}

QJsonObject IssueEditor::cells() const
{
    QJsonObject cells = m_cells;
    for (auto input = m_inputs.cbegin(); input != m_inputs.cend(); ++input)
        cells.insert(input.key(), (*input)->text());
    return cells;
}

} // namespace certdesk
