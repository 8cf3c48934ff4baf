// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/intake/kinds.h"

namespace certdesk {

enum class TemplateContent { HeaderOnly, Sample };

/// What the File selection panel hands out: the columns of a kind, empty or filled with fictional people. CSV or XLSX with
/// text cells, by the ending of `path`. `fields`: only these; empty: all of the kind.
Done writeImportTemplate(const QString &kind, TemplateContent content, const QString &path, const QStringList &fields = {});

} // namespace certdesk
