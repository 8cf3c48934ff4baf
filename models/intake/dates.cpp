// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/values.h"

#include <array>

namespace certdesk {

namespace {

struct DateTokens
{
    int count = 0;
    std::array<int, 3> value{};
    std::array<int, 3> digits{};
    int month = 0;          ///< of a name
    int monthPosition = -1; ///< number of tokens before it
    bool broken = false;
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

int monthOfName(std::string_view word)
{
    static const char *const names[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    if (word.size() < 3)
        return 0;
    for (int i = 0; i < 12; ++i) {
        if (qstrnicmp(word.data(), names[i], 3) == 0)
            return i + 1;
    }
    return 0;
}

/// Cuts the time of day off: everything after a T or blank that digits and a colon follow.
std::string_view withoutTime(std::string_view text)
{
    const size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0)
        return text;
    const size_t cut = text.find_last_of(" T", colon);
    return cut == std::string_view::npos ? text : text.substr(0, cut);
}

DateTokens tokenize(std::string_view text)
{
    DateTokens tokens;
    text = withoutTime(text);
    for (size_t i = 0; i < text.size();) {
        if (isDigit(text[i])) {
            if (tokens.count == 3) {
                tokens.broken = true;
                return tokens;
            }
            const auto token = static_cast<size_t>(tokens.count++);
            for (; i < text.size() && isDigit(text[i]); ++i) {
                if (++tokens.digits[token] <= 8)
                    tokens.value[token] = tokens.value[token] * 10 + (text[i] - '0');
            }
        } else if (isLetter(text[i])) {
            const size_t from = i;
            while (i < text.size() && isLetter(text[i]))
                ++i;
            const std::string_view word = text.substr(from, i - from);
            const int month = monthOfName(word);
            const bool ordinal = word == "st" || word == "nd" || word == "rd" || word == "th";
            const bool weekday = tokens.count == 0 && tokens.month == 0 && month == 0 && i < text.size();
            if (month > 0 && tokens.month == 0) {
                tokens.month = month;
                tokens.monthPosition = tokens.count;
            } else if (!ordinal && !weekday) {
                tokens.broken = true;
            }
        } else {
            tokens.broken = tokens.broken || std::string_view("/-., ").find(text[i]) == std::string_view::npos;
            ++i;
        }
    }
    return tokens;
}

/// 0 when two digits can be no year of this use.
int fullYear(int value, int digits, DateUse use, qint64 schoolYear)
{
    if (digits == 4)
        return value;
    if (digits != 2)
        return 0;
    const int base = schoolYear > 0 ? static_cast<int>(schoolYear) : 2026;
    // Pupils are 3 to 22 years old. Other dates may lie a little in the future.
    const int latest = use == DateUse::Birth ? base - 3 : base + 20;
    int year = (latest / 100) * 100 + value;
    if (year > latest)
        year -= 100;
    return use == DateUse::Birth && year < base - 23 ? 0 : year;
}

std::optional<PartialDate> dayOf(int year, int month, int day)
{
    const bool placeholder = (year == 1969 && month == 12 && day == 31) || (year == 1970 && month == 1 && day == 1)
                             || (year == 1900 && month == 1 && day <= 1) || year < 1900 || year > 2200;
    const QDate date(year, month, day);
    if (placeholder || !date.isValid())
        return std::nullopt;
    return PartialDate{date.toJulianDay(), date.toJulianDay(), PartialDate::Precision::Day};
}

std::optional<PartialDate> monthOf(int year, int month)
{
    if (year < 1900 || year > 2200 || month < 1 || month > 12)
        return std::nullopt;
    const QDate first(year, month, 1);
    return PartialDate{first.toJulianDay(), first.toJulianDay() + first.daysInMonth() - 1, PartialDate::Precision::Month};
}

std::optional<PartialDate> oneToken(const DateTokens &tokens)
{
    const int value = tokens.value[0];
    if (tokens.digits[0] == 8)
        return dayOf(value / 10000, value / 100 % 100, value % 100);
    if (tokens.digits[0] == 5 && value >= 20000 && value <= 80000) {
        const QDate date = QDate(1899, 12, 30).addDays(value); // a number that a spreadsheet shows as a date
        return dayOf(date.year(), date.month(), date.day());
    }
    if (tokens.digits[0] == 4 && value >= 1950 && value <= 2200)
        return PartialDate{dayNumber(value, 1, 1), dayNumber(value, 12, 31), PartialDate::Precision::Year};
    return std::nullopt;
}

std::optional<PartialDate> namedMonth(const DateTokens &tokens, DateUse use, qint64 schoolYear)
{
    if (tokens.count == 1) {
        const int year = fullYear(tokens.value[0], tokens.digits[0], use, schoolYear);
        return tokens.digits[0] == 4 || tokens.monthPosition == 0 ? monthOf(year, tokens.month) : std::nullopt;
    }
    if (tokens.count != 2)
        return std::nullopt;
    const size_t yearAt = tokens.digits[0] == 4 ? 0 : 1;
    return dayOf(fullYear(tokens.value[yearAt], tokens.digits[yearAt], use, schoolYear), tokens.month, tokens.value[1 - yearAt]);
}

} // namespace

std::optional<PartialDate> readDate(std::string_view text, DateOrder order, DateUse use, qint64 schoolYear)
{
    const DateTokens tokens = tokenize(text);
    if (tokens.broken || tokens.count == 0)
        return std::nullopt;
    if (tokens.month > 0)
        return namedMonth(tokens, use, schoolYear);
    if (tokens.count == 1)
        return oneToken(tokens);
    if (tokens.count == 2) {
        if (tokens.digits[0] == 4)
            return monthOf(tokens.value[0], tokens.value[1]);
        return tokens.digits[1] == 4 ? monthOf(tokens.value[1], tokens.value[0]) : std::nullopt;
    }
    if (tokens.digits[0] == 4)
        return dayOf(tokens.value[0], tokens.value[1], tokens.value[2]);
    const int year = fullYear(tokens.value[2], tokens.digits[2], use, schoolYear);
    const bool dayFirst = order == DateOrder::DayFirst;
    return dayOf(year, tokens.value[dayFirst ? 1 : 0], tokens.value[dayFirst ? 0 : 1]);
}

DateColumn judgeDates(const Table &table, int column)
{
    DateColumn result;
    for (int row = 0; row < table.rowCount(); ++row) {
        const std::string_view cell = table.cell(row, column);
        if (cell.find_first_not_of(" \t\r\n") == std::string_view::npos)
            continue;
        ++result.filled;
        const DateTokens tokens = tokenize(cell);
        const bool readable = readDate(cell, DateOrder::MonthFirst, DateUse::Other, 0).has_value()
                              || readDate(cell, DateOrder::DayFirst, DateUse::Other, 0).has_value();
        result.readable += readable;
        if (!readable || tokens.broken || tokens.count != 3 || tokens.month > 0 || tokens.digits[0] == 4)
            continue;
        if (tokens.value[0] > 12 && tokens.value[1] <= 12)
            ++result.dayFirst;
        else if (tokens.value[1] > 12 && tokens.value[0] <= 12)
            ++result.monthFirst;
        else if (tokens.value[0] != tokens.value[1])
            ++result.ambiguous;
    }
    if (result.monthFirst + result.dayFirst > 0)
        result.order = result.monthFirst >= result.dayFirst ? DateOrder::MonthFirst : DateOrder::DayFirst;
    return result;
}

} // namespace certdesk
