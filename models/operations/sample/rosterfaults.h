// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/sample/district.h"
#include "models/operations/sample/fault.h"

namespace certdesk::sample {

/// Plants the faults of RO-01 to RO-03 among children of the elementary grades, who sit no exams.
QVector<Fault> plantRosterFaults(District &district, quint64 seed);

} // namespace certdesk::sample
