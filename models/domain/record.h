// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entities.h"
#include "models/domain/value.h"

#include <QHash>
#include <QVector>

namespace certdesk {

/// One stored row as a value. Fields stand in the order of its EntityDef. `version` counts the writes of the row and is
/// what a plan or a form hands back, so that a stale one is a conflict (C-011).
struct Record
{
    EntityKind kind = EntityKind::None;
    qint64 id = 0; ///< 0: not stored yet
    qint64 organization = 0;
    qint64 version = 0;
    QVector<Value> values;

    Record() = default;
    explicit Record(EntityKind kind) : kind(kind), values(entityDef(kind).fields.size()) {}

    const EntityDef &def() const { return entityDef(kind); }
    const Value &operator[](const char *field) const { return values[def().index(field)]; }
    Value &operator[](const char *field) { return values[def().index(field)]; }
    QString text(const char *field) const { return (*this)[field].text(); }
    qint64 integer(const char *field) const { return (*this)[field].integer(); }
    bool isTrue(const char *field) const { return (*this)[field].isTrue(); }
    bool has(const char *field) const { return !(*this)[field].isEmpty(); }
    Record &set(const char *field, const Value &value)
    {
        (*this)[field] = value;
        return *this;
    }
};

struct RecordRef
{
    EntityKind kind = EntityKind::None;
    qint64 id = 0;
    bool operator==(const RecordRef &) const = default;
};
inline size_t qHash(const RecordRef &ref, size_t seed = 0)
{
    return qHashMulti(seed, static_cast<int>(ref.kind), ref.id);
}

/// What a committed command touched; this is all that listeners get, and all they need to read again.
struct Change
{
    qint64 sequence = 0; ///< journal number of the last entry
    QVector<RecordRef> records;
    /// Too many to list (a bulk import): everything of these kinds may have changed.
    QVector<EntityKind> wholeKinds;

    bool touches(EntityKind kind) const;
};

struct FieldValue
{
    int field = 0;
    Value value;
};

/// One wanted change of one record, as plans carry it.
struct RowChange
{
    enum class Operation { Create, Update, Remove };
    Operation operation = Operation::Create;
    EntityKind kind = EntityKind::None;
    qint64 id = 0;          ///< of the present record; for a create 0, or the id that a removed record had and gets again
    qint64 baseVersion = 0; ///< version the plan looked at; for a create the version a removed record had
    /// Create: all set fields. Update: the fields that change. A reference to a record that the same change set creates
    /// is the negative position of its create, counted from 1.
    QVector<FieldValue> fields;
    /// Row of the file that asked for it, as a person counts them (header = 1); 0 when no file did. Stands in the journal, so
    /// that an undo can be limited to rows.
    qint64 sourceRow = 0;
};

} // namespace certdesk
