// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/sample/packages.h"

namespace certdesk::sample {

/// A full set of OneRoster 1.1, or 1.2 when `isNewer`.
Package oneRoster(const District &district, qint64 year, bool isNewer);
Package oneRosterDelta(const District &before, const District &after, qint64 year, bool isNewer);

} // namespace certdesk::sample
