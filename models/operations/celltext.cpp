// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/celltext.h"

#include "models/domain/day.h"

#include <QDateTime>

namespace certdesk {

QString isoTime(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::OffsetFromUTC, 0).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss+00:00"));
}

QJsonValue cellJson(ColumnType type, const Value &value)
{
    if (type == ColumnType::Flag)
        return value.isTrue();
    if (value.isEmpty())
        return QJsonValue::Null;
    switch (type) {
    case ColumnType::Day:
        return isoDay(value);
    case ColumnType::SchoolYear:
        return schoolYearName(value.integer());
    case ColumnType::Time:
        return isoTime(value.integer());
    default:
        return value.json();
    }
}

Value cellForExport(ColumnType type, const Value &value)
{
    if (type == ColumnType::Flag)
        return value.isTrue() ? QStringLiteral("Y") : QStringLiteral("N");
    const QJsonValue json = cellJson(type, value);
    return json.isString() ? Value(json.toString()) : value;
}

bool isNumberColumn(ColumnType type)
{
    return type == ColumnType::Integer || type == ColumnType::Real;
}

std::optional<Value> cellFromText(ColumnType type, const QString &text)
{
    if (text.isEmpty())
        return Value();
    bool isNumber = false;
    switch (type) {
    case ColumnType::Integer: {
        const qint64 number = text.toLongLong(&isNumber);
        return isNumber ? std::optional<Value>(number) : std::nullopt;
    }
    case ColumnType::Real: {
        const double number = text.toDouble(&isNumber);
        return isNumber ? std::optional<Value>(number) : std::nullopt;
    }
    case ColumnType::Day: {
        const auto day = dayFromIso(text);
        return day ? std::optional<Value>(*day) : std::nullopt;
    }
    case ColumnType::SchoolYear: {
        const auto year = schoolYearFromName(text);
        return year ? std::optional<Value>(*year) : std::nullopt;
    }
    case ColumnType::Flag: {
        static const QStringList words{QStringLiteral("false"), QStringLiteral("true"), QStringLiteral("0"), QStringLiteral("1"),
                                       QStringLiteral("n"),     QStringLiteral("y"),    QStringLiteral("no"), QStringLiteral("yes")};
        const qsizetype at = words.indexOf(text.toLower());
        return at >= 0 ? std::optional<Value>(Value::flag(at % 2 == 1)) : std::nullopt;
    }
    case ColumnType::Time: {
        const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
        return time.isValid() ? std::optional<Value>(time.toMSecsSinceEpoch()) : std::nullopt;
    }
    default:
        return Value(text);
    }
}

} // namespace certdesk
