// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/roster/rosteroperation.h"

#include "models/domain/rowstatus.h"
#include "models/intake/importjson.h"
#include "models/operations/roster/rosterplanning.h"
#include "models/store/batch.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RosterOperation", text);
}

QJsonObject countsJson(const RosterPlan &plan)
{
    QJsonObject counts;
    for (int i = 0; i < rowStatusCount; ++i)
        counts.insert(rowStatusName(static_cast<RowStatus>(i)), plan.counts[static_cast<std::size_t>(i)]);
    return counts;
}

/// Kept rows about which nothing is left to do once the plan is committed.
QVector<qint64> solvedIssues(const RosterPlan &plan)
{
    QVector<qint64> issues;
    for (const RosterPlanRow &row : plan.rows) {
        const bool isSolved = row.status == RowStatus::Migrate || row.status == RowStatus::Duplicate || row.status == RowStatus::Unchanged;
        if (row.issue != 0 && isSolved && !row.isHeld)
            issues.append(row.issue);
    }
    return issues;
}

/// F14
Done requireSameFile(const PlannedRosterOperation &planned)
{
    if (!planned.file)
        return {};
    const auto now = identifyFile(planned.file->file.path);
    if (now && now->sameContent(planned.file->file))
        return {};
    const IntakeFinding finding = intakeFinding("F14");
    return failure(Error::Kind::Conflict, finding.code, finding.message, finding.next);
}

/// B08 with what is different now.
Error staleError(Session &session, const PlannedRosterOperation &planned, Error error)
{
    const auto now = planRosterOperation(session, planned.request, nullptr);
    if (!now)
        return error;
    constexpr qsizetype mostNamed = 5;
    const QStringList lines = rosterPlanDifference(planned, *now);
    error.message += QLatin1Char(' ') + tr("Different now: %1 students.").arg(lines.size()) + QLatin1Char(' ') + lines.mid(0, mostNamed).join(QLatin1String("; "));
    return error;
}

} // namespace

QStringList rosterPlanDifference(const PlannedRosterOperation &before, const PlannedRosterOperation &after)
{
    const auto told = [](const RosterPlanRow &row) {
        return row.oldGrade == row.newGrade ? rowStatusName(row.status) : QStringLiteral("%1 %2 → %3").arg(rowStatusName(row.status), row.oldGrade, row.newGrade);
    };
    QHash<qint64, const RosterPlanRow *> earlier;
    for (const RosterPlanRow &row : before.plan.rows)
        earlier.insert(row.student, &row);
    QStringList lines;
    for (const RosterPlanRow &row : after.plan.rows) {
        const RosterPlanRow *old = earlier.take(row.student);
        if (!old)
            lines.append(tr("%1: new in the plan, %2").arg(after.keys.value(row.student, row.key), told(row)));
        else if (told(*old) != told(row) || old->code != row.code)
            lines.append(tr("%1: %2, now %3").arg(after.keys.value(row.student, row.key), told(*old), told(row)));
    }
    for (const RosterPlanRow *row : std::as_const(earlier))
        lines.append(tr("%1: no longer in the plan").arg(before.keys.value(row->student, row->key)));
    lines.sort();
    return lines;
}

Result<PlannedRosterOperation> planRosterOperation(Session &session, const RosterRequest &request, Progress *progress)
{
    if (const auto allowed = session.require(Right::BatchOperations); !allowed)
        return tl::unexpected(allowed.error());
    if (!request.overrides.isEmpty()) {
        if (const auto allowed = session.require(Right::OverrideRules); !allowed)
            return tl::unexpected(allowed.error());
        if (request.reason.trimmed().isEmpty())
            return failure(Error::Kind::Invalid, QStringLiteral("NO-REASON"), tr("An override needs a reason."), tr("Give it with --reason."));
    }
    return RosterPlanning(session, request).run(progress);
}

Result<qint64> commitRosterOperation(Session &session, const PlannedRosterOperation &planned, Progress *progress)
{
    for (const RosterPlanRow &row : planned.plan.rows) {
        if (planned.request.goodRowsOnly)
            break;
        if (row.isHeld || row.status == RowStatus::Conflict || row.status == RowStatus::Error)
            return failure(Error::Kind::Refused, row.code, row.message, row.next);
    }
    if (planned.plan.changes.isEmpty())
        return 0;
    if (const Done same = requireSameFile(planned); !same)
        return tl::unexpected(same.error());
    BatchInfo batch;
    batch.kind = planned.plan.operation;
    batch.schoolYear = planned.targetYear;
    if (!planned.request.school.isEmpty())
        batch.schools = {planned.request.school};
    batch.counts = countsJson(planned.plan);
    if (planned.file) {
        batch.fileName = planned.file->file.path.section(QLatin1Char('/'), -1);
        batch.fileBytes = planned.file->file.size;
        batch.fileSha256 = planned.file->file.sha256;
        batch.fileModifiedAt = planned.file->file.modified;
        batch.dialect = dialectJson(planned.file->dialect);
    }
    QJsonArray absent;
    for (const qint64 student : planned.absentStudents)
        absent.append(student);
    if (planned.file)
        batch.outcomes = {{QStringLiteral("covered"), planned.covered}, {QStringLiteral("absent"), absent}};
    for (const QString &code : planned.request.overrides)
        batch.overrides.append(QJsonObject{{QStringLiteral("code"), code}, {QStringLiteral("reason"), planned.request.reason}});
    CommitBatch command(QStringLiteral("RosterOperation"), Right::BatchOperations, batch, planned.plan.changes);
    command.setReason(planned.request.reason);
    command.setSolvedIssues(solvedIssues(planned.plan));
    const auto done = session.apply(command, progress);
    if (!done)
        return tl::unexpected(done.error().code == QLatin1String("B08") ? staleError(session, planned, done.error()) : done.error());
    return command.batchId();
}

