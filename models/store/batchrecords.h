// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/batch.h"

namespace certdesk {

/// What a batch made of one record, for the details of the batch history and their export.
struct BatchRecord
{
    struct Field
    {
        int field = 0;
        Value before;
        Value after;
    };
    EntityKind kind = EntityKind::None;
    qint64 id = 0;
    qint64 sourceRow = 0; ///< of the file, as a person counts it; 0: none
    QString operation;    ///< "created", "changed", "removed"
    QJsonObject key;
    QVector<Field> fields; ///< of a changed record
};

/// In the order in which the batch touched them; of batches that the person may see (readBatch).
Result<QVector<BatchRecord>> readBatchRecords(Session &session, qint64 batch);
QJsonArray batchRecordsJson(const QVector<BatchRecord> &records);

} // namespace certdesk
