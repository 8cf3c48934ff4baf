// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/roster/groupoperation.h"

#include "models/domain/progress.h"
#include "models/operations/roster/groupplanning.h"
#include "models/store/batch.h"
#include "models/store/roster/deletegroups.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace certdesk {

namespace {

constexpr DayNumber daysOfPreparation = 60;

QString tr(const char *text)
{
    return QCoreApplication::translate("GroupOperation", text);
}

QJsonObject countsJson(const GroupPlan &plan)
{
    QJsonObject json;
    const QMap<QString, int> counts = plan.counts();
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

QJsonObject rowJson(const GroupPlanRow &row)
{
    QJsonObject json{{QStringLiteral("group"), row.name},
                     {QStringLiteral("id"), row.group ? QJsonValue(row.group) : QJsonValue()},
                     {QStringLiteral("school"), row.school},
                     {QStringLiteral("year"), row.schoolYear ? schoolYearName(row.schoolYear) : QString()},
                     {QStringLiteral("kind"), row.kind},
                     {QStringLiteral("members"), row.members},
                     {QStringLiteral("status"), groupOutcomeName(row.outcome)}};
    const auto put = [&json](const char *name, const QString &text) {
        if (!text.isEmpty())
            json.insert(QLatin1String(name), text);
    };
    put("student", row.student);
    put("code", row.code);
    put("message", row.message);
    put("next", row.next);
    return json;
}

Result<qint64> deleteForGood(Session &session, const PlannedGroupOperation &planned, Progress *progress)
{
    const int number = planned.plan.count(GroupOutcome::Delete);
    if (planned.request.count != number)
        return failure(Error::Kind::Refused, QStringLiteral("COUNT"), tr("%1 groups would be deleted, and that is not the number you gave. Nothing was changed.").arg(number),
                       tr("Look at the list, and give the count that it has."));
    if (number == 0)
        return 0;
    DeleteGroups command(planned.plan, planned.request.reason);
    const auto done = session.apply(command, progress);
    if (!done)
        return tl::unexpected(done.error());
    return 0;
}

} // namespace

qint64 currentYear(Session &session)
{
    return std::max(session.info().schoolYear, schoolYearOf(session.today()));
}

qint64 preparedYear(Session &session)
{
    const qint64 current = session.info().schoolYear;
    return std::max(session.today() + daysOfPreparation > lastDayOfSchoolYear(current) ? current + 1 : current, schoolYearOf(session.today()));
}

Result<PlannedGroupOperation> planGroupOperation(Session &session, const GroupRequest &request, Progress *progress)
{
    if (const auto allowed = session.require(Right::BatchOperations); !allowed)
        return tl::unexpected(allowed.error());
    return makeGroupPlan(session, request, progress);
}

Result<qint64> commitGroupOperation(Session &session, const PlannedGroupOperation &planned, Progress *progress)
{
    for (const GroupPlanRow &row : planned.plan.rows) {
        if (row.outcome == GroupOutcome::Error)
            return failure(Error::Kind::Refused, row.code, row.message, row.next);
    }
    if (planned.request.kind == GroupRequest::Kind::Delete)
        return deleteForGood(session, planned, progress);
    if (planned.plan.changes.isEmpty())
        return 0;
    BatchInfo batch;
    batch.kind = planned.plan.operation;
    batch.schoolYear = planned.schoolYear;
    if (!planned.request.school.isEmpty())
        batch.schools = {planned.request.school};
    batch.counts = countsJson(planned.plan);
    CommitBatch command(QStringLiteral("GroupOperation"), Right::BatchOperations, batch, planned.plan.changes);
    command.setReason(planned.request.reason);
    const auto done = session.apply(command, progress);
    if (!done)
        return tl::unexpected(done.error());
    return command.batchId();
}

QJsonObject groupOperationJson(const PlannedGroupOperation &planned)
{
    QJsonArray groups;
    QJsonArray errors;
    for (const GroupPlanRow &row : planned.plan.rows)
        (row.outcome == GroupOutcome::Error ? errors : groups).append(rowJson(row));
    return {{QStringLiteral("operation"), planned.plan.operation},
            {QStringLiteral("year"), schoolYearName(planned.schoolYear)},
            {QStringLiteral("rows"), planned.plan.rows.size()},
            {QStringLiteral("counts"), countsJson(planned.plan)},
            {QStringLiteral("groups"), groups},
            {QStringLiteral("errors"), errors}};
}

} // namespace certdesk
