// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/call.h"
#include "app/commandline/subcommands.h"
#include "models/store/databasecreator.h"
#include "models/store/databasesummary.h"

#include <QCoreApplication>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<int> runInit(Call &call)
{
    const auto url = call.databaseUrl();
    if (!url)
        return tl::unexpected(url.error());
    const auto password = call.password();
    if (!password)
        return tl::unexpected(password.error());
    const Arguments &arguments = call.arguments();
    NewDatabase wanted;
    wanted.isState = arguments.value("edition") == QLatin1String("state");
    wanted.name = arguments.value("name").trimmed();
    wanted.code = arguments.value("code").trimmed();
    wanted.adminName = arguments.value("admin").trimmed();
    wanted.adminPassword = *password;
    wanted.schoolYear = arguments.schoolYear("school-year").value_or(0);
    if (wanted.name.isEmpty() || wanted.code.isEmpty() || wanted.adminName.isEmpty())
        return wrongCall(tr("Name, code and administrator may not be empty."));
    if (const Done made = createDatabase(*url, wanted); !made)
        return tl::unexpected(made.error());
    call.out().document({{QStringLiteral("database"), url->display()},
                         {QStringLiteral("edition"), arguments.value("edition")},
                         {QStringLiteral("code"), wanted.code},
                         {QStringLiteral("name"), wanted.name},
                         {QStringLiteral("administrator"), wanted.adminName}});
    call.out().line(tr("Made the database of %1 (%2). Its administrator is %3.").arg(wanted.name, wanted.code, wanted.adminName));
    return exitDone;
}

void printSummary(Call &call, const DatabaseSummary &summary)
{
    QJsonObject rows;
    TextTable counts{{tr("Records"), tr("Rows")}, {}, {1}};
    for (const auto &[name, count] : summary.rowCounts) {
        rows.insert(name, count);
        if (count > 0)
            counts.rows.append({name, QString::number(count)});
    }
    const QString edition = summary.isState ? QStringLiteral("state") : QStringLiteral("district");
    const QString engine = summary.engine == Engine::Sqlite ? QStringLiteral("sqlite") : QStringLiteral("postgresql");
    call.out().document({{QStringLiteral("edition"), edition},
                         {QStringLiteral("organization"), summary.organizationName},
                         {QStringLiteral("code"), summary.organizationCode},
                         {QStringLiteral("schemaVersion"), summary.schemaVersion},
                         {QStringLiteral("programSchemaVersion"), summary.programSchemaVersion},
                         {QStringLiteral("engine"), engine},
                         {QStringLiteral("schoolYear"), schoolYearName(summary.schoolYear)},
                         {QStringLiteral("sample"), summary.isSample},
                         {QStringLiteral("rows"), rows}});
    call.out().line(tr("%1 (%2), edition %3, school year %4").arg(summary.organizationName, summary.organizationCode, edition, schoolYearName(summary.schoolYear)));
    call.out().line(tr("Engine %1, schema version %2").arg(engine).arg(summary.schemaVersion));
    if (summary.schemaVersion < summary.programSchemaVersion)
        call.out().line(tr("The schema is older than this program's (%1): run migrate-database.").arg(summary.programSchemaVersion));
    call.out().table(counts);
}

Result<int> runInfo(Call &call)
{
    const auto url = call.databaseUrl();
    if (!url)
        return tl::unexpected(url.error());
    const auto summary = summarizeDatabase(*url);
    if (!summary)
        return tl::unexpected(summary.error());
    printSummary(call, *summary);
    return exitDone;
}

} // namespace

void addDatabaseSubcommands(Registry &registry)
{
    registry.add({QStringLiteral("init"), tr("make a new database; refuses an existing one"), Subcommand::Needs::Nothing,
                  {choice("edition", "district|state", tr("whose database it is")).required(),
                   text("name", "NAME", tr("name of the district or state")).required(), text("code", "CODE", tr("its code")).required(),
                   text("admin", "NAME", tr("sign-in name of the first administrator; the password comes from --password-file")).required(),
                   schoolYear("school-year", tr("current school year; else that of today"))},
                  {}, runInit});
    registry.add({QStringLiteral("info"), tr("edition, organization, schema version, engine and row counts"), Subcommand::Needs::Nothing, {}, {}, runInfo});
}

} // namespace certdesk::cli
