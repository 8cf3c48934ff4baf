// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/intake/fixfile.h"

#include "models/intake/importjson.h"
#include "models/reports/csvwriter.h"
#include "models/reports/xlsxwriter.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QMap>

namespace certdesk {

namespace {

constexpr const char *batchColumn = "batch";
constexpr const char *rowColumn = "row id";

QString tr(const char *text)
{
    return QCoreApplication::translate("ImportRun", text);
}

/// A name of our own that no original column has.
QString ownName(const char *name, const QStringList &originals)
{
    const QString plain = QLatin1String(name);
    return originals.contains(plain, Qt::CaseInsensitive) ? plain + QStringLiteral(" (CertDesk)") : plain;
}

int ownColumn(const Table &table, const char *name)
{
    const QString plain = QLatin1String(name);
    for (const QString &wanted : {plain + QStringLiteral(" (CertDesk)"), plain}) {
        for (int i = 0; i < table.columns.size(); ++i) {
            if (table.columns[i].compare(wanted, Qt::CaseInsensitive) == 0)
                return i;
        }
    }
    return -1;
}

QStringList originalColumns(Session &session, const QVector<KeptRow> &rows)
{
    QStringList columns;
    qint64 last = 0;
    const auto add = [&columns](const QString &name) {
        if (!columns.contains(name))
            columns.append(name);
    };
    QSet<QString> used;
    for (const KeptRow &row : rows) {
        for (const QString &name : row.cells().keys())
            used.insert(name);
    }
    for (const KeptRow &row : rows) {
        if (row.batch != last) {
            const auto batch = readBatch(session, row.batch);
            last = row.batch;
            const QJsonArray known = batch ? batch->options.value(QLatin1String("columns")).toArray() : QJsonArray();
            for (const QJsonValue &column : known) {
                if (const QString name = column.toArray().at(0).toString(); used.contains(name))
                    add(name);
            }
        }
        for (const QString &name : row.cells().keys())
            add(name);
    }
    return columns;
}

QString joined(const KeptRow &row, QString BatchIssue::*part, const QString &between)
{
    QStringList texts;
    for (const BatchIssue &issue : row.issues) {
        if (!(issue.*part).isEmpty() && !texts.contains(issue.*part))
            texts.append(issue.*part);
    }
    return texts.join(between);
}

template <class Writer> Done writeRows(Writer &writer, const QVector<KeptRow> &rows, const QStringList &columns)
{
    for (const KeptRow &row : rows) {
        QVector<Value> cells;
        for (const QString &name : columns)
            cells.append(Value(row.cells().value(name).toString()));
        cells << Value(row.batch) << Value(row.id()) << Value(joined(row, &BatchIssue::code, QStringLiteral(" ")))
              << Value(joined(row, &BatchIssue::message, QStringLiteral("; "))) << Value(joined(row, &BatchIssue::next, QStringLiteral("; ")));
        writer.row(cells);
    }
    return writer.finish();
}

/// The number in a cell, also as a spreadsheet may write it ("12.0", "'12"); 0: none.
qint64 numberIn(const Table &table, int row, int column)
{
    QString text = table.text(row, column).trimmed();
    if (text.startsWith(QLatin1Char('\'')))
        text.remove(0, 1);
    if (text.endsWith(QLatin1String(".0")))
        text.chop(2);
    return text.toLongLong();
}

/// Sorts the rows of a corrected file by what they are.
class FixFile
{
public:
    FixFile(const Table &table, const QVector<KeptRow> &known, FixReport &report)
        : m_table(table), m_report(report), m_batch(ownColumn(table, batchColumn)), m_row(ownColumn(table, rowColumn))
    {
        for (const KeptRow &row : known) {
            for (const BatchIssue &issue : row.issues)
                m_known.insert(issue.id, row);
        }
        for (const char *name : {"code", "reason", "suggestion"})
            m_own.insert(ownColumn(table, name));
        m_own << m_batch << m_row;
    }

    bool isOne() const { return m_batch >= 0 && m_row >= 0; }

