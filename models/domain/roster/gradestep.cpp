// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/roster/gradestep.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("GradeStep", text);
}

QString baselineOf(const GradeFacts &facts)
{
    return facts.baseline.isEmpty() ? facts.grade : facts.baseline;
}

GradeVerdict refused(const GradeFacts &facts, const QString &to, const QString &reason)
{
    return {RowStatus::Conflict, QStringLiteral("K07"), tr("Grade %1 to %2 is not one step; %3").arg(facts.grade, to, reason), facts.grade, true};
}

GradeVerdict promotion(const GradeFacts &facts)
{
    const QString baseline = baselineOf(facts);
    if (facts.decision == QLatin1String("placed") || (gradeAfter(baseline) == facts.grade && !facts.decision.isEmpty()))
        return {RowStatus::Unchanged, QStringLiteral("K08"), tr("Already promoted for this year"), facts.grade, false};
    const auto next = gradeAfter(facts.grade);
    if (facts.grade == QLatin1String("12") || (next && !isServed(*next, {}, facts.schoolHighest)))
        return {RowStatus::Conflict, QStringLiteral("K10"), tr("The school has no grade after %1").arg(facts.grade), facts.grade, false};
    if (!next)
        return refused(facts, tr("the next one"), tr("no grade follows it"));
    return {RowStatus::Promote, {}, {}, *next, false};
}

GradeVerdict retention(const GradeFacts &facts)
{
    if (facts.decision == QLatin1String("retain"))
        return {RowStatus::Unchanged, {}, {}, facts.grade, false};
    if (facts.grade != baselineOf(facts))
        return refused(facts, baselineOf(facts), tr("the student is already in the next grade; roll back instead"));
    return {RowStatus::Retain, {}, {}, facts.grade, false};
}

GradeVerdict rollBack(const GradeFacts &facts)
{
    const auto before = gradeBefore(facts.grade);
    const QString baseline = baselineOf(facts);
    if (facts.grade != baseline)
        return {RowStatus::Rollback, {}, {}, baseline, false};
    return refused(facts, before.value_or(tr("a lower one")), tr("%1 is the grade in which the student began the year").arg(baseline));
}

} // namespace

GradeVerdict gradeVerdict(const GradeFacts &facts, GradeMove move)
{
    switch (move) {
    case GradeMove::Promote:
        return promotion(facts);
    case GradeMove::Retain:
        return retention(facts);
    case GradeMove::RollBack:
        break;
    }
    return rollBack(facts);
}

GradeVerdict gradeVerdict(const GradeFacts &facts, const QString &wantedGrade)
{
    const QString baseline = baselineOf(facts);
    if (wantedGrade == gradeAfter(baseline))
        return gradeVerdict(facts, GradeMove::Promote);
    if (wantedGrade == baseline)
        return gradeVerdict(facts, facts.grade == baseline ? GradeMove::Retain : GradeMove::RollBack);
    return refused(facts, wantedGrade, tr("the year began in %1").arg(baseline));
}

} // namespace certdesk
