// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entities.h"
#include "models/domain/scope.h"
#include "models/store/failure.h"

namespace certdesk {

/// The rows of `kind` that the scope may see, as a condition on the table alias: "(1 = 1)" for everybody's rows. This is the
/// one place that says what a role sees; row-level security on PostgreSQL repeats it for foreign programs.
QString scopeCondition(const Scope &scope, EntityKind kind, const QString &alias);
/// The same for the bookkeeping tables batch, issue, finding and journal.
QString scopeConditionForTable(const Scope &scope, const QString &table, const QString &alias);

} // namespace certdesk
