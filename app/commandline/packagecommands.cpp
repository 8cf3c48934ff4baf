// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/packagecommands.h"

#include "app/commandline/call.h"
#include "app/commandline/importoptions.h"
#include "models/operations/intake/packagerun.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

void printFindings(Call &call, const IntakeFindings &findings)
{
    constexpr qsizetype shown = 50;
    TextTable table{{tr("file"), tr("row"), tr("code"), tr("message"), tr("next")}, {}, {1}};
    for (const IntakeFinding &finding : findings) {
        if (table.rows.size() < shown && finding.severity != IntakeSeverity::Information)
            table.rows.append({finding.file, finding.row ? QString::number(finding.row) : QString(), finding.code, finding.message, finding.next});
    }
    if (!table.rows.isEmpty())
        call.out().table(table);
}

void printPackage(Call &call, const PackagePlan &plan)
{
    call.out().line(tr("%1: %2 rows in %3 files").arg(plan.identity.path).arg(plan.rows).arg(plan.files.size()));
    TextTable table{{tr("file"), tr("status"), tr("rows")}, {}, {2}};
    for (const PackageFilePlan &file : plan.files) {
        for (int status = 0; status < rowStatusCount; ++status) {
            if (const int rows = file.counts[static_cast<size_t>(status)])
                table.rows.append({file.name, rowStatusName(static_cast<RowStatus>(status)), QString::number(rows)});
        }
    }
    table.rows.append({tr("together"), {}, QString::number(plan.rows)});
    call.out().table(table);
    printFindings(call, plan.findings);
}

Result<int> commit(Call &call, const PreparedPackage &prepared)
{
    const Arguments &arguments = call.arguments();
    const ImportDecision decision{commitModeFromName(arguments.value("mode")).value_or(CommitMode::AllOrNothing), arguments.value("reason")};
    const auto outcome = commitPackage(call.session(), prepared, decision, &call.progress());
    if (!outcome)
        return tl::unexpected(outcome.error());
    printPackage(call, prepared.plan);
    if (!outcome->batch)
        call.out().line(tr("%1 rows hold back the import. Nothing was changed.").arg(outcome->leftOpen));
    else
        call.out().line(tr("Committed as batch %1; %2 rows are kept as issues.").arg(*outcome->batch).arg(outcome->leftOpen));
    call.out().document(packageReport(prepared.plan, outcome->batch, false));
    return outcome->leftOpen == 0 ? exitDone : outcome->batch ? exitAttention : exitRefused;
}

} // namespace

Result<int> importPackage(Call &call, const QString &kind, const QStringList &paths)
{
    const Arguments &arguments = call.arguments();
    const auto options = importRequest(arguments, kind, paths.first());
    if (!options)
        return tl::unexpected(options.error());
    const PackageRequest request{kind, paths, arguments.value("ssid-type"), options->read, options->options};
    const auto prepared = preparePackage(call.session(), request, &call.progress());
    if (!prepared)
        return tl::unexpected(prepared.error());
    if (arguments.has("errors")) {
        if (const Done written = writeOpenPackageRows(*prepared, arguments.value("errors")); !written)
            return tl::unexpected(written.error());
    }
    if (!arguments.has("dry-run"))
        return commit(call, *prepared);
    printPackage(call, prepared->plan);
    call.out().line(tr("A dry run: nothing was changed."));
    call.out().document(packageReport(prepared->plan, std::nullopt, true));
    return prepared->plan.heldBack() > 0 ? exitAttention : exitDone;
}

std::optional<Result<int>> inspectPackage(Call &call, const QStringList &paths)
{
    const auto container = openContainer(paths);
    if (!container || !(*container)->isUsable())
        return std::nullopt;
    const QString kind = packageKindOf(**container);
    const bool isSet = paths.size() > 1 || QFileInfo(paths.first()).isDir() || (*container)->names().size() > 1;
    if (kind.isEmpty() || !isSet)
        return std::nullopt;
    const PackageOptions options;
    const auto set = kind == QLatin1String("clever") ? readClever(**container, options, &call.progress()) : readOneRoster(**container, options, &call.progress());
    if (!set)
        return Result<int>(tl::unexpected(set.error()));
    const QJsonObject document = packageInspection(*set);
    call.out().line(tr("%1: %2, %3 rows").arg(paths.first(), document.value(QStringLiteral("source")).toString()).arg(set->rowCount()));
    TextTable table{{tr("file"), tr("use"), tr("rows")}, {}, {2}};
    for (const PackageFile &file : set->files)
        table.rows.append({file.name, file.role, QString::number(file.rowCount())});
    call.out().table(table);
    printFindings(call, set->findings);
    call.out().document(document);
    return Result<int>(set->isUsable() ? exitDone : exitAttention);
}

} // namespace certdesk::cli
