// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/planning/entityplanner.h"

#include <map>

namespace certdesk {

/// Looks at a student file as a whole: too many archives or new keys at one school (B01), the file of another
/// school, of last year or of the staff (B04), and a file that may be cut off (B06).
class RosterGuard
{
public:
    explicit RosterGuard(const PlanScene &scene);

    /// After a row was planned; `student` is the record it found, null for a stranger.
    void note(const RowInput &row, const Record *student, qint64 school);
    IntakeFindings conclusions() const;

private:
    struct School
    {
        int rows = 0;
        int active = 0; ///< students on the roster
        int archives = 0;
        int newKeys = 0;
    };
    void addLimits(IntakeFindings *findings) const;
    void addWrongSchool(IntakeFindings *findings) const;
    void addLastYear(IntakeFindings *findings) const;
    void addStaff(IntakeFindings *findings) const;
    void addCutOff(IntakeFindings *findings) const;
    bool isOlderYear() const;
    /// Active students of the schools that the file is about.
    QVector<const Record *> scope() const;

    const PlanScene m_scene;
    std::map<qint64, School> m_schools;
    QHash<qint64, const Record *> m_schoolRecords;
    QHash<qint64, int> m_elsewhere; ///< rows whose student belongs, by the grade too, to another school
    QSet<qint64> m_found;
    QSet<QString> m_staffKeys;
    int m_rows = 0;
    int m_otherSchool = 0; ///< rows that name another school than the chosen one
    int m_staying = 0;   ///< rows that would repeat the grade
    int m_back = 0;      ///< rows one grade below the roster
    int m_yearTooEarly = 0; ///< graduating years that fit the grade a year ago
    int m_withYear = 0;
    int m_staff = 0;
    int m_grade;
    int m_graduating;
    int m_last;
    int m_login;
    int m_email;
};

} // namespace certdesk
