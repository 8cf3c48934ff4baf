// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/sample/district.h"

#include <QJsonObject>

namespace certdesk::sample {

/// The roster of 2027-28 as the SIS will send it: promoted, retained, graduated, left, moved, new, returned.
struct NextYear
{
    QVector<Student> students;
    QJsonObject outcomes; ///< by outcome the state IDs, or logins where there is none
};

NextYear makeNextYear(const District &district, quint64 seed);

} // namespace certdesk::sample
