// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/day.h"
#include "models/store/rules/rule.h"
#include "models/store/connection.h"

namespace certdesk {

class Progress;

/// What a run is about: bound to the parameters of the rules, and what the findings are limited to.
struct RuleContext
{
    qint64 organization = 0; ///< :org
    qint64 school = 0;       ///< only findings of records of this school; 0: all
    qint64 schoolYear = 0;   ///< only findings of this school year; 0: all
    qint64 currentYear = 0;  ///< :current_year, and :school_year where no year was chosen
    DayNumber asOf = 0;      ///< :as_of, the only clock
    /// Values in place of the rules' own: "EX-10:min_gap".
    QHash<QString, Value> parameters;
};

struct RuleLimits
{
    qint64 rows = 1000000; ///< findings a rule
    int milliseconds = 300000;
};

/// Runs rules one at a time on a connection whose tables are what the check reads (see RowSource). Needs an open read
/// transaction. One thread.
class RuleRunner
{
public:
    RuleRunner(Connection &connection, const RuleContext &context, const RuleLimits &limits = {}, Progress *progress = nullptr);
    /// Keeps the prepared statements for the next run: for rules that were compiled before and run again and again.
    void reuseStatements() { m_reuse = true; }

    /// Appends the findings. What goes wrong stands in the outcome's error; only a cancelled run throws StoreFailure.
    RuleOutcome run(const Rule &rule, QVector<Finding> &findings);
    /// Throws StoreFailure when the engine cannot run the rule or a column of message, severity or key is missing.
    void compile(const Rule &rule);

private:
    QVector<Finding> collect(const Rule &rule);
    void bind(const Rule &rule, Statement &statement);
    Value parameter(const Rule &rule, const QString &name) const;
    std::optional<Finding> finding(const Rule &rule, const QStringList &columns, const Statement &statement) const;
    void describe(Finding &finding);
    QString sqlOf(const Rule &rule) const;

    Connection &m_connection;
    RuleContext m_context;
    RuleLimits m_limits;
    Progress *m_progress;
    bool m_reuse = false;
};

/// The names after ":" in a query, in order of appearance, each once.
QStringList parameterNames(const QString &sql);

} // namespace certdesk
