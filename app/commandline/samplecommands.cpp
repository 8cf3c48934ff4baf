// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/call.h"
#include "app/commandline/subcommands.h"
#include "models/operations/sample/damage.h"
#include "models/operations/sample/rosterfiles.h"
#include "models/operations/sample/samplebuilder.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<sample::Options> sampleOptions(const Arguments &arguments)
{
    sample::Options options;
    options.into = arguments.value("into");
    if (options.into.isEmpty())
        return wrongCall(tr("The folder of --into may not be empty."));
    if (arguments.has("size"))
        options.size = *sample::sizeFromName(arguments.value("size"));
    if (const auto seed = arguments.integer("seed")) {
        if (*seed < 0)
            return wrongCall(tr("The seed may not be negative."));
        options.seed = static_cast<quint64>(*seed);
    }
    for (const QString &name : arguments.values("dialect")) {
        if (!sample::RosterFiles::dialects().contains(name))
            return wrongCall(tr("There is no roster dialect \"%1\".").arg(name),
                             tr("Use one of these: %1.").arg(sample::RosterFiles::dialects().join(QLatin1String(", "))));
        options.dialects.append(name);
    }
    for (const QString &text : arguments.values("damage")) {
        const auto damage = sample::damageFromText(text);
        if (!damage)
            return wrongCall(damage.error().message, damage.error().next);
        options.damage.append(*damage);
    }
    return options;
}

Result<int> runSample(Call &call)
{
    const auto options = sampleOptions(call.arguments());
    if (!options)
        return tl::unexpected(options.error());
    const auto made = sample::buildSample(*options, call.progress());
    if (!made)
        return tl::unexpected(made.error());
    call.out().document({{QStringLiteral("into"), options->into},
                         {QStringLiteral("size"), sample::sizeName(options->size)},
                         {QStringLiteral("seed"), static_cast<qint64>(options->seed)},
                         {QStringLiteral("students"), made->students},
                         {QStringLiteral("attempts"), made->attempts},
                         {QStringLiteral("faults"), made->faults},
                         {QStringLiteral("files"), QJsonArray::fromStringList(made->files)}});
    call.out().line(tr("Wrote the sample: %1 students, %2 exam attempts, %3 planted faults and near misses, %4 files.")
                        .arg(made->students)
                        .arg(made->attempts)
                        .arg(made->faults)
                        .arg(made->files.size()));
    call.out().line(tr("Sign-ins are in accounts.txt, what was planted is in truth.json."));
    return exitDone;
}

} // namespace

void addSampleSubcommands(Registry &registry)
{
    registry.add({QStringLiteral("sample"),
                  tr("write a fictional state with two districts, their input files, and what is wrong in them"),
                  Subcommand::Needs::Nothing,
                  {text("into", "DIR", tr("folder to write into")).required(), choice("size", "small|full|stress", tr("how much; small by default")),
                   integer("seed", "N", tr("another seed invents other people; 1 by default")),
                   text("dialect", "D", tr("write the rosters only in this dialect: %1").arg(sample::RosterFiles::dialects().join(QLatin1String(", ")))).repeated(),
                   text("damage", "OPERATOR[=RATE]",
                        tr("also write rosters damaged in this way: %1").arg(sample::damageOperators().join(QLatin1String(", "))))
                       .repeated()},
                  {},
                  runSample,
                  tr("The same seed, size and options give the same files, and databases with the same content hash.")});
}

} // namespace certdesk::cli
