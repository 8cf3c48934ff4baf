// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/roster/passwordoperation.h"

namespace certdesk {

/// Reads people and accounts within the person's scope and decides for each. Rights are the caller's affair.
Result<PlannedPasswordOperation> makePasswordPlan(Session &session, const PasswordRequest &request);

} // namespace certdesk
