// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rules/rulerunner.h"

#include "models/domain/progress.h"
#include "models/store/naturalkey.h"
#include "models/store/rowcodec.h"
#include "models/store/rules/ruleguard.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RuleRunner", text);
}

const QRegularExpression &parameterMark()
{
    static const QRegularExpression mark(QStringLiteral("(?<![:\\w]):([a-z_][a-z0-9_]*)"));
    return mark;
}

bool isColumnOfEngine(const QString &name)
{
    return name == QLatin1String("record_key") || name == QLatin1String("severity");
}

[[noreturn]] void failRule(const QString &what)
{
    fail(Error::Kind::Invalid, QStringLiteral("RULE-SQL"), tr("The rule cannot be used: %1.").arg(what), tr("Correct the rule and import it again."));
}

} // namespace

QStringList parameterNames(const QString &sql)
{
    QStringList names;
    auto marks = parameterMark().globalMatch(sql);
    while (marks.hasNext()) {
        const QString name = marks.next().captured(1);
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

RuleRunner::RuleRunner(Connection &connection, const RuleContext &context, const RuleLimits &limits, Progress *progress)
    : m_connection(connection), m_context(context), m_limits(limits), m_progress(progress)
{
}

Value RuleRunner::parameter(const Rule &rule, const QString &name) const
{
    const auto given = m_context.parameters.constFind(rule.code + QLatin1Char(':') + name);
    if (given != m_context.parameters.cend())
        return *given;
    if (name == QLatin1String("org"))
        return Value(m_context.organization);
    if (name == QLatin1String("school"))
        return m_context.school ? Value(m_context.school) : Value();
    if (name == QLatin1String("school_year"))
        return Value(m_context.schoolYear ? m_context.schoolYear : m_context.currentYear);
    if (name == QLatin1String("current_year"))
        return Value(m_context.currentYear);
    if (name == QLatin1String("as_of"))
        return Value(m_context.asOf);
    for (const RuleParameter &own : rule.parameters) {
        if (own.name == name)
            return own.fallback;
    }
    failRule(tr("the parameter :%1 is not declared").arg(name));
}

/// PostgreSQL has to be told the type of a parameter that stands alone.
QString RuleRunner::sqlOf(const Rule &rule) const
{
    QString sql = rule.body(m_connection.engine());
    if (m_connection.isSqlite())
        return sql;
    for (const QString &name : parameterNames(sql)) {
        const Value value = parameter(rule, name);
        const QRegularExpression mark(QStringLiteral("(?<![:\\w]):%1\\b").arg(name));
        sql.replace(mark, QStringLiteral("CAST(:%1 AS %2)").arg(name, value.isText() ? QStringLiteral("TEXT") : QStringLiteral("BIGINT")));
    }
    return sql;
}

void RuleRunner::bind(const Rule &rule, Statement &statement)
{
    for (const QString &name : parameterNames(rule.body(m_connection.engine())))
        statement.bindName(name, parameter(rule, name));
}

RuleOutcome RuleRunner::run(const Rule &rule, QVector<Finding> &findings)
{
    RuleOutcome outcome = rule.outcome();
    QElapsedTimer timer;
    timer.start();
    try {
        for (Finding &one : collect(rule)) {
            describe(one);
            if (m_context.school != 0 && one.schoolId != m_context.school)
                continue;
            ++outcome.findings;
            findings.append(std::move(one));
        }
    } catch (const StoreFailure &failed) {
        if (m_progress && m_progress->isCancelled())
            throw StoreFailure{Progress::cancelledError().value()};
        findings.resize(findings.size() - outcome.findings);
        outcome.findings = 0;
        outcome.error = failed.error;
    }
    outcome.milliseconds = timer.elapsed();
    return outcome;
}

QVector<Finding> RuleRunner::collect(const Rule &rule)
{
    QVector<Finding> found;
    QStringList columns;
    std::unique_ptr<Statement> own; // outlives the roll-back: it is freed on a usable connection
    RuleGuard guard(m_connection, m_limits.milliseconds, m_progress, m_reuse);
    try {
        if (!m_reuse)
            own = m_connection.prepare(sqlOf(rule));
        Statement *statement = own ? own.get() : &m_connection.prepared(sqlOf(rule));
        bind(rule, *statement);
        while (statement->step()) {
            for (int i = static_cast<int>(columns.size()); i < statement->columnCount(); ++i)
                columns.append(statement->columnName(i).toLower());
            if (found.size() >= m_limits.rows)
                fail(Error::Kind::Refused, QStringLiteral("RULE-ROWS"), tr("The rule finds more than %1 records.").arg(m_limits.rows),
                     tr("Limit the check to a school or a year, or look at the rule."));
            if (auto one = finding(rule, columns, *statement))
                found.append(std::move(*one));
        }
        statement->reset();
    } catch (const StoreFailure &) {
        guard.rollBack();
        if (!guard.wasTooSlow())
            throw;
        fail(Error::Kind::Unavailable, QStringLiteral("RULE-TIME"), tr("The rule took longer than %1 seconds.").arg(m_limits.milliseconds / 1000),
             tr("Limit the check to a school or a year, or ask the owner of the rule."));
    }
    return found;
}

std::optional<Finding> RuleRunner::finding(const Rule &rule, const QStringList &columns, const Statement &statement) const
{
    Finding one;
    one.rule = rule.code;
    one.severity = rule.severities.first();
    one.kind = rule.entity;
    QHash<QString, QString> shown;
    for (int i = 0; i < columns.size(); ++i) {
        const Value value = statement.value(i);
        if (columns[i] == QLatin1String("record_key"))
            one.recordId = value.integer();
        else if (columns[i] == QLatin1String("severity"))
            one.severity = severityFromName(value.text()).value_or(one.severity);
        if (columns[i] == QLatin1String("school_year") && value.isInteger()) {
            const qint64 year = value.integer();
            if ((m_context.schoolYear && year != m_context.schoolYear) || (rule.firstYear && year < rule.firstYear) || (rule.lastYear && year > rule.lastYear))
                return std::nullopt;
        }
        shown.insert(columns[i], shownValue(value, rule.formats.value(columns[i], columns[i] == QLatin1String("school_year") ? QStringLiteral("year") : QString())));
    }
    one.message = filledMessage(rule.message, shown);
    one.fix = filledMessage(rule.howToFix, shown);
    for (auto it = shown.cbegin(); it != shown.cend(); ++it) {
        if (!isColumnOfEngine(it.key()))
            one.extra.insert(it.key(), it.value());
    }
    return one;
}

/// Natural key, organization and school of the record.
void RuleRunner::describe(Finding &finding)
{
    const EntityDef &def = entityDef(finding.kind);
    auto &statement = m_connection.prepared(QStringLiteral("SELECT %1 FROM %2 WHERE id = ?").arg(recordColumns(def), QLatin1String(def.table)));
    statement.query(Value(finding.recordId));
    if (!statement.step())
        failRule(tr("its column record_key does not name a record"));
    const Record record = readRecord(finding.kind, statement);
    statement.reset();
    finding.key = naturalKey(m_connection, record);
    finding.key.remove(QStringLiteral("organization_code"));
    finding.organization = record.organization;
    if (finding.kind == EntityKind::School)
        finding.schoolId = record.id;
    else if (def.find(QLatin1String("school_id")) >= 0)
        finding.schoolId = record.integer("school_id");
    if (finding.schoolId == 0 && def.find(QLatin1String("student_id")) >= 0) {
        auto &student = m_connection.prepared(QStringLiteral("SELECT school_id FROM student WHERE id = ?")).query(record["student_id"]);
        finding.schoolId = student.step() ? student.integer(0) : 0;
        student.reset();
    }
}

void RuleRunner::compile(const Rule &rule)
{
    const QString word = forbiddenWord(rule.body(m_connection.engine()));
    if (!word.isEmpty())
        failRule(tr("it uses \"%1\"").arg(word));
    for (const QString &name : parameterNames(rule.body(m_connection.engine())))
        parameter(rule, name);
    RuleGuard guard(m_connection, m_limits.milliseconds, nullptr);
    QStringList columns;
    std::unique_ptr<Statement> statement;
    try {
        statement = m_connection.prepare(QStringLiteral("SELECT * FROM (\n%1\n) compiled LIMIT 0").arg(sqlOf(rule)));
        bind(rule, *statement);
        statement->step();
        for (int i = 0; i < statement->columnCount(); ++i)
            columns.append(statement->columnName(i).toLower());
    } catch (const StoreFailure &failed) {
        guard.rollBack();
        fail(Error::Kind::Invalid, QStringLiteral("RULE-SQL"), tr("The database cannot run the query of the rule."),
             tr("Correct the rule and import it again."), failed.error.detail);
    }
    QStringList needed{QStringLiteral("record_key")};
    if (rule.severities.size() > 1)
        needed.append(QStringLiteral("severity"));
    static const QRegularExpression mark(QStringLiteral("\\{([a-z_][a-z0-9_]*)\\}"));
    auto marks = mark.globalMatch(rule.message + rule.howToFix);
    while (marks.hasNext())
        needed.append(marks.next().captured(1));
    for (const QString &column : needed) {
        if (!columns.contains(column))
            failRule(tr("its query has no column \"%1\"").arg(column));
    }
}

} // namespace certdesk
