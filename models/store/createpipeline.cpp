// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/createpipeline.h"

#include "models/store/rowcodec.h"

#include <algorithm>

namespace certdesk {

namespace {
/// Rows that go from thread to thread at once; below it another thread costs more than it saves.
constexpr std::size_t rowsABlock = 256;
} // namespace

CreatePipeline::CreatePipeline(EntityKind kind, const QVector<RowChange> &changes, const QVector<qint64> &ids, const std::vector<qsizetype> &positions)
    : m_def(entityDef(kind)), m_changes(changes), m_ids(ids), m_positions(positions)
{
    if (positions.size() > rowsABlock)
        m_thread = std::thread([this] { run(); });
}

CreatePipeline::~CreatePipeline()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopped = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void CreatePipeline::run()
{
    try {
        for (std::size_t index = 0; index * rowsABlock < m_positions.size(); ++index) {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [&] { return m_isStopped || index < m_done + m_ring.size(); });
            if (m_isStopped)
                return;
            lock.unlock();
            fill(m_ring[index % m_ring.size()], index);
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

std::vector<CreatedRow> &CreatePipeline::next()
{
    const std::size_t index = m_taken++;
    Block &block = m_ring[index % m_ring.size()];
    if (index * rowsABlock >= m_positions.size()) {
        block.clear();
        return block;
    }
    if (!m_thread.joinable()) {
        fill(block, index);
        return block;
    }
    std::unique_lock lock(m_mutex);
    m_done = index;
    m_changed.notify_all();
    m_changed.wait(lock, [&] { return m_made > index || m_failure; });
    if (m_made <= index)
        std::rethrow_exception(m_failure);
    return block;
}

void CreatePipeline::fill(Block &block, std::size_t index) const
{
    const std::size_t from = index * rowsABlock;
    block.resize(std::min(from + rowsABlock, m_positions.size()) - from);
    for (std::size_t i = 0; i < block.size(); ++i)
        make(block[i], m_positions[from + i]);
}

void CreatePipeline::make(CreatedRow &row, qsizetype position) const
{
    static const Value none;
    const RowChange &change = m_changes[position];
    QVarLengthArray<const Value *, 64> fields(m_def.fields.size());
    std::fill(fields.begin(), fields.end(), &none);
    QVarLengthArray<Value, 8> resolved;
    resolved.reserve(change.fields.size());
    for (const FieldValue &field : change.fields) {
        const bool isNew = m_def.fields[field.field].type == FieldType::Reference && field.value.integer() < 0;
        if (isNew)
            resolved.append(Value(m_ids[-field.value.integer() - 1]));
        fields[field.field] = isNew ? &resolved.last() : &field.value;
    }
    std::array<Value, 4> derived;
    deriveFields(m_def.kind, fields.data(), derived);
    checkFields(m_def, fields.constData());
    row.row.encode(m_def, fields.constData());
    row.id = m_ids[position];
    row.version = change.baseVersion + 1;
    row.sourceRow = change.sourceRow;
    row.change = position;
    row.isNew = change.id == 0;
}

} // namespace certdesk
