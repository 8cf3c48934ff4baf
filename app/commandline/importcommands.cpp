// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/call.h"
#include "app/commandline/importoptions.h"
#include "app/commandline/passwordoptions.h"
#include "app/commandline/packagecommands.h"
#include "app/commandline/subcommands.h"
#include "models/intake/importjson.h"
#include "models/operations/intake/packagerun.h"
#include "models/operations/intake/planfile.h"
#include "models/operations/intake/profiles.h"

#include <QCoreApplication>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

/// What happened to one file.
struct FileAnswer
{
    QJsonObject document;
    int exitCode = exitDone;
};

void printCounts(Call &call, const ImportPlan &plan)
{
    TextTable counts{{tr("status"), tr("rows")}, {}, {1}};
    for (int status = 0; status < rowStatusCount; ++status) {
        if (const int rows = plan.counts[static_cast<size_t>(status)])
            counts.rows.append({rowStatusName(static_cast<RowStatus>(status)), QString::number(rows)});
    }
    counts.rows.append({tr("together"), QString::number(plan.rowCount())});
    call.out().table(counts);
}

void printFindings(Call &call, const ImportPlan &plan)
{
    constexpr qsizetype shown = 50;
    TextTable table{{tr("row"), tr("code"), tr("field"), tr("message"), tr("next")}, {}, {0}};
    const IntakeFindings findings = plan.fileFindings + plan.rowFindings;
    qsizetype more = 0;
    for (const IntakeFinding &finding : findings) {
        if (!finding.isError() && !finding.needsDecision())
            continue;
        if (table.rows.size() < shown)
            table.rows.append({finding.row ? QString::number(finding.row) : QString(), finding.code, finding.field, finding.message, finding.next});
        else
            ++more;
    }
    if (!table.rows.isEmpty())
        call.out().table(table);
    if (more > 0)
        call.out().line(tr("… and %1 more; --errors FILE writes them all.").arg(more));
}

void printPlan(Call &call, const ImportPlan &plan)
{
    call.out().line(tr("%1: %2 rows").arg(plan.file.path).arg(plan.rowCount()));
    printCounts(call, plan);
    printFindings(call, plan);
}

void printOutcome(Call &call, const ImportPlan &plan, const ImportOutcome &outcome)
{
    if (const IntakeFinding *stop = plan.stop(); stop && !outcome.batch)
        call.out().line(QStringLiteral("%1 %2. %3. %4").arg(stop->code, stop->message, stop->next, tr("Nothing was changed.")));
    else if (!outcome.batch)
        call.out().line(tr("%1 rows hold back the import. Nothing was changed.").arg(outcome.leftOpen));
    else if (outcome.leftOpen > 0)
        call.out().line(tr("Committed as batch %1; %2 rows are kept as issues.").arg(*outcome.batch).arg(outcome.leftOpen));
    else
        call.out().line(tr("Committed as batch %1.").arg(*outcome.batch));
}

Result<FileAnswer> commit(Call &call, const PreparedImport &prepared, ImportDecision decision)
{
    ImportPasswords passwords(call);
    const bool isHeld = decision.mode == CommitMode::AllOrNothing && prepared.plan.heldBack() > 0;
    if (const Done made = isHeld ? passwords.count(prepared.plan) : passwords.make(prepared.plan); !made)
        return tl::unexpected(made.error());
    decision.accounts = passwords.changes();
    const auto outcome = commitImport(call.session(), prepared, decision, &call.progress());
    if (!outcome)
        return tl::unexpected(outcome.error());
    if (const Done kept = outcome->batch ? passwords.keep() : Done(); !kept)
        return tl::unexpected(kept.error());
    printPlan(call, prepared.plan);
    printOutcome(call, prepared.plan, *outcome);
    const int exitCode = !outcome->batch ? exitRefused : outcome->leftOpen == 0 ? exitDone : exitAttention;
    QJsonObject document = importReport(prepared.plan, outcome->batch, false);
    passwords.report(document, outcome->batch.has_value());
    return FileAnswer{document, exitCode};
}

/// The request with the profile that it names.
Result<ImportRequest> requestWithProfile(Call &call, const QString &file)
{
    const Arguments &arguments = call.arguments();
    auto request = importRequest(arguments, arguments.positional(0), file);
    if (!request || !arguments.has("profile"))
        return request;
    const auto profile = readProfile(call.session(), arguments.value("profile"));
    if (!profile)
        return tl::unexpected(profile.error());
    if (profile->kind != request->kind)
        return wrongCall(tr("The profile \"%1\" is for %2.").arg(profile->name, profile->kind));
    request->profile = *profile;
    return request;
}

