// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/call.h"
#include "app/commandline/subcommands.h"
#include "models/operations/intake/fixfile.h"
#include "models/operations/listexport.h"
#include "models/store/issues.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<qint64> number(const QString &text, const QString &what)
{
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    if (!isNumber || value <= 0)
        return wrongCall(tr("%1 has to be a number.").arg(what));
    return value;
}

ListSelection openIssueList(bool all)
{
    ListSelection selection;
    selection.query.view = QStringLiteral("issues");
    if (!all)
        selection.query.filters.append({QStringLiteral("state"), ViewFilter::Operator::OneOf, {}, {Value(QStringLiteral("open")), Value(QStringLiteral("waiting"))}});
    return selection;
}

Result<int> runIssuesList(Call &call)
{
    const auto issues = readIssues(call.session(), call.arguments().integer("batch").value_or(0), call.arguments().has("all"));
    if (!issues)
        return tl::unexpected(issues.error());
    QJsonArray rows;
    TextTable table{{tr("issue"), tr("batch"), tr("row"), tr("code"), tr("field"), tr("state"), tr("message")}, {}, {0, 1, 2}};
    for (const BatchIssue &issue : *issues) {
        rows.append(QJsonObject{{QStringLiteral("id"), issue.id},
                                {QStringLiteral("batch"), issue.batch},
                                {QStringLiteral("row"), issue.row},
                                {QStringLiteral("code"), issue.code},
                                {QStringLiteral("field"), issue.field},
                                {QStringLiteral("value"), issue.value},
                                {QStringLiteral("message"), issue.message},
                                {QStringLiteral("next"), issue.next},
                                {QStringLiteral("state"), issue.state},
                                {QStringLiteral("reason"), issue.reason},
                                {QStringLiteral("cells"), issue.rowContent}});
        table.rows.append({QString::number(issue.id), QString::number(issue.batch), QString::number(issue.row), issue.code, issue.field, issue.state, issue.message});
    }
    call.out().document({{QStringLiteral("entity"), QStringLiteral("issues")}, {QStringLiteral("total"), rows.size()}, {QStringLiteral("rows"), rows}});
    call.out().table(table);
    return exitDone;
}

/// For the clerk of the SIS: what to correct at the source, a line a finding.
Result<qint64> writeIssueList(Call &call, const QString &path)
{
    const ExportFormat format = path.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive) ? ExportFormat::Xlsx : ExportFormat::Csv;
    return exportList(call.session(), openIssueList(call.arguments().has("all")), format, path, &call.progress());
}

Result<int> runIssuesExport(Call &call)
{
    const Arguments &arguments = call.arguments();
    const QString path = arguments.positional(0);
    if (arguments.has("list") && arguments.has("batch"))
        return wrongCall(tr("--list is of all batches."));
    const auto rows = arguments.has("list") ? writeIssueList(call, path)
                                            : writeFixFile(call.session(), arguments.integer("batch").value_or(0), arguments.has("all"), path);
    if (!rows)
        return tl::unexpected(rows.error());
    call.out().document({{QStringLiteral("entity"), QStringLiteral("issues")}, {QStringLiteral("total"), *rows}, {QStringLiteral("file"), path}});
    call.out().line(arguments.has("list") ? tr("Wrote %1 issues.").arg(*rows) : tr("Wrote %1 rows; correct them and bring them back with: issues import").arg(*rows));
    return exitDone;
}

Result<RetryOptions> retryOptions(const Arguments &arguments)
{
    if (arguments.has("override") && arguments.value("reason").trimmed().isEmpty())
        return wrongCall(tr("--override needs --reason."));
    const QStringList accepted = arguments.values("accept");
    const QStringList overrides = arguments.values("override");
    RetryOptions options{{accepted.cbegin(), accepted.cend()}, {overrides.cbegin(), overrides.cend()}, arguments.value("reason"), DateOrder::Unknown,
                         arguments.has("dry-run")};
    if (arguments.has("date-order"))
        options.dateOrder = arguments.value("date-order") == QLatin1String("month-first") ? DateOrder::MonthFirst : DateOrder::DayFirst;
    return options;
}

int printRetried(Call &call, const QJsonObject &document)
{
    call.out().document(document);
    const QJsonObject counts = document.value(QLatin1String("counts")).toObject();
    for (auto it = counts.begin(); it != counts.end(); ++it)
        call.out().line(QStringLiteral("%1 %2").arg(it.value().toInt(), 7).arg(it.key()));
    for (const QJsonValue &value : document.value(QLatin1String("errors")).toArray()) {
        const QJsonObject error = value.toObject();
        call.out().line(tr("row %1  %2  %3").arg(error.value(QLatin1String("row")).toInt()).arg(error.value(QLatin1String("code")).toString(),
                                                                                              error.value(QLatin1String("message")).toString()));
    }
    for (const QJsonValue &value : document.value(QLatin1String("batches")).toArray()) {
        const QJsonObject batch = value.toObject();
        if (!batch.value(QLatin1String("batch")).isNull())
            call.out().line(tr("Committed as batch %1; its rows waited in batch %2.").arg(batch.value(QLatin1String("batch")).toInt()).arg(batch.value(QLatin1String("parent")).toInt()));
    }
    if (document.value(QLatin1String("dryRun")).toBool())
        call.out().line(tr("A dry run: nothing was changed."));
    return counts.value(QLatin1String("open")).toInt() + counts.value(QLatin1String("unknown")).toInt() > 0 ? exitAttention : exitDone;
}

