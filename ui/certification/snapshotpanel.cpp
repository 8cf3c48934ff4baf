// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certification/snapshotpanel.h"


#include "ui/certification/runpanel.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QLocale>
#include <QPushButton>

namespace certdesk {

SnapshotPanel::SnapshotPanel(QWidget *parent)
    : QWidget(parent), m_facts(strongLabel(QString())),
      m_explanation(mutedLabel(tr("This frozen state data set is what will be certified. Retake it when it is incomplete or out of date; then review it again."))),
      m_take(new QPushButton), m_review(new RunPanel(WizardStep::Snapshot, tr("Review State Snapshot")))
{
    m_take->setObjectName(QStringLiteral("takeSnapshot"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_facts, 1);
    row->addWidget(m_take);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacing::related);
    column->addLayout(row);
    column->addWidget(m_explanation);
    column->addSpacing(spacing::related);
    column->addWidget(m_review, 1);
    connect(m_take, &QPushButton::clicked, this, [this] { Q_EMIT snapshotWanted(m_hasSnapshot); });
    connect(m_review, &RunPanel::runWanted, this, &SnapshotPanel::runWanted);
    connect(m_review, &RunPanel::resultOpened, this, &SnapshotPanel::resultOpened);
    present(CertificationDetails());
}

void SnapshotPanel::present(const CertificationDetails &view)
{
    m_hasSnapshot = view.facts.currentSnapshot > 0;
    const QLocale locale;
    if (!view.facts.needsSnapshot)
        m_facts->setText(tr("This event needs no snapshot. What the state holds when you sign is certified."));
    else if (m_hasSnapshot)
        m_facts->setText(tr("Snapshot %1 of %2: %3 rows")
                             .arg(view.facts.currentSnapshot)
                             .arg(locale.toString(QDateTime::fromMSecsSinceEpoch(view.snapshotTakenAt), QLocale::ShortFormat), locale.toString(view.snapshotRows)));
    else
        m_facts->setText(tr("There is no snapshot yet."));
    const QString word = m_hasSnapshot ? tr("Retake State Snapshot") : tr("Take Snapshot");
    m_take->setText(word);
    m_take->setAccessibleName(word);
    m_take->setVisible(view.facts.needsSnapshot);
    m_explanation->setVisible(view.facts.needsSnapshot);
    m_review->setVisible(m_hasSnapshot && view.facts.needsSnapshot);
    m_review->present(view);
}

void SnapshotPanel::setRunning(bool running)
{
    m_take->setEnabled(!running);
    m_review->setRunning(running);
}

} // namespace certdesk
