// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/day.h"
#include "models/intake/identifiers.h"
#include "models/intake/table.h"

#include <QString>
#include <optional>
#include <string_view>

namespace certdesk {

struct CleanText
{
    QString text;
    bool trimmed = false; ///< outer blanks were there (C15)
    bool cleaned = false; ///< control or invisible characters were there (C09)
};

/// NFC, outer blanks, control and zero-width characters removed, no-break blanks and line breaks to blanks.
CleanText cleanText(std::string_view utf8);

/// What stands for "graduated" in a grade column: no grade.
inline constexpr QLatin1String graduatedGrade{"graduated"};
/// Canonical grade by the table of 6.5, nothing for an unknown spelling. Four digits are a graduating year, which needs the
/// school year (end year; 0: unknown).
std::optional<QString> normalizedGrade(const QString &text, qint64 schoolYear);
/// KG 0, 01 … 12 as 1 … 12, PK -1; nothing for grades without a place in the order.
std::optional<int> gradeNumber(const QString &canonical);

std::optional<bool> readFlag(const QString &text);
/// "P", "F" or another single letter of older years; nothing when unknown. A score in brackets goes to `score`: `Met (62)`.
std::optional<QString> readOutcome(const QString &text, std::optional<double> *score);
std::optional<double> readNumber(const QString &text);

enum class DateOrder { Unknown, MonthFirst, DayFirst };

/// What all cells of a column together prove about its dates.
struct DateColumn
{
    DateOrder order = DateOrder::Unknown;
    int monthFirst = 0; ///< cells that only month first can explain
    int dayFirst = 0;
    int ambiguous = 0; ///< cells that both orders can read, differently
    int readable = 0;
    int filled = 0;

    bool isProved() const { return monthFirst + dayFirst > 0 || ambiguous == 0; }
};
DateColumn judgeDates(const Table &table, int column);

enum class DateUse { Birth, Other };
/// A day, month or year; nothing for what is no date, and for placeholders such as 12/31/1969. `schoolYear` places two-digit
/// years (birth dates: age 3 to 22).
std::optional<PartialDate> readDate(std::string_view text, DateOrder order, DateUse use, qint64 schoolYear);

} // namespace certdesk
