// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/call.h"
#include "app/commandline/subcommands.h"
#include "models/operations/celltext.h"
#include "models/store/batchrecords.h"
#include "models/store/undo.h"
#include "models/store/undoreview.h"

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
            {QStringLiteral("started_at"), isoTime(batch.startedAt)},
            {QStringLiteral("committed_at"), batch.committedAt ? QJsonValue(isoTime(batch.committedAt)) : QJsonValue()},
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

/// --batch N: what a batch made of each record.
Result<int> runBatchDetails(Call &call, qint64 id)
{
    const auto batch = readBatch(call.session(), id);
    const auto records = readBatchRecords(call.session(), id);
    if (!batch || !records)
        return tl::unexpected(batch ? records.error() : batch.error());
    QJsonObject document = batchJson(*batch);
    document.insert(QStringLiteral("records"), batchRecordsJson(*records));
    call.out().document(document);
    TextTable table{{tr("row"), tr("record"), tr("what"), tr("field"), tr("before"), tr("after")}, {}, {0}};
    for (const BatchRecord &record : *records) {
        const EntityDef &def = entityDef(record.kind);
        const QString row = record.sourceRow ? QString::number(record.sourceRow) : QString();
        if (record.fields.isEmpty())
            table.rows.append({row, QLatin1String(def.name), record.operation, {}, {}, {}});
        for (const BatchRecord::Field &field : record.fields)
            table.rows.append({row, QLatin1String(def.name), record.operation, QLatin1String(def.fields[field.field].name), field.before.text(), field.after.text()});
    }
    call.out().table(table);
    return exitDone;
}

Result<int> runBatches(Call &call)
{
    if (const auto one = call.arguments().integer("batch"))
        return runBatchDetails(call, *one);
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
    for (const QString &name : arguments.value("kinds").split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto kind = entityKindFromName(name.trimmed());
        if (!kind)
            return wrongCall(tr("\"%1\" is no kind of record.").arg(name));
        options.kinds.append(*kind);
    }
    for (const QString &text : arguments.values("choose")) {
        const auto parts = assignment(text, QStringLiteral("--choose"));
        if (!parts)
            return tl::unexpected(parts.error());
        const auto kind = entityKindFromName(parts->first.section(QLatin1Char('.'), 0, 0));
        const QString field = parts->first.section(QLatin1Char('.'), 1);
        const int index = kind && !field.isEmpty() ? entityDef(*kind).find(QLatin1String(field.toLatin1())) : -1;
        const bool isChoice = parts->second == QLatin1String("keep") || parts->second == QLatin1String("revert");
        if (!kind || (!field.isEmpty() && index < 0) || !isChoice)
            return wrongCall(tr("--choose takes ENTITY=keep|revert or ENTITY.FIELD=keep|revert."));
        options.choices.append({*kind, 0, index, parts->second == QLatin1String("revert"), {}});
    }
    return options;
}

int printUndo(Call &call, const UndoPlan &plan, std::optional<qint64> batch)
{
    QJsonObject document = undoJson(plan);
    document.insert(QStringLiteral("batch"), batch ? QJsonValue(*batch) : QJsonValue());
    document.insert(QStringLiteral("dryRun"), !batch);
    document.insert(QStringLiteral("groups"), undoGroupsJson(undoConflictGroups(plan)));
    call.out().document(document);
    for (const UndoConflictGroup &group : undoConflictGroups(plan))
        call.out().line(undoGroupInWords(group));
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
                   text("kinds", "ENTITY,…", tr("only records of these kinds")),
                   text("choose", "ENTITY[.FIELD]=keep|revert", tr("decide all conflicts of a kind or field at once")).repeated(),
                   flag("dry-run", tr("show what would happen and change nothing"))},
                  {{QStringLiteral("BATCH"), tr("number of the batch")}}, runUndo,
                  tr("Example: undo 17 --kinds student --choose student.preferred_name=revert\nUndoing an undo does it again.")});
    registry.add({QStringLiteral("batches"), tr("all batches with counts and state"), signIn,
                  {integer("batch", "N", tr("what this batch made of each record"))}, {}, runBatches});
}

} // namespace certdesk::cli
