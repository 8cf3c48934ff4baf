// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/values.h"

#include "models/intake/resourcetable.h"

#include <QRegularExpression>
#include <algorithm>

namespace certdesk {

namespace {

bool isPlain(std::string_view text)
{
    for (const char c : text) {
        if (static_cast<uchar>(c) < 0x20 || static_cast<uchar>(c) >= 0x7F)
            return false;
    }
    return true;
}

bool isInvisible(char16_t c)
{
    return c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0x00AD;
}

CleanText cleanDifficult(std::string_view utf8)
{
    CleanText result;
    const QString raw = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    QString out;
    out.reserve(raw.size());
    for (const QChar c : raw) {
        const char16_t unit = c.unicode();
        if (unit == '\n' || unit == '\r' || unit == '\t') {
            if (!out.endsWith(QLatin1Char(' ')))
                out += QLatin1Char(' ');
            result.cleaned = true;
        } else if (isInvisible(unit)) {
            result.cleaned = true;
        } else if (unit == 0xA0 || unit == 0x202F || unit == 0x3000) {
            out += QLatin1Char(' ');
            result.cleaned = true;
        } else {
            out += c;
        }
    }
    const QString trimmed = out.trimmed();
    result.trimmed = trimmed.size() != out.size();
    result.text = trimmed.normalized(QString::NormalizationForm_C);
    return result;
}

const QHash<QString, QString> &gradeTable()
{
    static const QHash<QString, QString> table = [] {
        QHash<QString, QString> map;
        for (const QStringList &row : readResourceTable(QStringLiteral(":/intake/grades.tsv"))) {
            for (const QString &spelling : row.value(1).split(QLatin1Char('|')))
                map.insert(spelling.toLower(), row.value(0));
        }
        return map;
    }();
    return table;
}

} // namespace

CleanText cleanText(std::string_view utf8)
{
    if (!isPlain(utf8))
        return cleanDifficult(utf8);
    CleanText result;
    const size_t first = utf8.find_first_not_of(' ');
    if (first == std::string_view::npos) {
        result.trimmed = !utf8.empty();
        return result;
    }
    const size_t last = utf8.find_last_not_of(' ');
    result.trimmed = first > 0 || last + 1 < utf8.size();
    result.text = QString::fromLatin1(utf8.data() + first, static_cast<qsizetype>(last + 1 - first));
    return result;
}

std::optional<QString> normalizedGrade(const QString &text, qint64 schoolYear)
{
    if (const auto plain = gradeTable().constFind(text); plain != gradeTable().constEnd())
        return *plain;
    QString key = text.toLower().remove(QLatin1Char(' '));
    if (key.endsWith(QLatin1Char('.')))
        key.chop(1);
    const auto exact = gradeTable().constFind(key);
    if (exact != gradeTable().constEnd())
        return *exact;
    static const QRegularExpression wrapped(QStringLiteral("^(?:grade|gr\\.?|g)?(\\d{1,2})(?:st|nd|rd|th)?(?:grade|gr\\.?)?$"));
    static const QRegularExpression named(QStringLiteral("^(?:grade|gr\\.?)([a-z].*)$|^([a-z].*?)grade$"));
    static const QRegularExpression year(QStringLiteral("^(?:classof)?((?:19|20)\\d{2})$"));
    auto match = wrapped.match(key);
    if (!match.hasMatch())
        match = named.match(key);
    if (match.hasMatch()) {
        const QString inner = match.captured(match.lastCapturedIndex());
        const auto found = gradeTable().constFind(inner);
        if (found != gradeTable().constEnd() && *found != graduatedGrade)
            return *found;
    }
    match = year.match(key);
    if (match.hasMatch() && schoolYear > 0) {
        const qint64 grade = 12 - (match.captured(1).toLongLong() - schoolYear);
        if (grade >= 1 && grade <= 12)
            return QStringLiteral("%1").arg(grade, 2, 10, QLatin1Char('0'));
        if (grade == 0)
            return QStringLiteral("KG");
    }
    return std::nullopt;
}

std::optional<int> gradeNumber(const QString &canonical)
{
    if (canonical == QLatin1String("KG") || canonical == QLatin1String("TK"))
        return 0;
    if (canonical == QLatin1String("PK"))
        return -1;
    bool ok = false;
    const int number = canonical.toInt(&ok);
    return ok && number >= 1 && number <= 13 ? std::optional(number) : std::nullopt;
}

std::optional<bool> readFlag(const QString &text)
{
    static const QStringList yes{QStringLiteral("y"), QStringLiteral("yes"), QStringLiteral("true"),  QStringLiteral("t"),
                                 QStringLiteral("1"), QStringLiteral("x"),   QStringLiteral("active")};
    static const QStringList no{QStringLiteral("n"), QStringLiteral("no"), QStringLiteral("false"), QStringLiteral("f"),
                                QStringLiteral("0"), QStringLiteral("inactive")};
    const QString key = text.toLower();
    if (yes.contains(key))
        return true;
    return no.contains(key) ? std::optional(false) : std::nullopt;
}

std::optional<QString> readOutcome(const QString &text, std::optional<double> *score)
{
    static const QRegularExpression withScore(QStringLiteral("^(.*?)\\s*\\(?(\\d+(?:\\.\\d+)?)\\s*%?\\)?$"));
    static const QStringList pass{QStringLiteral("p"), QStringLiteral("pass"), QStringLiteral("passed"), QStringLiteral("passing"),
                                  QStringLiteral("yes"), QStringLiteral("y"), QStringLiteral("met"), QStringLiteral("earned"),
                                  QStringLiteral("earned certification"), QStringLiteral("true"), QStringLiteral("1"), QStringLiteral("01")};
    static const QStringList fail{QStringLiteral("f"), QStringLiteral("fail"), QStringLiteral("failed"), QStringLiteral("failing"),
                                  QStringLiteral("no"), QStringLiteral("n"), QStringLiteral("not met"), QStringLiteral("did not pass"),
                                  QStringLiteral("did not earn"), QStringLiteral("did not earn certification"), QStringLiteral("false"),
                                  QStringLiteral("0")};
    QString key = text.toLower();
    if (pass.contains(key))
        return QStringLiteral("P");
    if (fail.contains(key))
        return QStringLiteral("F");
    if (key.size() == 1 && QStringLiteral("aciz").contains(key))
        return key.toUpper();
    const auto match = withScore.match(key);
    if (!match.hasMatch() || match.captured(1).isEmpty())
        return std::nullopt;
    if (score)
        *score = match.captured(2).toDouble();
    return readOutcome(match.captured(1).trimmed(), nullptr);
}

std::optional<double> readNumber(const QString &text)
{
    // Most numbers are a few digits.
    if (!text.isEmpty() && text.size() <= 9 && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); }))
        return static_cast<double>(text.toInt());
    QString number = text;
    if (number.endsWith(QLatin1Char('%')))
        number.chop(1);
    static const QRegularExpression thousands(QStringLiteral("^-?\\d{1,3}(,\\d{3})+(\\.\\d+)?$"));
    if (thousands.match(number).hasMatch())
        number.remove(QLatin1Char(','));
    bool ok = false;
    const double value = number.trimmed().toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

} // namespace certdesk
