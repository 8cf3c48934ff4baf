// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/value.h"

#include <QLocale>
#include <cmath>

namespace certdesk {

QString Value::text() const
{
    if (const auto *text = std::get_if<QString>(&m_data))
        return *text;
    if (const auto *number = std::get_if<qint64>(&m_data))
        return QString::number(*number);
    if (const auto *number = std::get_if<double>(&m_data))
        return QString::number(*number, 'g', QLocale::FloatingPointShortest);
    return {};
}

QJsonValue Value::json() const
{
    if (const auto *text = std::get_if<QString>(&m_data))
        return *text;
    if (const auto *number = std::get_if<qint64>(&m_data))
        return *number;
    if (const auto *number = std::get_if<double>(&m_data))
        return *number;
    return QJsonValue::Null;
}

Value Value::fromJson(const QJsonValue &json)
{
    if (json.isString())
        return Value(json.toString());
    if (json.isBool())
        return flag(json.toBool());
    if (json.isDouble()) {
        const double number = json.toDouble();
        return std::floor(number) == number ? Value(json.toInteger()) : Value(number);
    }
    return {};
}

} // namespace certdesk
