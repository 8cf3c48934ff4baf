// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/planning/entityplanner.h"

namespace certdesk {

/// Students with their enrollment in the school year of the import: create, update, migrate (K02), restore (K03), promote.
class StudentPlanner : public EntityPlanner
{
public:
    explicit StudentPlanner(const PlanScene &scene);
    IntakeFindings prerequisites() const override { return needSchool(m_schools); }
    void planRow(RowInput &row) override;

private:
    enum class Presence { Active, Gone, Unsaid };
    Presence presence(RowInput &row) const;
    void planNew(RowInput &row, qint64 school, const StudentFinder::Match &match);
    void planPresent(RowInput &row, qint64 school, const Record &student, int keys);
    void checkPerson(RowInput &row, const Record &student, int keys) const;
    void checkLogin(RowInput &row, const Record *student) const;
    bool claimKeys(RowInput &row, qint64 school);
    void judgeGrade(RowInput &row, const Record &student, const Record *enrollment) const;
    void checkPlausible(RowInput &row, const QString &grade) const;
    void writeEnrollment(const RowInput &row, qint64 studentRef, qint64 school, const QString &grade, const QString &baseline,
                         const QString &decision);
    void updateEnrollment(const RowInput &row, const Record &enrollment, const QString &grade, const QString &decision);
    const Record *enrollmentOf(qint64 student) const;
    QVector<FieldValue> statusChanges(const RowInput &row, const Record &student) const;

    FieldCopier m_copier;
    SchoolFinder m_schools;
    StudentFinder m_students;
    QHash<QString, QString> m_staffLogins;
    QHash<QString, const Record *> m_loginOwners;
    QHash<qint64, const Record *> m_enrollments; ///< of the school year
    QHash<QPair<qint64, qint64>, const Record *> m_enrolledAt; ///< by student and school, in the school year
    QSet<qint64> m_enrolledBefore;
    int m_first;
    int m_last;
    int m_birth;
    int m_grade;
    int m_graduating;
    int m_login;
    int m_stateId;
    int m_local;
    int m_entry;
    int m_exit;
    int m_status;
    bool m_powerSchoolStatus = false;
};

} // namespace certdesk
