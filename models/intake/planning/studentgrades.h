// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/roster/gradestep.h"
#include "models/intake/planning/entityplanner.h"

namespace certdesk {

/// The grade of a student in a file against the one-step rule: promote, retain, roll back, K07 to K10, and the
/// rows of enrollment and grade history that follow from it.
class StudentGrades
{
public:
    explicit StudentGrades(const PlanScene &scene);

    /// Reports what the grade of the row means for a student who goes to `school`.
    void judge(RowInput &row, const Record &student, const Record &school) const;
    /// C13 and C14.
    void checkPlausible(RowInput &row, const QString &grade) const;
    /// True when the student is not yet enrolled at the school this year.
    bool enrolls(const Record &student, qint64 school) const { return m_year > 0 && !m_enrolledAt.contains({student.id, school}); }
    /// Enrollment and grade history of a row that is not held.
    void writePresent(const RowInput &row, const Record &student, qint64 school);
    void writeNew(const RowInput &row, qint64 student, qint64 school);

private:
    const Record *enrollmentOf(qint64 student) const { return m_enrollments.value(student); }
    void judgeStep(RowInput &row, const Record &student, const Record &school) const;
    void checkResults(RowInput &row, const Record &student) const;
    void writeEnrollment(const RowInput &row, qint64 student, qint64 school, const QString &baseline, const QString &decision);
    void updateEnrollment(const RowInput &row, const Record &enrollment, const QString &decision);
    void writeHistory(const RowInput &row, const Record &student, qint64 school, const QString &decision);

    const PlanScene m_scene;
    qint64 m_year;
    QHash<qint64, const Record *> m_enrollments; ///< of the school year
    QHash<QPair<qint64, qint64>, const Record *> m_enrolledAt; ///< by student and school, in the school year
    QSet<qint64> m_enrolledBefore;
    QHash<qint64, qint64> m_changes;             ///< last number of the grade history in the school year
    QSet<QPair<qint64, QString>> m_results;      ///< student and grade with assessment data (K09)
    int m_grade;
    int m_birth;
    int m_graduating;
    int m_entry;
    int m_exit;
};

} // namespace certdesk
