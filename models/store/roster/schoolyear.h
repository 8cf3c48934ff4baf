// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/batch.h"

namespace certdesk {

/// Committed batches of a school and school year, whoever made them, newest first; those that name no school belong to every
/// one. The school has to be one that the person may see.
Result<QVector<BatchInfo>> readSchoolBatches(Session &session, qint64 school, qint64 schoolYear);

/// Rows kept of batches for this school, settled ones too, with the kind of their batch.
struct SchoolIssue
{
    BatchIssue issue;
    QString batchKind;
};
Result<QVector<SchoolIssue>> readSchoolIssues(Session &session, qint64 school);

} // namespace certdesk
