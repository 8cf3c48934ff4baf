// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entities.h"
#include "models/domain/scope.h"
#include "models/store/connection.h"

#include <QSet>

namespace certdesk {

/// Which rows a check reads. Rules always name the plain tables; what limits a run (a person's scope, one organization at the
/// state, a snapshot, the students of a change) is laid over them as temporary views or tables of the same names, which both
/// engines search first. So one SQL text serves every kind of run (C-307).
struct RowSource
{
    Scope scope = Scope::wholeDatabase();
    qint64 organization = 0; ///< only rows of this organization; 0: of all
    qint64 snapshot = 0;     ///< the rows frozen in this snapshot; 0: the rows as they are now
    bool givenStudents = false; ///< only students and attempts that giveStudents() has brought; else none

    bool isPlain() const { return scope.seesEverything() && organization == 0 && snapshot == 0 && !givenStudents; }
};

/// Lays the temporary views or tables over a connection that is used for nothing else. Throws StoreFailure.
void applyRowSource(Connection &connection, const RowSource &source);

/// Copies some students and their attempts, as they are now, to where a connection with given students reads them. A copy of a
/// few rows is what makes a re-check cheap: over views the engines would look for the rows by the wrong index.
void giveStudents(Connection &connection, const QSet<qint64> &students);

/// The kinds of records that rules may read: domain data, no accounts, journal or settings.
const QVector<EntityKind> &checkedKinds();

} // namespace certdesk
