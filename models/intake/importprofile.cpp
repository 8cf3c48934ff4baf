// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/importprofile.h"

#include "models/intake/headernames.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <algorithm>
#include <cmath>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

QString hashOf(const QStringList &headers)
{
    return QString::fromLatin1(QCryptographicHash::hash(headers.join(QLatin1Char('\n')).toUtf8(), QCryptographicHash::Sha256).toHex());
}

QStringList headersOf(const Table &table)
{
    QStringList headers;
    for (const QString &column : table.columns)
        headers.append(normalizedHeader(column));
    return headers;
}

QStringList headersOf(const ImportProfile &profile)
{
    QStringList headers;
    for (const ProfileColumn &column : profile.columns)
        headers.append(column.header);
    return headers;
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

/// The type that most values have; empty when they are mixed.
const char *mainType(const ColumnFacts &facts)
{
    if (facts.filled < 0.02)
        return QT_TRANSLATE_NOOP("intake", "nothing");
    if (facts.emails >= 0.6)
        return QT_TRANSLATE_NOOP("intake", "e-mail addresses");
    if (facts.dates >= 0.6)
        return QT_TRANSLATE_NOOP("intake", "dates");
    if (facts.numbers >= 0.6)
        return QT_TRANSLATE_NOOP("intake", "numbers");
    return facts.words >= 0.6 ? QT_TRANSLATE_NOOP("intake", "words") : QT_TRANSLATE_NOOP("intake", "mixed values");
}

} // namespace

QString ColumnFacts::inWords() const
{
    const QString type = tr(mainType(*this));
    return filled < 0.02 ? type : tr("%1, %2 characters, %3 % filled").arg(type).arg(qRound(length)).arg(qRound(filled * 100));
}

bool ColumnFacts::driftsTo(const ColumnFacts &now) const
{
    if (filled < 0.02)
        return false; // nothing was known of it
    if (qstrcmp(mainType(*this), mainType(now)) != 0)
        return true;
    const double longer = std::max(length, now.length);
    const double shorter = std::min(length, now.length);
    return longer - shorter >= 2 && longer > shorter * 1.5 ? true : std::abs(distinct - now.distinct) > 0.6;
}

ColumnFacts columnFacts(const Table &table, int column)
{
    ColumnFacts facts;
    QSet<size_t> different;
    int count = 0;
    for (int row = 0; row < table.rowCount(); ++row) {
        const QString text = cleanText(table.cell(row, column)).text;
        if (text.isEmpty())
            continue;
        ++count;
        const QByteArray utf8 = text.toUtf8();
        const bool isDate = text.size() >= 6 && readDate(std::string_view(utf8.constData(), static_cast<size_t>(utf8.size())), DateOrder::MonthFirst, DateUse::Other, 0)
                            && !allDigits(text);
        const bool isNumber = readNumber(text).has_value();
        facts.emails += text.contains(QLatin1Char('@'));
        facts.dates += isDate;
        facts.numbers += isNumber && !isDate;
        facts.words += !isNumber && !isDate && !text.contains(QLatin1Char('@'));
        facts.length += static_cast<double>(text.size());
        different.insert(qHash(text));
    }
    if (count == 0)
        return facts;
    for (double *share : {&facts.emails, &facts.dates, &facts.numbers, &facts.words, &facts.length})
        *share /= count;
    facts.distinct = static_cast<double>(different.size()) / count;
    facts.filled = static_cast<double>(count) / table.rowCount();
    return facts;
}

QString ImportProfile::signature() const
{
    return hashOf(headersOf(*this));
}

QString ImportProfile::setSignature() const
{
    return hashOf(sorted(headersOf(*this)));
}

ProfileFit profileFit(const ImportProfile &profile, const Table &table)
{
    const QStringList headers = headersOf(table);
    if (hashOf(headers) == profile.signature())
        return ProfileFit::Exact;
    return hashOf(sorted(headers)) == profile.setSignature() ? ProfileFit::SameColumns : ProfileFit::Other;
}

ImportProfile makeProfile(const QString &name, const Table &table, const ImportPlan &plan)
{
    ImportProfile profile;
    profile.name = name;
    profile.kind = plan.kind;
    for (int column = 0; column < table.columns.size(); ++column) {
        const ColumnMatch match = plan.mapping.columns.value(column);
        profile.columns.append({normalizedHeader(table.columns[column]), match.applied ? match.field : QString(), columnFacts(table, column)});
    }
    const ImportOptions &options = plan.options;
    profile.gradeMap = options.gradeMap;
    profile.defaults = options.defaults;
    profile.fieldPolicies = options.fieldPolicies;
    profile.emptyClears = options.emptyClears;
    profile.policy = options.policy;
    profile.onMatch = options.onMatch;
    profile.dateOrder = options.dateOrder == DateOrder::Unknown && options.accepts(QStringLiteral("C04")) ? DateOrder::MonthFirst : options.dateOrder;
    profile.loginTemplate = options.loginTemplate;
    return profile;
}

QVector<QPair<QString, QString>> profileColumns(const ImportProfile &profile, const Table &table)
{
    const QStringList headers = headersOf(table);
    const bool sameOrder = profileFit(profile, table) == ProfileFit::Exact;
    QVector<QPair<QString, QString>> columns;
    for (int i = 0; i < profile.columns.size(); ++i) {
        const ProfileColumn &known = profile.columns[i];
        const qsizetype column = sameOrder ? i : headers.indexOf(known.header);
        if (!known.field.isEmpty() && column >= 0)
            columns.append({known.field, QLatin1Char('#') + QString::number(column + 1)});
    }
    return columns;
}

void applyProfile(const ImportProfile &profile, ImportOptions *options)
{
    const auto fill = [](auto &map, const auto &known) {
        for (auto it = known.cbegin(); it != known.cend(); ++it) {
            if (!map.contains(it.key()))
                map.insert(it.key(), it.value());
        }
    };
    fill(options->gradeMap, profile.gradeMap);
    fill(options->defaults, profile.defaults);
    fill(options->fieldPolicies, profile.fieldPolicies);
    options->emptyClears += profile.emptyClears;
    if (options->policy == RowPolicy::AddAndUpdate)
        options->policy = profile.policy;
    if (options->onMatch == MatchPolicy::Override)
        options->onMatch = profile.onMatch;
    if (options->dateOrder == DateOrder::Unknown)
        options->dateOrder = profile.dateOrder;
    if (options->loginTemplate.isEmpty())
        options->loginTemplate = profile.loginTemplate;
}

IntakeFindings profileDrift(const ImportProfile &profile, const Table &table)
{
    IntakeFindings findings;
    const QStringList headers = headersOf(table);
    const bool sameOrder = profileFit(profile, table) == ProfileFit::Exact;
    for (int i = 0; i < profile.columns.size(); ++i) {
        const ProfileColumn &known = profile.columns[i];
        if (known.field.isEmpty())
            continue;
        const auto column = static_cast<int>(sameOrder ? i : headers.indexOf(known.header));
        const ColumnFacts now = column < 0 ? ColumnFacts() : columnFacts(table, column);
        if (column >= 0 && !known.facts.driftsTo(now))
            continue;
        const QString is = column < 0 ? tr("the column is missing") : now.inWords();
        findings.append(intakeFinding("H06", {column < 0 ? known.header : table.columns[column], known.facts.inWords(), is}));
        findings.last().column = column + 1;
        findings.last().field = known.field;
    }
    return findings;
}

} // namespace certdesk
