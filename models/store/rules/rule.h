// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/store/databaseurl.h"

#include <QHash>

namespace certdesk {

/// A named figure of a rule with the value that it has unless a district sets another one.
struct RuleParameter
{
    QString name; ///< without the colon
    Value fallback;
};

/// A rule is data: one SQL text with a comment header (C-301). Header lines are `-- key: value`, continued by `--   more`:
/// code, title, severity (several: "WARNING, REFUSE", then the query returns `severity`), entity, parameters
/// (":as_of, :min_gap = 20"), school_years ("2024-25.."), message with {column}, how_to_fix; optional formats, version, owner,
/// scope, inputs, citation, depends_on, cause_key, waivable, known_issue, neighbours. `formats` says how columns are shown:
/// "day" (Julian day number), "days" (a list of them), "year" (a school year), "thousandths".
/// The query returns `record_key` (id of the record), and with `school_year` the findings can be limited to a year.
struct Rule
{
    QString code;
    QString title;
    QVector<Severity> severities;
    EntityKind entity = EntityKind::None;
    QVector<RuleParameter> parameters;
    QString schoolYears;
    qint64 firstYear = 0; ///< end years; 0: no bound
    qint64 lastYear = 0;
    QString message;
    QString howToFix;
    QHash<QString, QString> formats;
    int version = 1;
    QString owner = QStringLiteral("system"); ///< system, state or district
    QString scope = QStringLiteral("local");
    QStringList inputs; ///< tables read, each perhaps with fields: "attempt(exam_first, exam_last)"
    QString citation;
    QString dependsOn;
    QString causeKey;
    QString waivable;
    QString knownIssue;
    /// Selects the ids of the students whose findings a change of student :student may move too; empty: only the student's own.
    QString neighbours;
    QString pack;
    QString text; ///< the whole file
    bool archived = false;

    const QString &body(Engine engine) const { return engine == Engine::Sqlite ? sqliteBody : postgresqlBody; }
    bool hasTwoBodies() const { return sqliteBody != postgresqlBody; }
    /// Table names of `inputs`.
    QStringList inputTables() const;
    /// SHA-256 of the text, part of a rule pack's hash (C-400).
    QString hash() const;
    RuleOutcome outcome() const;

    QString sqliteBody;
    QString postgresqlBody;
};

/// Reads a rule file. Errors of kind Invalid name the header line that is missing or wrong.
Result<Rule> parseRule(const QString &text);

/// Fills {column} of the template with the values of a row, shown as `formats` says.
QString filledMessage(const QString &pattern, const QHash<QString, QString> &shown);
/// A value of a rule's row as a person reads it.
QString shownValue(const Value &value, const QString &format);

} // namespace certdesk
