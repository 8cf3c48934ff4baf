// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/table.h"

namespace certdesk {

/// A file that names students, whatever else it holds: the input of every by-file operation.
struct RosterFile
{
    struct Row
    {
        int row = 0; ///< as a person counts it
        QString stateId;
        QString login;
        QString localId;
        QString grade; ///< canonical; empty: no column, or empty
        QString wrongGrade; ///< what stands there when it is no grade (C05)
        QString key() const { return !stateId.isEmpty() ? stateId : !login.isEmpty() ? login : localId; }
    };
    FileIdentity file;
    Dialect dialect;
    bool hasGrades = false;
    QVector<Row> rows;
};

/// Fails when the file is no table, or has no column with a key.
Result<RosterFile> readRosterFile(const QString &path, qint64 schoolYear, Progress *progress);

} // namespace certdesk
