// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace certdesk::cli {

class Registry;

/// A new subcommand: its own file (related ones together) with one of these, and one line in subcommands.cpp.
void addDatabaseSubcommands(Registry &registry);
void addSafekeepingSubcommands(Registry &registry);
void addListSubcommands(Registry &registry);
void addImportSubcommands(Registry &registry);
void addProfileSubcommands(Registry &registry);
void addBatchSubcommands(Registry &registry);
void addIssueSubcommands(Registry &registry);
void addUserSubcommands(Registry &registry);
void addJournalSubcommands(Registry &registry);
void addRosterSubcommands(Registry &registry);
void addGroupSubcommands(Registry &registry);
void addPasswordSubcommands(Registry &registry);
void addReportSubcommands(Registry &registry);
void addBoardSubcommands(Registry &registry);
void addAttemptSubcommands(Registry &registry);
void addCheckSubcommands(Registry &registry);
void addHelpSubcommands(Registry &registry);
void addCategorySubcommands(Registry &registry);
void addEventSubcommands(Registry &registry);
void addCertifySubcommands(Registry &registry);
void addLinkSubcommands(Registry &registry);
void addSampleSubcommands(Registry &registry);

void addAllSubcommands(Registry &registry);

} // namespace certdesk::cli
