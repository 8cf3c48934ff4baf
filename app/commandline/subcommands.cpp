// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/subcommands.h"

namespace certdesk::cli {

void addAllSubcommands(Registry &registry)
{
    addDatabaseSubcommands(registry);
    addSafekeepingSubcommands(registry);
    addListSubcommands(registry);
    addImportSubcommands(registry);
    addProfileSubcommands(registry);
    addBatchSubcommands(registry);
    addIssueSubcommands(registry);
    addUserSubcommands(registry);
    addJournalSubcommands(registry);
    addRosterSubcommands(registry);
    addGroupSubcommands(registry);
    addPasswordSubcommands(registry);
    addReportSubcommands(registry);
    addBoardSubcommands(registry);
    addAttemptSubcommands(registry);
    addCheckSubcommands(registry);
    addCategorySubcommands(registry);
    addEventSubcommands(registry);
    addCertifySubcommands(registry);
    addLinkSubcommands(registry);
    addSampleSubcommands(registry);
    addHelpSubcommands(registry);
}

} // namespace certdesk::cli
