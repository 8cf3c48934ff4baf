// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/intakedesk.h"

#include "models/operations/intake/fieldtitle.h"
#include "ui/common/storejob.h"

#include <QFileInfo>

namespace certdesk {

namespace {

constexpr int sampleCount = 3;

QVector<UploadedColumn> factsOf(const Table &table)
{
    QVector<UploadedColumn> facts(table.columns.size());
    for (int row = 0; row < table.rowCount(); ++row) {
        for (int column = 0; column < facts.size(); ++column) {
            const std::string_view cell = table.cell(row, column);
            if (cell.find_first_not_of(" \t") == std::string_view::npos)
                continue;
            UploadedColumn &fact = facts[column];
            ++fact.filled;
            if (fact.samples.size() < sampleCount)
                fact.samples.append(table.text(row, column));
        }
    }
    return facts;
}

RosterRequest rosterRequest(const IntakeWork &work, RosterRequest::Kind kind, qint64 targetYear)
{
    RosterRequest request;
    request.kind = kind;
    request.file = work.request.file;
    request.skipped = work.request.options.skipped;
    request.school = work.request.options.school;
    request.absent = work.absent;
    request.archiveReason = work.archiveReason;
    request.reason = work.reason;
    request.accepted = work.request.options.accepted;
    request.overrides = work.request.options.overrides;
    request.targetYear = targetYear;
    return request;
}

Result<QHash<qint64, QString>> studentNames(Session &session)
{
    const auto students = session.records(EntityKind::Student);
    if (!students)
        return tl::unexpected(students.error());
    QHash<qint64, QString> names;
    for (const Record &student : *students)
        names.insert(student.id, student.text("last_name") + QStringLiteral(", ") + student.text("first_name"));
    return names;
}

} // namespace

struct IntakeDesk::Planned
{
    std::shared_ptr<const Table> table;
    std::shared_ptr<const ImportPlan> plan;
    std::shared_ptr<const PlannedRosterOperation> roster;
    std::shared_ptr<const Review> review;
};

IntakeDesk::IntakeDesk(StoreThread &store, QObject *parent) : QObject(parent), m_store(store)
{
    m_work.request.kind = operation().kind;
}

const FileOperation &IntakeDesk::operation() const
{
    const FileOperation *operation = fileOperation(m_work.operation);
    return operation ? *operation : fileOperations().first();
}

void IntakeDesk::setWork(const IntakeWork &work)
{
    m_work = work;
    m_work.request.kind = operation().kind;
    m_table.reset();
    forgetPlan();
}

void IntakeDesk::setOperation(const QString &name)
{
    if (m_work.operation == name || !fileOperation(name))
        return;
    const QString file = m_work.request.file;
    m_work = {};
    m_work.operation = name;
    m_work.request.file = file;
    m_work.request.kind = operation().kind;
    m_table.reset();
    forgetPlan();
}

void IntakeDesk::setFile(const QString &file)
{
    if (m_work.request.file == file)
        return;
    const QString name = m_work.operation;
    m_work = {};
    m_work.operation = name;
    m_work.request.kind = operation().kind;
    m_work.request.file = file;
    m_table.reset();
    forgetPlan();
}

void IntakeDesk::setReadOptions(const ReadOptions &options)
{
    m_work.request.read = options;
    m_work.request.columns.clear();
    m_work.request.onlyColumns = false;
    m_work.request.corrections.clear();
    forgetPlan();
}

void IntakeDesk::setSchoolYear(qint64 endYear)
{
    m_schoolYear = endYear;
}

qint64 IntakeDesk::targetYear() const
{
    if (m_work.request.options.schoolYear != 0)
        return m_work.request.options.schoolYear;
    return operation().isImport() ? m_schoolYear : m_store.info().schoolYear + 1;
}

void IntakeDesk::setColumns(const QVector<QPair<QString, int>> &columns)
{
    m_work.request.columns.clear();
    for (const auto &[field, column] : columns)
        m_work.request.columns.append({field, QStringLiteral("#%1").arg(column + 1)});
    m_work.request.onlyColumns = true;
    mapAgain();
}

void IntakeDesk::mapAgain()
{
    if (m_table)
        m_mapping = mapImport(*m_table, m_work.request, targetYear());
    forgetPlan();
    Q_EMIT mappingChanged();
}

CommitMode IntakeDesk::mode() const
{
    const ImportKind *kind = importKind(operation().kind);
    if (!operation().isImport() || !kind)
        return CommitMode::AllOrNothing; // what a roster operation cannot do has to be left out or decided
    return m_work.mode.value_or(defaultCommitMode(*kind));
}

void IntakeDesk::accept(const QString &word, bool accepted)
{
    if (accepted)
        m_work.request.options.accepted.insert(word);
    else
        m_work.request.options.accepted.remove(word);
}

void IntakeDesk::leaveOut(const QVector<int> &fileRows, bool out)
{
    for (const int row : fileRows) {
        if (out && row > 0)
            m_work.request.options.skipped.insert(row);
        else
            m_work.request.options.skipped.remove(row);
    }
}

void IntakeDesk::correct(int fileRow, int column, const QString &text)
{
    auto &corrections = m_work.request.corrections;
    corrections.removeIf([&](const CellCorrection &one) { return one.row == fileRow && one.column == column; });
    corrections.append({fileRow, column, text});
}

QStringList IntakeDesk::missingFields() const
{
    QStringList missing;
    const ImportKind *kind = importKind(operation().kind);
    for (const QStringList &alternatives : operation().required()) {
        QStringList titles;
        bool isMet = false;
        for (const QString &field : alternatives) {
            titles.append(fieldTitle(field));
            isMet = isMet || m_mapping.columnOfField.value(kind->find(field), -1) >= 0;
        }
        if (!isMet)
            missing.append(titles.join(tr(" or ")));
    }
    return missing;
}

void IntakeDesk::forgetPlan()
{
    m_plan.reset();
    m_rosterPlan.reset();
    m_review.reset();
}

void IntakeDesk::run(Job *job, std::function<void()> done)
{
    m_job = job;
    connect(job, &Job::ended, this, [this, job, done = std::move(done)] {
        if (m_job == job)
            m_job = nullptr;
        Q_EMIT busyChanged();
        if (job->state() == Job::State::Finished)
            done();
        else if (job->state() == Job::State::Failed && job->error().code == QLatin1String("B08"))
            Q_EMIT staled(job->error());
        else if (job->state() == Job::State::Failed)
            Q_EMIT failed(job->error());
    });
    connect(job, &QObject::destroyed, this, [this, job] {
        if (m_job == job)
            m_job = nullptr;
    });
    Q_EMIT jobStarted(job);
    Q_EMIT busyChanged();
}

void IntakeDesk::read()
{
    if (isBusy())
        return;
    forgetPlan();
    struct Answer
    {
        std::shared_ptr<const Table> table;
        QVector<UploadedColumn> facts;
        Mapping mapping;
    };
    const auto answer = std::make_shared<Answer>();
    Job *job = Job::start(tr("Reading %1").arg(QFileInfo(m_work.request.file).fileName()), tr("rows"),
                          [request = m_work.request, year = targetYear(), answer](Progress &progress) -> Result<Job::Notice> {
                              auto table = readTableFile(request.file, request.read, &progress);
                              if (!table)
                                  return tl::unexpected(table.error());
                              answer->table = std::make_shared<const Table>(std::move(*table));
                              answer->facts = factsOf(*answer->table);
                              answer->mapping = mapImport(*answer->table, request, year);
                              return Job::Notice();
                          });
    run(job, [this, answer] {
        m_table = answer->table;
        m_facts = answer->facts;
        m_mapping = answer->mapping;
        Q_EMIT tableRead();
        Q_EMIT mappingChanged();
    });
}

void IntakeDesk::makePlan()
{
    if (isBusy() || !m_table)
        return;
    const auto made = std::make_shared<Planned>();
    IntakeWork work = m_work;
    if (work.request.options.schoolYear == 0)
        work.request.options.schoolYear = operation().isImport() ? m_schoolYear : 0;
    Job *job = startStoreJob<int>(
        m_store, tr("Comparing %1 with the database").arg(QFileInfo(work.request.file).fileName()), tr("rows"),
        [work, made, source = m_table, mapping = m_mapping, roster = operation().roster, year = targetYear()](Session &session, Progress &progress) -> Result<int> {
            const auto table = work.request.corrections.isEmpty() ? source : std::make_shared<const Table>(correctedTable(*source, work.request.corrections));
            made->table = table;
            if (!roster) {
                PresentData present;
                auto plan = planReadImport(session, work.request, *table, &present, &progress);
                if (!plan)
                    return tl::unexpected(plan.error());
                made->plan = std::make_shared<const ImportPlan>(std::move(*plan));
                made->review = reviewOf(table, made->plan, present);
                return made->review->rowCount();
            }
            RosterRequest request = rosterRequest(work, *roster, year);
            const auto rows = rosterRows(*table, mapping, year);
            const auto names = studentNames(session);
            if (!rows || !names)
                return tl::unexpected(rows ? names.error() : rows.error());
            request.rows = *rows;
            auto planned = planRosterOperation(session, request, &progress);
            if (!planned)
                return tl::unexpected(planned.error());
            made->roster = std::make_shared<const PlannedRosterOperation>(std::move(*planned));
            made->review = reviewOf(table, mapping, made->roster, *names);
            return made->review->rowCount();
        },
        [](const int &) { return Job::Notice(); });
    run(job, [this, made] {
        m_corrected = made->table;
        m_plan = made->plan;
        m_rosterPlan = made->roster;
        m_review = made->review;
        Q_EMIT planned();
    });
}

void IntakeDesk::commit()
{
    if (isBusy() || !m_review)
        return;
    const auto outcome = std::make_shared<Outcome>();
    const ImportDecision decision{mode(), m_work.reason};
    Job *job = startStoreJob<qint64>(
        m_store, tr("%1: %2").arg(operation().title, QFileInfo(m_work.request.file).fileName()), tr("rows"),
        [outcome, decision, table = m_corrected, plan = m_plan, roster = m_rosterPlan](Session &session, Progress &progress) -> Result<qint64> {
            qint64 batch = 0;
            if (plan) {
                const auto done = commitImport(session, PreparedImport{*table, *plan}, decision, &progress);
                if (!done)
                    return tl::unexpected(done.error());
                batch = done->batch.value_or(0);
                outcome->leftOpen = done->leftOpen;
            } else {
                const auto done = commitRosterOperation(session, *roster, &progress);
                if (!done)
                    return tl::unexpected(done.error());
                batch = *done;
            }
            if (batch != 0) {
                auto info = readBatch(session, batch);
                if (info)
                    outcome->batch = std::move(*info);
                outcome->batch.id = batch;
            }
            return batch;
        },
        [words = m_review->heldBack() == 0 ? tr("written") : tr("written, %1 kept as issues").arg(m_review->heldBack()), list = fileOperationList(operation())](const qint64 &batch) { return Job::Notice{words, list, batch}; });
    run(job, [this, outcome] {
        m_outcome = *outcome;
        Q_EMIT committed();
    });
}

} // namespace certdesk