    void take(int row)
    {
        const QJsonObject cells = cellsOf(row);
        const qint64 id = numberIn(m_table, row, m_row);
        if (id == 0 && cells.isEmpty())
            return; // emptied by the person: left as it is
        ++m_report.rows;
        const auto kept = m_known.constFind(id);
        const bool isKnown = kept != m_known.cend() && kept->batch == numberIn(m_table, row, m_batch);
        if (!isKnown || m_taken.contains(kept->id()))
            m_report.unknown.append({m_table.line(row), m_table.text(row, m_row)});
        else if (!kept->isOpen())
            m_report.alreadySolved.append({m_table.line(row), id});
        else
            m_rows[kept->batch].append({m_table.line(row), *kept, cells});
        if (isKnown)
            m_taken.insert(kept->id());
    }

    const QMap<qint64, QVector<RetriedRow>> &rows() const { return m_rows; }

private:
    /// Of the columns that the row had; other batches in the same file have columns of their own.
    QJsonObject cellsOf(int row) const
    {
        const auto kept = m_known.constFind(numberIn(m_table, row, m_row));
        QJsonObject cells;
        for (int i = 0; i < m_table.columns.size(); ++i) {
            const QString text = m_table.text(row, i);
            if (!m_own.contains(i) && (kept == m_known.cend() ? !text.isEmpty() : kept->cells().contains(m_table.columns[i])))
                cells.insert(m_table.columns[i], text);
        }
        return cells;
    }

    const Table &m_table;
    FixReport &m_report;
    int m_batch;
    int m_row;
    QSet<int> m_own;
    QHash<qint64, KeptRow> m_known;
    QSet<qint64> m_taken;
    QMap<qint64, QVector<RetriedRow>> m_rows;
};

class NoteFixFile : public Command
{
public:
    NoteFixFile(qint64 batch, qint64 rows) : m_batch(batch), m_rows(rows) {}
    QString name() const override { return QStringLiteral("ExportIssues"); }
    Right right() const override { return Right::Export; }
    void perform(Transaction &transaction) override
    {
        transaction.note(name(), {{QStringLiteral("batch"), m_batch ? QJsonValue(m_batch) : QJsonValue()}, {QStringLiteral("rows"), m_rows}});
    }

private:
    qint64 m_batch;
    qint64 m_rows;
};

QJsonObject reportedRow(int line, const QString &code, const QString &value, const QString &message, const QString &next)
{
    return {{QStringLiteral("row"), line}, {QStringLiteral("code"), code}, {QStringLiteral("field"), QLatin1String(rowColumn)},
            {QStringLiteral("value"), value}, {QStringLiteral("message"), message}, {QStringLiteral("next"), next}};
}

} // namespace

int FixReport::solved() const
{
    int sum = 0;
    for (const RetriedBatch &batch : batches)
        sum += batch.solved;
    return sum;
}

int FixReport::open() const
{
    int sum = 0;
    for (const RetriedBatch &batch : batches)
        sum += batch.open;
    return sum;
}

Result<qint64> writeFixFile(Session &session, qint64 batch, bool all, const QString &path)
{
    if (const Done allowed = session.require(Right::Export); !allowed)
        return tl::unexpected(allowed.error());
    const auto rows = keptRows(session, batch, all);
    if (!rows)
        return tl::unexpected(rows.error());
    const QStringList originals = originalColumns(session, *rows);
    QVector<SheetColumn> columns;
    for (const QString &name : originals)
        columns.append({name, false});
    for (const char *name : {batchColumn, rowColumn})
        columns.append({ownName(name, originals), true});
    for (const char *name : {"code", "reason", "suggestion"})
        columns.append({ownName(name, originals), false});
    // The file appears only after its journal entry is stored (S-031).
    NoteFixFile note(batch, rows->size());
    if (const auto noted = session.apply(note); !noted)
        return tl::unexpected(noted.error());
    Done written;
    if (path.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive)) {
        XlsxWriter writer(path);
        writer.sheet(QStringLiteral("issues"), columns);
        written = writeRows(writer, *rows, originals);
    } else {
        CsvWriter writer(path, columns);
        written = writeRows(writer, *rows, originals);
    }
    if (!written)
        return tl::unexpected(written.error());
    return rows->size();
}

