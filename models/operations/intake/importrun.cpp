// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/intake/importrun.h"

#include "models/domain/progress.h"
#include "models/intake/importjson.h"
#include "models/operations/celltext.h"
#include "models/operations/intake/migrations.h"
#include "models/operations/intake/openrows.h"
#include "models/store/accounts/password.h"
#include "models/store/roster/hiddenstudents.h"
#include "models/store/roster/manualfields.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ImportRun", text);
}

tl::unexpected<Error> refusedFile(const IntakeFindings &findings)
{
    for (const IntakeFinding &finding : findings) {
        if (finding.isError())
            return failure(Error::Kind::Invalid, finding.code, finding.message, finding.next);
    }
    return failure(Error::Kind::Invalid, QStringLiteral("F02"), tr("The file cannot be imported."));
}

/// B04: teachers in the student import.
tl::unexpected<Error> refusedStaffFile(const Table &table)
{
    const IntakeFinding finding =
        intakeFinding("B04", {tr("a staff file: its columns are those of staff (%1), and none holds grades").arg(table.columns.mid(0, 6).join(QStringLiteral(", ")))});
    return failure(Error::Kind::Refused, finding.code, finding.message, finding.next);
}

MappingOptions mappingOptions(const ImportRequest &request, qint64 schoolYear)
{
    MappingOptions mapping;
    mapping.given = request.columns;
    mapping.schoolYear = schoolYear;
    mapping.acceptNear = request.options.accepts(QStringLiteral("H05"));
    mapping.onlyGiven = request.onlyColumns;
    mapping.supplied = QSet<QString>(request.options.defaults.keyBegin(), request.options.defaults.keyEnd());
    return mapping;
}

Result<PresentData> loadPresent(Session &session, const ImportKind &kind, const ImportOptions &options)
{
    PresentData present;
    for (const EntityKind entity : recordsNeeded(kind)) {
        auto records = session.records(entity);
        if (!records)
            return tl::unexpected(records.error());
        present.of(entity) = std::move(*records);
    }
    present.stateIdDigits = session.setting(QStringLiteral("state_id_digits")).toInt();
    const bool asksForHands = std::any_of(options.fieldPolicies.cbegin(), options.fieldPolicies.cend(),
                                          [](FieldPolicy policy) { return policy == FieldPolicy::ManualWins; });
    if (asksForHands) {
        auto manual = manualFields(session, kind.primary);
        if (!manual)
            return tl::unexpected(manual.error());
        present.manual = std::move(*manual);
    }
    const auto elsewhere = studentsElsewhere(session);
    if (!elsewhere)
        return tl::unexpected(elsewhere.error());
    for (const StudentElsewhere &student : *elsewhere)
        present.hidden.append({student.studentStateId, student.login, student.schoolName, student.archivedOn});
    if (kind.primary == EntityKind::Attempt) {
        const auto next = nextAttemptNumber(session);
        if (!next)
            return tl::unexpected(next.error());
        present.nextRowNumber = *next;
    }
    return present;
}

/// B02: the same bytes as an earlier batch of this kind. B03: older than the last file of this kind.
void noteEarlierFiles(Session &session, ImportPlan &plan)
{
    if (plan.file.sha256.isEmpty())
        return;
    const auto batches = readBatches(session);
    if (!batches)
        return;
    bool isFirst = true;
    for (const BatchInfo &batch : *batches) {
        if (batch.kind != plan.kind || batch.state != BatchState::Committed || batch.fileSha256.isEmpty())
            continue;
        if (batch.fileSha256 == plan.file.sha256) {
            plan.fileFindings.append(intakeFinding("B02", {QString::number(batch.id), isoTime(batch.committedAt).left(10)}));
            return;
        }
        const bool sameSchool = plan.options.school.isEmpty() || batch.schools.isEmpty() || batch.schools.contains(plan.options.school);
        if (isFirst && sameSchool && plan.file.modified > 0 && plan.file.modified < batch.fileModifiedAt)
            plan.fileFindings.append(intakeFinding("B03", {isoTime(batch.fileModifiedAt).left(10)}));
        isFirst = isFirst && !sameSchool;
    }
}

/// B07: no roster imports until a day that the district has set.
void noteBlackout(Session &session, ImportPlan &plan)
{
    const auto until = dayFromIso(session.setting(QStringLiteral("roster_blackout_until")));
    if (until && *until >= plan.options.today && importRight(plan.kind) == Right::ImportRoster)
        plan.fileFindings.append(intakeFinding("B07", {isoDay(*until)}));
}

/// C12: how many of the passwords in the file are weak; none of them is told.
void noteWeakPasswords(const Table &table, ImportPlan &plan)
{
    const ImportKind &kind = *importKind(plan.kind);
    const int field = kind.find(QLatin1String("password"));
    const int column = field < 0 ? -1 : plan.mapping.columnOfField[field];
    if (column < 0)
        return;
    QHash<QString, bool> weak; // one word for a whole class is judged once
    int count = 0;
    for (int row = 0; row < table.rowCount(); ++row) {
        const QString password = table.text(row, column).trimmed();
        if (password.isEmpty())
            continue;
        if (!weak.contains(password))
            weak.insert(password, !checkNewPassword(password, {}));
        count += weak.value(password);
    }
    if (count == 0)
        return;
    plan.fileFindings.append(intakeFinding("C12", {QString::number(count)}));
    plan.fileFindings.last().column = column + 1;
    plan.fileFindings.last().field = QStringLiteral("password");
}

