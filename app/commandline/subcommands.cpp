// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/subcommands.h"

namespace certdesk::cli {

void addAllSubcommands(Registry &registry)
{
    addDatabaseSubcommands(registry);
    addListSubcommands(registry);
    addUserSubcommands(registry);
    addJournalSubcommands(registry);
    addRosterSubcommands(registry);
    addAttemptSubcommands(registry);
    addHelpSubcommands(registry);
    addSampleSubcommands(registry);
}

} // namespace certdesk::cli
