// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rules/ruleengine.h"

#include "models/domain/progress.h"
#include "models/store/migrator.h"
#include "models/store/rules/rulecatalogue.h"
#include "models/store/session.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <mutex>
#include <thread>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RuleEngine", text);
}

constexpr int mostThreads = 4;

qint64 lastSequence(Connection &connection)
{
    auto statement = connection.prepare(QStringLiteral("SELECT sequence FROM journal_head WHERE one = 1"));
    return statement->step() ? statement->integer(0) : 0;
}

QStringList codesOfGroup(Connection &connection, const QString &group)
{
    auto statement = connection.prepare(QStringLiteral("SELECT rules FROM rule_group WHERE code = ? ORDER BY id"));
    statement->query(Value(group));
    if (!statement->step())
        fail(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("There is no rule group \"%1\".").arg(group), tr("List the groups and choose one of them."));
    QStringList codes;
    for (const QJsonValue &entry : QJsonDocument::fromJson(statement->text(0).toUtf8()).array())
        codes.append(entry.isObject() ? entry.toObject().value(QStringLiteral("code")).toString() : entry.toString());
    return codes;
}

QVector<Rule> chosenRules(Connection &connection, const CheckRequest &request)
{
    const QVector<Rule> all = readRuleCatalogue(connection);
    const QStringList codes = request.group.isEmpty() ? request.rules : codesOfGroup(connection, request.group);
    if (codes.isEmpty() && request.group.isEmpty())
        return all;
    QVector<Rule> chosen;
    for (const QString &code : codes) {
        const auto found = std::find_if(all.cbegin(), all.cend(), [&code](const Rule &rule) { return rule.code == code; });
        if (found == all.cend())
            fail(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("There is no rule \"%1\".").arg(code), tr("List the rules with: rules."));
        chosen.append(*found);
    }
    return chosen;
}

} // namespace

QHash<QString, Value> storedRuleParameters(Connection &connection)
{
    QHash<QString, Value> parameters;
    auto statement = connection.prepare(QStringLiteral("SELECT name, value FROM setting WHERE name LIKE 'rule/%'"));
    while (statement->step()) {
        const QString name = statement->text(0);
        bool isNumber = false;
        const qint64 number = statement->text(1).toLongLong(&isNumber);
        parameters.insert(name.section(QLatin1Char('/'), 1, 1) + QLatin1Char(':') + name.section(QLatin1Char('/'), 2), isNumber ? Value(number) : Value(statement->text(1)));
    }
    return parameters;
}

namespace {

/// One reader: a connection with its tables laid out, in a read transaction.
std::unique_ptr<Connection> openReader(const DatabaseUrl &url, const RowSource &source)
{
    auto connection = orFail(Connection::open(url, Connection::Mode::ReadOnly));
    applyRowSource(*connection, source);
    connection->beginRead();
    return connection;
}

qint64 countRows(Connection &connection, EntityKind kind, const RuleContext &context)
{
    const EntityDef &def = entityDef(kind);
    QStringList conditions{QStringLiteral("1 = 1")};
    if (context.schoolYear && def.find(QLatin1String("school_year")) >= 0)
        conditions.append(QStringLiteral("school_year = %1").arg(context.schoolYear));
    if (context.school && def.find(QLatin1String("school_id")) >= 0)
        conditions.append(QStringLiteral("school_id = %1").arg(context.school));
    auto statement = connection.prepare(
        QStringLiteral("SELECT COUNT(*) FROM %1 WHERE %2").arg(QLatin1String(def.table), conditions.join(QLatin1String(" AND "))));
    statement->step();
    return statement->integer(0);
}

/// Takes the rules from a common list, one after the other, on several threads with a reader each.
class Crew
{
public:
    Crew(const QVector<Rule> &rules, const RuleContext &context, const RuleLimits &limits, Progress *progress)
        : m_rules(rules), m_context(context), m_limits(limits), m_progress(progress), m_outcomes(static_cast<std::size_t>(rules.size())),
          m_findings(static_cast<std::size_t>(rules.size()))
    {
    }

    CheckResult run(Connection &first, qint64 sequence, const DatabaseUrl &url, const RowSource &source, int helpers)
    {
        std::vector<std::thread> threads;
        for (int i = 0; i < helpers; ++i)
            threads.emplace_back([&] { help(url, source, sequence); });
        work(first);
        for (std::thread &thread : threads)
            thread.join();
        if (m_failure)
            throw StoreFailure{*m_failure};
        CheckResult result;
        for (RuleOutcome &outcome : m_outcomes)
            result.rules.append(std::move(outcome));
        for (const QVector<Finding> &part : m_findings)
            result.findings.append(part);
        sortFindings(result.findings);
        return result;
    }

private:
    /// A helper whose reader sees another state of the data than the first one goes home: all findings are of one moment.
    void help(const DatabaseUrl &url, const RowSource &source, qint64 sequence)
    {
        try {
            const auto reader = openReader(url, source);
            if (lastSequence(*reader) == sequence)
                work(*reader);
        } catch (const StoreFailure &) {
            // The first reader does the work alone.
        }
    }

