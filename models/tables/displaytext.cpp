// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/displaytext.h"

#include "models/domain/certification/statuses.h"
#include "models/domain/day.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <QMutex>
#include <QRegularExpression>
#include <cmath>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("DisplayText", text);
}

QMutex formatMutex;
QString formatOfPerson;

QString chosenDayFormat()
{
    const QMutexLocker lock(&formatMutex);
    return formatOfPerson;
}

/// The short form of the locale, but never with a year of two digits.
QString dayFormat(const QLocale &locale)
{
    if (const QString chosen = chosenDayFormat(); !chosen.isEmpty())
        return chosen;
    QString format = locale.dateFormat(QLocale::ShortFormat);
    if (!format.contains(QLatin1String("yyyy")))
        format.replace(QLatin1String("yy"), QLatin1String("yyyy"));
    return format;
}

QHash<QString, QString> words()
{
    return {
        {QStringLiteral("active"), tr("Active")},
        {QStringLiteral("inactive"), tr("Inactive")},
        {QStringLiteral("archived"), tr("Archived")},
        {QStringLiteral("draft"), tr("Draft")},
        {QStringLiteral("entered"), tr("Entered")},
        {QStringLiteral("void"), tr("Void")},
        {QStringLiteral("unverified"), tr("Not verified")},
        {QStringLiteral("queried"), tr("Queried")},
        {QStringLiteral("verified"), tr("Verified")},
        {QStringLiteral("rejected"), tr("Rejected")},
        {QStringLiteral("re-verify"), tr("Verify again")},
        {QStringLiteral("not-sent"), tr("Not sent")},
        {QStringLiteral("sent"), tr("Sent")},
        {QStringLiteral("confirmed"), tr("Confirmed")},
        {QStringLiteral("differs"), tr("Differs")},
        {QStringLiteral("not-due"), tr("Not due")},
        {QStringLiteral("ready"), tr("Ready")},
        {QStringLiteral("blocked"), tr("Blocked")},
        {QStringLiteral("submitted"), tr("Submitted")},
        {QStringLiteral("accepted"), tr("Accepted")},
        {QStringLiteral("committed"), tr("Committed")},
        {QStringLiteral("undone"), tr("Undone")},
        {QStringLiteral("open"), tr("Open")},
        {QStringLiteral("settled"), tr("Settled")},
        {QStringLiteral("ignored"), tr("Ignored")},
        {QStringLiteral("REFUSE"), tr("Refused")},
        {QStringLiteral("FATAL"), tr("Fatal")},
        {QStringLiteral("WARNING"), tr("Warning")},
        {QStringLiteral("INFO"), tr("Info")},
    };
}

std::optional<Value> dayFromText(const QString &text, qint64 schoolYear)
{
    if (const auto day = dayFromIso(text))
        return Value(*day);
    const QLocale locale;
    for (const QString &format : {dayFormat(locale), locale.dateFormat(QLocale::ShortFormat)}) {
        QDate date = locale.toDate(text, format);
        if (date.isValid() && date.year() < 1950)
            date = date.addYears(100);
        if (date.isValid())
            return Value(dayNumber(date));
    }
    // Without a year: the day of that month and date within the school year.
    static const QRegularExpression monthDay(QStringLiteral("^(\\d{1,2})[/.\\-](\\d{1,2})\\.?$"));
    const auto match = monthDay.match(text);
    if (!match.hasMatch() || schoolYear == 0)
        return std::nullopt;
    const bool monthFirst = dayFormat(locale).toLower().indexOf(QLatin1Char('m')) < dayFormat(locale).toLower().indexOf(QLatin1Char('d'));
    const int month = match.captured(monthFirst ? 1 : 2).toInt();
    const int day = match.captured(monthFirst ? 2 : 1).toInt();
    const QDate date(static_cast<int>(month >= 7 ? schoolYear - 1 : schoolYear), month, day);
    return date.isValid() ? std::optional<Value>(Value(dayNumber(date))) : std::nullopt;
}

} // namespace

void setDisplayDayFormat(const QString &format)
{
    const QMutexLocker lock(&formatMutex);
    formatOfPerson = format;
}

QString statusWord(const QString &code)
{
    static const QHash<QString, QString> known = words();
    if (const auto word = known.constFind(code); word != known.cend())
        return *word;
    if (const QString label = labelOfCode(code); label != code)
        return label;
    QString word = code;
    word.replace(QLatin1Char('-'), QLatin1Char(' ')).replace(QLatin1Char('_'), QLatin1Char(' '));
    return word.left(1).toUpper() + word.mid(1);
}

QString displayDay(const Value &day, const QString &precision)
{
    if (day.isEmpty())
        return {};
    const QDate date = QDate::fromJulianDay(day.integer());
    const QLocale locale;
    if (precision == QLatin1String("month"))
        return locale.toString(date, QStringLiteral("MMM yyyy"));
    return precision == QLatin1String("year") ? QString::number(date.year()) : locale.toString(date, dayFormat(locale));
}

