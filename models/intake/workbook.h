// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/intake/finding.h"
#include "models/intake/rawtable.h"
#include "models/intake/sourcetype.h"

#include <QStringList>

namespace certdesk {

struct WorkbookTable
{
    RawTable table;
    QStringList sheets;
    QString sheet;           ///< the one that was read
    IntakeFindings findings; ///< F02, F11, F15, F17
};

/// F11 as an error: the chosen sheet (or file of an archive) is not there.
IntakeFinding noSuchSheet(const QString &name, int count);

/// XLSX and OpenDocument. Cells come as Excel shows them: dates as YYYY-MM-DD, whole numbers without a
/// decimal point, numbers formatted with zeros in front with these zeros. Without `sheetName` the only sheet with data is
/// taken, else the first with F11 (a decision).
WorkbookTable readWorkbook(const QByteArray &bytes, SourceType type, const QString &sheetName, const IntakeLimits &limits);

} // namespace certdesk
