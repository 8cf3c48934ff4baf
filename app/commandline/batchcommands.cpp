// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/call.h"
#include "app/commandline/subcommands.h"
#include "models/operations/celltext.h"
#include "models/store/undo.h"

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

QJsonObject batchJson(const BatchInfo &batch)
{
    return {{QStringLiteral("id"), batch.id},
            {QStringLiteral("batch"), batch.id},
            {QStringLiteral("kind"), batch.kind},
            {QStringLiteral("state"), batchStateName(batch.state)},
            {QStringLiteral("schools"), QJsonArray::fromStringList(batch.schools)},
            {QStringLiteral("school_year"), batch.schoolYear ? QJsonValue(schoolYearName(batch.schoolYear)) : QJsonValue()},
            {QStringLiteral("person"), batch.person},
            {QStringLiteral("committed_at"), isoTime(batch.committedAt)},
            {QStringLiteral("file_name"), batch.fileName},
            {QStringLiteral("file_sha256"), batch.fileSha256},
            {QStringLiteral("counts"), batch.counts},
            {QStringLiteral("outcomes"), batch.outcomes},
            {QStringLiteral("overrides"), batch.overrides},
            {QStringLiteral("parent"), batch.parent ? QJsonValue(batch.parent) : QJsonValue()},
            {QStringLiteral("hash_before"), batch.hashBefore},
            {QStringLiteral("hash_after"), batch.hashAfter}};
}

QString countsText(const QJsonObject &counts)
{
    QStringList parts;
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        if (it.value().toInteger() != 0)
            parts.append(QStringLiteral("%1 %2").arg(it.value().toInteger()).arg(it.key()));
    }
    return parts.join(QLatin1String(", "));
}

Result<int> runBatches(Call &call)
{
    const auto batches = readBatches(call.session());
    if (!batches)
        return tl::unexpected(batches.error());
    QJsonArray rows;
    TextTable table{{tr("batch"), tr("kind"), tr("state"), tr("person"), tr("committed"), tr("file"), tr("counts")}, {}, {0}};
    for (const BatchInfo &batch : *batches) {
        rows.append(batchJson(batch));
        table.rows.append({QString::number(batch.id), batch.kind, batchStateName(batch.state), batch.person, isoTime(batch.committedAt), batch.fileName,
                           countsText(batch.counts)});
    }
    call.out().document({{QStringLiteral("entity"), QStringLiteral("batches")}, {QStringLiteral("total"), rows.size()}, {QStringLiteral("rows"), rows}});
    call.out().table(table);
    return exitDone;
}

Result<UndoOptions> undoOptions(const Arguments &arguments)
{
    UndoOptions options;
    options.revertConflicts = arguments.value("on-conflict") == QLatin1String("revert");
    for (const QString &text : arguments.value("rows").split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto row = number(text, QStringLiteral("--rows"));
        if (!row)
            return tl::unexpected(row.error());
        options.rows.append(*row);
    }
    return options;
}

int printUndo(Call &call, const UndoPlan &plan, std::optional<qint64> batch)
{
    QJsonObject document = undoJson(plan);
    document.insert(QStringLiteral("batch"), batch ? QJsonValue(*batch) : QJsonValue());
    document.insert(QStringLiteral("dryRun"), !batch);
    call.out().document(document);
    call.out().line(tr("%1 records put back, %2 kept").arg(plan.reverted).arg(plan.kept));
    TextTable table{{tr("entity"), tr("field"), tr("cause"), tr("before"), tr("written"), tr("now")}, {}, {}};
    for (const UndoConflict &conflict : plan.conflicts) {
        const EntityDef &def = entityDef(conflict.kind);
        table.rows.append({QLatin1String(def.name), conflict.field < 0 ? QString() : QString(def.fields[conflict.field].key()), undoCauseName(conflict.cause),
                           conflict.before.text(), conflict.written.text(), conflict.now.text()});
    }
    if (!table.rows.isEmpty())
        call.out().table(table);
    if (batch)
        call.out().line(tr("The undo is batch %1.").arg(*batch));
    return plan.conflicts.isEmpty() ? exitDone : exitAttention;
}

Result<int> runUndo(Call &call)
{
    const auto batch = number(call.arguments().positional(0), QStringLiteral("BATCH"));
    const auto options = undoOptions(call.arguments());
    if (!batch || !options)
        return tl::unexpected(batch ? options.error() : batch.error());
    if (call.arguments().has("dry-run")) {
        const auto plan = planUndo(call.session(), *batch, *options, &call.progress());
        if (!plan)
            return tl::unexpected(plan.error());
        return printUndo(call, *plan, std::nullopt);
    }
    UndoBatch command(*batch, *options);
    if (const auto done = call.session().apply(command, &call.progress()); !done)
        return tl::unexpected(done.error());
    return printUndo(call, command.plan(), command.batchId());
}

} // namespace

void addBatchSubcommands(Registry &registry)
{
    const auto signIn = Subcommand::Needs::SignIn;
    registry.add({QStringLiteral("undo"), tr("put back what a batch changed, field by field; itself a batch"), signIn,
                  {text("rows", "N,…", tr("only what these rows of the file caused")), choice("on-conflict", "keep|revert", tr("what was changed again since; kept unless told")),
                   flag("dry-run", tr("show what would happen and change nothing"))},
                  {{QStringLiteral("BATCH"), tr("number of the batch")}}, runUndo});
    registry.add({QStringLiteral("batches"), tr("all batches with counts and state"), signIn, {}, {}, runBatches});
}

} // namespace certdesk::cli
