// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/arguments.h"
#include "models/operations/intake/importrun.h"

namespace certdesk::cli {

/// Options of everything that reads a file of rows, and what they mean.
QVector<Option> readingOptions();
/// The same with those of an import.
QVector<Option> importOptions();
/// "schools|students|…"
QString importKindNames();

ReadOptions readOptions(const Arguments &arguments);
Result<ImportRequest> importRequest(const Arguments &arguments, const QString &kind, const QString &file);
ImportDecision importDecision(const Arguments &arguments, const QString &kind);

} // namespace certdesk::cli
