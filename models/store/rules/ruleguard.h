// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connection.h"

#include <QElapsedTimer>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace certdesk {

class Progress;

/// While it lives, a connection runs nothing but reading of domain tables, for a limited time, and stops when the progress is
/// cancelled (C-303). On PostgreSQL this needs an open read-only transaction; after a failure, rollBack() makes it usable again.
class RuleGuard
{
public:
    /// `known`: the rules have been compiled under guard before; their prepared statements stay usable.
    RuleGuard(Connection &connection, int milliseconds, Progress *progress, bool known = false);
    ~RuleGuard();
    RuleGuard(const RuleGuard &) = delete;
    RuleGuard &operator=(const RuleGuard &) = delete;

    void rollBack();
    bool wasTooSlow() const { return m_timer.elapsed() >= m_milliseconds; }
    /// Asked by SQLite every few thousand steps.
    bool mustStop() const;

private:
    void watch(int backend, const DatabaseUrl &url);

    Connection &m_connection;
    int m_milliseconds;
    Progress *m_progress;
    QElapsedTimer m_timer;
    std::mutex m_mutex;
    std::condition_variable m_over;
    bool m_isOver = false;
    bool m_known;
    std::thread m_watch; ///< PostgreSQL only: carries a cancel to the server
};

/// A statement text that no rule may hold: several statements, a clock, chance, or anything beyond the domain tables. Empty: fine.
QString forbiddenWord(const QString &sql);

} // namespace certdesk
