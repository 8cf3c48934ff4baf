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

} // namespace

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
    return makeRosterPlan(session, request, progress);
}

Result<qint64> commitRosterOperation(Session &session, const PlannedRosterOperation &planned, Progress *progress)
{
    for (const RosterPlanRow &row : planned.plan.rows) {
        if (row.status == RowStatus::Conflict || row.status == RowStatus::Error)
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
    for (const QString &code : planned.request.overrides)
        batch.overrides.append(QJsonObject{{QStringLiteral("code"), code}, {QStringLiteral("reason"), planned.request.reason}});
    CommitBatch command(QStringLiteral("RosterOperation"), Right::BatchOperations, batch, planned.plan.changes);
    command.setReason(planned.request.reason);
    const auto done = session.apply(command, progress);
    if (!done)
        return tl::unexpected(done.error());
    return command.batchId();
}

QJsonObject rosterOperationJson(const PlannedRosterOperation &planned)
{
    QJsonArray errors;
    for (const RosterPlanRow &row : planned.plan.rows) {
        if (row.code.isEmpty())
            continue;
        QJsonObject error{{QStringLiteral("student"), planned.keys.value(row.student, row.key)}, {QStringLiteral("status"), rowStatusName(row.status)},
                          {QStringLiteral("code"), row.code},                           {QStringLiteral("message"), row.message},
                          {QStringLiteral("next"), row.next}};
        if (row.fileRow)
            error.insert(QStringLiteral("row"), row.fileRow);
        errors.append(error);
    }
    return {{QStringLiteral("operation"), planned.plan.operation},
            {QStringLiteral("year"), schoolYearName(planned.targetYear)},
            {QStringLiteral("rows"), static_cast<int>(planned.plan.rows.size())},
            {QStringLiteral("counts"), countsJson(planned.plan)},
            {QStringLiteral("errors"), errors},
            {QStringLiteral("absent"), QJsonArray::fromStringList(planned.absent)}};
}

} // namespace certdesk
