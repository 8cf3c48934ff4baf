// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/viewreader.h"

#include <QMutex>
#include <QWaitCondition>
#include <atomic>

namespace certdesk {

/// Where the database thread leaves rows for a table. The table takes them when the event loop tells it to, or a moment
/// earlier when it is about to paint them. Thread safe.
class RowMailbox
{
public:
    struct Letter
    {
        quint64 epoch = 0;
        QVector<qint64> asked;
        QVector<ViewRow> rows;
        bool again = false; ///< rows that were here before and are read because they may have changed
        bool dropped = false;
        std::optional<Error> error;
    };

    /// What was asked for before is not wanted any more (other columns).
    void startEpoch() { ++m_epoch; }
    quint64 epoch() const { return m_epoch.load(); }
    /// Numbers requests, so that the database thread can leave out those that a newer jump has overtaken.
    quint64 nextTicket() { return ++m_ticket; }
    bool isOvertaken(quint64 ticket) const { return ticket + mostWaiting < m_ticket.load(); }

    /// The newest question for ids; older ones need not be answered. 0 when the table is gone.
    void setGeneration(quint64 generation) { m_generation = generation; }
    bool isWanted(quint64 generation) const { return m_generation.load() == generation; }

    void put(Letter letter)
    {
        const QMutexLocker lock(&m_mutex);
        if (m_closed)
            return;
        m_letters.append(std::move(letter));
        m_arrived.wakeAll();
    }
    /// Waits at most `milliseconds` for a letter when there is none.
    QVector<Letter> take(int milliseconds)
    {
        const QMutexLocker lock(&m_mutex);
        if (m_letters.isEmpty() && milliseconds > 0)
            m_arrived.wait(&m_mutex, static_cast<unsigned long>(milliseconds));
        return std::exchange(m_letters, {});
    }
    void close()
    {
        const QMutexLocker lock(&m_mutex);
        m_closed = true;
        m_generation = 0;
        m_letters.clear();
    }

private:
    static constexpr quint64 mostWaiting = 6;
    QMutex m_mutex;
    QWaitCondition m_arrived;
    QVector<Letter> m_letters;
    bool m_closed = false;
    std::atomic<quint64> m_epoch{0};
    std::atomic<quint64> m_ticket{0};
    std::atomic<quint64> m_generation{0};
};

} // namespace certdesk
