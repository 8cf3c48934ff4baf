// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/intake/importrun.h"

namespace certdesk {

/// One row of a file that could not be applied and waits, with everything that is said about it.
struct KeptRow
{
    qint64 batch = 0;
    qint64 row = 0; ///< of the file it came in
    QVector<BatchIssue> issues;

    /// Names the row in a fix file: the number of its first issue.
    qint64 id() const { return issues.first().id; }
    bool isOpen() const;
    bool hasOpen(const QString &code) const;
    QVector<qint64> openIssues() const;
    const QJsonObject &cells() const { return issues.first().rowContent; }
};

/// In the order of batches and rows; 0: of all batches. Only rows with something open, unless `all`.
Result<QVector<KeptRow>> keptRows(Session &session, qint64 batch, bool all);

/// Decisions on rows that are tried again.
struct RetryOptions
{
    QSet<QString> accepted;
    QSet<QString> overrides;
    QString reason;
    DateOrder dateOrder = DateOrder::Unknown;
    bool dryRun = false;
};

/// A kept row with its cells as they are now; the line is the one a person counts in the file it comes from.
struct RetriedRow
{
    int line = 0;
    KeptRow kept;
    QJsonObject cells;
};

/// The rows of one batch tried again: their plan, and the batch that they became.
struct RetriedBatch
{
    qint64 parent = 0;
    PreparedImport prepared;
    std::optional<qint64> batch;
    int solved = 0;
    int open = 0;
};

/// Plans the rows with the columns and options of their batch and commits those that go through as a batch with that parent.
/// `file` is the file they come from; without path they come from the database.
Result<RetriedBatch> retryRows(Session &session, qint64 parent, const QVector<RetriedRow> &rows, const FileIdentity &file, const RetryOptions &options,
                               Progress *progress);

/// Tries the kept rows that have an open issue of one of these codes again, a batch for each one they waited in. `codes`
/// empty: all that are open.
Result<QVector<RetriedBatch>> retryKeptRows(Session &session, qint64 batch, const QStringList &codes, const RetryOptions &options, Progress *progress);

/// Tries every kept row registered at another school again as a migration; other names than the found person's stay.
Result<QVector<RetriedBatch>> migrateKeptRows(Session &session, qint64 batch, const RetryOptions &options, Progress *progress);

} // namespace certdesk