Done saveWantedProfile(Call &call, const PreparedImport &prepared)
{
    if (!call.arguments().has("save-profile"))
        return {};
    return saveProfile(call.session(), makeProfile(call.arguments().value("save-profile"), prepared.table, prepared.plan));
}

Result<FileAnswer> importFile(Call &call, const QString &file)
{
    const Arguments &arguments = call.arguments();
    const auto request = requestWithProfile(call, file);
    if (!request)
        return tl::unexpected(request.error());
    const auto prepared = prepareImport(call.session(), *request, &call.progress());
    if (!prepared)
        return tl::unexpected(prepared.error());
    const bool hasOpen = prepared->plan.heldBack() > 0 || prepared->plan.stop();
    if (arguments.has("errors")) {
        if (const Done written = writeOpenRows(*prepared, arguments.value("errors")); !written)
            return tl::unexpected(written.error());
    }
    if (arguments.has("dry-run")) {
        printPlan(call, prepared->plan);
        call.out().line(tr("A dry run: nothing was changed."));
        ImportPasswords passwords(call);
        if (const Done counted = passwords.count(prepared->plan); !counted)
            return tl::unexpected(counted.error());
        QJsonObject document = importReport(prepared->plan, std::nullopt, true);
        passwords.report(document, false);
        return FileAnswer{document, hasOpen ? exitAttention : exitDone};
    }
    const auto answer = commit(call, *prepared, importDecision(arguments, arguments.positional(0)));
    if (!answer || answer->exitCode > exitAttention)
        return answer;
    if (const Done saved = saveWantedProfile(call, *prepared); !saved)
        return tl::unexpected(saved.error());
    return answer;
}

/// One document for one file; several files stand in an array, in the order given. The first that is not done ends the row.
Result<int> answerAll(Call &call, const QStringList &files, const std::function<Result<FileAnswer>(const QString &)> &work)
{
    QJsonArray documents;
    int exitCode = exitDone;
    for (const QString &file : files) {
        const auto answer = work(file);
        if (!answer)
            return tl::unexpected(answer.error());
        documents.append(answer->document);
        exitCode = std::max(exitCode, answer->exitCode);
        if (answer->exitCode > exitAttention)
            break;
    }
    call.out().document(documents.size() == 1 ? documents.first().toObject() : QJsonObject{{QStringLiteral("files"), documents}});
    return exitCode;
}

Result<int> runImport(Call &call)
{
    const QString kind = call.arguments().positional(0);
    if (const Done right = checkPasswordOptions(call.arguments(), kind, call.arguments().positionals().size() - 1); !right)
        return tl::unexpected(right.error());
    if (isPackageKind(kind))
        return importPackage(call, kind, call.arguments().positionals().mid(1));
    return answerAll(call, call.arguments().positionals().mid(1), [&call](const QString &file) { return importFile(call, file); });
}

Result<int> runPlan(Call &call)
{
    const Arguments &arguments = call.arguments();
    const auto request = requestWithProfile(call, arguments.positional(1));
    if (!request)
        return tl::unexpected(request.error());
    const auto prepared = prepareImport(call.session(), *request, &call.progress());
    if (!prepared)
        return tl::unexpected(prepared.error());
    if (const Done written = writePlan(arguments.value("out"), prepared->plan, importDecision(arguments, arguments.positional(0))); !written)
        return tl::unexpected(written.error());
    printPlan(call, prepared->plan);
    call.out().line(tr("The plan is written; apply commits it."));
    QJsonObject document = importReport(prepared->plan, std::nullopt, true);
    document.insert(QStringLiteral("plan"), arguments.value("out"));
    call.out().document(document);
    return prepared->plan.heldBack() > 0 || prepared->plan.stop() ? exitAttention : exitDone;
}

Result<int> runApply(Call &call)
{
    const auto stored = readPlan(call.arguments().positional(0), &call.progress());
    if (!stored)
        return tl::unexpected(stored.error());
    if (const Done right = checkPasswordOptions(call.arguments(), stored->prepared.plan.kind, 1); !right)
        return tl::unexpected(right.error());
    const auto answer = commit(call, stored->prepared, stored->decision);
    if (!answer)
        return tl::unexpected(answer.error());
    call.out().document(answer->document);
    return answer->exitCode;
}

