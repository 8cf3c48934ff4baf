// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/rules/rowsource.h"
#include "models/store/rules/rulerunner.h"

namespace certdesk {

class Session;

/// Which rules run on which rows.
struct CheckRequest
{
    QStringList rules; ///< codes; empty: all that are in use
    QString group;     ///< a rule group's code, in place of codes
    qint64 schoolYear = 0;
    qint64 school = 0;
    qint64 organization = 0; ///< at the state: one district
    qint64 snapshot = 0;
    QHash<QString, Value> parameters; ///< "EX-10:min_gap" in place of the rule's own value
    RuleLimits limits;
    /// Everything of the database as it is: only such a run may replace the stored findings of its rules.
    bool isWhole() const { return schoolYear == 0 && school == 0 && organization == 0 && snapshot == 0 && parameters.isEmpty(); }
};

/// Totals of one kind of records in one school (C-312); school 0 where the kind has none.
struct RecordTotal
{
    EntityKind kind = EntityKind::None;
    qint64 schoolId = 0;
    qint64 rows = 0;
};

struct CheckRunResult
{
    CheckResult result;
    QVector<RecordTotal> totals;
    QHash<qint64, QString> schools;       ///< id to "code name"
    QHash<qint64, QString> organizations; ///< id to code
    QString rulePackHash;
    qint64 sequence = 0; ///< last journal entry that the run saw
};

/// Figures that a district has set for its rules, settings "rule/EX-10/min_gap", as "EX-10:min_gap". Throws StoreFailure.
QHash<QString, Value> storedRuleParameters(Connection &connection);

/// Runs rules within the scope of the person, read-only, on several connections at once that all see the same state of the data
/// (C-303, C-307). Needs the right to run checks. Cancelling leaves no trace.
Result<CheckRunResult> runRules(Session &session, const CheckRequest &request, Progress *progress = nullptr);

} // namespace certdesk
