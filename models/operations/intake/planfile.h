// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/intake/importrun.h"

namespace certdesk {

/// A plan as a file: the plan with how it shall be committed. Readable by the owner only; holds no passwords.
Done writePlan(const QString &path, const ImportPlan &plan, const ImportDecision &decision);

struct StoredPlan
{
    PreparedImport prepared;
    ImportDecision decision;
};
/// Reads the plan and, for the cells of open rows, its source again. F14 when the source is not what it was.
Result<StoredPlan> readPlan(const QString &path, Progress *progress = nullptr);

} // namespace certdesk
