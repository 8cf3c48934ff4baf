// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/damageoperators.h"

#include "models/domain/day.h"

#include <QDate>

namespace certdesk::sample {

namespace {

QString withoutZeros(const QString &digits, Pcg32 &)
{
    int zeros = 0;
    while (zeros + 1 < digits.size() && digits.at(zeros) == QLatin1Char('0'))
        ++zeros;
    return digits.mid(zeros);
}

/// What Excel shows of a long number: three digits and the exponent.
QString scientific(const QString &digits, Pcg32 &random)
{
    const QString number = withoutZeros(digits, random);
    if (number.size() < 4)
        return digits;
    return QStringLiteral("%1.%2E+%3").arg(number.at(0)).arg(number.mid(1, 2)).arg(number.size() - 1, 2, 10, QLatin1Char('0'));
}

QString decimal(const QString &digits, Pcg32 &) { return digits.isEmpty() ? digits : digits + QStringLiteral(".0"); }
QString apostrophe(const QString &digits, Pcg32 &) { return digits.isEmpty() ? digits : QLatin1Char('\'') + digits; }
QString formulaText(const QString &digits, Pcg32 &) { return digits.isEmpty() ? digits : QStringLiteral("=\"%1\"").arg(digits); }

/// A number of more than fifteen digits loses its tail; of a shorter one the tail is lost by a careless "format as thousands".
QString rounded(const QString &digits, Pcg32 &)
{
    return digits.size() < 8 ? digits : digits.left(digits.size() - 3) + QStringLiteral("000");
}

QString withDashes(const QString &digits, Pcg32 &)
{
    return digits.size() < 8 ? digits : digits.left(3) + QLatin1Char('-') + digits.mid(3, 3) + QLatin1Char('-') + digits.mid(6);
}

QString newScheme(const QString &digits, Pcg32 &)
{
    return digits.isEmpty() ? digits : QStringLiteral("7%1").arg(digits.right(9).toLongLong() * 3 % 1000000000, 9, 10, QLatin1Char('0'));
}

QString unknownGrade(const QString &, Pcg32 &random)
{
    static const QVector<QString> grades{QStringLiteral("XX"), QStringLiteral("17"), QStringLiteral("ninth-ish"), QStringLiteral("?"), QStringLiteral("9/10")};
    return random.pick(grades);
}

QString gradeOfLastYear(const QString &grade, Pcg32 &)
{
    const int number = grade.toInt();
    return number <= 1 ? QStringLiteral("KG") : QStringLiteral("%1").arg(number - 1, 2, 10, QLatin1Char('0'));
}

QString unknownGender(const QString &, Pcg32 &) { return QStringLiteral("Q9"); }
QString formula(const QString &, Pcg32 &random) { return QStringLiteral("=1+") + QString::number(random.below(9)); }
QString strayBlanks(const QString &text, Pcg32 &) { return QLatin1Char(' ') + text + QLatin1String("  "); }
QString invisible(const QString &text, Pcg32 &) { return text.left(1) + QChar(0x200B) + text.mid(1); }
QString lineBreak(const QString &text, Pcg32 &) { return QString(text).replace(QLatin1Char(' '), QLatin1Char('\n')); }
QString newlineAfter(const QString &text, Pcg32 &) { return text.isEmpty() ? text : text + QLatin1Char('\n'); }
QString tooLong(const QString &text, Pcg32 &) { return text + QLatin1Char(' ') + QString(300, QLatin1Char('x')); }
QString renamedLogin(const QString &login, Pcg32 &) { return login.isEmpty() ? login : QStringLiteral("r.") + login; }

/// UTF-8 read as Latin-1 and written again: "Muñoz" becomes "MuÃ±oz".
QString garbled(const QString &text, Pcg32 &) { return QString::fromLatin1(text.toUtf8()); }

QDate date(const QString &iso) { return QDate::fromString(iso, Qt::ISODate); }
QString inOrder(const QString &iso, const QString &pattern)
{
    const QDate day = date(iso);
    return day.isValid() ? day.toString(pattern) : iso;
}
QString monthFirst(const QString &iso, Pcg32 &) { return inOrder(iso, QStringLiteral("M/d/yyyy")); }
QString twoDigitYear(const QString &iso, Pcg32 &) { return inOrder(iso, QStringLiteral("M/d/yy")); }
/// A day above 12 in front proves that it cannot be meant as the rest of the column.
QString dayFirst(const QString &iso, Pcg32 &)
{
    const QDate day = date(iso);
    return day.isValid() && day.day() > 12 ? day.toString(QStringLiteral("d/M/yyyy")) : iso;
}
QString serial(const QString &iso, Pcg32 &)
{
    const QDate day = date(iso);
    return day.isValid() ? QString::number(QDate(1899, 12, 30).daysTo(day)) : iso;
}
QString placeholderDate(const QString &, Pcg32 &) { return QStringLiteral("1900-01-00"); }

using R = DamageOperator::Reach;

} // namespace

const QVector<DamageOperator> &damageCatalogue()
{
    static const QVector<DamageOperator> list{
        {"lost-zeros", R::Cell, "ssid", "C08", true, withoutZeros},
        {"exponent", R::Cell, "ssid", "C08", false, scientific},
        {"decimal-ids", R::Cell, "ssid", "C08", true, decimal},
        {"rounded-ids", R::Cell, "ssid", "C08", true, rounded},
        {"apostrophe-ids", R::Cell, "ssid", "C08", true, apostrophe},
        {"formula-ids", R::Cell, "ssid", "C08", true, formulaText},
        {"separated-ids", R::Cell, "ssid", "C08", true, withDashes},
        {"unknown-grade", R::Cell, "grade", "C05", false, unknownGrade},
        {"unknown-gender", R::Cell, "gender", "C06", false, unknownGender},
        {"formulas", R::Cell, "preferred", "C11", false, formula},
        {"stray-blanks", R::Cell, "last", "C15", true, strayBlanks},
        {"invisible-characters", R::Cell, "last", "C09", true, invisible},
        {"line-breaks", R::Cell, "last", "C09", true, lineBreak},
        {"newline-in-mail", R::Cell, "email", "C15", true, newlineAfter},
        {"mojibake", R::Cell, "last", "C10", true, garbled},
        {"too-long", R::Cell, "first", "C07", false, tooLong},
        {"renamed-logins", R::Cell, "login", "K14", true, renamedLogin},
        {"day-first-dates", R::Cell, "birth", "C03", true, dayFirst},
        {"placeholder-dates", R::Cell, "birth", "C03", false, placeholderDate},
        {"us-dates", R::Column, "birth", "", true, monthFirst},
        {"two-digit-years", R::Column, "birth", "", true, twoDigitYear},
        {"excel-serials", R::Column, "birth", "", true, serial},
        {"new-id-scheme", R::Column, "ssid", "B05", true, newScheme},
        {"last-year-file", R::Column, "grade", "B04", false, gradeOfLastYear},
        {"shared-mail", R::Row, "email", "", true, nullptr},
        {"extra-cells", R::Row, "", "R02", true, nullptr},
        {"short-rows", R::Row, "", "R03", true, nullptr},
        {"duplicate-rows", R::Row, "", "R04", true, nullptr},
        {"contradicting-rows", R::Row, "", "R05", false, nullptr},
        {"second-school", R::Row, "", "R05", false, nullptr},
        {"blank-rows", R::Row, "", "R01", true, nullptr},
        {"trailing-blank-rows", R::File, "", "R01", true, nullptr},
        {"totals-line", R::File, "", "R06", true, nullptr},
        {"duplicate-header", R::File, "", "H02", false, nullptr},
        {"misspelled-header", R::File, "", "H05", true, nullptr},
        {"unnamed-column", R::File, "", "H01", true, nullptr},
        {"no-header", R::File, "", "F08", false, nullptr},
        {"preamble", R::File, "", "F07", true, nullptr},
        {"windows-1252", R::File, "", "F04", true, nullptr},
        {"utf-16", R::File, "", "", true, nullptr},
        {"utf-16-be", R::File, "", "", true, nullptr},
        {"bom", R::File, "", "", true, nullptr},
        {"double-bom", R::File, "", "", true, nullptr},
        {"semicolon", R::File, "", "", true, nullptr},
        {"pipe", R::File, "", "", true, nullptr},
        {"tab", R::File, "", "", true, nullptr},
        {"separator-line", R::File, "", "", true, nullptr},
        {"blank-after-delimiter", R::File, "", "C15", true, nullptr},
        {"trailing-delimiters", R::File, "", "", true, nullptr},
        {"cr-line-ends", R::File, "", "", true, nullptr},
        {"mixed-line-ends", R::File, "", "F06", true, nullptr},
        {"unclosed-quote", R::File, "", "F10", false, nullptr},
        {"cut-off", R::File, "", "B06", false, nullptr},
        {"no-manifest", R::Package, "", "F13", false, nullptr},
        {"missing-file", R::Package, "", "F13", false, nullptr},
        {"manifest-version", R::Package, "", "F13", true, nullptr},
        {"name-case", R::Package, "", "F13", true, nullptr},
        {"orphans", R::Package, "", "R07", false, nullptr},
        {"org-circle", R::Package, "", "R08", false, nullptr},
        {"delta-rows", R::Package, "", "R09", false, nullptr},
        {"two-primaries", R::Package, "", "R10", false, nullptr},
    };
    return list;
}

const DamageOperator *damageOperator(const QString &name)
{
    for (const DamageOperator &one : damageCatalogue()) {
        if (name == QLatin1String(one.name))
            return &one;
    }
    return nullptr;
}

QStringList damageOperators()
{
    QStringList names;
    for (const DamageOperator &one : damageCatalogue())
        names.append(one.key());
    return names;
}

int defaultRate(const QString &name)
{
    const DamageOperator *found = damageOperator(name);
    return found ? found->defaultRate() : 1000;
}

} // namespace certdesk::sample