Done checkOverrides(const Session &session, const ImportOptions &options, const QString &reason)
{
    if (options.overrides.isEmpty())
        return {};
    if (reason.trimmed().isEmpty())
        return failure(Error::Kind::Invalid, QStringLiteral("C01"), tr("An override needs a written reason."), tr("Give the reason."));
    return session.require(Right::OverrideRules);
}

QStringList touchedSchools(Session &session, const ImportPlan &plan)
{
    QSet<qint64> ids;
    for (const RowChange &change : plan.changes) {
        const EntityDef &def = entityDef(change.kind);
        for (const FieldValue &field : change.fields) {
            if (def.fields[field.field].reference == EntityKind::School && field.value.integer() > 0)
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

QHash<QString, qint64> schoolsByCode(Session &session)
{
    QHash<QString, qint64> schools;
    if (const auto records = session.records(EntityKind::School)) {
        for (const Record &school : *records)
            schools.insert(school.text("school_code"), school.id);
    }
    return schools;
}

/// How the columns were read, so that kept rows are read alike when they come again: [[column, field or null], …].
QJsonArray columnsJson(const Mapping &mapping)
{
    QJsonArray columns;
    for (const ColumnMatch &match : mapping.columns)
        columns.append(QJsonArray{match.column, match.applied ? QJsonValue(match.field) : QJsonValue()});
    return columns;
}

QVector<qint64> settledIssues(const ImportPlan &plan, const ImportDecision &decision)
{
    QVector<qint64> issues;
    for (const PlanRow &row : plan.rows) {
        if (!holdsBack(row.status, plan.options))
            issues += decision.settles.value(row.row);
    }
    return issues;
}

BatchInfo batchOf(Session &session, const ImportPlan &plan, const ImportDecision &decision)
{
    BatchInfo batch;
    batch.kind = plan.kind;
    batch.schools = touchedSchools(session, plan);
    batch.schoolYear = plan.options.schoolYear;
    batch.fileName = QFileInfo(plan.file.path).fileName();
    batch.fileBytes = plan.file.size;
    batch.fileModifiedAt = plan.file.modified;
    batch.fileSha256 = plan.file.sha256;
    batch.dialect = dialectJson(plan.dialect);
    QStringList accepted(plan.options.accepted.cbegin(), plan.options.accepted.cend());
    accepted.sort();
    batch.options = {{QStringLiteral("mode"), commitModeName(decision.mode)},
                     {QStringLiteral("accepted"), QJsonArray::fromStringList(accepted)},
                     {QStringLiteral("policy"), rowPolicyName(plan.options.policy)},
                     {QStringLiteral("school"), plan.options.school},
                     {QStringLiteral("today"), isoDay(plan.options.today)},
                     {QStringLiteral("columns"), columnsJson(plan.mapping)},
                     {QStringLiteral("dateOrder"), static_cast<int>(plan.options.dateOrder)},
                     {QStringLiteral("emptyClears"), QJsonArray::fromStringList(plan.options.emptyClears.values())}};
    batch.parent = decision.parent;
    int applied = 0;
    for (int status = 0; status < rowStatusCount; ++status)
        batch.counts.insert(rowStatusName(static_cast<RowStatus>(status)), plan.counts[static_cast<size_t>(status)]);
    for (const PlanRow &row : plan.rows)
        applied += row.changeCount > 0 ? 1 : 0;
    const int leftOpen = plan.heldBack();
    batch.outcomes = {{QStringLiteral("applied"), applied},
                      {QStringLiteral("nothingNeeded"), plan.rowCount() - applied - leftOpen},
                      {QStringLiteral("leftOpen"), leftOpen}};
    for (const QString &code : plan.options.overrides)
        batch.overrides.append(QJsonObject{{QStringLiteral("code"), code}, {QStringLiteral("reason"), decision.reason}});
    return batch;
}

} // namespace

QString commitModeName(CommitMode mode)
{
    return mode == CommitMode::GoodRows ? QStringLiteral("good-rows") : QStringLiteral("all-or-nothing");
}

std::optional<CommitMode> commitModeFromName(const QString &name)
{
    for (const CommitMode mode : {CommitMode::AllOrNothing, CommitMode::GoodRows}) {
        if (name == commitModeName(mode))
            return mode;
    }
    return std::nullopt;
}

CommitMode defaultCommitMode(const ImportKind &kind)
{
    return kind.goodRowsByDefault ? CommitMode::GoodRows : CommitMode::AllOrNothing;
}

Right importRight(const QString &kind)
{
    if (kind == QLatin1String("attempts"))
        return Right::EnterAttempts;
    if (kind == QLatin1String("certificate-list") || kind == QLatin1String("program-certificates"))
        return Right::AssignCertificates;
    return Right::ImportRoster;
}

Mapping mapImport(const Table &table, const ImportRequest &request, qint64 schoolYear)
{
    const ImportKind *kind = importKind(request.kind);
    Q_ASSERT(kind);
    MappingOptions options = mappingOptions(request, schoolYear);
    if (!request.profile)
        return matchColumns(table, *kind, options);
    const auto isSaid = [&](const QString &field) {
        return std::any_of(request.columns.cbegin(), request.columns.cend(), [&](const auto &given) { return given.first == field; });
    };
    for (const auto &column : profileColumns(*request.profile, table)) {
        if (!isSaid(column.first))
            options.given.append(column);
    }
    for (auto it = request.profile->defaults.cbegin(); it != request.profile->defaults.cend(); ++it)
        options.supplied.insert(it.key());
    Mapping mapping = matchColumns(table, *kind, options);
    for (IntakeFinding &finding : profileDrift(*request.profile, table)) {
        if (isSaid(finding.field) || request.options.accepts(finding.code))
            finding.severity = IntakeSeverity::Information; // the person has looked at it
        else
            mapping.isUndecided = true;
        mapping.findings.append(finding);
    }
    return mapping;
}

Result<ImportPlan> planReadImport(Session &session, const ImportRequest &request, const Table &table, PresentData *loaded, Progress *progress)
{
    const ImportKind *kind = importKind(request.kind);
    if (!kind)
        return failure(Error::Kind::Invalid, QStringLiteral("USAGE"), tr("There is no import of the kind \"%1\".").arg(request.kind));
    if (const Done allowed = session.require(importRight(request.kind)); !allowed)
        return tl::unexpected(allowed.error());
    ImportOptions options = request.options;
    if (request.profile)
        applyProfile(*request.profile, &options);
    // Summer: rosters may grow and nothing else, unless somebody overrides it.
    if (session.setting(QStringLiteral("roster_adds_only")) == QLatin1String("1") && !options.overrides.contains(QStringLiteral("B07")))
        options.policy = RowPolicy::AddOnly;
    options.today = session.today();
    options.user = session.person().name;
    if (options.schoolYear == 0)
        options.schoolYear = session.info().schoolYear;
    auto present = loadPresent(session, *kind, options);
    if (!present)
        return tl::unexpected(present.error());
    auto plan = planImport(table, mapImport(table, request, options.schoolYear), options, *present, progress);
    if (!plan)
        return tl::unexpected(plan.error());
    if (plan->isRefused()) {
        const ImportKind *looksLike = kind->primary == EntityKind::Student ? guessKind(table) : nullptr;
        if (looksLike && looksLike->primary == EntityKind::Staff)
            return refusedStaffFile(table);
        return refusedFile(plan->fileFindings);
    }
    if (const Done ended = endOldMemberships(session, *plan); !ended)
        return tl::unexpected(ended.error());
    noteEarlierFiles(session, *plan);
    noteBlackout(session, *plan);
    noteWeakPasswords(table, *plan);
    if (loaded)
        *loaded = std::move(*present);
    return plan;
}

Result<PreparedImport> prepareImport(Session &session, const ImportRequest &request, Progress *progress)
{
    const ImportKind *kind = importKind(request.kind);
    if (!kind)
        return failure(Error::Kind::Invalid, QStringLiteral("USAGE"), tr("There is no import of the kind \"%1\".").arg(request.kind));
    if (const Done allowed = session.require(importRight(request.kind)); !allowed)
        return tl::unexpected(allowed.error());
    auto table = readTableFile(request.file, request.read, progress);
    if (!table)
        return tl::unexpected(table.error());
    if (!table->isUsable())
        return refusedFile(table->findings);
    auto plan = planReadImport(session, request, *table, nullptr, progress);
    if (!plan)
        return tl::unexpected(plan.error());
    return PreparedImport{std::move(*table), std::move(*plan)};
}

Result<ImportOutcome> commitImport(Session &session, const PreparedImport &prepared, const ImportDecision &decision, Progress *progress)
{
    const ImportPlan &plan = prepared.plan;
    if (const Done allowed = checkOverrides(session, plan.options, decision.reason); !allowed)
        return tl::unexpected(allowed.error());
    const Done same = plan.file.path.isEmpty() ? Done() : checkFileUnchanged(plan);
    if (!same)
        return tl::unexpected(same.error());
    const int heldBack = plan.heldBack();
    if (plan.stop() || (heldBack > 0 && decision.mode == CommitMode::AllOrNothing))
        return ImportOutcome{std::nullopt, heldBack};
    CommitBatch command(QStringLiteral("Import"), importRight(plan.kind), batchOf(session, plan, decision),
                        decision.accounts.isEmpty() ? plan.changes : plan.changes + decision.accounts);
    command.setReason(decision.reason);
    if (decision.parent != 0)
        command.setSolvedIssues(settledIssues(plan, decision));
    else if (heldBack > 0)
        command.setIssues(openIssues(prepared, schoolsByCode(session)));
    if (const auto done = session.apply(command, progress); !done)
        return tl::unexpected(done.error());
    return ImportOutcome{command.batchId(), heldBack};
}

} // namespace certdesk
