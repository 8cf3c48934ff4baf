// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <functional>

namespace certdesk {

class Connection;

struct NetField
{
    int field = 0;
    Value before;
    Value after;
};

/// What a batch made of one record, from its first journal entry to its last, and the version that the record has now.
struct NetChange
{
    EntityKind kind = EntityKind::None;
    qint64 id = 0;
    qint64 lastSequence = 0;
    qint64 lastVersion = 0; ///< after the last entry
    qint64 sourceRow = 0;
    bool existedBefore = true;
    bool existsAfter = true;
    bool selected = true;  ///< for the undo in hand
    qint64 nowVersion = 0; ///< 0: not there
    /// Written fields. Empty for a record that the batch only created: what a create wrote is asked for when it is needed.
    QVector<NetField> fields;

    RecordRef ref() const { return {kind, id}; }
};

/// All of a batch, in the order of the first entries; `tick` is called for each entry. Throws StoreFailure.
QVector<NetChange> readNetChanges(Connection &connection, qint64 batch, const std::function<void()> &tick);
/// The fields as the batch left a record that it created.
Record writtenRecord(Connection &connection, qint64 batch, EntityKind kind, qint64 id);

} // namespace certdesk
