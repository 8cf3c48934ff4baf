// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/plan.h"

#include <QJsonArray>
#include <QJsonObject>

namespace certdesk {

QJsonObject dialectJson(const Dialect &dialect);
/// One entry a column: column, field (null when not used), confidence.
QJsonArray mappingJson(const Mapping &mapping);
QJsonObject findingJson(const IntakeFinding &finding);
/// The findings of these severities, in their order.
QJsonArray findingsJson(const IntakeFindings &findings, const QList<IntakeSeverity> &severities);

/// What `import` answers: kind, file, sha256, dialect, mapping, rows, counts, errors (severities E and P), warnings (W and I),
/// batch, dryRun.
QJsonObject importReport(const ImportPlan &plan, std::optional<qint64> batch, bool dryRun);
/// What `inspect` answers for a file.
QJsonObject inspectReport(const Table &table, const Mapping &mapping);

/// The whole plan as a document for `plan --out` and `apply`, with the identity of the file and the versions of the records it
/// looked at. Holds no passwords.
QJsonObject planToJson(const ImportPlan &plan);
Result<ImportPlan> planFromJson(const QJsonObject &document);

/// F14 (a conflict) when the file has changed since the plan was made, or is gone.
Done checkFileUnchanged(const ImportPlan &plan);

} // namespace certdesk
