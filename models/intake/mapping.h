// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/kinds.h"
#include "models/intake/table.h"

#include <QPair>
#include <QSet>

namespace certdesk {

/// A mapping is applied by itself from here on.
inline constexpr double appliedConfidence = 0.80;

struct ColumnMatch
{
    QString column;   ///< header as in the file
    QString field;    ///< empty: not used
    double confidence = 0;
    bool applied = false; ///< false: only proposed
};

/// Which column feeds which field of a kind.
struct Mapping
{
    QString kind;
    QVector<ColumnMatch> columns;  ///< one entry a column of the table
    QVector<int> columnOfField;    ///< by field index of the kind; -1: none
    IntakeFindings findings;       ///< H02, H03, H04, H05, H06, H07

    bool isUsable() const { return !hasError(findings); }
    /// A required field hangs on a column that somebody has to confirm first (H05, H06): nothing of the file is written.
    bool isUndecided = false;
};

struct MappingOptions
{
    /// FIELD=COLUMN as the person gives it; a column is its header or #n.
    QVector<QPair<QString, QString>> given;
    qint64 schoolYear = 0;
    QSet<QString> supplied; ///< fields that have a value without a column
    bool acceptNear = false; ///< near matches (H05) are confirmed
    bool onlyGiven = false;  ///< the person has confirmed the mapping: nothing else is matched
};

/// Matches headers and contents to the fields of a kind.
Mapping matchColumns(const Table &table, const ImportKind &kind, const MappingOptions &options = {});

/// The kind whose fields fit the table best; for `inspect`, where nobody has said what the file is. Null when none fits.
const ImportKind *guessKind(const Table &table);

} // namespace certdesk
