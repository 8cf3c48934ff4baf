// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/session.h"

namespace certdesk {

struct RoleRights
{
    QString role;
    QStringList rights;
    qint64 people = 0; ///< enabled accounts that have the role, of those the asking person may see
};

/// All roles in the order of roleNames(), as this database grants them now.
Result<QVector<RoleRights>> rolesAndRights(Session &session);

} // namespace certdesk
