// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/domain/record.h"

#include <QJsonObject>
#include <QStringList>
#include <optional>

namespace certdesk {

/// From the mildest to the hardest (C-300).
enum class Severity { Info, Warning, Fatal, Refuse };

/// "INFO", "WARNING", "FATAL", "REFUSE"
QString severityName(Severity severity);
/// Also reads "Critical", the older word for FATAL.
std::optional<Severity> severityFromName(const QString &name);
/// FATAL and REFUSE block; the others do not.
inline bool isBlocking(Severity severity)
{
    return severity >= Severity::Fatal;
}

/// One rule violation: the data is wrong. Equal rows give equal findings in every database (C-302): `key` is the natural
/// key of the record, `recordId` opens it here.
struct Finding
{
    QString rule;
    Severity severity = Severity::Info;
    EntityKind kind = EntityKind::None;
    qint64 recordId = 0;
    qint64 organization = 0; ///< id of the row's organization
    qint64 schoolId = 0;     ///< school of the record, 0 when it has none
    QJsonObject key;
    QString message;
    QString fix;
    QJsonObject extra; ///< the further columns of the rule, as shown

    bool operator==(const Finding &) const = default;
};

/// What one rule did in a run.
struct RuleOutcome
{
    QString code;
    QString title;
    QVector<Severity> severities;
    QString message; ///< the template
    QString howToFix;
    QString citation;
    EntityKind entity = EntityKind::None;
    qint64 checked = 0;
    qint64 findings = 0;
    qint64 milliseconds = 0;
    std::optional<Error> error; ///< set: could not be checked, which is never a pass (C-303)

    /// "WARNING/REFUSE"
    QString severityText() const;
};

struct CheckResult
{
    QVector<RuleOutcome> rules;
    QVector<Finding> findings; ///< in their own order, whatever the database

    qint64 count(Severity severity) const;
    bool couldNotCheck() const;
    bool hasBlocking() const;
};

/// By rule, severity, record key and message, in the order of their bytes.
void sortFindings(QVector<Finding> &findings);
/// SHA-256 (hex) over the sorted findings; independent of ids, engine and row order (C-400).
QString verdictHash(QVector<Finding> findings);
/// {"rule","severity","entity","key","message","fix"}, as the command line gives it.
QJsonObject findingJson(const Finding &finding);

} // namespace certdesk
