// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/importreviewpanel.h"

#include "ui/common/announce.h"
#include "ui/common/card.h"
#include "ui/common/flowlayout.h"
#include "ui/common/statuschip.h"
#include "ui/common/text.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLocale>
#include <QRadioButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace certdesk {

namespace {

constexpr int shownProblems = 500;
constexpr int tableHeight = 220;

Tone toneOf(RowStatus status, bool heldBack)
{
    if (heldBack)
        return status == RowStatus::Error || status == RowStatus::Conflict ? Tone::Problem : Tone::Waiting;
    if (status == RowStatus::Unchanged || status == RowStatus::Skipped)
        return Tone::Neutral;
    return status == RowStatus::Duplicate ? Tone::Attention : Tone::Good;
}

QTableWidget *table(const char *objectName, const QString &accessible, const QStringList &headers)
{
    auto *widget = new QTableWidget(0, static_cast<int>(headers.size()));
    named(widget, objectName, accessible);
    widget->setHorizontalHeaderLabels(headers);
    widget->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    widget->horizontalHeader()->setStretchLastSection(true);
    widget->verticalHeader()->hide();
    widget->setEditTriggers(QAbstractItemView::NoEditTriggers);
    widget->setSelectionBehavior(QAbstractItemView::SelectRows);
    widget->setShowGrid(false);
    widget->setMinimumHeight(tableHeight);
    return widget;
}

void put(QTableWidget *table, int row, const QStringList &cells)
{
    for (int i = 0; i < cells.size(); ++i) {
        auto *item = new QTableWidgetItem(cells[i]);
        item->setToolTip(cells[i]);
        table->setItem(row, i, item);
    }
}

} // namespace

ImportReviewPanel::ImportReviewPanel(QWidget *parent)
    : QWidget(parent), m_counts(new QWidget(this)), m_decisionCard(new Card(tr("What you decide"), this)), m_decisions(new QVBoxLayout),
      m_all(new QRadioButton(tr("All rows or none"))), m_good(new QRadioButton(tr("Only the good rows; the others are kept as issues"))),
      m_problemCard(new Card(tr("Problems"), this)),
      m_problems(table("importProblems", tr("Problems of the file"), {tr("Row"), tr("Code"), tr("Value"), tr("What is wrong"), tr("What to do")})),
      m_columnCard(new Card(tr("Columns"), this)),
      m_columns(table("importColumns", tr("Columns of the file"), {tr("Column of the file"), tr("Becomes"), tr("How sure")}))
{
    m_counts->setObjectName(QStringLiteral("importCounts"));
    m_counts->setLayout(new FlowLayout);
    named(m_all, "allRowsRadio", m_all->text());
    named(m_good, "goodRowsRadio", m_good->text());
    m_decisionCard->content()->addLayout(m_decisions);
    m_decisionCard->content()->addWidget(m_all);
    m_decisionCard->content()->addWidget(m_good);
    m_problemCard->content()->addWidget(m_problems);
    m_columnCard->content()->addWidget(m_columns);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, spacing::related, spacing::related);
    column->setSpacing(spacing::group);
    column->addWidget(m_counts);
    column->addWidget(m_decisionCard);
    column->addWidget(m_problemCard);
    column->addWidget(m_columnCard);
    column->addStretch(1);
    connect(m_good, &QRadioButton::toggled, this, &ImportReviewPanel::modeChanged);
}

QString ImportReviewPanel::statusTitle(RowStatus status)
{
    switch (status) {
    case RowStatus::Skipped:
        return tr("left out");
    case RowStatus::Error:
        return tr("in error");
    case RowStatus::Duplicate:
        return tr("twice in the file");
    case RowStatus::Conflict:
        return tr("in conflict");
    case RowStatus::Migrate:
        return tr("come from another school");
    case RowStatus::Restore:
        return tr("come back from the archive");
    case RowStatus::Archive:
        return tr("go to the archive");
    case RowStatus::Rollback:
        return tr("go back a grade");
    case RowStatus::Promote:
        return tr("promoted");
    case RowStatus::Retain:
        return tr("stay in the grade");
    case RowStatus::Create:
        return tr("new");
    case RowStatus::Update:
        return tr("changed");
    case RowStatus::Unchanged:
        break;
    }
    return tr("unchanged");
}