QString displayText(ColumnType type, const Value &value)
{
    if (value.isEmpty())
        return {};
    if (value.isText() && type != ColumnType::Status)
        return value.text();
    switch (type) {
    case ColumnType::Text:
    case ColumnType::Code:
        return value.text();
    case ColumnType::Status:
        return statusWord(value.text());
    case ColumnType::Integer:
        return value.text();
    case ColumnType::Real:
        return QLocale().toString(value.real(), 'f', QLocale::FloatingPointShortest);
    case ColumnType::Day:
        return displayDay(value, {});
    case ColumnType::SchoolYear:
        return schoolYearName(value.integer());
    case ColumnType::Flag:
        return value.isTrue() ? tr("Yes") : QString();
    case ColumnType::Time: {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(value.integer());
        return displayDay(Value(dayNumber(time.date())), {}) + QLatin1Char(' ') + QLocale().toString(time.time(), QLocale::ShortFormat);
    }
    }
    return value.text();
}

std::optional<Value> valueFromText(ColumnType type, const QString &typed, qint64 schoolYear)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return Value();
    bool ok = false;
    switch (type) {
    case ColumnType::Integer: {
        const qint64 number = QLocale().toLongLong(text, &ok);
        return ok ? std::optional<Value>(Value(number)) : std::nullopt;
    }
    case ColumnType::Real: {
        const double number = QLocale().toDouble(text, &ok);
        return ok && std::isfinite(number) ? std::optional<Value>(Value(number)) : std::nullopt;
    }
    case ColumnType::Day:
        return dayFromText(text, schoolYear);
    case ColumnType::SchoolYear: {
        const auto year = schoolYearFromName(text);
        return year ? std::optional<Value>(Value(*year)) : std::nullopt;
    }
    case ColumnType::Flag:
        if (text.compare(tr("Yes"), Qt::CaseInsensitive) == 0 || text == QLatin1String("1"))
            return Value(1);
        if (text.compare(tr("No"), Qt::CaseInsensitive) == 0 || text == QLatin1String("0"))
            return Value(0);
        return std::nullopt;
    case ColumnType::Time: {
        const auto day = dayFromText(text, schoolYear);
        if (!day)
            return std::nullopt;
        return Value(QDateTime(QDate::fromJulianDay(day->integer()), QTime(0, 0)).toMSecsSinceEpoch());
    }
    case ColumnType::Status:
    case ColumnType::Text:
    case ColumnType::Code:
        break;
    }
    return Value(text);
}

std::optional<QVector<ViewFilter>> filtersFromText(const ViewColumn &column, const QString &typed)
{
    using Op = ViewFilter::Operator;
    const QString text = typed.trimmed();
    const bool isWord = column.type == ColumnType::Text || column.type == ColumnType::Code || column.type == ColumnType::Status;
    const auto one = [&](Op op, const QString &operand) -> std::optional<QVector<ViewFilter>> {
        const auto value = valueFromText(column.type, operand);
        if (!value || value->isEmpty())
            return std::nullopt;
        return QVector<ViewFilter>{{column.name, op, *value, {}}};
    };
    if (text.isEmpty())
        return QVector<ViewFilter>{};
    if (text.compare(tr("empty"), Qt::CaseInsensitive) == 0)
        return QVector<ViewFilter>{{column.name, Op::IsEmpty, {}, {}}};
    if (text.compare(tr("not empty"), Qt::CaseInsensitive) == 0)
        return QVector<ViewFilter>{{column.name, Op::IsNotEmpty, {}, {}}};
    if (text.startsWith(QLatin1String(">=")))
        return one(Op::AtLeast, text.mid(2));
    if (text.startsWith(QLatin1String("<=")))
        return one(Op::AtMost, text.mid(2));
    if (text.startsWith(QLatin1String("<>")))
        return one(Op::NotEquals, text.mid(2));
    if (text.startsWith(QLatin1Char('=')))
        return one(Op::Equals, text.mid(1));
    if (text.startsWith(QLatin1Char('^')))
        return one(Op::StartsWith, text.mid(1));
    if (const qsizetype dots = text.indexOf(QLatin1String("..")); dots > 0 && !isWord) {
        const auto low = one(Op::AtLeast, text.left(dots));
        const auto high = one(Op::AtMost, text.mid(dots + 2));
        return low && high ? std::optional<QVector<ViewFilter>>(*low + *high) : std::nullopt;
    }
    if (column.type == ColumnType::Day) {
        if (const auto span = partialDate(text); span && span->precision != PartialDate::Precision::Day)
            return QVector<ViewFilter>{{column.name, Op::AtLeast, Value(span->first), {}}, {column.name, Op::AtMost, Value(span->last), {}}};
    }
    if (column.type == ColumnType::Time)
        return one(Op::AtLeast, text);
    return one(isWord ? Op::Contains : Op::Equals, text);
}

} // namespace certdesk
