// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/plan.h"
#include "models/store/session.h"

namespace certdesk {

/// who moves to another school by an accepted K02 leaves the groups of the other schools today. Adds those changes to
/// the plan, behind the changes of its rows; reads memberships only when somebody moves.
Done endOldMemberships(Session &session, ImportPlan &plan);

} // namespace certdesk
