// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/roster/rosteroperation.h"
#include "models/operations/roster/studentlookup.h"

namespace certdesk {

/// Builds one plan of a roster operation; lives as long as its reading. Changes nothing.
class RosterPlanning
{
public:
    RosterPlanning(Session &session, const RosterRequest &request) : m_session(session), m_request(request) {}
    Result<PlannedRosterOperation> run(Progress *progress);

private:
    Done load();
    Done loadRoster();
    Result<qint64> findOne(const QString &key) const;
    Result<QSet<qint64>> findAll(const QStringList &keys) const;
    Result<qint64> schoolId(const QString &code) const;
    bool isInSchool(const Record &student) const { return m_school == 0 || student.integer("school_id") == m_school; }
    bool isActive(const Record &student) const { return student.text("status") != QLatin1String("archived"); }
    QString baselineOf(const Record &student) const;
    const Record &student(qint64 id) const { return m_present.students[m_places.value(id)]; }

    Result<QVector<const Record *>> filtered() const;
    Done upgradeByFilter(RosterPlanner &planner);
    Done upgradeByFile(RosterPlanner &planner);
    void judgeRollover();
    void upgradeRow(RosterPlanner &planner, const RosterFile::Row &row, qint64 student) const;
    void decideAbsent(RosterPlanner &planner, const QSet<qint64> &listed);

    QVector<qint64> retained() const;
    Done eachChosen(RosterPlanner &planner);
    Done eachWish(RosterPlanner &planner);
    QString disagreement(const MigrationWish &wish, const Record &student) const;
    Done plan(RosterPlanner &planner, qint64 student, int row);
    Result<Migration> migration(qint64 student) const;

    /// The student of a row of the file; 0 after the row was reported as unknown, out of reach, or of no use.
    qint64 studentOf(RosterPlanner &planner, const RosterFile::Row &row) const;
    RosterPlanRow rowError(const RosterFile::Row &row, const char *code, const QString &message, const QString &next) const;
    RosterPlanRow unknown(const RosterFile::Row &row) const;

    Session &m_session;
    const RosterRequest &m_request;
    PlannedRosterOperation m_planned;
    PresentRoster m_present;
    StudentLookup m_lookup;
    QHash<qint64, qsizetype> m_places; ///< of the students in m_present
    QHash<qint64, QString> m_baselines; ///< by student, of the target year
    QHash<QString, QString> m_hiddenAt; ///< state ID or login of a student out of reach: name of the school
    qint64 m_school = 0;
};

} // namespace certdesk
