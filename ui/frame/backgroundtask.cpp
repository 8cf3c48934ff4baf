// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/backgroundtask.h"

#include <QtConcurrent>

namespace certdesk {

BackgroundTask::BackgroundTask(int restMilliseconds, int everyMilliseconds, QObject *parent) : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    m_every.setInterval(everyMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &BackgroundTask::runNow);
    connect(&m_every, &QTimer::timeout, this, &BackgroundTask::runNow);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &BackgroundTask::take);
}

BackgroundTask::~BackgroundTask()
{
    stop();
}

void BackgroundTask::start(Work work)
{
    stop();
    m_work = std::move(work);
    if (m_every.interval() > 0)
        m_every.start();
    runSoon();
}

void BackgroundTask::stop()
{
    m_work = {};
    m_again = false;
    m_rest.stop();
    m_every.stop();
    if (m_progress)
        m_progress->cancel();
}

void BackgroundTask::runSoon()
{
    // Not started anew by each change: constant changes must not put it off for ever.
    if (m_work && !m_rest.isActive())
        m_rest.start();
}

void BackgroundTask::runNow()
{
    if (!m_work)
        return;
    m_rest.stop();
    m_again = isRunning();
    if (m_again)
        return;
    m_progress = std::make_shared<Progress>();
    m_watcher.setFuture(QtConcurrent::run(&m_thread, [work = m_work, progress = m_progress]() -> Result<bool> { return work(*progress); }));
    Q_EMIT began();
}

void BackgroundTask::take()
{
    const bool isOfBefore = m_progress->isCancelled();
    m_result = m_watcher.result();
    if (!isOfBefore)
        Q_EMIT ended();
    if (m_again || isOfBefore)
        runSoon();
    m_again = false;
}

} // namespace certdesk
