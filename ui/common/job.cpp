// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/job.h"

#include <QFutureWatcher>
#include <QLocale>
#include <QMutex>
#include <QPointer>
#include <QtConcurrent>

namespace certdesk {

/// Takes reports on the working thread and passes at most one at a time to the window: the newest wins.
class Job::Relay : public Progress
{
public:
    explicit Relay(Job *job) : m_job(job) {}

    void report(const QString &phase, qint64 done, qint64 total) override
    {
        const QMutexLocker lock(&m_mutex);
        m_phase = phase;
        m_done = done;
        m_total = total;
        if (m_pending || !m_job)
            return;
        m_pending = true;
        QMetaObject::invokeMethod(m_job, [this, self = m_job] {
            QString phaseNow;
            qint64 doneNow = 0;
            qint64 totalNow = 0;
            {
                const QMutexLocker inner(&m_mutex);
                m_pending = false;
                phaseNow = m_phase;
                doneNow = m_done;
                totalNow = m_total;
            }
            self->take(phaseNow, doneNow, totalNow);
        }, Qt::QueuedConnection);
    }

    void detach()
    {
        const QMutexLocker lock(&m_mutex);
        m_job = nullptr;
    }

private:
    QMutex m_mutex;
    Job *m_job;
    QString m_phase;
    qint64 m_done = 0;
    qint64 m_total = 0;
    bool m_pending = false;
};

Job::Job(const QString &title, const QString &unit, QObject *parent)
    : QObject(parent), m_title(title), m_unit(unit), m_relay(std::make_shared<Relay>(this))
{
    m_clock.start();
}

Job::~Job()
{
    m_relay->cancel();
    m_relay->detach();
}

Job *Job::start(const QString &title, const QString &unit, Work work, QObject *parent)
{
    auto *job = new Job(title, unit, parent);
    auto *watcher = new QFutureWatcher<Result<Notice>>(job);
    connect(watcher, &QFutureWatcherBase::finished, job, [job, watcher] { job->finish(watcher->result()); });
    watcher->setFuture(QtConcurrent::run(
        [work = std::move(work), progress = job->progress()]() -> Result<Notice> { return work(*progress); }));
    return job;
}

std::shared_ptr<Progress> Job::progress() const
{
    return m_relay;
}

void Job::take(const QString &phase, qint64 done, qint64 total)
{
    if (!isRunning())
        return;
    m_phase = phase;
    m_done = done;
    m_total = total;
    Q_EMIT changed();
}

void Job::finish(const Result<Notice> &result)
{
    if (!isRunning())
        return;
    if (result) {
        m_state = State::Finished;
        m_notice = *result;
    } else {
        m_error = result.error();
        m_state = m_error.kind == Error::Kind::Cancelled ? State::Cancelled : State::Failed;
    }
    Q_EMIT changed();
    Q_EMIT ended();
}

void Job::cancel()
{
    m_relay->cancel();
    Q_EMIT changed();
}

QString Job::countText() const
{
    if (m_total <= 0)
        return m_phase;
    const QLocale locale;
    return tr("%1 of %2 %3").arg(locale.toString(m_done), locale.toString(m_total), m_unit);
}

QString Job::remainingText() const
{
    return isRunning() ? remainingText(m_clock.elapsed(), m_done, m_total) : QString();
}

QString Job::remainingText(qint64 elapsedMs, qint64 done, qint64 total)
{
    if (elapsedMs < 2000 || done <= 0 || total <= done)
        return {};
    const double perItem = static_cast<double>(elapsedMs) / static_cast<double>(done);
    const int seconds = static_cast<int>(perItem * static_cast<double>(total - done) / 1000.0) + 1;
    if (seconds < 60)
        return tr("about %n second(s) left", nullptr, seconds);
    return tr("about %n minute(s) left", nullptr, (seconds + 59) / 60);
}

} // namespace certdesk
