// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/planning/entityplanner.h"

namespace certdesk {

/// Assessment data: by student, grade, section, testing window and attempt. A row without attempt number fills the
/// attempt that is open, meets the one of its day again, or becomes the next one.
class AssessmentPlanner : public EntityPlanner
{
public:
    explicit AssessmentPlanner(const PlanScene &scene);
    IntakeFindings prerequisites() const override;
    void planRow(RowInput &row) override;

private:
    struct Series
    {
        QVector<const Record *> present;
        qint64 lastNumber = 0;
    };
    const Record *presentOf(const Series &series, const RowInput &row) const;
    QVector<FieldValue> said(RowInput &row, const Record *present) const;

    FieldCopier m_copier;
    SchoolFinder m_schools;
    StudentFinder m_students;
    QHash<QString, Series> m_series;
    int m_grade;
    int m_section;
    int m_period;
    int m_number;
    int m_day;
    int m_score;
    int m_result;
};

/// Facts about students who are on the roster (birth date, gender, race, flags); it creates nobody and moves nobody.
class DemographicsPlanner : public EntityPlanner
{
public:
    explicit DemographicsPlanner(const PlanScene &scene);
    void planRow(RowInput &row) override;

private:
    FieldCopier m_copier;
    SchoolFinder m_schools;
    StudentFinder m_students;
};

} // namespace certdesk
