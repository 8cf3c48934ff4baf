// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certification/statuses.h"
#include "ui/common/theme.h"

namespace certdesk {

/// The tone that goes with a status code of section 5.
Tone toneOfStatus(const QString &code);
Tone toneOfStep(StepStatus status);

} // namespace certdesk
