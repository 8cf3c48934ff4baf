// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/planning/entityplanner.h"

namespace certdesk {

/// Certificate attempts (T-029, T-070): found again by student, certificate, component and exam date; names fill codes of the
/// right school year, and one name with several codes is a conflict, never a guess (T-024, T-025).
class AttemptPlanner : public EntityPlanner
{
public:
    explicit AttemptPlanner(const PlanScene &scene);
    void planRow(RowInput &row) override;

private:
    struct Facts
    {
        const Record *student = nullptr;
        const Record *certificate = nullptr;
        QString certificateCode;
        QString certificateName;
        QString componentCode;
        QString family;
        QString courseNumber;
        QString courseName;
        QString programCode;
        qint64 year = 0;
        qint64 school = 0;
    };
    bool findStudent(RowInput &row, Facts *facts) const;
    bool findCertificate(RowInput &row, Facts *facts) const;
    void findComponent(RowInput &row, Facts *facts) const;
    void findCourse(RowInput &row, Facts *facts) const;
    QString keyOf(qint64 student, const QString &certificate, const QString &component, const PartialDate &date, const QString &time) const;
    const Record *presentAttempt(const RowInput &row, const QString &key) const;
    void addPerson(RowInput &row, QVector<FieldValue> *said, const StaffQuery &query, const char *idField, const char *nameField) const;
    QVector<FieldValue> said(RowInput &row, const Facts &facts) const;
    QVector<FieldValue> defaults(const RowInput &row, const Facts &facts);
    void update(RowInput &row, const Record &attempt, const QVector<FieldValue> &said);

    FieldCopier m_copier;
    SchoolFinder m_schools;
    StudentFinder m_students;
    StaffFinder m_staff;
    QHash<QString, const Record *> m_certificatesByCode;
    QMultiHash<QString, const Record *> m_certificatesByName;
    QMultiHash<qint64, const Record *> m_components;
    QHash<QString, const Record *> m_coursesByNumber;
    QMultiHash<QString, const Record *> m_coursesByName;
    QMultiHash<QString, const Record *> m_attempts;
    qint64 m_nextNumber;
    int m_outcome;
    int m_score;
    int m_certificateCode;
    int m_certificateName;
    int m_courseNumber;
    int m_courseName;
    int m_studentName;
    int m_time;
};

} // namespace certdesk
