// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/names.h"

#include <QStringList>
#include <QVarLengthArray>
#include <QVector>
#include <algorithm>

namespace certdesk {

namespace {

/// Letters and decimal digits; roman numerals and other number signs are taken apart by NFKD before.
bool isNameLetter(char32_t c)
{
    return QChar::isLetter(c) || QChar::category(c) == QChar::Number_DecimalDigit;
}

bool isPlain(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
}

bool isSuffix(QLatin1String token)
{
    return token == QLatin1String("jr") || token == QLatin1String("sr") || token == QLatin1String("ii") || token == QLatin1String("iii")
           || token == QLatin1String("iv");
}

/// The same as for any name, for letters that need no taking apart: most names, and imports fold some for each row.
QString normalizedPlainName(const QString &name)
{
    QByteArray text(name.size(), ' ');
    for (qsizetype i = 0; i < name.size(); ++i) {
        const char c = static_cast<char>(name[i].unicode());
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            text[i] = c;
        else if (c >= 'A' && c <= 'Z')
            text[i] = static_cast<char>(c + ('a' - 'A'));
    }
    QVarLengthArray<QLatin1String, 8> tokens;
    for (qsizetype from = 0; from < text.size();) {
        qsizetype to = text.indexOf(' ', from);
        to = to < 0 ? text.size() : to;
        const QLatin1String token(text.constData() + from, to - from);
        if (!token.isEmpty() && !isSuffix(token))
            tokens.append(token);
        from = to + 1;
    }
    std::sort(tokens.begin(), tokens.end());
    QString out;
    out.reserve(name.size());
    for (const QLatin1String token : tokens) {
        if (!out.isEmpty())
            out.append(QLatin1Char(' '));
        out.append(token);
    }
    return out;
}

} // namespace

QString normalizedName(const QString &name)
{
    if (isPlain(name))
        return normalizedPlainName(name);
    // Code point by code point, with the plain lower-case letters that PostgreSQL's name_normal knows too.
    QString plain;
    plain.reserve(name.size());
    for (const char32_t c : name.normalized(QString::NormalizationForm_KD).toStdU32String()) {
        if (QChar::isMark(c))
            continue;
        const char32_t lower = QChar::toLower(c);
        if (lower == U'\u00DF')
            plain.append(QLatin1String("ss"));
        else if (lower == U'\u03C2')
            plain.append(QChar(0x03C3));
        else if (isNameLetter(lower))
            plain.append(QChar::fromUcs4(lower));
        else
            plain.append(QLatin1Char(' '));
    }
    QStringList tokens = plain.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    static const QStringList suffixes{QStringLiteral("jr"), QStringLiteral("sr"), QStringLiteral("ii"), QStringLiteral("iii"),
                                      QStringLiteral("iv")};
    tokens.removeIf([](const QString &token) { return suffixes.contains(token); });
    std::sort(tokens.begin(), tokens.end(), [](const QString &a, const QString &b) { return a.toUtf8() < b.toUtf8(); });
    return tokens.join(QLatin1Char(' '));
}

int nameSimilarity(const QString &left, const QString &right)
{
    const auto a = left.toUcs4();
    const auto b = right.toUcs4();
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() && b.isEmpty() ? 1000 : 0;
    const qsizetype reach = std::max<qsizetype>(std::max(a.size(), b.size()) / 2 - 1, 0);
    QVector<bool> takenA(a.size(), false);
    QVector<bool> takenB(b.size(), false);
    qint64 matches = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        const qsizetype end = std::min(i + reach + 1, b.size());
        for (qsizetype j = std::max<qsizetype>(0, i - reach); j < end; ++j) {
            if (!takenB[j] && a[i] == b[j]) {
                takenA[i] = takenB[j] = true;
                ++matches;
                break;
            }
        }
    }
    if (matches == 0)
        return 0;
    qint64 outOfOrder = 0;
    for (qsizetype i = 0, j = 0; i < a.size(); ++i) {
        if (!takenA[i])
            continue;
        while (!takenB[j])
            ++j;
        if (a[i] != b[j])
            ++outOfOrder;
        ++j;
    }
    const qint64 swapped = outOfOrder / 2;
    // Millionths, in whole numbers: (m/|a| + m/|b| + (m - t)/m) / 3, then the Winkler prefix.
    constexpr qint64 one = 1000000;
    const qint64 jaro = (matches * one / a.size() + matches * one / b.size() + (matches - swapped) * one / matches) / 3;
    qint64 prefix = 0;
    while (prefix < 4 && prefix < a.size() && prefix < b.size() && a[prefix] == b[prefix])
        ++prefix;
    return static_cast<int>((jaro + prefix * (one - jaro) / 10) / 1000);
}

QString foldedLogin(const QString &login)
{
    return isPlain(login) ? login.toLower() : login.normalized(QString::NormalizationForm_C).toCaseFolded();
}

} // namespace certdesk
