// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/identifiers.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace certdesk {

namespace {

constexpr int spreadsheetDigits = 15;

quint64 powerOfTen(int exponent)
{
    quint64 power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

/// "1.23457E+11" was anything that rounds to it.
std::optional<LostDigits> digitsOfScientific(const QString &text)
{
    const qsizetype mark = text.indexOf(QLatin1Char('E'), 0, Qt::CaseInsensitive);
    QString mantissa = text.left(mark);
    mantissa.remove(QLatin1Char('.')).remove(QLatin1Char(','));
    const int exponent = QString(text.mid(mark + 1)).remove(QLatin1Char('+')).toInt();
    const int places = exponent - static_cast<int>(mantissa.size()) + 1;
    if (places < 0 || exponent > 18)
        return std::nullopt;
    const quint64 unit = powerOfTen(places);
    const quint64 number = mantissa.toULongLong() * unit;
    return LostDigits{number - unit / 2, number + (unit - 1) / 2, exponent + 1};
}

} // namespace

bool LostDigits::fits(const QString &identifier) const
{
    if (!allDigits(identifier) || identifier.size() < length)
        return false;
    bool ok = false;
    const quint64 number = identifier.toULongLong(&ok);
    return ok && number >= from && number <= to;
}

bool allDigits(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
}

std::optional<LostDigits> roundedTail(const QString &text)
{
    if (text.size() <= spreadsheetDigits || text.size() > 19 || !allDigits(text))
        return std::nullopt;
    const auto places = static_cast<int>(text.size()) - spreadsheetDigits;
    if (!std::all_of(text.cend() - places, text.cend(), [](QChar c) { return c == QLatin1Char('0'); }))
        return std::nullopt;
    const quint64 number = text.toULongLong();
    return LostDigits{number, number + powerOfTen(places) - 1, static_cast<int>(text.size())};
}

std::optional<IdentifierRepair> identifierDamage(const QString &text)
{
    const auto tr = [](const char *words) { return QCoreApplication::translate("intake", words); };
    static const QRegularExpression formula(QStringLiteral("^=\"([^\"]*)\"$"));
    static const QRegularExpression apostrophe(QStringLiteral("^'(\\d+)$"));
    static const QRegularExpression decimal(QStringLiteral("^(\\d+)\\.0+$"));
    static const QRegularExpression scientific(QStringLiteral("^\\d(?:[.,]\\d+)?[eE]\\+?\\d{1,2}$"));
    static const QRegularExpression grouped(QStringLiteral("^\\d{1,3}(?:,\\d{3})+$|^\\d+(?: \\d+)+$"));
    if (text.isEmpty())
        return std::nullopt;
    // The overwhelming case first: letters, digits and nothing that any of the patterns needs.
    bool suspicious = text[0] == QLatin1Char('=') || text[0] == QLatin1Char('\'');
    for (const QChar c : text)
        suspicious = suspicious || c == QLatin1Char('.') || c == QLatin1Char('+') || c == QLatin1Char(',') || c == QLatin1Char(' ')
                     || c == QLatin1Char('E') || c == QLatin1Char('e');
    if (!suspicious)
        return std::nullopt;
    if (const auto match = formula.match(text); match.hasMatch())
        return IdentifierRepair{match.captured(1), tr("written as a formula"), false, {}};
    if (const auto match = apostrophe.match(text); match.hasMatch())
        return IdentifierRepair{match.captured(1), tr("leading apostrophe"), false, {}};
    if (const auto match = decimal.match(text); match.hasMatch())
        return IdentifierRepair{match.captured(1), tr("decimal point of a number"), false, {}};
    if (grouped.match(text).hasMatch())
        return IdentifierRepair{QString(text).remove(QLatin1Char(',')).remove(QLatin1Char(' ')), tr("blanks or separators inside"), false, {}};
    if (scientific.match(text).hasMatch()) {
        const auto digits = digitsOfScientific(text);
        return IdentifierRepair{QString::number(QString(text).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(), 'f', 0),
                                tr("scientific notation, digits are lost"), true, digits};
    }
    return std::nullopt;
}

} // namespace certdesk
