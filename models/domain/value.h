// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>
#include <variant>

namespace certdesk {

/// One field of a record: empty, a whole number (also day numbers, flags and references), a real number or text.
/// Empty text and an empty value are the same thing: a Value never holds an empty string.
class Value
{
public:
    Value() = default;
    Value(qint64 number) : m_data(number) {}
    Value(int number) : m_data(qint64{number}) {}
    Value(double number) : m_data(number) {}
    Value(bool) = delete;
    Value(const QString &text)
    {
        if (!text.isEmpty())
            m_data = text;
    }
    static Value flag(bool on) { return Value(qint64{on ? 1 : 0}); }

    bool isEmpty() const { return std::holds_alternative<std::monostate>(m_data); }
    bool isText() const { return std::holds_alternative<QString>(m_data); }
    bool isInteger() const { return std::holds_alternative<qint64>(m_data); }
    bool isReal() const { return std::holds_alternative<double>(m_data); }

    /// 0 when the value is not a whole number.
    qint64 integer() const { return isInteger() ? std::get<qint64>(m_data) : 0; }
    double real() const { return isReal() ? std::get<double>(m_data) : static_cast<double>(integer()); }
    bool isTrue() const { return integer() != 0; }
    /// Text as stored; numbers in their shortest decimal form, an empty value as "".
    QString text() const;
    /// Of a text value, without a copy.
    const QString &textRef() const { return std::get<QString>(m_data); }
    QJsonValue json() const;
    static Value fromJson(const QJsonValue &json);

    bool operator==(const Value &) const = default;

private:
    std::variant<std::monostate, qint64, double, QString> m_data;
};

} // namespace certdesk
