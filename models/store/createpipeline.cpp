// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/createpipeline.h"

#include "models/store/rowcodec.h"

#include <algorithm>

namespace certdesk {

namespace {
constexpr std::size_t rowsABlock = 256;
} // namespace

CreatePipeline::CreatePipeline(EntityKind kind, const QVector<RowChange> &changes, const QVector<qint64> &ids, const std::vector<qsizetype> &positions)
    : m_def(entityDef(kind)), m_changes(changes), m_ids(ids), m_positions(positions),
      m_blocks((positions.size() + rowsABlock - 1) / rowsABlock, [this](std::vector<CreatedRow> &rows, std::size_t block) {
          const std::size_t from = block * rowsABlock;
          rows.resize(std::min(rowsABlock, m_positions.size() - from));
          for (std::size_t i = 0; i < rows.size(); ++i)
              make(rows[i], m_positions[from + i]);
      })
{
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
