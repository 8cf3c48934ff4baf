// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/day.h"

#include <QRegularExpression>

namespace certdesk {

QString isoDay(DayNumber day)
{
    return QDate::fromJulianDay(day).toString(Qt::ISODate);
}

QString isoDay(const Value &day)
{
    return day.isInteger() ? isoDay(day.integer()) : QString();
}

std::optional<DayNumber> dayFromIso(const QString &text)
{
    if (text.size() != 10)
        return std::nullopt;
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid())
        return std::nullopt;
    return date.toJulianDay();
}

QString schoolYearName(qint64 endYear)
{
    return QStringLiteral("%1-%2").arg(endYear - 1).arg(endYear % 100, 2, 10, QLatin1Char('0'));
}

std::optional<qint64> schoolYearFromName(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{2}|\\d{4})-(\\d{2}|\\d{4})$"));
    const QString trimmed = text.trimmed();
    bool ok = false;
    if (trimmed.size() == 4) {
        const qint64 year = trimmed.toLongLong(&ok);
        return ok && year > 1900 && year < 2200 ? std::optional(year) : std::nullopt;
    }
    const auto match = form.match(trimmed);
    if (!match.hasMatch())
        return std::nullopt;
    qint64 first = match.captured(1).toLongLong();
    qint64 second = match.captured(2).toLongLong();
    if (first < 100)
        first += 2000;
    if (second < 100)
        second += (first / 100) * 100 + ((first % 100 == 99) ? 100 : 0);
    return second == first + 1 ? std::optional(second) : std::nullopt;
}

qint64 schoolYearOf(DayNumber day)
{
    const QDate date = QDate::fromJulianDay(day);
    return date.month() >= 7 ? date.year() + 1 : date.year();
}

DayNumber firstDayOfSchoolYear(qint64 endYear)
{
    return dayNumber(static_cast<int>(endYear) - 1, 7, 1);
}

DayNumber lastDayOfSchoolYear(qint64 endYear)
{
    return dayNumber(static_cast<int>(endYear), 6, 30);
}

QString precisionName(PartialDate::Precision precision)
{
    switch (precision) {
    case PartialDate::Precision::Month:
        return QStringLiteral("month");
    case PartialDate::Precision::Year:
        return QStringLiteral("year");
    default:
        return QStringLiteral("day");
    }
}

std::optional<PartialDate> partialDate(const QString &text)
{
    if (const auto day = dayFromIso(text))
        return PartialDate{*day, *day, PartialDate::Precision::Day};
    static const QRegularExpression form(QStringLiteral("^(\\d{4})(?:-(\\d{2}))?$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int year = match.captured(1).toInt();
    if (match.captured(2).isEmpty())
        return PartialDate{dayNumber(year, 1, 1), dayNumber(year, 12, 31), PartialDate::Precision::Year};
    const QDate first(year, match.captured(2).toInt(), 1);
    if (!first.isValid())
        return std::nullopt;
    return PartialDate{dayNumber(first), dayNumber(first) + first.daysInMonth() - 1, PartialDate::Precision::Month};
}

QString partialDateText(const PartialDate &date)
{
    const QString day = isoDay(date.first);
    switch (date.precision) {
    case PartialDate::Precision::Month:
        return day.left(7);
    case PartialDate::Precision::Year:
        return day.left(4);
    default:
        return day;
    }
}

} // namespace certdesk