CommitMode ImportReviewPanel::mode() const
{
    return m_good->isChecked() ? CommitMode::GoodRows : CommitMode::AllOrNothing;
}

void ImportReviewPanel::forget()
{
    m_accepted.clear();
}

void ImportReviewPanel::showPlan(const ImportPlan &plan, CommitMode usual)
{
    if (m_accepted.isEmpty() && !m_all->isChecked() && !m_good->isChecked())
        (usual == CommitMode::GoodRows ? m_good : m_all)->setChecked(true);
    showCounts(plan);
    showDecisions(plan);
    showProblems(plan);
    showColumns(plan);
}

void ImportReviewPanel::showCounts(const ImportPlan &plan)
{
    const auto old = m_counts->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *chip : old) {
        m_counts->layout()->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
    const QLocale locale;
    const auto add = [this](Tone tone, const QString &words) {
        auto *chip = new StatusChip(tone, words, m_counts);
        m_counts->layout()->addWidget(chip);
        chip->show();
    };
    for (int i = 0; i < rowStatusCount; ++i) {
        const auto status = static_cast<RowStatus>(i);
        if (plan.count(status) > 0)
            add(toneOf(status, holdsBack(status, plan.options)), tr("%1 %2").arg(locale.toString(plan.count(status)), statusTitle(status)));
    }
    add(Tone::Neutral, tr("= %1 rows of the file").arg(locale.toString(plan.rowCount())));
    m_counts->updateGeometry();
}

void ImportReviewPanel::showDecisions(const ImportPlan &plan)
{
    while (QLayoutItem *item = m_decisions->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (const RowStatus status : {RowStatus::Migrate, RowStatus::Restore, RowStatus::Archive, RowStatus::Rollback, RowStatus::Retain}) {
        if (plan.count(status) == 0)
            continue;
        const QString name = rowStatusName(status);
        auto *accept = new QCheckBox(tr("Accept %1 that %2").arg(QLocale().toString(plan.count(status)), statusTitle(status)), m_decisionCard);
        accept->setObjectName(QStringLiteral("accept_") + name);
        accept->setAccessibleName(accept->text());
        accept->setChecked(m_accepted.contains(name));
        connect(accept, &QCheckBox::toggled, this, [this, name](bool on) {
            if (on)
                m_accepted.insert(name);
            else
                m_accepted.remove(name);
            Q_EMIT acceptedChanged();
        });
        m_decisions->addWidget(accept);
    }
    m_decisionCard->setVisible(plan.heldBack() > 0 || !m_accepted.isEmpty());
}

void ImportReviewPanel::showProblems(const ImportPlan &plan)
{
    const IntakeFindings all = plan.fileFindings + plan.rowFindings;
    const int shown = static_cast<int>(qMin<qsizetype>(all.size(), shownProblems));
    m_problems->setRowCount(shown);
    for (int i = 0; i < shown; ++i) {
        const IntakeFinding &finding = all[i];
        put(m_problems, i, {finding.row > 0 ? QString::number(finding.row) : tr("file"), finding.code, finding.value, finding.message, finding.next});
    }
    m_problems->resizeColumnsToContents();
    if (shown > 0)
        m_problems->selectRow(0);
    m_problemCard->setTitle(all.size() > shown ? tr("Problems: the first %1 of %2").arg(shown).arg(all.size()) : tr("Problems"));
    m_problemCard->setVisible(shown > 0);
}

void ImportReviewPanel::showColumns(const ImportPlan &plan)
{
    const auto &columns = plan.mapping.columns;
    m_columns->setRowCount(static_cast<int>(columns.size()));
    for (int i = 0; i < columns.size(); ++i) {
        const ColumnMatch &match = columns[i];
        const bool used = match.applied && !match.field.isEmpty();
        put(m_columns, i, {match.column, used ? QString(match.field).replace(QLatin1Char('_'), QLatin1Char(' ')) : tr("not used"),
                           used ? QLocale().toString(qRound(match.confidence * 100)) + QStringLiteral(" %") : QString()});
    }
    m_columns->resizeColumnsToContents();
}

} // namespace certdesk
