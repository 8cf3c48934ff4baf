// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/celldisplay.h"

#include <QDateTime>
#include <algorithm>
#include <cmath>
#include <string_view>

namespace certdesk {

namespace {

enum class Shown { Number, Day, DayAndTime, Time };

/// Built-in formats carry no code, only their number (ECMA-376, 18.8.30).
Shown shownBuiltIn(int identifier)
{
    if (identifier >= 14 && identifier <= 17)
        return Shown::Day;
    if (identifier == 22)
        return Shown::DayAndTime;
    if ((identifier >= 18 && identifier <= 21) || (identifier >= 45 && identifier <= 47))
        return Shown::Time;
    return Shown::Number;
}

/// A format code stands for a date when letters of dates occur outside of quotes and brackets.
Shown shownByCode(std::string_view code)
{
    bool day = false;
    bool time = false;
    for (size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '"') {
            i = std::min(code.size(), code.find('"', i + 1));
        } else if (c == '[') {
            i = std::min(code.size(), code.find(']', i + 1));
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == ';') {
            break;
        } else if (c == 'y' || c == 'Y' || c == 'd' || c == 'D') {
            day = true;
        } else if (c == 'h' || c == 'H' || c == 's' || c == 'S') {
            time = true;
        } else if (c == 'G' || c == 'g') {
            return Shown::Number; // General
        }
    }
    return day && time ? Shown::DayAndTime : day ? Shown::Day : time ? Shown::Time : Shown::Number;
}

QByteArray plainNumber(double value)
{
    if (std::floor(value) == value && std::fabs(value) < 1e15)
        return QByteArray::number(static_cast<qint64>(value));
    return QByteArray::number(value, 'g', 15);
}

} // namespace

QByteArray displayNumber(double value, const NumberFormat &format, const QDate &origin)
{
    constexpr double lastDay = 2958465; // 9999-12-31
    const Shown shown = format.code.empty() ? shownBuiltIn(format.identifier) : shownByCode(format.code);
    if (shown == Shown::Number || value < 0 || value > lastDay) {
        const bool zeros = format.code.size() > 1 && format.code.find_first_not_of('0') == std::string::npos;
        const QByteArray text = plainNumber(value);
        return zeros ? text.rightJustified(static_cast<qsizetype>(format.code.size()), '0') : text;
    }
    const double day = std::floor(value);
    const QDateTime moment = origin.addDays(static_cast<qint64>(day)).startOfDay(Qt::UTC).addSecs(std::llround((value - day) * 86400.0));
    if (shown == Shown::Time)
        return moment.time().toString(QStringLiteral("HH:mm:ss")).toLatin1();
    if (shown == Shown::Day || moment.time().msecsSinceStartOfDay() == 0)
        return moment.date().toString(Qt::ISODate).toLatin1();
    return moment.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")).toLatin1();
}

} // namespace certdesk
