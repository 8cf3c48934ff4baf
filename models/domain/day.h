// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/value.h"

#include <QDate>
#include <optional>

namespace certdesk {

/// Days are stored and compared as Julian day numbers (QDate::toJulianDay): integers, no time zone.
using DayNumber = qint64;

inline DayNumber dayNumber(const QDate &date) { return date.toJulianDay(); }
inline DayNumber dayNumber(int year, int month, int day) { return QDate(year, month, day).toJulianDay(); }
/// "2026-05-31"; empty for an empty value.
QString isoDay(const Value &day);
QString isoDay(DayNumber day);
/// Reads exactly YYYY-MM-DD; nothing for anything else or for a day that does not exist.
std::optional<DayNumber> dayFromIso(const QString &text);

/// A school year is stored as the calendar year in which it ends: 2025-26 is 2026. It runs from 1 July to 30 June.
QString schoolYearName(qint64 endYear);
/// Reads "2025-26", "25-26", "2025-2026" and "2026"; nothing for anything else.
std::optional<qint64> schoolYearFromName(const QString &text);
qint64 schoolYearOf(DayNumber day);
DayNumber firstDayOfSchoolYear(qint64 endYear);
DayNumber lastDayOfSchoolYear(qint64 endYear);

/// A date known to the day, the month or the year (T-021): the interval [first, last] of days it can be.
struct PartialDate
{
    enum class Precision { Day, Month, Year };
    DayNumber first = 0;
    DayNumber last = 0;
    Precision precision = Precision::Day;

    bool operator==(const PartialDate &) const = default;
};

QString precisionName(PartialDate::Precision precision);
std::optional<PartialDate> partialDate(const QString &text);
/// "2026-05-31", "2026-05" or "2026".
QString partialDateText(const PartialDate &date);

} // namespace certdesk
