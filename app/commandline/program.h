// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace certdesk::cli {

/// Parses the call, signs in where the subcommand needs it, runs it and turns what happened into the exit code.
int runProgram(const QStringList &arguments);

} // namespace certdesk::cli
