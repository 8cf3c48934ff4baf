// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/intake/review.h"
#include "ui/common/job.h"
#include "ui/intake/fileoperations.h"

#include <QObject>

namespace certdesk {

class StoreThread;

/// What the first rows of a column hold, and how much of it is filled.
struct UploadedColumn
{
    QStringList samples;
    int filled = 0; ///< rows with a value
};

/// Everything that the person has chosen and decided about one file: enough to do all of it again.
struct IntakeWork
{
    QString operation = QStringLiteral("students");
    ImportRequest request;
    RosterRequest::Absent absent = RosterRequest::Absent::Later;
    QString archiveReason = QStringLiteral("left");
    std::optional<CommitMode> mode; ///< empty: the usual one
    QString reason;                 ///< of overrides
};
QJsonObject workJson(const IntakeWork &work);
IntakeWork workFromJson(const QJsonObject &document);

/// The one file that a wizard works on: reads it once, maps, plans as often as a decision changes, commits. Long work runs
/// elsewhere as a Job; results come by signal. GUI thread only.
class IntakeDesk : public QObject
{
    Q_OBJECT

public:
    struct Outcome
    {
        BatchInfo batch; ///< id 0: nothing was written
        int leftOpen = 0;
    };

    explicit IntakeDesk(StoreThread &store, QObject *parent = nullptr);

    const FileOperation &operation() const;
    const IntakeWork &work() const { return m_work; }
    void setWork(const IntakeWork &work);
    void setOperation(const QString &name);
    void setFile(const QString &file);
    void setReadOptions(const ReadOptions &options);
    void setSchoolYear(qint64 endYear);
    /// The year that the operation prepares or writes to.
    qint64 targetYear() const;
    /// FIELD → column (from 0), all of them: the person's own mapping from now on.
    void setColumns(const QVector<QPair<QString, int>> &columns);
    void setOptions(const ImportOptions &options) { m_work.request.options = options; }
    void setAbsent(RosterRequest::Absent absent) { m_work.absent = absent; }
    void setArchiveReason(const QString &reason) { m_work.archiveReason = reason; }
    void setMode(CommitMode mode) { m_work.mode = mode; }
    CommitMode mode() const;
    void setReason(const QString &reason) { m_work.reason = reason; }
    void accept(const QString &word, bool accepted);
    void leaveOut(const QVector<int> &fileRows, bool out);
    void correct(int fileRow, int column, const QString &text);

    bool isBusy() const { return m_job && m_job->isRunning(); }
    Job *job() const { return m_job; }
    const std::shared_ptr<const Table> &table() const { return m_table; } ///< as in the file
    const QVector<UploadedColumn> &columnFacts() const { return m_facts; }
    const Mapping &mapping() const { return m_mapping; }
    /// Required fields that no column feeds, in words; empty: the mapping can be confirmed (H03).
    QStringList missingFields() const;
    const std::shared_ptr<const Review> &review() const { return m_review; }
    const std::shared_ptr<const ImportPlan> &plan() const { return m_plan; }
    const std::shared_ptr<const PlannedRosterOperation> &rosterPlan() const { return m_rosterPlan; }
    const Outcome &outcome() const { return m_outcome; }

    /// File to table and mapping; then tableRead.
    void read();
    /// Table to review; then planned.
    void makePlan();
    /// Then committed; or staled when the data has changed meanwhile (B08).
    void commit();

Q_SIGNALS:
    void busyChanged();
    void jobStarted(Job *job);
    void tableRead();
    void mappingChanged();
    void planned();
    void committed();
    void staled(const Error &error);
    void failed(const Error &error);

private:
    struct Planned;
    void run(Job *job, std::function<void()> done);
    void forgetPlan();
    void mapAgain();
    bool isGoodRows() const { return mode() == CommitMode::GoodRows; }

    StoreThread &m_store;
    IntakeWork m_work;
    Job *m_job = nullptr;
    qint64 m_schoolYear = 0;
    std::shared_ptr<const Table> m_table;
    std::shared_ptr<const Table> m_corrected;
    QVector<UploadedColumn> m_facts;
    Mapping m_mapping;
    std::shared_ptr<const ImportPlan> m_plan;
    std::shared_ptr<const PlannedRosterOperation> m_rosterPlan;
    std::shared_ptr<const Review> m_review;
    Outcome m_outcome;
};

} // namespace certdesk
