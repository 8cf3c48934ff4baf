// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/sample/district.h"

#include <QJsonObject>

namespace certdesk::sample {

/// The roster of 2027-28 as the SIS will send it: promoted, retained, graduated, left, moved, new, returned.
struct NextYear
{
    District district;    ///< its people and classes then
    QJsonObject outcomes; ///< by outcome the state IDs, or logins where there is none
    QJsonObject persons;  ///< the outcome of each hidden id: "promoted", "retained", "left", …
};

NextYear makeNextYear(const District &district, const Catalogue &catalogue, quint64 seed);

} // namespace certdesk::sample
