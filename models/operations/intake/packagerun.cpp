// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/intake/packagerun.h"

#include "models/operations/celltext.h"
#include "models/reports/csvwriter.h"
#include "models/reports/xlsxwriter.h"
#include "models/store/roster/hiddenstudents.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ImportRun", text);
}

tl::unexpected<Error> refusedPackage(const IntakeFindings &findings)
{
    for (const IntakeFinding &finding : findings) {
        if (finding.isError() && finding.row == 0)
            return failure(Error::Kind::Invalid, finding.code, finding.file.isEmpty() ? finding.message : finding.file + QStringLiteral(": ") + finding.message, finding.next);
    }
    return failure(Error::Kind::Invalid, QStringLiteral("F13"), tr("The package cannot be imported."));
}

Result<PresentData> loadPresent(Session &session)
{
    PresentData present;
    for (const EntityKind entity : packageRecordsNeeded()) {
        auto records = session.records(entity);
        if (!records)
            return tl::unexpected(records.error());
        present.of(entity) = std::move(*records);
    }
    const auto elsewhere = studentsElsewhere(session);
    if (!elsewhere)
        return tl::unexpected(elsewhere.error());
    for (const StudentElsewhere &student : *elsewhere)
        present.hidden.append({student.studentStateId, student.login, student.schoolName, student.archivedOn});
    return present;
}

/// What the roster knows that reading needs: how its identifiers look, and what came in before.
PackageOptions optionsFrom(const PackageRequest &request, const PresentData &present)
{
    PackageOptions options;
    options.ssidType = request.ssidType;
    options.read = request.read;
    for (const Record &student : present.of(EntityKind::Student)) {
        if (student.has("student_state_id"))
            options.ssidLengths.insert(static_cast<int>(student.text("student_state_id").size()));
    }
    QSet<QString> known;
    for (const Record &row : present.of(EntityKind::ExternalId)) {
        if (row.text("system") == request.kind)
            known.insert(row.text("id_kind") + QLatin1Char('\n') + row.text("external_value"));
    }
    options.isKnown = [known](const QString &kind, const QString &id) { return known.contains(kind + QLatin1Char('\n') + id); };
    return options;
}

/// B02: the same bytes as an earlier batch of this kind.
void noteRepeatedPackage(Session &session, PackagePlan &plan)
{
    const auto batches = readBatches(session);
    if (!batches)
        return;
    for (const BatchInfo &batch : *batches) {
        if (batch.kind == plan.kind && batch.fileSha256 == plan.identity.sha256 && batch.state == BatchState::Committed) {
            plan.findings.append(intakeFinding("B02", {QString::number(batch.id), isoTime(batch.committedAt).left(10)}));
            return;
        }
    }
}

QStringList touchedSchools(Session &session, const PackagePlan &plan)
{
    QSet<qint64> ids;
    for (const RowChange &change : plan.changes) {
        for (const FieldValue &field : change.fields) {
            if (entityDef(change.kind).fields[field.field].reference == EntityKind::School && field.value.integer() > 0)
                ids.insert(field.value.integer());
        }
    }
    QStringList codes;
    for (const qint64 id : std::as_const(ids)) {
        if (const auto school = session.record(EntityKind::School, id))
            codes.append(school->text("school_code"));
    }
    codes.sort();
    return codes;
}

BatchInfo batchOf(Session &session, const PackagePlan &plan, const ImportDecision &decision)
{
    BatchInfo batch;
    batch.kind = plan.kind;
    batch.schools = touchedSchools(session, plan);
    batch.schoolYear = plan.options.schoolYear;
    batch.fileName = QFileInfo(plan.identity.path).fileName();
    batch.fileBytes = plan.identity.size;
    batch.fileModifiedAt = plan.identity.modified;
    batch.fileSha256 = plan.identity.sha256;
    const QJsonObject report = packageReport(plan, std::nullopt, false);
    batch.dialect = {{QStringLiteral("version"), plan.version}, {QStringLiteral("files"), report.value(QStringLiteral("files"))}};
    batch.counts = report.value(QStringLiteral("counts")).toObject();
    QStringList accepted(plan.options.accepted.cbegin(), plan.options.accepted.cend());
    accepted.sort();
    batch.options = {{QStringLiteral("mode"), commitModeName(decision.mode)},
                     {QStringLiteral("accepted"), QJsonArray::fromStringList(accepted)},
                     {QStringLiteral("policy"), rowPolicyName(plan.options.policy)},
                     {QStringLiteral("today"), isoDay(plan.options.today)}};
    int idle = 0;
    for (const RowStatus status : {RowStatus::Unchanged, RowStatus::Duplicate, RowStatus::Skipped})
        idle += plan.counts[static_cast<size_t>(status)];
    batch.outcomes = {{QStringLiteral("applied"), plan.rows - idle - plan.heldBack()},
                      {QStringLiteral("nothingNeeded"), idle},
                      {QStringLiteral("leftOpen"), plan.heldBack()}};
    for (const QString &code : plan.options.overrides)
        batch.overrides.append(QJsonObject{{QStringLiteral("code"), code}, {QStringLiteral("reason"), decision.reason}});
    return batch;
}

/// A held row with one of its findings; a status that has to be accepted makes one of its own.
struct OpenPackageRow
{
    SourceRow at;
    IntakeFinding finding;
};

