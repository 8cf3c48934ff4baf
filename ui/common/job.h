// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/progress.h"
#include "ui/common/pageaddress.h"

#include <QElapsedTimer>
#include <QObject>
#include <functional>
#include <memory>

namespace certdesk {

/// Long work as the window sees it (W-050): counts, remaining time, cancel, and a notice that leads to its result.
/// The work itself runs on a thread of the pool and gets a Progress; everything else here is GUI thread only.
class Job : public QObject
{
    Q_OBJECT

public:
    enum class State { Running, Finished, Failed, Cancelled };
    /// What the finished work says: one sentence ("960 students created") and where it is seen. An empty one ends silently.
    struct Notice
    {
        QString sentence;
        PageAddress leadsTo;
        qint64 undoBatch = 0;
    };
    using Work = std::function<Result<Notice>(Progress &)>;

    /// `unit` follows the counts: "rows" in "34,120 of 100,000 rows". Starts at once.
    static Job *start(const QString &title, const QString &unit, Work work, QObject *parent = nullptr);
    /// For work that a store thread runs: hand `progress()` to it and call finish() with the answer.
    explicit Job(const QString &title, const QString &unit, QObject *parent = nullptr);
    ~Job() override;

    std::shared_ptr<Progress> progress() const;
    void finish(const Result<Notice> &result);

    QString title() const { return m_title; }
    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Running; }
    QString phase() const { return m_phase; }
    qint64 done() const { return m_done; }
    qint64 total() const { return m_total; }
    const Notice &notice() const { return m_notice; }
    const Error &error() const { return m_error; }
    /// "34,120 of 100,000 rows", or the phase alone while no total is known.
    QString countText() const;
    /// Empty in the first two seconds and while nothing can be said: "about 40 seconds left".
    QString remainingText() const;
    static QString remainingText(qint64 elapsedMs, qint64 done, qint64 total);
    /// Asks the work to stop; it ends as Cancelled once the work has seen it.
    void cancel();

Q_SIGNALS:
    void changed();
    void ended();

private:
    class Relay;
    void take(const QString &phase, qint64 done, qint64 total);

    QString m_title;
    QString m_unit;
    QString m_phase;
    qint64 m_done = 0;
    qint64 m_total = 0;
    State m_state = State::Running;
    Notice m_notice;
    Error m_error;
    QElapsedTimer m_clock;
    std::shared_ptr<Relay> m_relay;
};

} // namespace certdesk