    void work(Connection &connection)
    {
        RuleRunner runner(connection, m_context, m_limits, m_progress);
        try {
            for (qsizetype i = m_next++; i < m_rules.size(); i = m_next++) {
                const auto place = static_cast<std::size_t>(i);
                m_outcomes[place] = runner.run(m_rules[i], m_findings[place]);
                const std::lock_guard lock(m_mutex);
                if (m_progress)
                    m_progress->report(tr("Checking"), ++m_done, m_rules.size());
            }
        } catch (const StoreFailure &failed) {
            const std::lock_guard lock(m_mutex);
            m_failure = failed.error;
            m_next = m_rules.size();
        }
    }

    const QVector<Rule> &m_rules;
    const RuleContext &m_context;
    const RuleLimits &m_limits;
    Progress *m_progress;
    std::vector<RuleOutcome> m_outcomes;
    std::vector<QVector<Finding>> m_findings;
    std::atomic<qsizetype> m_next = 0;
    std::mutex m_mutex;
    qint64 m_done = 0;
    std::optional<Error> m_failure;
};

void countChecked(Connection &connection, const RuleContext &context, CheckResult &result)
{
    QHash<EntityKind, qint64> counts;
    for (RuleOutcome &outcome : result.rules) {
        auto count = counts.find(outcome.entity);
        if (count == counts.end())
            count = counts.insert(outcome.entity, countRows(connection, outcome.entity, context));
        outcome.checked = *count;
    }
}

void readTotals(Connection &connection, const RuleContext &context, CheckRunResult &run)
{
    for (const EntityKind kind : {EntityKind::Student, EntityKind::Attempt}) {
        const EntityDef &def = entityDef(kind);
        const QString year = context.schoolYear && kind == EntityKind::Attempt ? QStringLiteral(" WHERE school_year = %1").arg(context.schoolYear) : QString();
        auto statement = connection.prepare(
            QStringLiteral("SELECT school_id, COUNT(*) FROM %1%2 GROUP BY school_id ORDER BY school_id").arg(QLatin1String(def.table), year));
        while (statement->step()) {
            if (context.school == 0 || statement->integer(0) == context.school)
                run.totals.append({kind, statement->integer(0), statement->integer(1)});
        }
    }
    auto schools = connection.prepare(QStringLiteral("SELECT id, school_code, name FROM school"));
    while (schools->step())
        run.schools.insert(schools->integer(0), schools->text(1) + QLatin1Char(' ') + schools->text(2));
    auto organizations = connection.prepare(QStringLiteral("SELECT id, code FROM organization"));
    while (organizations->step())
        run.organizations.insert(organizations->integer(0), organizations->text(1));
}

RuleContext contextOf(Session &session, const CheckRequest &request)
{
    RuleContext context;
    context.organization = request.organization ? request.organization : session.info().organization;
    context.school = request.school;
    context.schoolYear = request.schoolYear;
    context.currentYear = session.info().schoolYear;
    context.asOf = session.today();
    context.parameters = storedRuleParameters(session.connection());
    for (auto it = request.parameters.cbegin(); it != request.parameters.cend(); ++it)
        context.parameters.insert(it.key(), it.value());
    return context;
}

CheckRunResult checkRows(Session &session, const CheckRequest &request, Progress *progress)
{
    const QVector<Rule> rules = chosenRules(session.connection(), request);
    const RuleContext context = contextOf(session, request);
    const RowSource source{session.scope(), request.organization, request.snapshot, false};
    const int threads = source.isPlain() ? std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, mostThreads) : 1;
    const auto reader = openReader(session.url(), source);
    CheckRunResult run;
    run.sequence = lastSequence(*reader);
    run.rulePackHash = rulePackHash(rules);
    run.result = Crew(rules, context, request.limits, progress).run(*reader, run.sequence, session.url(), source, std::min<int>(threads, static_cast<int>(rules.size())) - 1);
    countChecked(*reader, context, run.result);
    readTotals(*reader, context, run);
    return run;
}

} // namespace

Result<CheckRunResult> runRules(Session &session, const CheckRequest &request, Progress *progress)
{
    if (const auto allowed = session.require(Right::RunChecks); !allowed)
        return tl::unexpected(allowed.error());
    try {
        return checkRows(session, request, progress);
    } catch (const StoreFailure &failed) {
        return tl::unexpected(failed.error);
    }
}

} // namespace certdesk
