// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <QStringList>

namespace certdesk::cli {

class Call;

/// `import oneroster` and `import clever`: all paths are one package. Answers the exit code.
Result<int> importPackage(Call &call, const QString &kind, const QStringList &paths);
/// `inspect` of a zip or folder that is a package; nothing when it is none.
std::optional<Result<int>> inspectPackage(Call &call, const QStringList &paths);

} // namespace certdesk::cli
