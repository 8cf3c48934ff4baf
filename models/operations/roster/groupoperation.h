// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/roster/groupplan.h"
#include "models/store/session.h"

#include <QJsonObject>

namespace certdesk {

/// What a person asks for with groups, in the window or on the command line.
struct GroupRequest
{
    enum class Kind { Archive, Restore, Delete, Create, CreateGradeLevel, Keep, Freeze, AddMembers, EndMembers };

    Kind kind = Kind::Archive;
    /// Groups by id or by name. Empty for Archive, Restore and Delete: the school-year set of the school.
    QStringList groups;
    QString school;        ///< code; empty: all schools of the person
    /// The sets are those of earlier years; new groups are made for this year. 0: preparedYear(), for a new group currentYear().
    qint64 schoolYear = 0;
    DayNumber archivedOn = 0; ///< of the set that is restored; 0: the newest one
    QString name;             ///< of a new group
    QString groupKind = QStringLiteral("manual");
    QStringList students;     ///< login, state ID or local ID
    QString file;             ///< students of a file
    QStringList staff;        ///< login, e-mail or staff ID
    QStringList grades;       ///< of grade-level groups; empty: every grade a school serves
    std::optional<GroupRule> rule;
    bool on = true;           ///< Keep and Freeze: mark, or take the mark off
    std::optional<qint64> count; ///< typed by the person; has to be the number of groups that go
    QString reason;
};

struct PlannedGroupOperation
{
    GroupRequest request;
    GroupPlan plan;
    qint64 schoolYear = 0;
};

/// The school year that is being prepared: the one after the current year from 60 days before its end on, else the current one.
qint64 preparedYear(Session &session);
/// The school year of today, or the database's current one if that is later.
qint64 currentYear(Session &session);

/// Reads what is needed within the person's scope and plans; changes nothing. Needs BatchOperations.
Result<PlannedGroupOperation> planGroupOperation(Session &session, const GroupRequest &request, Progress *progress = nullptr);
/// Commits a plan as one batch; refused while rows are in error. Returns the batch; 0 when there was nothing to do, and for a
/// deletion, which is no batch, wants the typed count and cannot be undone.
Result<qint64> commitGroupOperation(Session &session, const PlannedGroupOperation &planned, Progress *progress = nullptr);
/// {"operation","year","rows":n,"counts","groups":[{…}],"errors":[{…}]}
QJsonObject groupOperationJson(const PlannedGroupOperation &planned);

} // namespace certdesk
