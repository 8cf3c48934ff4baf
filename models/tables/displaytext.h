// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/view.h"

#include <optional>

namespace certdesk {

/// What a person reads for a value, by the person's locale; "" for an empty value. Thread safe.
QString displayText(ColumnType type, const Value &value);
/// A day known to the month or the year only: "May 2027", "2027".
QString displayDay(const Value &day, const QString &precision);
/// How days are written and read, as the person chose it: "yyyy-MM-dd". Empty: the short form of the locale. Thread safe.
void setDisplayDayFormat(const QString &format);
/// The word of a status code: "re-verify" is "Verify again".
QString statusWord(const QString &code);

/// Reads what a person types into a cell or a filter of this type; nothing for a text that is no such value. Empty text is
/// an empty value. Days: the locale's form, month/day without a year, and YYYY-MM-DD.
std::optional<Value> valueFromText(ColumnType type, const QString &text, qint64 schoolYear = 0);

/// A typed filter: "=x", ">=5", "<2026-05-01", "5..10", "empty", "not empty"; plain text means contains, or equals for
/// numbers and days. Nothing when the text is no filter of this type.
std::optional<QVector<ViewFilter>> filtersFromText(const ViewColumn &column, const QString &text);

} // namespace certdesk
