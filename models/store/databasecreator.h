// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connection.h"

namespace certdesk {

struct NewDatabase
{
    bool isState = false;
    QString name;
    QString code;
    QString adminName;
    QString adminPassword; ///< checked against S-002; empty only for samples made by the program, which add their accounts themselves
    qint64 schoolYear = 0; ///< current school year; 0: that of today
    QString clockDay;      ///< samples: the day the database takes as today; empty: the real one
    bool isSample = false;
};

/// Makes a new database: schema, organization, role presets, the first administrator. Refuses a file that exists and a
/// server database that already has tables (DB-EXISTS).
Done createDatabase(const DatabaseUrl &url, const NewDatabase &wanted);

} // namespace certdesk
