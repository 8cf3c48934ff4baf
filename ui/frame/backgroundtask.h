// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/progress.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <functional>
#include <memory>

namespace certdesk {

/// Work that the window repeats by itself on a thread of its own: a little after it was asked for, and at least every so
/// often. It never runs twice at once; what is asked for while it runs, runs again afterwards. GUI thread.
class BackgroundTask : public QObject
{
    Q_OBJECT

public:
    /// Gets values only; what it opens, it opens itself. True: something was done that others should see.
    using Work = std::function<Result<bool>(Progress &)>;

    /// `restMilliseconds`: gathers what comes together; `everyMilliseconds`: 0 for never by itself.
    BackgroundTask(int restMilliseconds, int everyMilliseconds, QObject *parent = nullptr);
    /// Work that runs is asked to end; the thread is waited for.
    ~BackgroundTask() override;

    void start(Work work);
    /// Nothing of what runs is told afterwards.
    void stop();
    void runSoon();
    void runNow();
    bool isStarted() const { return bool(m_work); }
    bool isRunning() const { return m_watcher.isRunning(); }
    /// What the work said last.
    const Result<bool> &result() const { return m_result; }

Q_SIGNALS:
    void began();
    /// Its result is there.
    void ended();

private:
    void take();

    Work m_work;
    QTimer m_rest;
    QTimer m_every;
    QFutureWatcher<Result<bool>> m_watcher;
    std::shared_ptr<Progress> m_progress;
    Result<bool> m_result = false;
    bool m_again = false;
    QThreadPool m_thread; ///< its end waits for the work
};

} // namespace certdesk
