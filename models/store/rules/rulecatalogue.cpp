// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rules/rulecatalogue.h"

#include "models/store/migrator.h"
#include "models/store/rules/rulerunner.h"
#include "models/store/session.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <algorithm>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RuleCatalogue", text);
}

bool byCode(const Rule &left, const Rule &right)
{
    return left.code < right.code;
}

QVector<Rule> readBuiltIn()
{
    QVector<Rule> rules;
    QDirIterator walk(QStringLiteral(":/rules"), {QStringLiteral("*.sql")}, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        auto rule = parseRule(QString::fromUtf8(file.readAll()));
        Q_ASSERT_X(rule.has_value(), "rule file", qPrintable(file.fileName()));
        if (!rule)
            continue;
        rule->pack = file.fileName().section(QLatin1Char('/'), -2, -2);
        rules.append(std::move(*rule));
    }
    std::sort(rules.begin(), rules.end(), byCode);
    return rules;
}

bool isBuiltIn(const QString &code)
{
    const auto &rules = builtInRules();
    return std::any_of(rules.cbegin(), rules.cend(), [&code](const Rule &rule) { return rule.code == code; });
}

/// A rule has to run on SQLite too, wherever it is imported: an empty database in memory tells.
void compileOnSqlite(const Rule &rule)
{
    DatabaseUrl url;
    url.engine = Engine::Sqlite;
    url.path = QStringLiteral(":memory:");
    auto memory = orFail(Connection::open(url, Connection::Mode::Create));
    Migrator(*memory).migrate();
    RuleRunner(*memory, {}).compile(rule);
}

std::optional<Record> storedRule(Transaction &transaction, const QString &code)
{
    const auto found = transaction.findAll(EntityKind::Rule, {{"code", Value(code)}});
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

QString severitiesText(const Rule &rule)
{
    return rule.outcome().severityText();
}

} // namespace

const QVector<Rule> &builtInRules()
{
    static const QVector<Rule> rules = readBuiltIn();
    return rules;
}

QVector<Rule> readRuleCatalogue(Connection &connection, bool withArchived)
{
    QVector<Rule> rules = builtInRules();
    auto statement = connection.prepare(QStringLiteral("SELECT body, owner, rule_version, archived FROM rule ORDER BY code"));
    while (statement->step()) {
        auto rule = parseRule(statement->text(0));
        if (!rule || (statement->integer(3) != 0 && !withArchived))
            continue;
        rule->owner = statement->text(1);
        rule->version = static_cast<int>(statement->integer(2));
        rule->archived = statement->integer(3) != 0;
        rules.append(std::move(*rule));
    }
    std::sort(rules.begin(), rules.end(), byCode);
    return rules;
}

Result<QVector<Rule>> ruleCatalogue(Session &session, bool withArchived)
{
    return session.read<QVector<Rule>>([withArchived](Connection &connection) { return readRuleCatalogue(connection, withArchived); });
}

QString rulePackHash(const QVector<Rule> &rules)
{
    QVector<QPair<QString, QString>> lines;
    for (const Rule &rule : rules)
        lines.append({rule.code, rule.hash()});
    std::sort(lines.begin(), lines.end());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &[code, text] : std::as_const(lines))
        hash.addData(QString(code + QLatin1Char(' ') + text + QLatin1Char('\n')).toUtf8());
    return QString::fromLatin1(hash.result().toHex());
}

void ImportRule::perform(Transaction &transaction)
{
    m_rule = orFail(parseRule(m_text));
    if (isBuiltIn(m_rule.code))
        fail(Error::Kind::Refused, QStringLiteral("RULE-OWN"), tr("The rule %1 belongs to the program and cannot be replaced. Nothing was changed.").arg(m_rule.code),
             tr("Give the rule a code of its own."));
    compileOnSqlite(m_rule);
    RuleRunner(transaction.connection(), {}).compile(m_rule);
    auto stored = storedRule(transaction, m_rule.code);
    Record record = stored.value_or(Record(EntityKind::Rule));
    const bool isState = readSetting(transaction.connection(), QStringLiteral("edition")) == QLatin1String("state");
    m_rule.owner = isState ? QStringLiteral("state") : QStringLiteral("district");
    m_rule.version = static_cast<int>(std::max<qint64>(m_rule.version, stored ? stored->integer("rule_version") + 1 : 1));
    record.set("code", Value(m_rule.code)).set("owner", Value(m_rule.owner)).set("rule_version", Value(m_rule.version));
    record.set("title", Value(m_rule.title)).set("severity", Value(severitiesText(m_rule)));
    record.set("entity", Value(QString::fromLatin1(entityDef(m_rule.entity).name))).set("body", Value(m_text)).set("archived", Value());
    if (stored)
        transaction.update(record);
    else
        transaction.insert(record);
}

void ArchiveRule::perform(Transaction &transaction)
{
    if (isBuiltIn(m_code))
        fail(Error::Kind::Refused, QStringLiteral("RULE-OWN"), tr("The rule %1 belongs to the program and stays in use. Nothing was changed.").arg(m_code));
    auto stored = storedRule(transaction, m_code);
    if (!stored)
        fail(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("There is no imported rule %1.").arg(m_code), tr("List them with: rules."));
    stored->set("archived", Value::flag(true));
    transaction.update(*stored);
    transaction.connection().prepared(QStringLiteral("DELETE FROM finding WHERE rule_code = ?")).run(Value(m_code));
}

} // namespace certdesk
