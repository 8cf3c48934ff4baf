// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rowstatus.h"
#include "ui/common/theme.h"

#include <QString>

namespace certdesk {

/// "new", "come from another school": stands behind a number.
QString statusTitle(RowStatus status);
Tone statusTone(RowStatus status, bool held);

} // namespace certdesk
