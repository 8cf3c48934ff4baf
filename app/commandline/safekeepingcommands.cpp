// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/call.h"
#include "app/commandline/subcommands.h"
#include "models/store/contenthash.h"
#include "models/store/safekeeping.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<int> runBackup(Call &call)
{
    const auto report = backupDatabase(call.session(), call.arguments().positional(0), &call.progress());
    if (!report)
        return tl::unexpected(report.error());
    call.out().document({{QStringLiteral("file"), report->path},
                         {QStringLiteral("bytes"), report->bytes},
                         {QStringLiteral("contentHash"), report->contentHash},
                         {QStringLiteral("checked"), report->isChecked},
                         {QStringLiteral("note"), report->note}});
    call.out().line(tr("Backup written and checked: %1 bytes, content hash %2").arg(report->bytes).arg(report->contentHash));
    if (!report->note.isEmpty())
        call.out().line(report->note);
    return report->isChecked ? exitDone : exitAttention;
}

/// A database that cannot be opened any more has nobody to ask; else the right counts.
Result<QString> whoRestores(Call &call)
{
    if (const Done done = call.signIn(); !done) {
        const Error &error = done.error();
        const bool isGone = error.kind == Error::Kind::Corrupt || error.code == QLatin1String("DB-MISSING") || error.code == QLatin1String("DB-FOREIGN");
        if (!isGone)
            return tl::unexpected(error);
        return call.arguments().value("user");
    }
    if (const Done allowed = call.session().require(Right::Backup); !allowed)
        return tl::unexpected(allowed.error());
    const QString person = call.session().person().name;
    call.closeSession();
    return person;
}

Result<int> runRestore(Call &call)
{
    const auto url = call.databaseUrl();
    if (!url)
        return tl::unexpected(url.error());
    const auto person = whoRestores(call);
    if (!person)
        return tl::unexpected(person.error());
    const auto report = restoreBackup(*url, call.arguments().positional(0), *person, &call.progress());
    if (!report)
        return tl::unexpected(report.error());
    call.out().document({{QStringLiteral("presentCopy"), report->presentCopy}, {QStringLiteral("contentHash"), report->contentHash}});
    call.out().line(tr("Restored. Content hash %1").arg(report->contentHash));
    if (!report->presentCopy.isEmpty())
        call.out().line(tr("The state before is kept in %1").arg(report->presentCopy));
    return exitDone;
}

/// Hashes and checks tell no record, so they need no sign-in.
Result<std::unique_ptr<Session>> openToRead(Call &call)
{
    const auto url = call.databaseUrl();
    if (!url)
        return tl::unexpected(url.error());
    auto session = Session::open(*url, Connection::Mode::ReadOnly);
    if (session)
        (*session)->actAsProgram();
    return session;
}

Result<int> runVerify(Call &call)
{
    const auto session = openToRead(call);
    if (!session)
        return tl::unexpected(session.error());
    const auto report = verifyDatabase(**session, &call.progress());
    if (!report)
        return tl::unexpected(report.error());
    call.out().document(verifyJson(*report));
    TextTable table{{tr("check"), tr("result"), tr("detail")}, {}, {}};
    for (const VerifyCheck &check : report->checks)
        table.rows.append({check.name, check.isGood ? tr("good") : tr("not good"), check.detail});
    call.out().table(table);
    return report->isGood() ? exitDone : exitAttention;
}

Result<int> runContentHash(Call &call)
{
    std::optional<EntityKind> only;
    if (call.arguments().has("entity")) {
        only = entityKindFromName(call.arguments().value("entity"));
        if (!only)
            return wrongCall(tr("\"%1\" is not a kind of record.").arg(call.arguments().value("entity")));
    }
    const auto session = openToRead(call);
    if (!session)
        return tl::unexpected(session.error());
    const auto hash = contentHash(**session, only, &call.progress());
    if (!hash)
        return tl::unexpected(hash.error());
    QJsonArray entities;
    for (const EntityHash &entity : hash->entities)
        entities.append(QJsonObject{{QStringLiteral("entity"), QLatin1String(entityDef(entity.kind).plural)},
                                    {QStringLiteral("rows"), entity.rows},
                                    {QStringLiteral("hash"), entity.sha256}});
    call.out().document({{QStringLiteral("hash"), hash->sha256}, {QStringLiteral("rows"), hash->rows}, {QStringLiteral("entities"), entities}});
    call.out().line(hash->sha256);
    return exitDone;
}

Result<int> runCopy(Call &call)
{
    const auto target = DatabaseUrl::parse(call.arguments().positional(0));
    if (!target)
        return tl::unexpected(target.error());
    const auto report = copyDatabase(call.session(), *target, &call.progress());
    if (!report)
        return tl::unexpected(report.error());
    call.out().document({{QStringLiteral("target"), target->display()},
                         {QStringLiteral("tables"), report->tables},
                         {QStringLiteral("rows"), report->rows},
                         {QStringLiteral("contentHash"), report->contentHash}});
    call.out().line(tr("Copied %1 rows of %2 tables. Content hash %3").arg(report->rows).arg(report->tables).arg(report->contentHash));
    return exitDone;
}

Result<int> runMigrate(Call &call)
{
    const auto url = call.databaseUrl();
    if (!url)
        return tl::unexpected(url.error());
    const auto report = migrateDatabase(*url, &call.progress());
    if (!report)
        return tl::unexpected(report.error());
    call.out().document({{QStringLiteral("from"), report->from}, {QStringLiteral("to"), report->to}, {QStringLiteral("copy"), report->copy}});
    if (report->from == report->to)
        call.out().line(tr("The database is up to date (schema version %1).").arg(report->to));
    else
        call.out().line(tr("Brought from schema version %1 to %2.").arg(report->from).arg(report->to));
    if (!report->copy.isEmpty())
        call.out().line(tr("The copy made before is %1").arg(report->copy));
    return exitDone;
}

} // namespace

void addSafekeepingSubcommands(Registry &registry)
{
    const auto nothing = Subcommand::Needs::Nothing;
    const auto signIn = Subcommand::Needs::SignIn;
    registry.add({QStringLiteral("migrate-database"), tr("bring an older database up to date, after a copy"), nothing, {}, {}, runMigrate});
    registry.add({QStringLiteral("backup"), tr("a consistent, checked copy while others work"), signIn, {}, {{QStringLiteral("OUT"), tr("the file to write")}}, runBackup});
    registry.add({QStringLiteral("restore-backup"), tr("put a backup in the place of the database; the present state is copied first"), nothing, {},
                  {{QStringLiteral("FILE"), tr("the backup")}}, runRestore});
    registry.add({QStringLiteral("verify-database"), tr("check integrity, references, journal chain and row hashes"), nothing, {}, {}, runVerify});
    registry.add({QStringLiteral("copy-to"), tr("copy everything into a new database of either engine"), signIn, {},
                  {{QStringLiteral("URL"), tr("a place where no database is yet")}}, runCopy});
    registry.add({QStringLiteral("content-hash"), tr("a hash of the content, equal on both engines"), nothing,
                  {text("entity", "ENTITY", tr("only records of this kind"))}, {}, runContentHash});
}

} // namespace certdesk::cli
