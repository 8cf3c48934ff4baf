// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rules/rule.h"

#include "models/domain/day.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>
#include <algorithm>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Rule", text);
}

tl::unexpected<Error> wrong(const QString &what)
{
    return failure(Error::Kind::Invalid, QStringLiteral("RULE-HEADER"), tr("This is not a usable rule file: %1.").arg(what),
                   tr("Correct the file and import it again."));
}

const QStringList &knownKeys()
{
    static const QStringList keys = QStringLiteral(
        "code title severity entity parameters school_years message how_to_fix formats version owner scope inputs citation depends_on "
        "cause_key waivable known_issue neighbours").split(QLatin1Char(' '));
    return keys;
}

struct Parts
{
    QHash<QString, QString> header;
    QString common;
    QString sqlite;
    QString postgresql;
    bool hasDialects = false;
    QString unknownKey;
};

/// Splits the file into header and bodies. Comment lines inside a body are left out, so that no engine looks into them.
Parts split(const QString &text)
{
    static const QRegularExpression headerLine(QStringLiteral("^--\\s?([a-z_]+):\\s*(.*)$"));
    static const QRegularExpression more(QStringLiteral("^--\\s{2,}(.*)$"));
    Parts parts;
    QString *target = &parts.common;
    QString key;
    bool inHeader = true;
    for (const QString &raw : text.split(QLatin1Char('\n'))) {
        const QString line = raw.endsWith(QLatin1Char('\r')) ? raw.chopped(1) : raw;
        const auto match = headerLine.match(line);
        if (match.hasMatch() && match.captured(1) == QLatin1String("dialect")) {
            parts.hasDialects = true;
            inHeader = false;
            target = match.captured(2).trimmed() == QLatin1String("sqlite") ? &parts.sqlite : &parts.postgresql;
        } else if (inHeader && match.hasMatch()) {
            key = match.captured(1);
            if (!knownKeys().contains(key))
                parts.unknownKey = key;
            parts.header.insert(key, match.captured(2).trimmed());
        } else if (const auto next = more.match(line); inHeader && !key.isEmpty() && next.hasMatch()) {
            parts.header[key] += QLatin1Char(' ') + next.captured(1).trimmed();
        } else if (!line.trimmed().startsWith(QLatin1String("--")) && !line.trimmed().isEmpty()) {
            inHeader = false;
            target->append(line).append(QLatin1Char('\n'));
        }
    }
    return parts;
}

QVector<RuleParameter> parametersOf(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^:?([a-z_][a-z0-9_]*)(?:\\s*=\\s*(.*))?$"));
    QVector<RuleParameter> parameters;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto match = form.match(part.trimmed());
        if (!match.hasMatch())
            continue;
        const QString value = match.captured(2).trimmed();
        bool isNumber = false;
        const qint64 number = value.toLongLong(&isNumber);
        parameters.append({match.captured(1), isNumber ? Value(number) : Value(value)});
    }
    return parameters;
}

bool readYears(Rule &rule)
{
    if (rule.schoolYears.isEmpty())
        return true;
    const qsizetype dots = rule.schoolYears.indexOf(QLatin1String(".."));
    const QString first = dots < 0 ? rule.schoolYears : rule.schoolYears.left(dots);
    const QString last = dots < 0 ? rule.schoolYears : rule.schoolYears.mid(dots + 2);
    const auto from = schoolYearFromName(first);
    const auto to = schoolYearFromName(last);
    rule.firstYear = from.value_or(0);
    rule.lastYear = to.value_or(0);
    return (first.trimmed().isEmpty() || from) && (last.trimmed().isEmpty() || to);
}

bool readSeverities(Rule &rule, const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[,/\\s]+"));
    for (const QString &word : text.split(between, Qt::SkipEmptyParts)) {
        const auto severity = severityFromName(word);
        if (!severity)
            return false;
        rule.severities.append(*severity);
    }
    return !rule.severities.isEmpty();
}

void readFormats(Rule &rule, const QString &text)
{
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QStringList words = part.simplified().split(QLatin1Char(' '));
        if (words.size() == 2)
            rule.formats.insert(words[0], words[1]);
    }
}

/// "attempt(a, b), student" split at the commas outside parentheses.
QStringList inputsOf(const QString &text)
{
    static const QRegularExpression input(QStringLiteral("[a-z_]+(?:\\s*\\([^)]*\\))?"));
    QStringList list;
    auto matches = input.globalMatch(text);
    while (matches.hasNext())
        list.append(matches.next().captured());
    return list;
}

QString withoutEnd(QString sql)
{
    sql = sql.trimmed();
    while (sql.endsWith(QLatin1Char(';')))
        sql = sql.chopped(1).trimmed();
    return sql;
}

} // namespace