Result<FixReport> importFixFile(Session &session, const QString &path, const RetryOptions &options, Progress *progress)
{
    const auto table = readTableFile(path, {}, progress);
    if (!table)
        return tl::unexpected(table.error());
    for (const IntakeFinding &finding : table->findings) {
        if (finding.isError())
            return failure(Error::Kind::Invalid, finding.code, finding.message, finding.next);
    }
    const auto known = keptRows(session, 0, true);
    if (!known)
        return tl::unexpected(known.error());
    FixReport report;
    report.file = table->file;
    FixFile file(*table, *known, report);
    if (!file.isOne())
        return failure(Error::Kind::Invalid, QStringLiteral("H03"), tr("The file has no columns \"batch\" and \"row id\"."),
                       tr("Correct a file written by: issues export"));
    for (int row = 0; row < table->rowCount(); ++row)
        file.take(row);
    for (auto it = file.rows().cbegin(); it != file.rows().cend(); ++it) {
        auto retried = retryRows(session, it.key(), it.value(), table->file, options, progress);
        if (!retried)
            return tl::unexpected(retried.error());
        report.batches.append(std::move(*retried));
    }
    return report;
}

QJsonObject retriedJson(const QVector<RetriedBatch> &batches, bool dryRun)
{
    QJsonArray list;
    QJsonArray errors;
    QJsonValue last;
    int rows = 0;
    int open = 0;
    for (const RetriedBatch &batch : batches) {
        const QJsonValue number = batch.batch ? QJsonValue(*batch.batch) : QJsonValue();
        QJsonObject entry = importReport(batch.prepared.plan, batch.batch, dryRun);
        for (const QJsonValue &error : entry.value(QLatin1String("errors")).toArray())
            errors.append(error);
        list.append(QJsonObject{{QStringLiteral("parent"), batch.parent},
                                {QStringLiteral("batch"), number},
                                {QStringLiteral("kind"), batch.prepared.plan.kind},
                                {QStringLiteral("counts"), entry.value(QLatin1String("counts"))},
                                {QStringLiteral("solved"), batch.solved},
                                {QStringLiteral("open"), batch.open}});
        last = batch.batch ? number : last;
        rows += batch.prepared.plan.rowCount();
        open += batch.open;
    }
    return {{QStringLiteral("rows"), rows},
            {QStringLiteral("counts"), QJsonObject{{QStringLiteral("solved"), rows - open}, {QStringLiteral("open"), open}}},
            {QStringLiteral("batch"), last.isUndefined() ? QJsonValue() : last},
            {QStringLiteral("batches"), list},
            {QStringLiteral("errors"), errors},
            {QStringLiteral("dryRun"), dryRun}};
}

QJsonObject fixReportJson(const FixReport &report, bool dryRun)
{
    QJsonObject json = retriedJson(report.batches, dryRun);
    json.insert(QStringLiteral("file"), report.file.path);
    json.insert(QStringLiteral("sha256"), report.file.sha256);
    json.insert(QStringLiteral("rows"), report.rows);
    QJsonObject counts = json.value(QLatin1String("counts")).toObject();
    counts.insert(QStringLiteral("alreadySolved"), report.alreadySolved.size());
    counts.insert(QStringLiteral("unknown"), report.unknown.size());
    json.insert(QStringLiteral("counts"), counts);
    QJsonArray errors = json.value(QLatin1String("errors")).toArray();
    for (const auto &[line, id] : report.alreadySolved)
        errors.append(reportedRow(line, QStringLiteral("ISSUE-SOLVED"), QString::number(id), tr("This row is settled already; nothing was changed."), {}));
    for (const auto &[line, text] : report.unknown)
        errors.append(reportedRow(line, QStringLiteral("ISSUE-UNKNOWN"), text, tr("No kept row has this batch and row id, or it stands in the file twice."),
                                  tr("Correct a file written by: issues export")));
    json.insert(QStringLiteral("errors"), errors);
    return json;
}

} // namespace certdesk
