// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/call.h"
#include "app/commandline/subcommands.h"
#include "models/operations/intake/profiles.h"
#include "models/reports/writefailure.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<int> runProfileList(Call &call)
{
    const auto profiles = readProfiles(call.session());
    if (!profiles)
        return tl::unexpected(profiles.error());
    QJsonArray rows;
    TextTable table{{tr("profile"), tr("kind"), tr("version"), tr("columns")}, {}, {2, 3}};
    for (const ImportProfile &profile : *profiles) {
        rows.append(QJsonObject{{QStringLiteral("name"), profile.name},
                                {QStringLiteral("kind"), profile.kind},
                                {QStringLiteral("version"), profile.version},
                                {QStringLiteral("signature"), profile.signature()},
                                {QStringLiteral("columns"), static_cast<int>(profile.columns.size())}});
        table.rows.append({profile.name, profile.kind, QString::number(profile.version), QString::number(profile.columns.size())});
    }
    call.out().document({{QStringLiteral("entity"), QStringLiteral("profiles")}, {QStringLiteral("total"), rows.size()}, {QStringLiteral("rows"), rows}});
    call.out().table(table);
    return exitDone;
}

Result<int> runProfileExport(Call &call)
{
    const auto profile = readProfile(call.session(), call.arguments().positional(0));
    if (!profile)
        return tl::unexpected(profile.error());
    QSaveFile file(call.arguments().value("out"));
    const QByteArray bytes = QJsonDocument(profileToJson(*profile)).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return writeFailure();
    call.out().document({{QStringLiteral("profile"), profile->name}, {QStringLiteral("file"), call.arguments().value("out")}});
    call.out().line(tr("The profile \"%1\" is written.").arg(profile->name));
    return exitDone;
}

Result<int> runProfileImport(Call &call)
{
    QFile file(call.arguments().positional(0));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::NotFound, QStringLiteral("PROFILE-FILE"), tr("The profile cannot be read."), tr("Check its name and rights."));
    const auto profile = profileFromJson(QJsonDocument::fromJson(file.readAll()).object());
    if (!profile)
        return tl::unexpected(profile.error());
    if (const Done saved = saveProfile(call.session(), *profile); !saved)
        return tl::unexpected(saved.error());
    call.out().document({{QStringLiteral("profile"), profile->name}, {QStringLiteral("kind"), profile->kind}});
    call.out().line(tr("The profile \"%1\" can be used now.").arg(profile->name));
    return exitDone;
}

} // namespace

void addProfileSubcommands(Registry &registry)
{
    const auto signIn = Subcommand::Needs::SignIn;
    registry.add({QStringLiteral("profile list"), tr("saved mappings of columns"), signIn, {}, {}, runProfileList,
                  tr("import KIND FILE --save-profile NAME saves one, import KIND FILE --profile NAME uses it.")});
    registry.add({QStringLiteral("profile export"), tr("a profile as a small text file without data of people"), signIn,
                  {text("out", "F", tr("the file to write")).required()}, {{QStringLiteral("NAME"), tr("the profile")}}, runProfileExport});
    registry.add({QStringLiteral("profile import"), tr("take over a profile that was exported elsewhere"), signIn, {},
                  {{QStringLiteral("F"), tr("a file written by profile export")}}, runProfileImport});
}

} // namespace certdesk::cli
