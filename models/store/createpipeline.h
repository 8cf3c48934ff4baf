// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/store/encodedrow.h"

#include <array>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace certdesk {

/// A new record, checked, its derived fields made, hashed and ready to be written.
struct CreatedRow
{
    EncodedRow row;
    qint64 id = 0;
    qint64 version = 0;
    qint64 sourceRow = 0;
    qsizetype change = 0; ///< position in the set of changes
    bool isNew = false;   ///< was never there before
};

/// Makes the rows of many creates on another thread, some blocks ahead of the caller, who writes them meanwhile. What is wrong with
/// a row is thrown by the call that would have given its block.
class CreatePipeline
{
public:
    /// `ids` by position of the change; all arguments have to stay.
    CreatePipeline(EntityKind kind, const QVector<RowChange> &changes, const QVector<qint64> &ids, const std::vector<qsizetype> &positions);
    ~CreatePipeline();
    Q_DISABLE_COPY_MOVE(CreatePipeline)
    /// The next rows, valid until the next call; empty at the end.
    std::vector<CreatedRow> &next();

private:
    using Block = std::vector<CreatedRow>;
    void run();
    void fill(Block &block, std::size_t index) const;
    void make(CreatedRow &row, qsizetype position) const;

    const EntityDef &m_def;
    const QVector<RowChange> &m_changes;
    const QVector<qint64> &m_ids;
    const std::vector<qsizetype> &m_positions;
    std::array<Block, 4> m_ring;
    std::size_t m_taken = 0; ///< blocks the caller has asked for
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::size_t m_made = 0; ///< blocks that are ready; guarded, like the rest
    std::size_t m_done = 0; ///< blocks the caller is through with
    bool m_isStopped = false;
    std::exception_ptr m_failure;
    std::thread m_thread;
};

} // namespace certdesk
