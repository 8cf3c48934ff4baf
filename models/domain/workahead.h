// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

namespace certdesk {

/// Numbered blocks that are made on another thread, a few ahead of the caller, who takes them in order. Blocks are used again,
/// so that what they hold in memory need not be asked for again. An exception of the maker is thrown by the call that would have
/// given its block. A single block is made by the caller's thread: another would cost more than it saves.
template <class Block> class WorkAhead
{
public:
    using Maker = std::function<void(Block &, std::size_t)>;

    WorkAhead(std::size_t blocks, Maker maker) : m_blocks(blocks), m_maker(std::move(maker))
    {
        if (blocks > 1)
            m_thread = std::thread([this] { run(); });
    }
    ~WorkAhead()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isStopped = true;
        }
        m_changed.notify_all();
        if (m_thread.joinable())
            m_thread.join();
    }
    WorkAhead(const WorkAhead &) = delete;
    WorkAhead &operator=(const WorkAhead &) = delete;

    /// Valid until the next call; null at the end.
    Block *next()
    {
        if (m_taken == m_blocks)
            return nullptr;
        const std::size_t index = m_taken++;
        Block &block = m_ring[index % m_ring.size()];
        if (!m_thread.joinable()) {
            m_maker(block, index);
            return &block;
        }
        std::unique_lock lock(m_mutex);
        m_done = index;
        m_changed.notify_all();
        m_changed.wait(lock, [&] { return m_made > index || m_failure; });
        if (m_made <= index)
            std::rethrow_exception(m_failure);
        return &block;
    }

private:
    void run()
    {
        try {
            for (std::size_t index = 0; index < m_blocks; ++index) {
                std::unique_lock lock(m_mutex);
                m_changed.wait(lock, [&] { return m_isStopped || index < m_done + m_ring.size(); });
                if (m_isStopped)
                    return;
                lock.unlock();
                m_maker(m_ring[index % m_ring.size()], index);
                lock.lock();
                m_made = index + 1;
                lock.unlock();
                m_changed.notify_all();
            }
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            m_failure = std::current_exception();
        }
        m_changed.notify_all();
    }

    const std::size_t m_blocks;
    const Maker m_maker;
    std::array<Block, 6> m_ring;
    std::size_t m_taken = 0; ///< blocks the caller has asked for
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::size_t m_made = 0; ///< blocks that are ready; guarded, like the rest
    std::size_t m_done = 0; ///< blocks the caller is through with
    bool m_isStopped = false;
    std::exception_ptr m_failure;
    std::thread m_thread; ///< last: it uses all the others
};

} // namespace certdesk
