// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/roster/groupoperation.h"

namespace certdesk {

/// Reads the records of a request within the person's scope and plans. Rights are the caller's affair.
Result<PlannedGroupOperation> makeGroupPlan(Session &session, const GroupRequest &request, Progress *progress);

/// Groups by id or name, of a school (0: all) or all years, the active ones first; fails when none or several have a name.
Result<qint64> findGroup(const QVector<Record> &groups, const QString &key, qint64 school, bool archived);

} // namespace certdesk
