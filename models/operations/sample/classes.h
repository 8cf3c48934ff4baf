// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/sample/district.h"

namespace certdesk::sample {

/// Puts students into programs, homerooms and CTE sections, and teachers before them.
void makeClasses(District &district, const Catalogue &catalogue, quint64 seed);

/// The teacher of a program at a school (place in District::staff); -1 when there is none.
int programTeacher(const District &district, int school, int program);

} // namespace certdesk::sample