QVector<OpenPackageRow> openPackageRows(const PreparedPackage &prepared)
{
    QHash<QPair<QString, int>, QVector<const IntakeFinding *>> findings;
    for (const IntakeFinding &finding : prepared.plan.findings) {
        if (finding.row > 0 && (finding.isError() || finding.needsDecision()))
            findings[{finding.file, finding.row}].append(&finding);
    }
    QVector<OpenPackageRow> open;
    for (const SourceRow &at : prepared.plan.held) {
        const PackageFile &file = prepared.set.files[static_cast<size_t>(at.file)];
        const int line = file.table.line(at.row);
        const auto own = findings.value({file.name, line});
        for (const IntakeFinding *finding : own)
            open.append({at, *finding});
        if (!own.isEmpty())
            continue;
        const QString status = rowStatusName(file.statuses[at.row]);
        IntakeFinding waits;
        waits.code = status;
        waits.file = file.name;
        waits.row = line;
        waits.severity = IntakeSeverity::Decision;
        waits.message = tr("The row would be \"%1\", which has to be accepted.").arg(status);
        waits.next = tr("Accept it, or leave the row out.");
        open.append({at, waits});
    }
    return open;
}

QJsonObject contentOf(const PackageFile &file, int row)
{
    QJsonObject content{{QStringLiteral("file"), file.name}};
    for (int column = 0; column < file.table.columns.size(); ++column) {
        const QString &name = file.table.columns[column];
        if (!name.contains(QLatin1String("password"), Qt::CaseInsensitive))
            content.insert(name, file.table.text(row, column));
    }
    return content;
}

template <class Writer> Done writeRows(Writer &writer, const PreparedPackage &prepared)
{
    for (const OpenPackageRow &open : openPackageRows(prepared)) {
        const PackageFile &file = prepared.set.files[static_cast<size_t>(open.at.file)];
        const QString content = QString::fromUtf8(QJsonDocument(contentOf(file, open.at.row)).toJson(QJsonDocument::Compact));
        writer.row({Value(file.name), Value(open.finding.row), Value(open.finding.code), Value(open.finding.field), Value(open.finding.value),
                    Value(open.finding.message), Value(open.finding.next), Value(content)});
    }
    return writer.finish();
}

} // namespace

bool isPackageKind(const QString &kind)
{
    return kind == QLatin1String("oneroster") || kind == QLatin1String("clever");
}

Result<PackageSet> readPackage(const PackageRequest &request, const PackageOptions &options, Progress *progress)
{
    const auto container = openContainer(request.paths, request.read.limits);
    if (!container)
        return tl::unexpected(container.error());
    return request.kind == QLatin1String("clever") ? readClever(**container, options, progress) : readOneRoster(**container, options, progress);
}

Result<PreparedPackage> preparePackage(Session &session, const PackageRequest &request, Progress *progress)
{
    if (const Done allowed = session.require(importRight(request.kind)); !allowed)
        return tl::unexpected(allowed.error());
    auto present = loadPresent(session);
    if (!present)
        return tl::unexpected(present.error());
    auto set = readPackage(request, optionsFrom(request, *present), progress);
    if (!set)
        return tl::unexpected(set.error());
    if (!set->isUsable())
        return refusedPackage(set->findings);
    ImportOptions options = request.options;
    options.today = session.today();
    options.user = session.person().name;
    if (options.schoolYear == 0)
        options.schoolYear = session.info().schoolYear;
    auto plan = planPackage(*set, options, std::move(*present), progress);
    if (!plan)
        return tl::unexpected(plan.error());
    if (plan->isRefused())
        return refusedPackage(plan->findings);
    noteRepeatedPackage(session, *plan);
    return PreparedPackage{request.paths, std::move(*set), std::move(*plan)};
}

Result<ImportOutcome> commitPackage(Session &session, const PreparedPackage &prepared, const ImportDecision &decision, Progress *progress)
{
    const PackagePlan &plan = prepared.plan;
    if (!plan.options.overrides.isEmpty()) {
        if (decision.reason.trimmed().isEmpty())
            return failure(Error::Kind::Invalid, QStringLiteral("C01"), tr("An override needs a written reason."), tr("Give the reason."));
        if (const Done allowed = session.require(Right::OverrideRules); !allowed)
            return tl::unexpected(allowed.error());
    }
    const auto now = openContainer(prepared.paths);
    if (!now || !(*now)->identity().sameContent(plan.identity)) {
        const IntakeFinding changed = intakeFinding("F14");
        return failure(Error::Kind::Conflict, changed.code, changed.message, changed.next);
    }
    if (plan.heldBack() > 0 && decision.mode == CommitMode::AllOrNothing)
        return ImportOutcome{std::nullopt, plan.heldBack()};
    CommitBatch command(QStringLiteral("Import"), importRight(plan.kind), batchOf(session, plan, decision), plan.changes);
    command.setReason(decision.reason);
    QVector<BatchIssue> issues;
    for (const OpenPackageRow &open : openPackageRows(prepared)) {
        BatchIssue issue;
        issue.row = open.finding.row;
        issue.code = open.finding.code;
        issue.field = open.finding.field;
        issue.value = open.finding.value;
        issue.message = open.finding.message;
        issue.next = open.finding.next;
        issue.rowContent = contentOf(prepared.set.files[static_cast<size_t>(open.at.file)], open.at.row);
        issues.append(issue);
    }
    command.setIssues(issues);
    if (const auto done = session.apply(command, progress); !done)
        return tl::unexpected(done.error());
    return ImportOutcome{command.batchId(), plan.heldBack()};
}

Done writeOpenPackageRows(const PreparedPackage &prepared, const QString &path)
{
    QVector<SheetColumn> headings{{QStringLiteral("file"), false}, {QStringLiteral("row"), true}};
    for (const char *name : {"code", "field", "value", "message", "next", "content"})
        headings.append({QString::fromLatin1(name), false});
    if (path.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive)) {
        XlsxWriter writer(path);
        writer.sheet(QStringLiteral("open rows"), headings);
        return writeRows(writer, prepared);
    }
    CsvWriter writer(path, headings);
    return writeRows(writer, prepared);
}

} // namespace certdesk
