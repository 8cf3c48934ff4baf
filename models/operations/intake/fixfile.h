// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/intake/keptrows.h"

#include <QJsonObject>

namespace certdesk {

/// The kept rows as a file to correct: their original columns, then batch, row id, code, reason and suggestion. CSV, or
/// XLSX by the name. Answers the number of rows.
Result<qint64> writeFixFile(Session &session, qint64 batch, bool all, const QString &path);

/// What became of a corrected file.
struct FixReport
{
    FileIdentity file;
    int rows = 0;
    QVector<RetriedBatch> batches;
    QVector<QPair<int, qint64>> alreadySolved; ///< line and row id
    QVector<QPair<int, QString>> unknown;      ///< line and what stands there

    int solved() const;
    int open() const;
};

/// Brings a corrected file back: touches exactly the rows it names, whatever its name and order, links each new batch to the
/// one its rows waited in. Rows that still cannot be applied stay open. The same file again changes nothing.
Result<FixReport> importFixFile(Session &session, const QString &path, const RetryOptions &options, Progress *progress);

/// {"file","sha256","rows":n,"counts":{"solved","open","alreadySolved","unknown"},"batch","batches":[…],"errors":[…],"dryRun"}
QJsonObject fixReportJson(const FixReport &report, bool dryRun);
/// The same of migrateKeptRows, without a file.
QJsonObject retriedJson(const QVector<RetriedBatch> &batches, bool dryRun);

} // namespace certdesk
