// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/batch.h"

#include "models/store/contenthash.h"
#include "models/store/scopefilter.h"
#include "models/store/session.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <array>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Batch", text);
}

constexpr std::array<const char *, 6> stateNames{"draft", "reviewed", "committed", "partly-undone", "undone", "failed"};
constexpr qint64 rowsHashedByThemselves = 20000;

const QString columns = QStringLiteral(
    "id, kind, state, schools, school_year, person, started_at, committed_at, file_name, file_bytes, file_modified_at, file_sha256, "
    "dialect, profile, options, counts, outcomes, overrides, parent_id, hash_before, hash_after, program_version");

Value orNull(qint64 number)
{
    return number ? Value(number) : Value();
}

Value jsonText(const QJsonObject &object)
{
    return object.isEmpty() ? Value() : Value(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

QJsonObject objectOf(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

BatchInfo readRow(const Statement &row)
{
    BatchInfo batch;
    batch.id = row.integer(0);
    batch.kind = row.text(1);
    batch.state = batchStateFromName(row.text(2));
    batch.schools = row.text(3).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    batch.schoolYear = row.integer(4);
    batch.person = row.text(5);
    batch.startedAt = row.integer(6);
    batch.committedAt = row.integer(7);
    batch.fileName = row.text(8);
    batch.fileBytes = row.integer(9);
    batch.fileModifiedAt = row.integer(10);
    batch.fileSha256 = row.text(11);
    batch.dialect = objectOf(row.text(12));
    batch.profile = row.text(13);
    batch.options = objectOf(row.text(14));
    batch.counts = objectOf(row.text(15));
    batch.outcomes = objectOf(row.text(16));
    batch.overrides = QJsonDocument::fromJson(row.text(17).toUtf8()).array();
    batch.parent = row.integer(18);
    batch.hashBefore = row.text(19);
    batch.hashAfter = row.text(20);
    batch.programVersion = row.text(21);
    return batch;
}

void writeIssues(Transaction &transaction, const QVector<BatchIssue> &issues, qint64 batch)
{
    if (issues.isEmpty())
        return;
    qint64 id = transaction.reserveIds(QStringLiteral("issue"), issues.size());
    BulkInsert rows(transaction.connection(), QStringLiteral("issue"),
                    QStringLiteral("id batch_id school_id row_number code field value message next state reason row_content").split(QLatin1Char(' ')));
    for (const BatchIssue &issue : issues) {
        rows.put(Value(id++));
        rows.put(Value(batch));
        rows.put(orNull(issue.school));
        rows.put(Value(issue.row));
        for (const QString &text : {issue.code, issue.field, issue.value, issue.message, issue.next, issue.state, issue.reason})
            rows.put(Value(text));
        rows.put(jsonText(issue.rowContent));
        rows.endRow();
    }
    rows.finish();
}

/// What a plan did not expect is a plan that is out of date.
[[noreturn]] void failAsStale(const Error &error)
{
    static const QStringList staleCodes{QStringLiteral("CONFLICT"), QStringLiteral("NOT-FOUND"), QStringLiteral("DB-CONSTRAINT"),
                                        QStringLiteral("K05"), QStringLiteral("K06")};
    if (!staleCodes.contains(error.code))
        throw StoreFailure{error};
    fail(Error::Kind::Conflict, QStringLiteral("B08"), tr("The data changed since the review: %1 Nothing was written.").arg(error.message),
         tr("Make the plan again, look at what is different, and confirm again."), QStringLiteral("%1 %2").arg(error.code, error.detail));
}

} // namespace

QString batchStateName(BatchState state)
{
    return QString::fromLatin1(stateNames.at(static_cast<std::size_t>(state)));
}

BatchState batchStateFromName(const QString &name)
{
    for (std::size_t i = 0; i < stateNames.size(); ++i) {
        if (name == QLatin1String(stateNames[i]))
            return static_cast<BatchState>(i);
    }
    return BatchState::Failed;
}

void openBatch(Transaction &transaction, BatchInfo &batch)
{
    batch.id = transaction.reserveIds(QStringLiteral("batch"), 1);
    batch.state = BatchState::Committed;
    batch.person = transaction.person().name;
    batch.committedAt = transaction.now();
    batch.startedAt = batch.startedAt ? batch.startedAt : batch.committedAt;
    batch.programVersion = QCoreApplication::applicationVersion();
    const QString overrides =
        batch.overrides.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(batch.overrides).toJson(QJsonDocument::Compact));
    BulkInsert row(transaction.connection(), QStringLiteral("batch"), columns.split(QStringLiteral(", ")));
    row.put(Value(batch.id));
    row.put(Value(batch.kind));
    row.put(Value(batchStateName(batch.state)));
    row.put(Value(batch.schools.join(QLatin1Char(' '))));
    row.put(orNull(batch.schoolYear));
    row.put(Value(batch.person));
    row.put(Value(batch.startedAt));
    row.put(Value(batch.committedAt));
    row.put(Value(batch.fileName));
    row.put(orNull(batch.fileBytes));
    row.put(orNull(batch.fileModifiedAt));
    row.put(Value(batch.fileSha256));
    row.put(jsonText(batch.dialect));
    row.put(Value(batch.profile));
    row.put(jsonText(batch.options));
    row.put(jsonText(batch.counts));
    row.put(jsonText(batch.outcomes));
    row.put(Value(overrides));
    row.put(orNull(batch.parent));
    row.put(Value(batch.hashBefore));
    row.put(Value(batch.hashAfter));
    row.put(Value(batch.programVersion));
    row.endRow();
    row.finish();
    transaction.setBatch(batch.id);
}

void writeBatchState(Connection &connection, qint64 batch, BatchState state)
{
    connection.prepared(QStringLiteral("UPDATE batch SET state = ? WHERE id = ?")).run(Value(batchStateName(state)), Value(batch));
}

QString batchHash(Connection &connection, CommitBatch::Hashes hashes)
{
    if (hashes == CommitBatch::Hashes::Never)
        return {};
    if (hashes == CommitBatch::Hashes::Automatic) {
        auto &statement = connection.prepared(QStringLiteral("SELECT CAST(SUM(next_id) AS BIGINT) FROM id_head"));
        const qint64 rows = statement.step() ? statement.integer(0) : 0;
        statement.reset();
        if (rows > rowsHashedByThemselves)
            return {};
    }
    return computeContentHash(connection).sha256;
}

CommitBatch::CommitBatch(const QString &name, Right right, const BatchInfo &batch, const QVector<RowChange> &changes)
    : m_name(name), m_right(right), m_batch(batch), m_changes(changes)
{
}

void CommitBatch::perform(Transaction &transaction)
{
    Connection &connection = transaction.connection();
    // A large change set decides the question alone: the hash before would be taken and the one after left out.
    const Hashes hashes = m_hashes == Hashes::Automatic && m_changes.size() > rowsHashedByThemselves ? Hashes::Never : m_hashes;
    m_batch.hashBefore = batchHash(connection, hashes);
    openBatch(transaction, m_batch);
    try {
        m_ids = transaction.apply(m_changes);
        transaction.settle();
    } catch (const StoreFailure &failure) {
        failAsStale(failure.error);
    }
    writeIssues(transaction, m_issues, m_batch.id);
    for (const qint64 issue : std::as_const(m_solvedIssues))
        connection.prepared(QStringLiteral("UPDATE issue SET state = 'solved', solved_by = ? WHERE id = ?")).run(Value(m_batch.id), Value(issue));
    if (!m_batch.hashBefore.isEmpty()) {
        m_batch.hashAfter = batchHash(connection, Hashes::Always);
        connection.prepared(QStringLiteral("UPDATE batch SET hash_after = ? WHERE id = ?")).run(Value(m_batch.hashAfter), Value(m_batch.id));
    }
}

std::optional<BatchInfo> loadBatch(Connection &connection, qint64 id)
{
    auto &statement = connection.prepared(QStringLiteral("SELECT %1 FROM batch WHERE id = ?").arg(columns)).query(Value(id));
    std::optional<BatchInfo> batch;
    if (statement.step())
        batch = readRow(statement);
    statement.reset();
    return batch;
}

Result<BatchInfo> readBatch(Session &session, qint64 id)
{
    return session.read<BatchInfo>([&](Connection &connection) {
        const auto batch = loadBatch(connection, id);
        if (!batch || !(session.scope().seesEverything() || batch->person == session.person().name))
            fail(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("There is no batch %1.").arg(id), tr("Look at the list of batches."));
        return *batch;
    });
}

Result<QVector<BatchInfo>> readBatches(Session &session)
{
    return session.read<QVector<BatchInfo>>([&](Connection &connection) {
        QVector<BatchInfo> batches;
        auto &statement = connection.prepared(QStringLiteral("SELECT %1 FROM batch t WHERE %2 ORDER BY id DESC")
                                                    .arg(columns, scopeConditionForTable(session.scope(), QStringLiteral("batch"), QStringLiteral("t"))));
        while (statement.step())
            batches.append(readRow(statement));
        statement.reset();
        return batches;
    });
}

Result<QVector<BatchIssue>> readIssues(Session &session, qint64 batch, bool all)
{
    return session.read<QVector<BatchIssue>>([&](Connection &connection) {
        QString condition = batch ? QStringLiteral("batch_id = ?") : QStringLiteral("? = 0");
        if (!all)
            condition += QStringLiteral(" AND state IN ('open', 'waiting')");
        auto &row = connection.prepared(QStringLiteral("SELECT id, batch_id, school_id, row_number, code, field, value, message, next, state, "
                                                       "reason, row_content, solved_by FROM issue t WHERE %1 AND %2 ORDER BY batch_id, row_number, id")
                                            .arg(condition, scopeConditionForTable(session.scope(), QStringLiteral("issue"), QStringLiteral("t"))));
        row.query(Value(batch));
        QVector<BatchIssue> issues;
        while (row.step())
            issues.append({row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.text(4), row.text(5), row.text(6), row.text(7),
                           row.text(8), row.text(9), row.text(10), objectOf(row.text(11)), row.integer(12)});
        row.reset();
        return issues;
    });
}

} // namespace certdesk
