// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rowstatus.h"
#include "models/store/session.h"

#include <QJsonObject>

namespace certdesk {

/// Archive or restore of staff, single, several or those of a file.
struct StaffRequest
{
    bool restore = false;
    QStringList staff; ///< login, e-mail, staff ID or state ID
    QString file;
    QString school;    ///< code; only people of this school
    QString archiveReason = QStringLiteral("left");
    QString reason;
};

struct StaffPlanRow
{
    qint64 staff = 0;
    int fileRow = 0;
    RowStatus status = RowStatus::Unchanged; ///< Archive, Restore, Unchanged, Duplicate, Conflict, Error
    QString key;
    QString name;
    int groups = 0; ///< active groups that name the person; they stay as they are
    QString code;
    QString message;
    QString next;
};

struct PlannedStaffOperation
{
    StaffRequest request;
    QVector<StaffPlanRow> rows;
    QVector<RowChange> changes;

    int count(RowStatus status) const;
    int heldBack() const { return count(RowStatus::Conflict) + count(RowStatus::Error); }
};

/// Needs BatchOperations; changes nothing. Nobody archives the own record, an account that reaches beyond the own schools, or the
/// last administrator.
Result<PlannedStaffOperation> planStaffOperation(Session &session, const StaffRequest &request, Progress *progress = nullptr);
/// One batch; refused while rows hold it back. 0 when there was nothing to do. Archived people cannot sign in; their classes,
/// of this year and of earlier ones, still name them.
Result<qint64> commitStaffOperation(Session &session, const PlannedStaffOperation &planned, Progress *progress = nullptr);
/// {"operation","rows":n,"counts","staff":[{…}],"errors":[{…}]}
QJsonObject staffOperationJson(const PlannedStaffOperation &planned);

} // namespace certdesk
