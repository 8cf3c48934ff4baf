// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/day.h"
#include "models/store/session.h"

namespace certdesk {

/// A student at a school that the importing person may not see: enough to say "registered at …" (K02, R-005), no more.
struct StudentElsewhere
{
    QString studentStateId;
    QString login;
    QString schoolName;
    std::optional<DayNumber> archivedOn;
};

/// Only for people who import rosters and are limited to schools; for everybody else nothing.
Result<QVector<StudentElsewhere>> studentsElsewhere(Session &session);

/// The next free row number of an attempt, over all rows, whoever may see them.
Result<qint64> nextAttemptNumber(Session &session);

} // namespace certdesk
