// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/command.h"

#include <QJsonArray>
#include <QJsonObject>

namespace certdesk {

class Session;

///
enum class BatchState { Draft, Reviewed, Committed, PartlyUndone, Undone, Failed };
/// "draft", "reviewed", "committed", "partly-undone", "undone", "failed"
QString batchStateName(BatchState state);
BatchState batchStateFromName(const QString &name);

/// The record of one committed operation: what came in, what was decided, what became of it.
struct BatchInfo
{
    qint64 id = 0;
    QString kind; ///< "students", "upgrade", "undo", …
    BatchState state = BatchState::Draft;
    QStringList schools; ///< codes
    qint64 schoolYear = 0;
    QString person;           ///< set by the store
    qint64 startedAt = 0;     ///< milliseconds since 1970 UTC; 0: when it is committed
    qint64 committedAt = 0;   ///< set by the store
    QString fileName;         ///< without folder
    qint64 fileBytes = 0;
    qint64 fileModifiedAt = 0;
    QString fileSha256;
    QJsonObject dialect;
    QString profile; ///< name and version of the mapping profile
    QJsonObject options;
    QJsonObject counts;   ///< rows by status: sum = data rows (R-051)
    QJsonObject outcomes; ///< rows by outcome (R-053), guard results
    QJsonArray overrides; ///< [{"code","reason"}]
    qint64 parent = 0;    ///< the batch this one undoes, repeats or repairs
    QString hashBefore;   ///< content hash; empty when it was left out
    QString hashAfter;
    QString programVersion;
};

/// A file row that could not be applied, kept until it is solved or dismissed.
struct BatchIssue
{
    qint64 id = 0;
    qint64 batch = 0;
    qint64 school = 0;
    qint64 row = 0; ///< as a person counts the rows of the file
    QString code;
    QString field;
    QString value;
    QString message;
    QString next;
    QString state = QStringLiteral("open"); ///< open, waiting, solved, dismissed, undone
    QString reason;
    QJsonObject rowContent; ///< the cells, so that it can be exported, corrected and tried again
    qint64 solvedBy = 0;    ///< batch
};

/// Applies the changes of a plan as one batch: batch row, records, journal entries marked with the batch, issues; all of it
/// or nothing. Writers stand in line, so one batch is committed at a time. When a record is no longer what the plan
/// saw, or a new one meets a record with its key, the whole batch is refused with Conflict B08.
class CommitBatch : public Command
{
public:
    /// The content hash before and after reads the whole database twice. Automatic leaves it out from 20,000 stored rows on.
    enum class Hashes { Automatic, Always, Never };

    CommitBatch(const QString &name, Right right, const BatchInfo &batch, const QVector<RowChange> &changes);
    void setIssues(const QVector<BatchIssue> &issues) { m_issues = issues; }
    /// Issues of earlier batches that this one solves.
    void setSolvedIssues(const QVector<qint64> &issues) { m_solvedIssues = issues; }
    void setReason(const QString &reason) { m_reason = reason; }
    void setHashes(Hashes hashes) { m_hashes = hashes; }

    QString name() const override { return m_name; }
    Right right() const override { return m_right; }
    QString reason() const override { return m_reason; }
    void perform(Transaction &transaction) override;

    qint64 batchId() const { return m_batch.id; }
    const BatchInfo &batch() const { return m_batch; }
    /// Of the records created, by position in the changes; 0 for other operations.
    const QVector<qint64> &createdIds() const { return m_ids; }

private:
    QString m_name;
    Right m_right;
    BatchInfo m_batch;
    QVector<RowChange> m_changes;
    QVector<BatchIssue> m_issues;
    QVector<qint64> m_solvedIssues;
    QString m_reason;
    Hashes m_hashes = Hashes::Automatic;
    QVector<qint64> m_ids;
};

/// Inside a transaction: stores the row of a new batch (gives it its id, person and times) and marks the entries that follow.
void openBatch(Transaction &transaction, BatchInfo &batch);
void writeBatchState(Connection &connection, qint64 batch, BatchState state);
/// The content hash when the option asks for it, else empty.
QString batchHash(Connection &connection, CommitBatch::Hashes hashes);

/// Newest first; of the own batches only, unless the person sees every row.
Result<QVector<BatchInfo>> readBatches(Session &session);
Result<BatchInfo> readBatch(Session &session, qint64 id);
std::optional<BatchInfo> loadBatch(Connection &connection, qint64 id);
/// Issues of a batch (0: of all) that the person may see, the open and waiting ones only unless `all`.
Result<QVector<BatchIssue>> readIssues(Session &session, qint64 batch = 0, bool all = false);

} // namespace certdesk
