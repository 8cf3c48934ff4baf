// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/day.h"
#include "models/domain/record.h"

#include <optional>

namespace certdesk {

/// Which of several attempts a report counts; it says which.
enum class AssessmentChoice { Latest, Best, First, AsOf };
/// "latest", "best", "first", "as-of"
QString assessmentChoiceName(AssessmentChoice choice);
std::optional<AssessmentChoice> assessmentChoiceFromName(const QString &name);
/// The rule in words, as a report names it; `day` for as-of.
QString assessmentChoiceWords(AssessmentChoice choice, DayNumber day);

/// Has a score, a result or a day: anything but an attempt that is merely open.
bool isTaken(const Record &assessment);
/// Of the attempts of one student at one section in one testing window the one that counts; the newest open one when none was
/// taken, nothing when none was there yet on that day. Attempts taken after `until` do not count (0: no limit).
const Record *chosenAttempt(const QVector<const Record *> &attempts, AssessmentChoice choice, DayNumber until);

} // namespace certdesk