Result<Rule> parseRule(const QString &text)
{
    const Parts parts = split(text);
    if (!parts.unknownKey.isEmpty())
        return wrong(tr("its header has an unknown line \"%1\"").arg(parts.unknownKey));
    for (const char *key : {"code", "title", "severity", "entity", "message", "how_to_fix"}) {
        if (parts.header.value(QLatin1String(key)).isEmpty())
            return wrong(tr("its header lacks the line \"%1\"").arg(QLatin1String(key)));
    }
    const auto field = [&parts](const char *key) { return parts.header.value(QLatin1String(key)); };
    Rule rule;
    rule.text = text;
    rule.code = field("code");
    rule.title = field("title");
    rule.message = field("message");
    rule.howToFix = field("how_to_fix");
    rule.schoolYears = field("school_years");
    rule.parameters = parametersOf(field("parameters"));
    rule.inputs = inputsOf(field("inputs"));
    rule.citation = field("citation");
    rule.dependsOn = field("depends_on");
    rule.causeKey = field("cause_key");
    rule.waivable = field("waivable");
    rule.knownIssue = field("known_issue");
    rule.neighbours = field("neighbours");
    readFormats(rule, field("formats"));
    if (!field("version").isEmpty())
        rule.version = field("version").toInt();
    if (!field("owner").isEmpty())
        rule.owner = field("owner");
    if (!field("scope").isEmpty())
        rule.scope = field("scope");
    const auto kind = entityKindFromName(field("entity"));
    if (!kind)
        return wrong(tr("its entity is not known"));
    rule.entity = *kind;
    if (!readSeverities(rule, field("severity")))
        return wrong(tr("its severity is not known"));
    if (!readYears(rule))
        return wrong(tr("its school years cannot be read"));
    rule.sqliteBody = withoutEnd(parts.common + parts.sqlite);
    rule.postgresqlBody = withoutEnd(parts.common + parts.postgresql);
    if (rule.sqliteBody.isEmpty() || rule.postgresqlBody.isEmpty())
        return wrong(tr("it holds no query for each kind of database"));
    return rule;
}

QStringList Rule::inputTables() const
{
    QStringList tables;
    for (const QString &input : inputs)
        tables.append(input.section(QLatin1Char('('), 0, 0).trimmed());
    return tables;
}

QString Rule::hash() const
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

RuleOutcome Rule::outcome() const
{
    RuleOutcome outcome;
    outcome.code = code;
    outcome.title = title;
    outcome.severities = severities;
    outcome.message = message;
    outcome.howToFix = howToFix;
    outcome.citation = citation;
    outcome.entity = entity;
    return outcome;
}

QString filledMessage(const QString &pattern, const QHash<QString, QString> &shown)
{
    static const QRegularExpression mark(QStringLiteral("\\{([a-z_][a-z0-9_]*)\\}"));
    QString text;
    qsizetype from = 0;
    auto marks = mark.globalMatch(pattern);
    while (marks.hasNext()) {
        const auto match = marks.next();
        text += pattern.mid(from, match.capturedStart() - from) + shown.value(match.captured(1));
        from = match.capturedEnd();
    }
    return text + pattern.mid(from);
}

namespace {

/// A day number, with "m" or "y" behind it when only its month or year is known.
QString shownDay(const QString &token)
{
    const QString word = token.trimmed();
    bool isNumber = false;
    const qint64 day = QStringView(word).left(word.size() - (word.endsWith(QLatin1Char('m')) || word.endsWith(QLatin1Char('y')) ? 1 : 0)).toLongLong(&isNumber);
    if (!isNumber)
        return word;
    const QString text = isoDay(DayNumber{day});
    return word.endsWith(QLatin1Char('m')) ? text.left(7) : word.endsWith(QLatin1Char('y')) ? text.left(4) : text;
}

QString shownThousandths(qint64 value)
{
    QString digits = QStringLiteral("%1").arg(value % 1000, 3, 10, QLatin1Char('0'));
    if (digits.endsWith(QLatin1Char('0')))
        digits.chop(1);
    return QString::number(value / 1000) + QLatin1Char('.') + digits;
}

} // namespace

QString shownValue(const Value &value, const QString &format)
{
    if (value.isEmpty() || format.isEmpty())
        return value.text();
    if (format == QLatin1String("year"))
        return value.isInteger() ? schoolYearName(value.integer()) : value.text();
    if (format == QLatin1String("thousandths"))
        return value.isInteger() ? shownThousandths(value.integer()) : value.text();
    // In the order of the days, whichever order the engine gathered them in; words stay in front.
    QStringList tokens = value.text().split(QLatin1Char(','));
    std::stable_sort(tokens.begin(), tokens.end());
    std::stable_partition(tokens.begin(), tokens.end(), [](const QString &token) { return !token.isEmpty() && !token[0].isDigit(); });
    QStringList days;
    for (const QString &token : std::as_const(tokens))
        days.append(shownDay(token));
    return days.join(QLatin1String(", "));
}

} // namespace certdesk
