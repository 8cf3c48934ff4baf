// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/accounts/issuepasswords.h"
#include "models/store/batch.h"

namespace certdesk {

/// Something of a batch that cannot simply be put back, because it is no longer what the batch wrote (R-063, K15).
struct UndoConflict
{
    enum class Cause {
        Changed,    ///< the field was written again since
        Referenced, ///< a created record that later data needs; it cannot be taken back, only archived
        Missing,    ///< the record, or the one its earlier value refers to, is not there any more
        Taken,      ///< another record has the earlier key now
    };
    Cause cause = Cause::Changed;
    EntityKind kind = EntityKind::None;
    qint64 id = 0;
    int field = -1; ///< -1: the record as a whole
    QJsonObject key;
    Value before;
    Value written;
    Value now;
    QString laterPerson;   ///< who wrote the field since
    qint64 laterBatch = 0; ///< and in which batch
    bool reverted = false; ///< the choice was to revert it all the same
};
/// "changed", "referenced", "missing", "taken"
QString undoCauseName(UndoConflict::Cause cause);

/// Conflicts decided otherwise than the rest: one of them, or many at once. Of several choices that fit a conflict the
/// most exact one holds.
struct UndoChoice
{
    EntityKind kind = EntityKind::None; ///< None: of every kind
    qint64 id = 0;                      ///< 0: of every record
    int field = -1;                     ///< -1: every field
    bool revert = false;
    std::optional<Value> edit = {}; ///< neither the one nor the other: this value (K15)
};

struct UndoOptions
{
    QVector<qint64> rows;      ///< only what these rows of the file caused; empty: everything
    QVector<EntityKind> kinds; ///< only these kinds; empty: all
    bool revertConflicts = false;
    QVector<UndoChoice> choices;
};

/// What an undo does, before and after it is done.
struct UndoPlan
{
    BatchInfo batch;     ///< that is undone
    qint64 reverted = 0; ///< records of which something is put back
    qint64 kept = 0;     ///< records of which something stays because of a conflict
    QVector<UndoConflict> conflicts;
    QVector<RowChange> changes; ///< in the order in which they are applied
    QVector<PasswordReturn> passwords; ///< issued passwords that are taken back
    bool isComplete = false;    ///< nothing of the batch stays
};

/// The dry run: reads only. Needs BatchOperations.
Result<UndoPlan> planUndo(Session &session, qint64 batch, const UndoOptions &options, Progress *progress = nullptr);

/// Undoes a batch, whichever it is, field by field against what is there now: as written → the value before; already the
/// value before → nothing; else a conflict, kept unless the options say otherwise. Records that the batch created go, unless
/// they were changed or are needed by later data; records it removed return with their id. The undo is a batch itself (kind
/// "undo", parent the batch) and can be undone. The plan is made inside the transaction, so it is never stale.
/// Of passwords, which the journal does not hold, the earlier ones come back where the owner has not changed them since; those of
/// accounts that the batch made do not come back when the undo is undone.
class UndoBatch : public Command
{
public:
    UndoBatch(qint64 batch, const UndoOptions &options) : m_target(batch), m_options(options) {}
    QString name() const override { return QStringLiteral("UndoBatch"); }
    Right right() const override { return Right::BatchOperations; }
    void perform(Transaction &transaction) override;
    void setHashes(CommitBatch::Hashes hashes) { m_hashes = hashes; }

    const UndoPlan &plan() const { return m_plan; } ///< what was done
    qint64 batchId() const { return m_batch.id; }   ///< of the undo

private:
    qint64 m_target;
    UndoOptions m_options;
    UndoPlan m_plan;
    BatchInfo m_batch;
    CommitBatch::Hashes m_hashes = CommitBatch::Hashes::Automatic;
};

/// {"reverted":n,"kept":n,"conflicts":[{"entity","key","field","before","written","now","cause",…}]}
QJsonObject undoJson(const UndoPlan &plan);

} // namespace certdesk
