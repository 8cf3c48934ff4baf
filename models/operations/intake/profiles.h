// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/importprofile.h"
#include "models/store/session.h"

namespace certdesk {

/// The saved mapping profiles of a database, by name.
Result<QVector<ImportProfile>> readProfiles(Session &session);
/// NotFound when there is none of this name.
Result<ImportProfile> readProfile(Session &session, const QString &name);
/// Saves under its name; one that is there gets the next version. Needs the right to import the roster.
Done saveProfile(Session &session, ImportProfile profile);

} // namespace certdesk
