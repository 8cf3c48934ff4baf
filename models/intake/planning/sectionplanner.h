// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/planning/entityplanner.h"

namespace certdesk {

/// Course sections and other groups, with the staff and the student a row names.
class SectionPlanner : public EntityPlanner
{
public:
    explicit SectionPlanner(const PlanScene &scene);
    IntakeFindings prerequisites() const override;
    void planRow(RowInput &row) override;
    IntakeFindings conclusions() override;

private:
    struct Course
    {
        QString number;
        QString name;
    };
    struct Group
    {
        qint64 id = 0; ///< negative: made by this plan
        const Record *record = nullptr;
    };
    Course courseOf(const RowInput &row, qint64 year) const;
    static QString identity(qint64 school, qint64 year, const QString &course, const QString &section, const QString &period, const QString &term);
    QString identityOf(const Record &group) const;
    StaffQuery staffQuery(const RowInput &row) const;
    struct Place
    {
        qint64 school = 0;
        qint64 year = 0;
        Course course;
        QString staff; ///< part of the name; empty where a section or a name tells the groups apart
    };
    Group groupOf(RowInput &row, const QString &key, const Place &place);
    void reportUnknown(RowInput &row, const StudentFinder::Match &match) const;
    void reportElsewhere(RowInput &row, const Record &student) const;
    void linkStaff(RowInput &row, const Group &group, const Record &person);
    void linkStudent(RowInput &row, const Group &group, const Record &student);

    FieldCopier m_groupCopier;
    FieldCopier m_staffCopier;
    FieldCopier m_memberCopier;
    SchoolFinder m_schools;
    StudentFinder m_students;
    StaffFinder m_staff;
    QHash<QString, Group> m_groups;
    QSet<QString> m_names; ///< as the database wants them to differ
    QHash<QPair<qint64, qint64>, const Record *> m_groupStaff; ///< null: made by this plan
    QHash<QPair<qint64, qint64>, const Record *> m_members;
    QHash<QString, QString> m_courseNames;       ///< year and number → name
    QMultiHash<QString, QString> m_courseNumbers; ///< year and name → numbers
    QSet<qint64> m_inFile;                         ///< groups that the file names
    QSet<QPair<qint64, qint64>> m_namedStaff;
    QSet<QPair<qint64, qint64>> m_namedMembers;
    bool m_isBatchCreation;
    bool m_namesStaff;
    bool m_hasStudents;
    int m_groupName;
    int m_courseNumber;
    int m_courseName;
    int m_section;
    int m_period;
    int m_term;
};

} // namespace certdesk
