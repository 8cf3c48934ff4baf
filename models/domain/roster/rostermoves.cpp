// SPDX-License-Identifier: GPL-3.0-or-later
// Of RosterPlanner: one step up, back, or none (5.1, 5.2, R-115).
#include "models/domain/roster/rosterplan.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RosterPlan", text);
}

QString decisionOf(RowStatus status)
{
    switch (status) {
    case RowStatus::Promote:
        return QStringLiteral("promote");
    case RowStatus::Retain:
        return QStringLiteral("retain");
    default:
        return QStringLiteral("rollback");
    }
}

} // namespace

void RosterPlanner::move(qint64 id, GradeMove wanted, const MoveSource &source)
{
    const Record *record = student(id);
    if (!record)
        return;
    GradeVerdict verdict = gradeVerdict(facts(*record), wanted);
    if (verdict.code == QLatin1String("K07") && verdict.canBeOverridden && isOverridden(verdict.code)) {
        const auto grade = wanted == GradeMove::Promote ? gradeAfter(record->text("grade")) : gradeBefore(record->text("grade"));
        if (grade)
            verdict = {wanted == GradeMove::Promote ? RowStatus::Promote : RowStatus::Rollback, QStringLiteral("K07"), tr("Overridden"), *grade, false};
    }
    apply(*record, verdict, source);
}

void RosterPlanner::moveTo(qint64 id, const QString &grade, const MoveSource &source)
{
    const Record *record = student(id);
    if (!record)
        return;
    GradeVerdict verdict = gradeVerdict(facts(*record), grade);
    if (verdict.code == QLatin1String("K07") && verdict.canBeOverridden && isOverridden(verdict.code)) {
        const bool isUp = gradeStep(grade) > gradeStep(record->text("grade"));
        verdict = {isUp ? RowStatus::Promote : RowStatus::Rollback, QStringLiteral("K07"), tr("Overridden"), grade, false};
    }
    apply(*record, verdict, source);
}

/// K03: an archived student in a file is restored when that is accepted, and then moved by the same file no further.
bool RosterPlanner::meetsArchived(const Record &student, const MoveSource &source)
{
    if (student.text("status") != QLatin1String("archived"))
        return false;
    if (isAccepted(QStringLiteral("K03"), RowStatus::Restore)) {
        m_seen.remove(student.id);
        restore(student.id, 0, source.fileGrade, source.fileRow);
        return true;
    }
    RosterPlanRow &row = addRow(student.id, source.fileRow, RowStatus::Restore);
    hold(row, "K03", tr("Archived here since %1").arg(isoDay(student["archived_on"])), tr("Restore"));
    return true;
}

/// K10 accepted: a senior is archived as graduate, anybody else goes up to the follow-on school.
bool RosterPlanner::leavesTheSchool(const Record &student, const GradeVerdict &verdict, const MoveSource &source)
{
    if (verdict.code != QLatin1String("K10") || !m_options.accepted.contains(verdict.code))
        return false;
    if (student.text("grade") == QLatin1String("12")) {
        m_seen.remove(student.id);
        archive(student.id, QStringLiteral("graduated"), source.fileRow);
        return true;
    }
    const Record *next = followOnSchool(student.integer("school_id"), student.text("grade"));
    if (!next)
        return false;
    RosterPlanRow &row = addRow(student.id, source.fileRow, RowStatus::Migrate);
    row.code = verdict.code;
    row.newGrade = gradeAfter(student.text("grade")).value_or(QString());
    row.newSchool = next->id;
    row.message = tr("Goes on to %1").arg(next->text("name"));
    moveToSchool(student, {student.id, next->id, row.newGrade, {}}, QStringLiteral("promote"), "promote");
    return true;
}

