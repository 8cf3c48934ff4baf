// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/logintemplate.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString standardized(const QString &text)
{
    QString login;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toLower()) {
        const bool letter = (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
        if (letter || QStringLiteral(".-_@").contains(c))
            login += c;
    }
    return login;
}

QString part(QChar letter, int length, const LoginParts &parts)
{
    if (letter == QLatin1Char('y')) {
        const QString year = parts.graduatingYear > 0 ? QString::number(parts.graduatingYear) : QString();
        return length > 0 ? year.right(length) : year;
    }
    const QString text = letter == QLatin1Char('f')   ? parts.first
                         : letter == QLatin1Char('m') ? parts.middle
                         : letter == QLatin1Char('l') ? parts.last
                                                      : parts.localId;
    const QString plain = standardized(text);
    return length > 0 ? plain.left(length) : plain;
}

} // namespace

QString loginFromTemplate(const QString &pattern, const LoginParts &parts)
{
    QString login;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != QLatin1Char('%')) {
            login += standardized(pattern[i]);
            continue;
        }
        int length = 0;
        while (i + 1 < pattern.size() && pattern[i + 1].isDigit())
            length = length * 10 + pattern[++i].digitValue();
        if (i + 1 < pattern.size())
            login += part(pattern[++i], length, parts);
    }
    return login;
}

QString loginTemplateFault(const QString &pattern)
{
    bool varies = false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != QLatin1Char('%'))
            continue;
        while (i + 1 < pattern.size() && pattern[i + 1].isDigit())
            ++i;
        if (i + 1 >= pattern.size() || !QStringLiteral("fmlyi").contains(pattern[i + 1]))
            return QCoreApplication::translate("intake", "After % stands f, m, l, y or i, with a length before it if wanted");
        varies = true;
        ++i;
    }
    return varies ? QString() : QCoreApplication::translate("intake", "The template makes the same login for everybody");
}

} // namespace certdesk
