// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/databaseurl.h"

#include <QVector>

namespace certdesk {

/// What anybody who can open the database may know about it without signing in: no row content.
struct DatabaseSummary
{
    bool isState = false;
    bool isSample = false;
    QString organizationCode;
    QString organizationName;
    int schemaVersion = 0;
    int programSchemaVersion = 0;
    qint64 schoolYear = 0;
    Engine engine = Engine::Sqlite;
    QVector<QPair<QString, qint64>> rowCounts; ///< plural name of the kind, rows
};

/// Also reads an older database (then without row counts: its tables may differ). DB-FOREIGN, DB-NEWER as at opening.
Result<DatabaseSummary> summarizeDatabase(const DatabaseUrl &url);

} // namespace certdesk
