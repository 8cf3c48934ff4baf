// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"

#include <QJsonObject>

namespace certdesk {

class Progress;
class Session;

/// What one rule found in one severity of what was planted (T-537).
struct RuleMeasure
{
    QString code;
    Severity severity = Severity::Info;
    qint64 positives = 0; ///< planted, necessary side effects too
    qint64 found = 0;     ///< of these
    qint64 wrong = 0;     ///< findings beyond them

    /// Nothing planted and nothing found counts as 1.
    double precision() const;
    double recall() const;
    bool isPerfect() const { return found == positives && wrong == 0; }
};

/// Compares findings with the faults of a truth file that belong to the organization (empty: to any, as in a state's database). Records are told apart by rule, severity,
/// organization, entity and natural key, so two findings on records of one key are one. One entry a rule and severity, rules in the order of
/// the outcomes.
QVector<RuleMeasure> measureFindings(const CheckResult &result, const QHash<qint64, QString> &organizations, const QJsonObject &truth, const QString &organization);

/// Reads a truth file, runs the catalogue as of its date and compares. Exact to the record; stores nothing.
Result<QVector<RuleMeasure>> measureRules(Session &session, const QString &truthFile, Progress *progress = nullptr);

} // namespace certdesk
