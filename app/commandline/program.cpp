// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/program.h"

#include "app/commandline/call.h"
#include "app/commandline/help.h"
#include "app/commandline/interruption.h"
#include "app/commandline/progressprinter.h"
#include "app/commandline/subcommands.h"

#include <QRegularExpression>

namespace certdesk::cli {

namespace {

ProgressPrinter::Style progressStyle(const Arguments &arguments)
{
    if (arguments.has("quiet"))
        return ProgressPrinter::Style::Silent;
    return standardErrorIsTerminal() ? ProgressPrinter::Style::Bar : ProgressPrinter::Style::Lines;
}

Result<int> runCall(const Registry &registry, const ParsedCall &parsed, ProgressPrinter &progress)
{
    Call call(registry, parsed.arguments, progress);
    if (parsed.subcommand->needs == Subcommand::Needs::SignIn) {
        if (const Done done = call.signIn(); !done)
            return tl::unexpected(done.error());
    }
    return parsed.subcommand->run(call);
}

} // namespace

int exitCodeOf(const Error &error)
{
    // Wrong names of lists, columns and databases come from the options; F codes and DB codes from files and databases.
    static const QStringList fromOptions{QStringLiteral("USAGE"), QStringLiteral("DB-URL"), QStringLiteral("NO-LIST"), QStringLiteral("NO-COLUMN")};
    static const QRegularExpression fromFiles(QStringLiteral("^(F\\d\\d|H0\\d|DB-.*|BACKUP-.*|FILE-.*|PLAN.*)$"));
    switch (error.kind) {
    case Error::Kind::Denied:
    case Error::Kind::Refused:
        return exitRefused;
    case Error::Kind::Conflict:
        return exitConflict;
    case Error::Kind::NotFound:
    case Error::Kind::Unavailable:
    case Error::Kind::Corrupt:
        return exitNotDone;
    case Error::Kind::Cancelled:
        return Interruption::exitCode() ? Interruption::exitCode() : 130;
    case Error::Kind::Invalid:
        break;
    }
    if (fromOptions.contains(error.code))
        return exitWrongCall;
    return fromFiles.match(error.code).hasMatch() ? exitNotDone : exitRefused;
}

int runProgram(const QStringList &arguments)
{
    Registry registry;
    addAllSubcommands(registry);
    const auto parsed = parse(registry, arguments);
    if (!parsed) {
        Output(arguments.contains(QLatin1String("--json"))).error(parsed.error());
        return exitWrongCall;
    }
    if (parsed->help) {
        Output::raw(parsed->subcommand ? subcommandHelp(*parsed->subcommand) : overviewHelp(registry, parsed->group));
        return exitDone;
    }
    // Never destroyed before the process ends: the thread that waits for signals holds it.
    static ProgressPrinter progress(ProgressPrinter::Style::Silent);
    progress.setStyle(progressStyle(parsed->arguments));
    Interruption::install(&progress);
    const auto done = runCall(registry, *parsed, progress);
    progress.clear();
    if (done)
        return *done;
    Output(parsed->arguments.has("json")).error(done.error());
    return exitCodeOf(done.error());
}

} // namespace certdesk::cli
