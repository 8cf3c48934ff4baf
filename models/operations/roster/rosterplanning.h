// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/roster/rosteroperation.h"

namespace certdesk {

/// Reads the file and the records of a request within the person's scope and plans. Rights are the caller's affair.
Result<PlannedRosterOperation> makeRosterPlan(Session &session, const RosterRequest &request, Progress *progress);

} // namespace certdesk
