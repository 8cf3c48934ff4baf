// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/planning/rosterguard.h"
#include "models/intake/planning/studentgrades.h"
#include "models/intake/planning/studentidentity.h"

namespace certdesk {

/// Students with their enrollment in the school year of the import: create, update, migrate (K02), restore (K03), promote.
class StudentPlanner : public EntityPlanner
{
public:
    explicit StudentPlanner(const PlanScene &scene);
    IntakeFindings prerequisites() const override { return needSchool(m_schools); }
    void planRow(RowInput &row) override;
    IntakeFindings conclusions() override;

private:
    enum class Presence { Active, Gone, Unsaid };
    Presence presence(RowInput &row) const;
    void planNew(RowInput &row, qint64 school, const StudentFinder::Match &match);
    void planPresent(RowInput &row, qint64 school, const StudentFinder::Match &match);
    void planGone(RowInput &row, const Record &student);
    void planKnown(RowInput &row, qint64 school, const Record &student, bool byFormer);
    bool claimKeys(RowInput &row, qint64 school);
    void noteRosterSource(qint64 school);
    QVector<FieldValue> statusChanges(const RowInput &row, const Record &student) const;
    void readFreeFields();
    Value freeFields(const RowInput &row, const Record *student) const;

    FieldCopier m_copier;
    SchoolFinder m_schools;
    StudentFinder m_students;
    StudentIdentity m_identity;
    StudentGrades m_grades;
    RosterGuard m_guard;
    QHash<qint64, const Record *> m_schoolRecords;
    QSet<qint64> m_toldSources;
    IntakeFindings m_conclusions;
    QVector<QPair<int, QString>> m_freeColumns; ///< columns that are kept as free fields, with the name
    int m_unmatched = 0;
    int m_grade;
    int m_graduating;
    int m_login;
    int m_stateId;
    int m_local;
    int m_status;
    bool m_powerSchoolStatus = false;
};

} // namespace certdesk
