// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/view.h"

#include <QJsonValue>

namespace certdesk {

/// The cells of lists as programs read them: days YYYY-MM-DD, school years 2025-26, times ISO 8601 with offset.
QJsonValue cellJson(ColumnType type, const Value &value);
/// The same for files: flags are Y and N, so that an export can be imported again.
Value cellForExport(ColumnType type, const Value &value);
bool isNumberColumn(ColumnType type);
/// Reads what cellJson wrote; nothing when the text is not of this type. Empty text is the empty value.
std::optional<Value> cellFromText(ColumnType type, const QString &text);
/// ISO 8601 with offset, of milliseconds since 1970 UTC.
QString isoTime(qint64 milliseconds);

} // namespace certdesk
