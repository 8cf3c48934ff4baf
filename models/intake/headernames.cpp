// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/headernames.h"

#include "models/intake/kinds.h"
#include "models/intake/resourcetable.h"

#include <QRegularExpression>
#include <QSet>

namespace certdesk {

namespace {

struct Prefix
{
    QString from;
    QString to;
};

const QVector<Prefix> &prefixes()
{
    static const QVector<Prefix> all = [] {
        QVector<Prefix> list;
        for (const QStringList &row : readResourceTable(QStringLiteral(":/intake/prefixes.tsv")))
            list.append({row.value(0), row.value(1)});
        return list;
    }();
    return all;
}

QString withoutPrefix(QString header)
{
    static const QRegularExpression tableNumber(QStringLiteral("^\\[\\d+\\]"));
    header.remove(tableNumber);
    for (const Prefix &prefix : prefixes()) {
        if (header.startsWith(prefix.from, Qt::CaseInsensitive) && header.size() > prefix.from.size()) {
            header = prefix.to + QLatin1Char(' ') + header.mid(prefix.from.size());
            break;
        }
    }
    return header;
}

/// Breaks before a capital that follows a small letter, and before the last capital of a run that a small letter follows.
QString splitCamelCase(const QString &text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool afterSmall = i > 0 && (text[i - 1].isLower() || text[i - 1].isDigit()) && c.isUpper();
        const bool endOfRun = i > 0 && i + 1 < text.size() && text[i - 1].isUpper() && c.isUpper() && text[i + 1].isLower();
        if (afterSmall || endOfRun)
            out += QLatin1Char(' ');
        out += c;
    }
    return out;
}

QString wordFor(const QString &word, const QString &nextWord)
{
    static const QHash<QString, QString> words = {
        {QStringLiteral("no"), QStringLiteral("number")},   {QStringLiteral("num"), QStringLiteral("number")},
        {QStringLiteral("nbr"), QStringLiteral("number")},  {QStringLiteral("#"), QStringLiteral("number")},
        {QStringLiteral("fname"), QStringLiteral("first name")}, {QStringLiteral("lname"), QStringLiteral("last name")},
        {QStringLiteral("firstname"), QStringLiteral("first name")}, {QStringLiteral("lastname"), QStringLiteral("last name")},
    };
    if (word == QLatin1String("st") && nextWord == QLatin1String("id"))
        return QStringLiteral("state");
    if (word == QLatin1String("f") && nextWord == QLatin1String("name"))
        return QStringLiteral("first");
    if (word == QLatin1String("l") && nextWord == QLatin1String("name"))
        return QStringLiteral("last");
    return words.value(word, word);
}

struct KindNames
{
    QVector<Synonym> synonyms;
    QHash<QString, QVector<FieldScore>> byWords;
};

void addName(KindNames *names, const QString &field, const QString &words, double score)
{
    names->synonyms.append({field, words, score});
    names->byWords[squashedHeader(words)].append({field, score});
}

KindNames namesOfKind(const QString &kindName)
{
    KindNames names;
    const ImportKind *kind = importKind(kindName);
    if (!kind)
        return names;
    for (const ImportField &field : kind->fields)
        addName(&names, QLatin1String(field.name), normalizedHeader(QLatin1String(field.name)), 1.0);
    for (const QStringList &row : readResourceTable(QStringLiteral(":/intake/synonyms.tsv"))) {
        const QStringList kinds = row.value(0).split(QLatin1Char(','));
        if ((!kinds.contains(QLatin1String("*")) && !kinds.contains(kindName)) || kind->find(row.value(1)) < 0)
            continue;
        const double score = row.size() > 3 ? row[3].toDouble() : 0.95;
        for (const QString &words : row.value(2).split(QLatin1Char('|')))
            addName(&names, row[1], normalizedHeader(words.trimmed()), score);
    }
    return names;
}

const KindNames &kindNames(const QString &kind)
{
    static const QHash<QString, KindNames> all = [] {
        QHash<QString, KindNames> map;
        for (const ImportKind &known : importKinds())
            map.insert(QLatin1String(known.name), namesOfKind(QLatin1String(known.name)));
        return map;
    }();
    static const KindNames none;
    const auto found = all.constFind(kind);
    return found == all.constEnd() ? none : *found;
}

} // namespace

QString normalizedHeader(const QString &header)
{
    QString text;
    for (const QChar c : header) {
        if (c == QChar(0xFEFF) || (c.unicode() >= 0x200B && c.unicode() <= 0x200D) || c == QLatin1Char('"') || c == QLatin1Char('\'')
            || c == QLatin1Char('*'))
            continue;
        text += c.isSpace() ? QLatin1Char(' ') : c;
    }
    static const QRegularExpression brackets(QStringLiteral("\\([^)]*\\)"));
    text = withoutPrefix(text.remove(brackets).trimmed());
    text = splitCamelCase(text).toLower();
    text.replace(QLatin1Char('#'), QStringLiteral(" # "));
    static const QRegularExpression separators(QStringLiteral("[_\\-./:\\s]+"));
    QStringList words = text.split(separators, Qt::SkipEmptyParts);
    // "01 Student ID": Illuminate numbers its columns.
    if (words.size() > 1 && words.first().size() == 2 && words.first()[0].isDigit() && words.first()[1].isDigit())
        words.removeFirst();
    for (qsizetype i = 0; i < words.size(); ++i)
        words[i] = wordFor(words[i], words.value(i + 1));
    return words.join(QLatin1Char(' '));
}

QString squashedHeader(const QString &normalized)
{
    return QString(normalized).remove(QLatin1Char(' '));
}

QVector<FieldScore> fieldsOfHeader(const QString &kind, const QString &normalized)
{
    return kindNames(kind).byWords.value(squashedHeader(normalized));
}

const QVector<Synonym> &synonymsOfKind(const QString &kind)
{
    return kindNames(kind).synonyms;
}

bool isKnownHeaderName(const QString &header)
{
    static const QSet<QString> known = [] {
        QSet<QString> all;
        for (const ImportKind &kind : importKinds()) {
            for (const Synonym &synonym : synonymsOfKind(QLatin1String(kind.name)))
                all.insert(squashedHeader(synonym.words));
        }
        return all;
    }();
    return known.contains(squashedHeader(normalizedHeader(header)));
}

} // namespace certdesk
