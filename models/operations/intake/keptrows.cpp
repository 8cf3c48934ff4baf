// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/intake/keptrows.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QMap>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ImportRun", text);
}

bool isOpenState(const QString &state)
{
    return state == QLatin1String("open") || state == QLatin1String("waiting");
}

/// Column names in the order of the file they came in; of batches without a record of it, in the order of the alphabet.
QStringList columnsOf(const BatchInfo &batch, const QVector<RetriedRow> &rows)
{
    QStringList known;
    for (const QJsonValue &column : batch.options.value(QLatin1String("columns")).toArray())
        known.append(column.toArray().at(0).toString());
    QStringList columns;
    for (const RetriedRow &row : rows) {
        for (const QString &name : row.cells.keys()) {
            if (!columns.contains(name))
                columns.append(name);
        }
    }
    std::stable_sort(columns.begin(), columns.end(), [&known](const QString &a, const QString &b) { return known.indexOf(a) < known.indexOf(b); });
    return columns;
}

Table tableOf(const QStringList &columns, const QVector<RetriedRow> &rows, const FileIdentity &file)
{
    Table table;
    table.columns = columns;
    table.file = file;
    table.dialect.encoding = QStringLiteral("UTF-8");
    for (const RetriedRow &row : rows) {
        std::vector<QByteArray> cells;
        for (const QString &name : columns)
            cells.push_back(row.cells.value(name).toString().toUtf8());
        table.dataRows.push_back(table.raw.rowCount());
        table.raw.appendRow(cells, static_cast<quint32>(row.line));
    }
    return table;
}

ImportRequest requestOf(const BatchInfo &batch, const QStringList &columns, const RetryOptions &options)
{
    ImportRequest request;
    request.kind = batch.kind;
    for (const QJsonValue &value : batch.options.value(QLatin1String("columns")).toArray()) {
        const QString column = value.toArray().at(0).toString();
        const QString field = value.toArray().at(1).toString();
        if (!field.isEmpty() && columns.contains(column))
            request.columns.append({field, column});
    }
    request.onlyColumns = !request.columns.isEmpty();
    request.options.school = batch.options.value(QLatin1String("school")).toString();
    request.options.schoolYear = batch.schoolYear;
    request.options.policy = rowPolicyFromName(batch.options.value(QLatin1String("policy")).toString()).value_or(RowPolicy::AddAndUpdate);
    const int order = qBound(0, batch.options.value(QLatin1String("dateOrder")).toInt(), 2);
    request.options.dateOrder = options.dateOrder != DateOrder::Unknown ? options.dateOrder : static_cast<DateOrder>(order);
    request.options.accepted = options.accepted;
    request.options.overrides = options.overrides;
    for (const QJsonValue &word : batch.options.value(QLatin1String("accepted")).toArray())
        request.options.accepted.insert(word.toString());
    for (const QJsonValue &field : batch.options.value(QLatin1String("emptyClears")).toArray())
        request.options.emptyClears.insert(field.toString());
    return request;
}

} // namespace

bool KeptRow::isOpen() const
{
    return !openIssues().isEmpty();
}

bool KeptRow::hasOpen(const QString &code) const
{
    for (const BatchIssue &issue : issues) {
        if (isOpenState(issue.state) && issue.code == code)
            return true;
    }
    return false;
}

QVector<qint64> KeptRow::openIssues() const
{
    QVector<qint64> ids;
    for (const BatchIssue &issue : issues) {
        if (isOpenState(issue.state))
            ids.append(issue.id);
    }
    return ids;
}

Result<QVector<KeptRow>> keptRows(Session &session, qint64 batch, bool all)
{
    // With the settled ones too: the number of a row's first issue stays its name when that one is settled.
    const auto issues = readIssues(session, batch, true);
    if (!issues)
        return tl::unexpected(issues.error());
    QVector<KeptRow> rows;
    for (const BatchIssue &issue : *issues) {
        if (rows.isEmpty() || rows.last().batch != issue.batch || rows.last().row != issue.row)
            rows.append({issue.batch, issue.row, {}});
        rows.last().issues.append(issue);
    }
    if (!all)
        rows.removeIf([](const KeptRow &row) { return !row.isOpen(); });
    return rows;
}

Result<RetriedBatch> retryRows(Session &session, qint64 parent, const QVector<RetriedRow> &rows, const FileIdentity &file, const RetryOptions &options,
                               Progress *progress)
{
    const auto batch = readBatch(session, parent);
    if (!batch)
        return tl::unexpected(batch.error());
    const QStringList columns = columnsOf(*batch, rows);
    Table table = tableOf(columns, rows, file);
    auto plan = planReadImport(session, requestOf(*batch, columns, options), table, nullptr, progress);
    if (!plan)
        return tl::unexpected(plan.error());
    // Chosen rows are no file to be judged as a whole; only a blackout still counts.
    plan->fileFindings.removeIf([](const IntakeFinding &finding) { return finding.code.startsWith(QLatin1Char('B')) && finding.code != QLatin1String("B07"); });
    RetriedBatch retried{parent, {std::move(table), std::move(*plan)}, std::nullopt, 0, 0};
    retried.open = retried.prepared.plan.heldBack();
    retried.solved = retried.prepared.plan.rowCount() - retried.open;
    if (options.dryRun || retried.solved == 0)
        return retried;
    if (const IntakeFinding *stop = retried.prepared.plan.stop())
        return failure(Error::Kind::Refused, stop->code, stop->message, stop->next);
    ImportDecision decision{CommitMode::GoodRows, options.reason, {}, parent};
    for (const RetriedRow &row : rows)
        decision.settles.insert(row.line, row.kept.openIssues());
    const auto outcome = commitImport(session, retried.prepared, decision, progress);
    if (!outcome)
        return tl::unexpected(outcome.error());
    retried.batch = outcome->batch;
    return retried;
}

Result<QVector<RetriedBatch>> retryKeptRows(Session &session, qint64 batch, const QStringList &codes, const RetryOptions &options, Progress *progress)
{
    const auto kept = keptRows(session, batch, false);
    if (!kept)
        return tl::unexpected(kept.error());
    QMap<qint64, QVector<RetriedRow>> byBatch;
    for (const KeptRow &row : *kept) {
        const bool isWanted = codes.isEmpty() || std::any_of(codes.cbegin(), codes.cend(), [&row](const QString &code) { return row.hasOpen(code); });
        if (isWanted)
            byBatch[row.batch].append({static_cast<int>(row.row), row, row.cells()});
    }
    QVector<RetriedBatch> retried;
    for (auto it = byBatch.cbegin(); it != byBatch.cend(); ++it) {
        const auto done = retryRows(session, it.key(), it.value(), {}, options, progress);
        if (!done)
            return tl::unexpected(done.error());
        retried.append(*done);
    }
    return retried;
}

Result<QVector<RetriedBatch>> migrateKeptRows(Session &session, qint64 batch, const RetryOptions &options, Progress *progress)
{
    const QString elsewhere = QStringLiteral("K02");
    RetryOptions accepting = options;
    accepting.accepted << elsewhere << rowStatusName(RowStatus::Migrate);
    if (accepting.reason.isEmpty())
        accepting.reason = tr("Migration of kept rows");
    return retryKeptRows(session, batch, {elsewhere}, accepting, progress);
}

} // namespace certdesk
