// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <QString>
#include <atomic>

namespace certdesk {

/// How long work tells what it does and learns that it should stop. Implementations are called from the working thread
/// and must be cheap; `cancelled` may be set from any thread (also from a signal handler).
class Progress
{
public:
    virtual ~Progress() = default;
    /// `total` is 0 while it is unknown. `phase` is for the person and holds no data.
    virtual void report(const QString &phase, qint64 done, qint64 total) { Q_UNUSED(phase) Q_UNUSED(done) Q_UNUSED(total) }

    bool isCancelled() const { return m_cancelled.load(std::memory_order_relaxed); }
    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }
    static tl::unexpected<Error> cancelledError();

private:
    std::atomic_bool m_cancelled{false};
};

} // namespace certdesk