void RosterPlanner::apply(const Record &student, const GradeVerdict &verdict, const MoveSource &source)
{
    if (!isFirst(student.id, source.fileRow) || meetsArchived(student, source) || leavesTheSchool(student, verdict, source))
        return;
    RosterPlanRow &row = addRow(student.id, source.fileRow, verdict.status);
    row.code = verdict.code;
    row.message = verdict.reason;
    row.next = nextForCode(verdict.code, contactOf(student.integer("school_id")));
    row.newGrade = verdict.grade;
    if (verdict.code == QLatin1String("K10") && student.text("grade") != QLatin1String("12")) {
        const Record *next = followOnSchool(student.integer("school_id"), student.text("grade"));
        row.next = next ? tr("Move to the follow-on school %1.").arg(next->text("name"))
                        : tr("Migrate to the follow-on school; none is known from the feeder schools.");
    }
    if (verdict.changes())
        writeMove(student, verdict, source, row);
}

void RosterPlanner::writeMove(const Record &student, const GradeVerdict &verdict, const MoveSource &source, RosterPlanRow &row)
{
    const GradeFacts known = facts(student);
    row.offersNewAttempts = verdict.status == RowStatus::Retain;
    preview(row);
    // the graduating year is offered, and changed only when that was asked for.
    const qint64 expected = expectedGraduatingYear(verdict.grade, m_options.targetYear);
    row.offeredGraduatingYear = expected != 0 && expected != row.graduatingYear ? expected : 0;
    QVector<QPair<const char *, Value>> values{{"grade", Value(verdict.grade)}};
    if (row.offeredGraduatingYear != 0 && m_options.changesGraduatingYear)
        values.append({"graduating_year", Value(row.offeredGraduatingYear)});
    else if (row.offeredGraduatingYear != 0 && row.graduatingYear != 0)
        row.notices.append({QStringLiteral("C14"), tr("Graduating year %1 does not fit grade %2").arg(row.graduatingYear).arg(verdict.grade),
                            tr("Change it to %1, or leave it.").arg(row.offeredGraduatingYear), {}});
    update(student, values);
    enroll(student, student.integer("school_id"), verdict.grade, known.baseline.isEmpty() ? known.grade : known.baseline, decisionOf(verdict.status));
    const bool isOverride = verdict.code == QLatin1String("K07");
    const QString decision = decisionOf(verdict.status);
    remember(student, student.integer("school_id"), isOverride ? "override" : decision.toLatin1().constData(), verdict.grade, source.fileGrade);
    openOffered(student, row);
}

///
void RosterPlanner::openOffered(const Record &student, RosterPlanRow &row)
{
    if (!row.offersNewAttempts || !m_options.opensNewAttempts)
        return;
    row.offersNewAttempts = false;
    if (const int opened = openAttempts(student, row.newSchool, {row.newGrade, {}, {}}); opened > 0)
        row.effects.append(QCoreApplication::translate("RosterPlan", "%n attempts open in grade %1", nullptr, opened).arg(row.newGrade));
}

/// what there is in the grade left and in the grade entered.
void RosterPlanner::preview(RosterPlanRow &row) const
{
    const auto places = m_assessments.values(row.student);
    for (const qsizetype place : places) {
        const Record &assessment = m_present.assessments[place];
        if (assessment.text("grade") == row.newGrade)
            row.resultsEntered.append(assessment.id);
        else if (assessment.text("grade") == row.oldGrade)
            row.resultsLeft.append(assessment.id);
    }
    if (!row.resultsEntered.isEmpty()) {
        row.offersNewAttempts = true;
        row.notices.append({QStringLiteral("K09"), tr("Returns to grade %1, where %2 results exist").arg(row.newGrade).arg(row.resultsEntered.size()),
                            tr("Open new attempts."), {}});
    }
}

void RosterPlanner::migrateListed(qint64 id, qint64 toSchool, const MoveSource &source)
{
    const Record *record = student(id);
    if (!record || !isFirst(id, source.fileRow))
        return;
    if (isAccepted(QStringLiteral("K02"), RowStatus::Migrate)) {
        m_seen.remove(id);
        migrate({id, toSchool, source.fileGrade, {}}, source.fileRow);
        return;
    }
    const Record *home = school(record->integer("school_id"));
    RosterPlanRow &row = addRow(id, source.fileRow, RowStatus::Migrate);
    row.newSchool = toSchool;
    hold(row, "K02", tr("Registered at %1").arg(home ? home->text("name") : QString()), tr("Migrate"));
}

} // namespace certdesk