QStringList rosterOperationInWords(const PlannedRosterOperation &planned)
{
    QMap<QPair<int, QString>, int> counts;
    for (const RosterPlanRow &row : planned.plan.rows) {
        const QString year = schoolYearName(planned.targetYear);
        if (row.isHeld)
            continue;
        switch (row.status) {
        case RowStatus::Promote:
        case RowStatus::Rollback:
            ++counts[{static_cast<int>(row.status), tr("from grade %1 to grade %2 for %3").arg(row.oldGrade, row.newGrade, year)}];
            break;
        case RowStatus::Retain:
            ++counts[{static_cast<int>(row.status), tr("in grade %1 for %2").arg(row.newGrade, year)}];
            break;
        case RowStatus::Migrate:
        case RowStatus::Restore:
            ++counts[{static_cast<int>(row.status), tr("into grade %1").arg(row.newGrade)}];
            break;
        case RowStatus::Archive:
            ++counts[{static_cast<int>(row.status), tr("of grade %1").arg(row.oldGrade)}];
            break;
        default:
            break;
        }
    }
    static const QHash<int, const char *> verbs{{static_cast<int>(RowStatus::Promote), QT_TRANSLATE_NOOP("RosterOperation", "Promote %1 students %2")},
                                                {static_cast<int>(RowStatus::Rollback), QT_TRANSLATE_NOOP("RosterOperation", "Roll back %1 students %2")},
                                                {static_cast<int>(RowStatus::Retain), QT_TRANSLATE_NOOP("RosterOperation", "Retain %1 students %2")},
                                                {static_cast<int>(RowStatus::Migrate), QT_TRANSLATE_NOOP("RosterOperation", "Migrate %1 students %2")},
                                                {static_cast<int>(RowStatus::Restore), QT_TRANSLATE_NOOP("RosterOperation", "Restore %1 students %2")},
                                                {static_cast<int>(RowStatus::Archive), QT_TRANSLATE_NOOP("RosterOperation", "Archive %1 students %2")}};
    QStringList lines;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        lines.append(tr(verbs.value(it.key().first)).arg(it.value()).arg(it.key().second));
    return lines;
}

namespace {

QJsonArray namesOf(const PlannedRosterOperation &planned, const QVector<qint64> &students)
{
    QJsonArray names;
    for (const qint64 student : students)
        names.append(planned.keys.value(student));
    return names;
}

QJsonObject rowJson(const PlannedRosterOperation &planned, const RosterPlanRow &row, const RosterNotice &notice)
{
    QJsonObject json{{QStringLiteral("student"), planned.keys.value(row.student, row.key)},
                     {QStringLiteral("status"), rowStatusName(row.status)},
                     {QStringLiteral("code"), notice.code},
                     {QStringLiteral("message"), notice.message},
                     {QStringLiteral("next"), notice.next}};
    if (row.fileRow)
        json.insert(QStringLiteral("row"), row.fileRow);
    return json;
}

QJsonArray warningsJson(const PlannedRosterOperation &planned)
{
    QJsonArray warnings;
    for (const RosterNotice &notice : planned.plan.notices)
        warnings.append(QJsonObject{{QStringLiteral("code"), notice.code}, {QStringLiteral("message"), notice.message},
                                    {QStringLiteral("next"), notice.next}, {QStringLiteral("students"), namesOf(planned, notice.students)}});
    for (const RosterPlanRow &row : planned.plan.rows) {
        for (const RosterNotice &notice : row.notices) {
            QJsonObject warning = rowJson(planned, row, notice);
            if (row.offeredGraduatingYear != 0)
                warning.insert(QStringLiteral("offeredGraduatingYear"), row.offeredGraduatingYear);
            if (notice.code == QLatin1String("K09")) {
                warning.insert(QStringLiteral("resultsEntered"), row.resultsEntered.size());
                warning.insert(QStringLiteral("resultsLeft"), row.resultsLeft.size());
            }
            warnings.append(warning);
        }
    }
    return warnings;
}

} // namespace

QJsonObject rosterOperationJson(const PlannedRosterOperation &planned)
{
    QJsonArray errors;
    QVector<qint64> newAttempts;
    for (const RosterPlanRow &row : planned.plan.rows) {
        if (row.offersNewAttempts)
            newAttempts.append(row.student);
        if (!row.code.isEmpty())
            errors.append(rowJson(planned, row, {row.code, row.message, row.next, {}}));
    }
    QJsonObject json{{QStringLiteral("operation"), planned.plan.operation},
                     {QStringLiteral("year"), schoolYearName(planned.targetYear)},
                     {QStringLiteral("rows"), static_cast<int>(planned.plan.rows.size())},
                     {QStringLiteral("counts"), countsJson(planned.plan)},
                     {QStringLiteral("errors"), errors},
                     {QStringLiteral("warnings"), warningsJson(planned)},
                     {QStringLiteral("summary"), QJsonArray::fromStringList(rosterOperationInWords(planned))},
                     {QStringLiteral("newAttempts"), namesOf(planned, newAttempts)},
                     {QStringLiteral("absent"), QJsonArray::fromStringList(planned.absent)}};
    if (planned.file)
        json.insert(QStringLiteral("covered"), planned.covered);
    if (planned.rollover)
        json.insert(QStringLiteral("rollover"), QJsonObject{{QStringLiteral("export"), planned.rollover->isAfter ? QStringLiteral("after") : QStringLiteral("before")},
                                                            {QStringLiteral("same"), planned.rollover->same},
                                                            {QStringLiteral("above"), planned.rollover->above}});
    return json;
}

} // namespace certdesk
