// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/mapping.h"

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
        bool isFooter = false; ///< looks like a total (R06): left out, and counted as such
        QString key() const { return !stateId.isEmpty() ? stateId : !login.isEmpty() ? login : localId; }
    };
    FileIdentity file;
    Dialect dialect;
    bool hasGrades = false;
    QVector<Row> rows;
};

/// The rows of a table that was read and mapped already, by the fields of a student import.
Result<RosterFile> rosterRows(const Table &table, const Mapping &mapping, qint64 schoolYear);
/// Fails when the file is no table, or has no column with a key.
Result<RosterFile> readRosterFile(const QString &path, qint64 schoolYear, Progress *progress);

} // namespace certdesk
