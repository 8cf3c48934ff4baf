// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/subcommand.h"

namespace certdesk::cli {

/// `archive` and `restore` with --staff or --staff-file.
bool isAboutStaff(const Arguments &arguments);
Result<int> runStaffOperation(Call &call, bool restore);
QVector<Option> staffOptions();

} // namespace certdesk::cli
