// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certification/runpanel.h"


#include "ui/common/emptystate.h"
#include "ui/common/icons.h"
#include "ui/certification/tones.h"
#include "ui/common/text.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <algorithm>
#include <iterator>

namespace certdesk {

namespace {

constexpr int resultRole = Qt::UserRole;

QVector<RunFacts> newestFirst(const QVector<RunFacts> &all, WizardStep step)
{
    QVector<RunFacts> runs;
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(runs), [step](const RunFacts &run) { return run.step == step; });
    std::sort(runs.begin(), runs.end(), [](const RunFacts &left, const RunFacts &right) {
        return left.requestedAt != right.requestedAt ? left.requestedAt > right.requestedAt : left.id > right.id;
    });
    return runs;
}

} // namespace

RunPanel::RunPanel(WizardStep step, const QString &action, QWidget *parent)
    : QWidget(parent), m_step(step), m_format(new QComboBox), m_run(new QPushButton(action)),
      m_open(new TextLabel(TextLabel::Kind::Problem, QString())), m_results(new QTreeWidget), m_empty(new EmptyState)
{
    m_format->setObjectName(stepName(step) + QStringLiteral("Format"));
    m_format->setAccessibleName(tr("Format of the report"));
    for (const char *format : {"HTML", "PDF", "CSV", "XLSX"})
        m_format->addItem(QLatin1String(format), QString::fromLatin1(format).toLower());
    m_run->setObjectName(stepName(step) + QStringLiteral("Run"));
    m_run->setAccessibleName(action);
    m_results->setObjectName(stepName(step) + QStringLiteral("Results"));
    m_results->setAccessibleName(tr("Reports of this step"));
    m_results->setHeaderLabels({tr("Report"), tr("Status"), tr("Requested"), tr("FATAL"), tr("Viewed by me")});
    m_results->setRootIsDecorated(false);
    m_results->header()->setStretchLastSection(false);
    for (int column = 0; column < 5; ++column)
        m_results->header()->setSectionResizeMode(column, column == 0 ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    m_empty->setReason(tr("No report yet"), tr("The report says what is wrong, how to put it right, and counts every record."), action,
                       QStringLiteral("picture-empty"));
    auto *tools = new QHBoxLayout;
    tools->addWidget(bodyLabel(tr("Format")));
    tools->addWidget(m_format);
    tools->addWidget(m_run);
    tools->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacing::related);
    column->addLayout(tools);
    column->addWidget(m_open);
    column->addWidget(m_results, 1);
    column->addWidget(m_empty, 1);
    const auto run = [this] { Q_EMIT runWanted(m_step, format()); };
    connect(m_run, &QPushButton::clicked, this, run);
    connect(m_empty, &EmptyState::nextStepWanted, this, run);
    connect(m_results, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) { Q_EMIT resultOpened(item->data(0, resultRole).toLongLong()); });
    connect(m_results, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item, int clicked) {
        if (clicked == 0)
            Q_EMIT resultOpened(item->data(0, resultRole).toLongLong());
    });
    present(CertificationDetails());
}

QString RunPanel::format() const
{
    return m_format->currentData().toString();
}

void RunPanel::present(const CertificationDetails &view)
{
    fillResults(view);
    const bool any = m_results->topLevelItemCount() > 0;
    m_results->setVisible(any);
    m_empty->setVisible(!any);
    QString open;
    const QVector<RunFacts> runs = newestFirst(view.facts.runs, m_step);
    if (!runs.isEmpty() && runs.first().fatal > 0)
        open = tr("%n FATAL finding(s) open in %1.", nullptr, static_cast<int>(runs.first().fatal)).arg(runs.first().fatalRules.join(QLatin1String(", ")));
    m_open->setText(open);
    m_open->setVisible(!open.isEmpty());
}

void RunPanel::fillResults(const CertificationDetails &view)
{
    const qint64 selected = m_results->currentItem() ? m_results->currentItem()->data(0, resultRole).toLongLong() : 0;
    m_results->clear();
    for (const RunFacts &run : newestFirst(view.facts.runs, m_step)) {
        const QString requested = QLocale().toString(QDateTime::fromMSecsSinceEpoch(run.requestedAt), QLocale::ShortFormat);
        auto *item = new QTreeWidgetItem(m_results, {run.title, labelOfCode(run.status), requested, QLocale().toString(run.fatal), run.isViewed ? tr("yes") : tr("no")});
        item->setData(0, resultRole, run.id);
        item->setTextAlignment(3, Qt::AlignRight | Qt::AlignVCenter);
        item->setForeground(1, theme::toneColour(toneOfStatus(run.status), palette()));
        item->setIcon(1, icons::icon(theme::toneIcon(toneOfStatus(run.status)), theme::toneColour(toneOfStatus(run.status), palette())));
        if (run.status == QLatin1String("RES_COMPLETED")) {
            item->setForeground(0, theme::accent(palette()));
            item->setToolTip(0, tr("Open the report"));
        } else if (!run.failure.isEmpty()) {
            item->setToolTip(1, run.failure);
        }
        if (run.id == selected)
            m_results->setCurrentItem(item);
    }
}

void RunPanel::setRunning(bool running)
{
    m_run->setEnabled(!running);
    m_run->setToolTip(running ? tr("A report is running; you can leave this page meanwhile.") : QString());
}

} // namespace certdesk
