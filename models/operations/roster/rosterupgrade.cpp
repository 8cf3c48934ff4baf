// SPDX-License-Identifier: GPL-3.0-or-later
// Of RosterPlanning: upgrade by file and by filter (5.1, 5.2).
#include "models/operations/roster/rosterplanning.h"

#include <QCoreApplication>
#include <algorithm>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RosterOperation", text);
}

} // namespace

/// The active students whom grade, class and school of the request name, without those left out; for all grades the highest
/// first, by the grade that the year began with.
Result<QVector<const Record *>> RosterPlanning::filtered() const
{
    const auto except = findAll(m_request.except);
    if (!except)
        return tl::unexpected(except.error());
    QVector<const Record *> rows;
    for (const Record &student : m_present.students) {
        const bool isInGrade = m_request.grade.isEmpty() || m_request.grade == allGrades || student.text("grade") == m_request.grade;
        const bool isInClass = m_request.graduatingYear == 0 || student.integer("graduating_year") == m_request.graduatingYear;
        if (isActive(student) && isInSchool(student) && isInGrade && isInClass && !except->contains(student.id))
            rows.append(&student);
    }
    if (m_request.grade == allGrades) {
        std::stable_sort(rows.begin(), rows.end(), [this](const Record *left, const Record *right) {
            return gradeStep(baselineOf(*left)).value_or(-1) > gradeStep(baselineOf(*right)).value_or(-1);
        });
    }
    return rows;
}

Done RosterPlanning::upgradeByFilter(RosterPlanner &planner)
{
    auto retained = findAll(m_request.retain);
    const auto rows = filtered();
    if (!retained || !rows)
        return tl::unexpected(retained ? rows.error() : retained.error());
    for (const Record *student : *rows)
        planner.move(student->id, retained->remove(student->id) ? GradeMove::Retain : GradeMove::Promote);
    if (retained->isEmpty())
        return {};
    return failure(Error::Kind::Invalid, QStringLiteral("NOT-LISTED"), tr("%1 is not in the list of the filter.").arg(m_lookup.keyOf(*retained->cbegin())),
                   tr("Retain students of the grade and class that the filter names."));
}

void RosterPlanning::judgeRollover()
{
    if (!m_planned.file->hasGrades)
        return;
    RolloverFinding finding;
    for (const RosterFile::Row &row : std::as_const(m_planned.file->rows)) {
        const qint64 id = m_lookup.find(row);
        if (id == 0)
            continue;
        const QString baseline = baselineOf(student(id));
        finding.same += row.grade == baseline;
        finding.above += gradeAfter(baseline) == row.grade;
    }
    finding.isAfter = m_request.rollover == RosterRequest::Rollover::After
                      || (m_request.rollover == RosterRequest::Rollover::Detect && finding.above > finding.same);
    m_planned.rollover = finding;
}

void RosterPlanning::upgradeRow(RosterPlanner &planner, const RosterFile::Row &row, qint64 student) const
{
    const bool isAfter = m_planned.rollover && m_planned.rollover->isAfter;
    if (!row.wrongGrade.isEmpty())
        planner.report(rowError(row, "C05", tr("Grade \"%1\" is unknown").arg(row.wrongGrade), tr("Map it to a grade, or correct it.")));
    else if (isAfter && !row.grade.isEmpty())
        planner.moveTo(student, row.grade, {row.row, row.grade});
    else
        planner.move(student, GradeMove::Promote, {row.row, row.grade});
}

Done RosterPlanning::upgradeByFile(RosterPlanner &planner)
{
    judgeRollover();
    QSet<qint64> listed;
    for (const RosterFile::Row &row : std::as_const(m_planned.file->rows)) {
        const qint64 student = studentOf(planner, row);
        if (student == 0)
            continue;
        listed.insert(student);
        upgradeRow(planner, row, student);
    }
    decideAbsent(planner, listed);
    return {};
}

void RosterPlanning::decideAbsent(RosterPlanner &planner, const QSet<qint64> &listed)
{
    QSet<QPair<qint64, QString>> grades;
    for (const qint64 id : listed)
        grades.insert({student(id).integer("school_id"), baselineOf(student(id))});
    for (const Record &student : std::as_const(m_present.students)) {
        const bool isCovered = isActive(student) && isInSchool(student) && grades.contains({student.integer("school_id"), baselineOf(student)});
        m_planned.covered += isCovered;
        if (!isCovered || listed.contains(student.id))
            continue;
        m_planned.absent.append(m_lookup.keyOf(student.id));
        m_planned.absentStudents.append(student.id);
        if (m_request.absent == RosterRequest::Absent::Retain)
            planner.move(student.id, GradeMove::Retain);
        else if (m_request.absent == RosterRequest::Absent::Archive)
            planner.archive(student.id, m_request.archiveReason);
    }
}

} // namespace certdesk
