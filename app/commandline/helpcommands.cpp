// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/call.h"
#include "app/commandline/help.h"
#include "app/commandline/subcommands.h"

#include <QCoreApplication>

namespace certdesk::cli {

void addHelpSubcommands(Registry &registry)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("CommandLine", text); };
    registry.add({QStringLiteral("manual-page"), tr("print the manual page in roff, for packagers: certdeskctl manual-page | man -l -"),
                  Subcommand::Needs::Nothing, {}, {}, [](Call &call) -> Result<int> {
                      Output::raw(manualPage(call.registry()));
                      return exitDone;
                  }});
    registry.add({QStringLiteral("version"), tr("print the version"), Subcommand::Needs::Nothing, {}, {}, [](Call &call) -> Result<int> {
                      call.out().document({{QStringLiteral("version"), QLatin1String(CERTDESK_VERSION)}});
                      call.out().line(QLatin1String("certdeskctl " CERTDESK_VERSION));
                      return exitDone;
                  }});
}

} // namespace certdesk::cli
