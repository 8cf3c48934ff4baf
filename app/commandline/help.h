// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/subcommand.h"

namespace certdesk::cli {

QString overviewHelp(const Registry &registry, const QString &group = {});
QString subcommandHelp(const Subcommand &subcommand);
/// The manual page in roff, made from the same descriptions: certdeskctl(1).
QString manualPage(const Registry &registry);

} // namespace certdesk::cli
