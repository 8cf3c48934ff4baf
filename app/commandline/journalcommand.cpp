// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/call.h"
#include "app/commandline/subcommands.h"
#include "models/operations/celltext.h"
#include "models/store/journalreader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

/// The fields as they were and as they became.
struct BeforeAfter
{
    QJsonObject before;
    QJsonObject after;
};

BeforeAfter beforeAndAfter(const JournalEntry &entry)
{
    const QJsonObject fields = QJsonDocument::fromJson(entry.fields).object();
    if (entry.operation == QLatin1String("create"))
        return {{}, fields};
    if (entry.operation == QLatin1String("remove"))
        return {fields, {}};
    BeforeAfter result;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const QJsonArray pair = it.value().toArray();
        // Of a secret the journal only knows that it changed.
        result.before.insert(it.key(), pair.size() == 2 ? pair.at(0) : QJsonValue(QJsonValue::Null));
        result.after.insert(it.key(), pair.size() == 2 ? pair.at(1) : it.value());
    }
    return result;
}

QJsonObject entryJson(const JournalEntry &entry)
{
    QJsonObject object{{QStringLiteral("sequence"), entry.sequence},
                       {QStringLiteral("at"), isoTime(entry.at)},
                       {QStringLiteral("person"), entry.person},
                       {QStringLiteral("command"), entry.command},
                       {QStringLiteral("batch"), entry.batchId.json()},
                       {QStringLiteral("reason"), Value(entry.reason).json()}};
    if (entry.operation.isEmpty()) {
        object.insert(QStringLiteral("note"), QJsonDocument::fromJson(entry.fields).object());
        return object;
    }
    const BeforeAfter fields = beforeAndAfter(entry);
    object.insert(QStringLiteral("entity"), entry.entity);
    object.insert(QStringLiteral("record"), entry.recordId.json());
    object.insert(QStringLiteral("operation"), entry.operation);
    object.insert(QStringLiteral("before"), fields.before);
    object.insert(QStringLiteral("after"), fields.after);
    return object;
}

QString changeText(const JournalEntry &entry)
{
    const BeforeAfter fields = beforeAndAfter(entry);
    QStringList parts;
    for (auto it = fields.after.begin(); it != fields.after.end(); ++it) {
        const QString before = Value::fromJson(fields.before.value(it.key())).text();
        parts.append(it.key() + QLatin1Char('=') + (before.isEmpty() ? QString() : before + QLatin1String(" → ")) + Value::fromJson(it.value()).text());
    }
    return parts.join(QLatin1String(", ")).left(160);
}

Result<int> runJournal(Call &call)
{
    const Arguments &arguments = call.arguments();
    JournalQuery query;
    query.limit = arguments.integer("limit").value_or(-1);
    query.key = arguments.value("key");
    if (arguments.has("entity")) {
        query.entity = entityKindFromName(arguments.value("entity"));
        if (!query.entity)
            return wrongCall(tr("\"%1\" is not a kind of record.").arg(arguments.value("entity")));
    } else if (!query.key.isEmpty()) {
        return wrongCall(tr("--key needs --entity."));
    }
    const auto page = readJournal(call.session(), query);
    if (!page)
        return tl::unexpected(page.error());
    QJsonArray entries;
    TextTable table{{tr("no."), tr("time"), tr("person"), tr("command"), tr("batch"), tr("entity"), tr("record"), tr("operation"), tr("change")}, {}, {0, 4, 6}};
    for (const JournalEntry &entry : page->entries) {
        if (call.isJson())
            entries.append(entryJson(entry));
        table.rows.append({QString::number(entry.sequence), isoTime(entry.at), entry.person, entry.command, entry.batchId.text(), entry.entity,
                           entry.recordId.text(), entry.operation, changeText(entry)});
    }
    call.out().document({{QStringLiteral("total"), page->total}, {QStringLiteral("entries"), entries}});
    call.out().table(table);
    return exitDone;
}

} // namespace

void addJournalSubcommands(Registry &registry)
{
    registry.add({QStringLiteral("journal"), tr("who changed what, when, before and after"), Subcommand::Needs::SignIn,
                  {text("entity", "ENTITY", tr("only records of this kind")), text("key", "KEY", tr("only the record with this state ID, login, code or id")),
                   integer("limit", "N", tr("the newest so many"))},
                  {}, runJournal});
}

} // namespace certdesk::cli
