// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/operations/sample/district.h"

#include <functional>

namespace certdesk::sample {

/// Called with each record, parents before children; gives it its id.
using Store = std::function<void(Record &)>;

/// The records of schools, staff, students, enrollments of both years, and of classes with teachers and members.
void storePeople(const District &district, const Store &store);
/// The records of both years' courses, programs, providers, certificates, components and assignments; keeps their ids in the
/// catalogue.
void storeCatalogue(Catalogue &catalogue, const Store &store);

} // namespace certdesk::sample
