// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/plan.h"

#include <QHash>

namespace certdesk {

/// The changes of a package while they are put together: several plans, one after the other, each seeing what the ones before it
/// would write. A record that does not exist yet has a temporary negative id in the present data; a later change of it goes into
/// its create.
class PackageChanges
{
public:
    explicit PackageChanges(PresentData *present) : m_present(present) {}

    /// Takes over the changes of one plan; answers the (temporary) id of the record behind each of them.
    QVector<qint64> absorb(const ImportPlan &plan);
    /// Answers the (temporary) id.
    qint64 create(EntityKind kind, const QVector<FieldValue> &fields, qint64 sourceRow);
    /// Writes the fields that differ; false when none does.
    bool update(EntityKind kind, qint64 id, const QVector<FieldValue> &fields, qint64 sourceRow);
    void remove(EntityKind kind, qint64 id, qint64 sourceRow);
    const Record *record(EntityKind kind, qint64 id) const;

    /// The finished list: references to new records are negative positions counted from 1.
    QVector<RowChange> take();

private:
    static constexpr qint64 base = 1LL << 40;
    static bool isTemporary(qint64 id) { return id <= -base; }
    qsizetype positionOf(qint64 temporary) const { return static_cast<qsizetype>(-temporary - base); }
    Record *find(EntityKind kind, qint64 id);
    QHash<qint64, int> &indexOf(EntityKind kind) const;

    PresentData *m_present;
    QVector<RowChange> m_changes;
    QHash<RecordRef, int> m_updates; ///< stored record → its update in m_changes
    mutable QHash<int, QHash<qint64, int>> m_index; ///< kind → id → place in the present data
};

} // namespace certdesk
