// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/planning/rowinput.h"

namespace certdesk {

/// Collects the changes of one row and hands them to the plan once the row is known to be good.
class PlanWriter
{
public:
    explicit PlanWriter(ImportPlan &plan) : m_plan(plan) {}

    /// Answers the reference to the new record: the negative position of its create within the plan, counted from 1.
    qint64 create(EntityKind kind, QVector<FieldValue> fields);
    void update(const Record &present, QVector<FieldValue> fields);
    void remove(const Record &present);
    bool isEmpty() const { return m_draft.isEmpty(); }
    void finish(PlanRow *row, bool keep);

private:
    ImportPlan &m_plan;
    QVector<RowChange> m_draft;
};

/// What settles whether a field of a present record is written.
struct PlanDecisions
{
    const ImportOptions &options;
    const Mapping &mapping;
    const PresentData &present;
};

/// Field by field what a row says, for one kind of record.
class FieldCopier
{
public:
    FieldCopier(const ImportKind &kind, EntityKind entity);

    /// All fields with a value, for a create.
    QVector<FieldValue> all(const RowInput &row) const;
    /// The fields that differ from a present record. An empty cell keeps, unless it clears. What the policy of a field keeps
    /// because it was typed by hand is named in `kept` (K16).
    QVector<FieldValue> differences(const RowInput &row, const Record &present, const PlanDecisions &decisions, QStringList *kept = nullptr) const;
    static bool same(FieldType type, const Value &left, const Value &right);

private:
    struct Pair
    {
        int from;
        int to;
    };
    bool clears(const Pair &pair, const PlanDecisions &decisions) const;
    const ImportKind &m_kind;
    EntityKind m_entity;
    QVector<Pair> m_pairs;
};

FieldValue fieldValue(EntityKind kind, const char *field, const Value &value);

} // namespace certdesk