Result<int> runIssuesImport(Call &call)
{
    const auto options = retryOptions(call.arguments());
    if (!options)
        return tl::unexpected(options.error());
    const auto report = importFixFile(call.session(), call.arguments().positional(0), *options, &call.progress());
    if (!report)
        return tl::unexpected(report.error());
    return printRetried(call, fixReportJson(*report, options->dryRun));
}

Result<int> runIssuesMigrateAll(Call &call)
{
    const auto options = retryOptions(call.arguments());
    if (!options)
        return tl::unexpected(options.error());
    if (const Done allowed = call.session().require(Right::BatchOperations); !allowed)
        return tl::unexpected(allowed.error());
    const auto batches = migrateKeptRows(call.session(), call.arguments().integer("batch").value_or(0), *options, &call.progress());
    if (!batches)
        return tl::unexpected(batches.error());
    return printRetried(call, retriedJson(*batches, options->dryRun));
}

/// The right of the kind of import that an issue came from.
Result<Right> rightForIssue(Session &session, qint64 id)
{
    const auto issues = readIssues(session, 0, true);
    if (!issues)
        return tl::unexpected(issues.error());
    for (const BatchIssue &issue : *issues) {
        if (issue.id != id)
            continue;
        const auto batch = readBatch(session, issue.batch);
        return batch ? importRight(batch->kind) : Right::ImportRoster;
    }
    return Right::ImportRoster;
}

Result<int> runIssuesDismiss(Call &call)
{
    const auto id = number(call.arguments().positional(0), QStringLiteral("ID"));
    if (!id)
        return tl::unexpected(id.error());
    const auto right = rightForIssue(call.session(), *id);
    if (!right)
        return tl::unexpected(right.error());
    DismissIssue command(*id, *right, call.arguments().value("reason"));
    if (const auto done = call.session().apply(command); !done)
        return tl::unexpected(done.error());
    call.out().document({{QStringLiteral("issue"), *id}, {QStringLiteral("state"), QStringLiteral("dismissed")}});
    call.out().line(tr("Issue %1 is dismissed.").arg(*id));
    return exitDone;
}

} // namespace

void addIssueSubcommands(Registry &registry)
{
    const auto signIn = Subcommand::Needs::SignIn;
    const Option batch = integer("batch", "N", tr("only of this batch"));
    const Option dryRun = flag("dry-run", tr("show what would happen and change nothing"));
    const QVector<Option> decisions{text("accept", "STATUS|CODE", tr("what Review would ask about: retain, migrate, C08, …")).repeated(),
                                    text("override", "CODE", tr("override this code; needs the right and a reason")).repeated(),
                                    text("reason", "R", tr("why; stands in the batch and the journal")), dryRun};
    registry.add({QStringLiteral("issues list"), tr("rows kept because they could not be applied"), signIn, {batch, flag("all", tr("settled ones too"))}, {}, runIssuesList});
    registry.add({QStringLiteral("issues export"), tr("the kept rows as a file to correct, CSV or XLSX"), signIn,
                  {batch, flag("all", tr("settled ones too")), flag("list", tr("a line a finding instead, for those who correct the source"))},
                  {{QStringLiteral("OUT"), tr("the file to write")}}, runIssuesExport,
                  tr("The file has the original columns, then batch, row id, code, reason and suggestion. Correct the cells, leave batch and row id as they are, "
                     "and bring it back: certdeskctl issues import OUT")});
    registry.add({QStringLiteral("issues import"), tr("bring a corrected file back; touches exactly the rows it names"), signIn,
                  decisions + QVector<Option>{choice("date-order", "month-first|day-first", tr("how dates like 3/4/2027 are read"))},
                  {{QStringLiteral("FILE"), tr("a file written by issues export")}}, runIssuesImport,
                  tr("Name and order of the file do not matter. Rows that still cannot be applied stay open: exit 1.")});
    registry.add({QStringLiteral("issues migrate-all"), tr("move everybody here whose row was kept as registered at another school (K02)"), signIn, QVector<Option>{batch} + decisions, {},
                  runIssuesMigrateAll, tr("Rows whose name is not that of the person found stay open as K06: exit 1.")});
    registry.add({QStringLiteral("issues dismiss"), tr("take an issue off the list"), signIn, {text("reason", "R", tr("why")).required()},
                  {{QStringLiteral("ID"), tr("number of the issue")}}, runIssuesDismiss});
}

} // namespace certdesk::cli
