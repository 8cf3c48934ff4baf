// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/domain/workahead.h"
#include "models/store/encodedrow.h"

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
    /// The next rows, valid until the next call; null at the end.
    const std::vector<CreatedRow> *next() { return m_blocks.next(); }

private:
    void make(CreatedRow &row, qsizetype position) const;

    const EntityDef &m_def;
    const QVector<RowChange> &m_changes;
    const QVector<qint64> &m_ids;
    const std::vector<qsizetype> &m_positions;
    WorkAhead<std::vector<CreatedRow>> m_blocks; ///< last: it uses all the others
};

} // namespace certdesk