TextTable mappingTable(const Mapping &mapping)
{
    TextTable table{{tr("column"), tr("field"), tr("confidence")}, {}, {2}};
    for (const ColumnMatch &match : mapping.columns)
        table.rows.append({match.column, match.applied ? match.field : match.field.isEmpty() ? QString() : QStringLiteral("(%1)").arg(match.field),
                           QString::number(match.confidence, 'f', 2)});
    return table;
}

QJsonArray fieldsJson(const ImportKind &kind, const Mapping &mapping)
{
    QJsonArray fields;
    for (int i = 0; i < kind.fields.size(); ++i) {
        const int column = mapping.columnOfField.value(i, -1);
        fields.append(QJsonObject{{QStringLiteral("field"), QLatin1String(kind.fields[i].name)},
                                  {QStringLiteral("column"), column < 0 ? QJsonValue() : QJsonValue(mapping.columns[column].column)}});
    }
    return fields;
}

Result<FileAnswer> inspectFile(Call &call, const QString &file)
{
    const auto table = readTableFile(file, readOptions(call.arguments()), &call.progress());
    if (!table)
        return tl::unexpected(table.error());
    const ImportKind *kind = call.arguments().has("kind") ? importKind(call.arguments().value("kind")) : guessKind(*table);
    Mapping mapping = kind ? matchColumns(*table, *kind, {}) : Mapping();
    for (qsizetype column = mapping.columns.size(); column < table->columns.size(); ++column)
        mapping.columns.append({table->columns[column], {}, 0, false});
    QJsonObject document = inspectReport(*table, mapping);
    if (kind && call.arguments().has("fields"))
        document.insert(QStringLiteral("fields"), fieldsJson(*kind, mapping));
    call.out().line(tr("%1: %2 rows, %3, header in row %4, looks like %5")
                        .arg(file)
                        .arg(table->rowCount())
                        .arg(table->dialect.encoding)
                        .arg(table->dialect.headerRow)
                        .arg(kind ? QLatin1String(kind->name) : tr("nothing known")));
    call.out().table(mappingTable(mapping));
    for (const IntakeFinding &finding : table->findings + mapping.findings)
        call.out().line(QStringLiteral("%1 %2 %3").arg(finding.code, finding.message, finding.next));
    return FileAnswer{document, hasError(table->findings) ? exitAttention : exitDone};
}

Result<int> runInspect(Call &call)
{
    if (const auto package = inspectPackage(call, call.arguments().positionals()))
        return *package;
    return answerAll(call, call.arguments().positionals(), [&call](const QString &file) { return inspectFile(call, file); });
}

} // namespace

void addImportSubcommands(Registry &registry)
{
    const Positional kind{QStringLiteral("KIND"), tr("what the file holds"), Positional::Count::One, importKindNames()};
    const Positional anyKind{QStringLiteral("KIND"), tr("what the files hold; a package (oneroster, clever) is a folder, a zip or its files"), Positional::Count::One,
                             importKindNames() + QStringLiteral("|oneroster|clever")};
    const Positional files{QStringLiteral("FILE"), tr("CSV, TSV, XLSX, ODS or a zip with one of them"), Positional::Count::OneOrMore};
    registry.add({QStringLiteral("import"), tr("bring in files; the plan of --dry-run is what is committed"), Subcommand::Needs::SignIn,
                  importOptions() + passwordOptions() + QVector<Option>{flag("dry-run", tr("show what would happen and change nothing")),
                                                    text("errors", "OUT", tr("write the rows that hold back, CSV or XLSX"))},
                  {anyKind, files}, runImport});
    registry.add({QStringLiteral("inspect"), tr("how a file is read: dialect, header, mapping, findings; needs no database"), Subcommand::Needs::Nothing,
                  QVector<Option>{flag("fields", tr("every field of the kind with its column")), choice("kind", importKindNames().toLatin1().constData(), tr("what the file holds; else it is guessed"))}
                      + readingOptions(),
                  {files}, runInspect});
    registry.add({QStringLiteral("plan"), tr("the dry run as a file"), Subcommand::Needs::SignIn,
                  importOptions() + QVector<Option>{text("out", "PLAN", tr("the plan to write")).required()},
                  {kind, {QStringLiteral("FILE"), tr("CSV, TSV or XLSX")}}, runPlan});
    registry.add({QStringLiteral("apply"), tr("commit a plan; one made stale by later changes is a conflict"), Subcommand::Needs::SignIn, passwordOptions(),
                  {{QStringLiteral("PLAN"), tr("a file written by plan")}}, runApply});
}

} // namespace certdesk::cli
