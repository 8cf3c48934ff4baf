// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/jobs.h"

#include "ui/common/announce.h"
#include "ui/common/icons.h"
#include "ui/common/style.h"
#include "ui/common/stylepaint.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace certdesk {

void JobList::add(Job *job)
{
    job->setParent(this);
    m_jobs.prepend(job);
    connect(job, &Job::changed, this, &JobList::changed);
    connect(job, &Job::ended, this, [this, job] { Q_EMIT ended(job); });
    Q_EMIT added(job);
    Q_EMIT changed();
    if (!job->isRunning())
        Q_EMIT ended(job);
}

int JobList::runningCount() const
{
    int running = 0;
    for (const Job *job : m_jobs)
        running += job->isRunning() ? 1 : 0;
    return running;
}

void JobList::clearEnded()
{
    for (qsizetype i = m_jobs.size() - 1; i >= 0; --i)
        if (!m_jobs[i]->isRunning())
            m_jobs.takeAt(i)->deleteLater();
    Q_EMIT changed();
}

void JobList::cancelAll()
{
    for (Job *job : std::as_const(m_jobs))
        if (job->isRunning())
            job->cancel();
}

JobBar::JobBar(Job *job, QWidget *parent)
    : QFrame(parent), m_job(job), m_title(strongLabel(job->title(), this)), m_sign(new QLabel(this)),
      m_bar(new QProgressBar(this)), m_counts(mutedLabel({}, this)), m_cancel(new QPushButton(tr("Cancel"), this)),
      m_show(new QPushButton(tr("Show"), this))
{
    setObjectName(QStringLiteral("jobBar"));
    named(m_bar, "jobProgress", job->title());
    named(m_cancel, "jobCancelButton", tr("Cancel: %1").arg(job->title()));
    named(m_show, "jobShowButton", tr("Show the result of: %1").arg(job->title()));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    m_title->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(spacing::grid);
    words->addWidget(m_title);
    words->addWidget(m_bar);
    words->addWidget(m_counts);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, spacing::related, 0, spacing::related);
    row->setSpacing(spacing::related);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_cancel, 0, Qt::AlignVCenter);
    row->addWidget(m_show, 0, Qt::AlignVCenter);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_job->cancel(); });
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT showRequested(m_job->notice().leadsTo); });
    connect(job, &Job::changed, this, &JobBar::follow);
    follow();
}

void JobBar::follow()
{
    const bool running = m_job->isRunning();
    m_bar->setVisible(running);
    m_cancel->setVisible(running);
    m_sign->setVisible(!running);
    m_show->setVisible(!running && !m_job->notice().leadsTo.isEmpty());
    if (!running)
        return followEnd();
    if (m_job->progress()->isCancelled()) {
        m_cancel->setEnabled(false);
        m_counts->setText(tr("Stopping; nothing half-done is kept"));
        return;
    }
    // The bar counts in thousandths, so that totals beyond 2³¹ fit.
    m_bar->setRange(0, m_job->total() > 0 ? 1000 : 0);
    if (m_job->total() > 0)
        m_bar->setValue(static_cast<int>(1000.0 * static_cast<double>(m_job->done()) / static_cast<double>(m_job->total())));
    const QString remaining = m_job->remainingText();
    const QString counts = m_job->countText();
    m_counts->setText(remaining.isEmpty() ? counts : tr("%1 · %2").arg(counts, remaining));
}

void JobBar::followEnd()
{
    Tone tone = Tone::Good;
    QString sentence = m_job->notice().sentence;
    if (m_job->state() == Job::State::Failed) {
        tone = Tone::Problem;
        sentence = m_job->error().message;
    } else if (m_job->state() == Job::State::Cancelled) {
        tone = Tone::Neutral;
        sentence = tr("Cancelled; nothing was changed");
    }
    m_sign->setPixmap(icons::pixmap(theme::toneIcon(tone), theme::scaled(20, font()), theme::toneColour(tone, palette()), devicePixelRatioF()));
    m_counts->setText(sentence);
    announce(this, tr("%1: %2").arg(m_job->title(), sentence));
}

JobsPopup::JobsPopup(JobList *jobs, QWidget *parent)
    : QFrame(parent), m_jobs(jobs), m_inside(new QWidget), m_column(new QVBoxLayout(m_inside)),
      m_empty(mutedLabel(tr("Nothing is running."), this)), m_clear(new QPushButton(tr("Clear the finished ones"), this))
{
    setObjectName(QStringLiteral("jobsPopup"));
    setAccessibleName(tr("Jobs"));
    named(m_clear, "clearJobsButton", tr("Clear the finished jobs"));
    makeLink(m_clear);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_inside);
    scroll->viewport()->setAutoFillBackground(false);
    m_inside->setAutoFillBackground(false);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(spacing::group, spacing::group, spacing::group, spacing::related);
    outer->addWidget(sectionLabel(tr("Jobs"), this));
    outer->addWidget(m_empty);
    outer->addWidget(scroll, 1);
    outer->addWidget(m_clear, 0, Qt::AlignLeft);
    connect(m_jobs, &JobList::changed, this, &JobsPopup::rebuild);
    connect(m_clear, &QPushButton::clicked, m_jobs, &JobList::clearEnded);
    rebuild();
}

QSize JobsPopup::sizeHint() const
{
    const int rows = qBound(1, static_cast<int>(m_jobs->jobs().size()), 4);
    return QSize(theme::scaled(420, font()), theme::scaled(96, font()) + rows * theme::scaled(76, font()));
}

void JobsPopup::rebuild()
{
    const auto &jobs = m_jobs->jobs();
    const auto bars = m_inside->findChildren<JobBar *>(QString(), Qt::FindDirectChildrenOnly);
    QVector<Job *> shown;
    for (JobBar *bar : bars) {
        if (jobs.contains(bar->job())) {
            shown.append(bar->job());
            continue;
        }
        m_column->removeWidget(bar);
        bar->hide();
        bar->deleteLater();
    }
    bool ended = false;
    for (qsizetype i = 0; i < jobs.size(); ++i) {
        ended = ended || !jobs[i]->isRunning();
        if (shown.contains(jobs[i]))
            continue;
        auto *bar = new JobBar(jobs[i], m_inside);
        connect(bar, &JobBar::showRequested, this, &JobsPopup::showRequested);
        m_column->insertWidget(static_cast<int>(i), bar);
        bar->show();
    }
    m_empty->setVisible(jobs.isEmpty());
    m_clear->setVisible(ended);
    updateGeometry();
}

void JobsPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    stylepaint::box(&painter, rect(), palette().color(QPalette::Base), theme::controlBorder(palette()), 1, spacing::radius);
}

} // namespace certdesk
