// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/undo.h"

namespace certdesk {

/// Conflicts of an undo that are of one kind: one cause, one kind of record, one field; decided together.
struct UndoConflictGroup
{
    UndoConflict::Cause cause = UndoConflict::Cause::Changed;
    EntityKind kind = EntityKind::None;
    int field = -1;
    QVector<int> conflicts;      ///< positions in the plan
    QStringList persons;         ///< who wrote the field since, the most frequent first
    QVector<qint64> laterBatches; ///< in which batches; edits by hand have none
    int editedByHand = 0;
    /// Only a field that changed can be put back all the same.
    bool canBeReverted() const { return cause == UndoConflict::Cause::Changed; }
};

/// The largest group first.
QVector<UndoConflictGroup> undoConflictGroups(const UndoPlan &plan);
/// "student.grade was changed since for 20 records: 12 by batch 18 (ada), 8 by hand"
QString undoGroupInWords(const UndoConflictGroup &group);
QJsonArray undoGroupsJson(const QVector<UndoConflictGroup> &groups);

} // namespace certdesk
