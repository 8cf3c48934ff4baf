// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/planning/claimedkeys.h"
#include "models/intake/planning/finders.h"
#include "models/intake/planning/planwriter.h"

#include <memory>

namespace certdesk {

/// What every planner works with.
struct PlanScene
{
    const Table &table;
    const Mapping &mapping;
    const ImportKind &kind;
    const ImportOptions &options;
    const PresentData &present;
    PlanWriter &writer;
};

/// Decides what the rows of one kind of import do. One subclass a kind of primary record.
class EntityPlanner
{
public:
    explicit EntityPlanner(const PlanScene &scene) : m_scene(scene) {}
    virtual ~EntityPlanner() = default;

    /// Conditions beyond the columns: a school, a school year. H03 findings.
    virtual IntakeFindings prerequisites() const { return {}; }
    /// Reports findings and effects, and writes the changes when the row is not held.
    virtual void planRow(RowInput &row) = 0;
    /// What the rows together show; asked for after the last one.
    virtual IntakeFindings conclusions() { return {}; }

protected:
    int field(const char *name) const { return m_scene.kind.find(QLatin1String(name)); }
    bool isMapped(const char *name) const
    {
        const int index = field(name);
        return index >= 0 && m_scene.mapping.columnOfField[index] >= 0;
    }
    const PresentData &present() const { return m_scene.present; }
    const ImportOptions &options() const { return m_scene.options; }
    PlanWriter &writer() { return m_scene.writer; }
    /// What the row changes of a record, under the policies; reports K16 for what stays because it was typed by hand.
    QVector<FieldValue> differences(const FieldCopier &copier, RowInput &row, const Record &record) const;
    const Table &table() const { return m_scene.table; }
    const Mapping &mapping() const { return m_scene.mapping; }
    /// The school year of the row: its column, else the option.
    qint64 schoolYear(const RowInput &row) const
    {
        const int index = field("school_year");
        return row.has(index) ? row.value(index).integer() : m_scene.options.schoolYear;
    }
    IntakeFindings needSchoolYear() const;
    /// The first row with a key keeps it; a later one with other data is R05. True when the key was free.
    bool claim(RowInput &row, const QString &key);
    /// A login belongs to one person: a later row with the same one is K05.
    bool claimLogin(RowInput &row, int loginField);
    /// H03 when rows can be without school, K13 when the chosen one is unknown.
    IntakeFindings needSchool(const SchoolFinder &schools) const;
    /// Create and update by the policy; true when the row goes on.
    bool mayCreate(RowInput &row, const QString &key, const QStringList &near = {}) const;
    bool mayUpdate(RowInput &row) const;

private:
    PlanScene m_scene;
    ClaimedKeys m_claimed;
    ClaimedKeys m_claimedLogins;
};

std::unique_ptr<EntityPlanner> makeEntityPlanner(const PlanScene &scene);

} // namespace certdesk
