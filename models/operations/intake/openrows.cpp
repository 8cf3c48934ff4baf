// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/intake/openrows.h"

#include "models/reports/csvwriter.h"
#include "models/reports/xlsxwriter.h"

#include <QCoreApplication>
#include <QMultiHash>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ImportRun", text);
}

/// Columns of the file that may leave it: all but passwords.
QVector<int> openColumns(const PreparedImport &prepared)
{
    const ImportKind &kind = *importKind(prepared.plan.kind);
    QVector<int> columns;
    for (int column = 0; column < prepared.table.columns.size(); ++column) {
        const int field = static_cast<int>(prepared.plan.mapping.columnOfField.indexOf(column));
        if (field < 0 || kind.fields[field].value != ValueKind::Secret)
            columns.append(column);
    }
    return columns;
}

/// Column of the file that feeds a field; -1: none.
int columnOf(const PreparedImport &prepared, const char *field)
{
    const int index = importKind(prepared.plan.kind)->find(QLatin1String(field));
    return index < 0 ? -1 : prepared.plan.mapping.columnOfField.value(index, -1);
}

QString columnName(const Table &table, int column)
{
    const QString name = table.columns[column];
    return name.isEmpty() ? QStringLiteral("#%1").arg(column + 1) : name;
}

/// What the row waits for when it has no finding of its own: a decision about a column or the file, or its status.
IntakeFinding undecided(const PlanRow &row, const ImportPlan &plan)
{
    IntakeFinding finding;
    for (const IntakeFinding &about : plan.fileFindings) {
        if (row.status != RowStatus::Conflict || !about.needsDecision())
            continue;
        finding = about;
        finding.row = row.row;
        return finding;
    }
    finding.code = rowStatusName(row.status);
    finding.severity = IntakeSeverity::Decision;
    finding.row = row.row;
    finding.message = tr("The row would be \"%1\", which has to be accepted.").arg(rowStatusName(row.status));
    finding.next = tr("Accept it, or leave the row out.");
    return finding;
}

template <class Writer> Done writeRows(Writer &writer, const PreparedImport &prepared, const QVector<int> &columns)
{
    for (const OpenRow &open : openRows(prepared)) {
        QVector<Value> cells{Value(open.row), Value(open.finding.code), Value(open.finding.field), Value(open.finding.value),
                             Value(open.finding.message), Value(open.finding.next)};
        for (const int column : columns)
            cells.append(Value(prepared.table.text(open.tableRow, column)));
        writer.row(cells);
    }
    return writer.finish();
}

} // namespace

QVector<OpenRow> openRows(const PreparedImport &prepared)
{
    QHash<int, QVector<const IntakeFinding *>> findings;
    for (const IntakeFinding &finding : prepared.plan.rowFindings) {
        if (finding.isError() || finding.needsDecision())
            findings[finding.row].append(&finding);
    }
    QVector<OpenRow> open;
    for (int i = 0; i < prepared.plan.rows.size(); ++i) {
        const PlanRow &row = prepared.plan.rows[i];
        if (!holdsBack(row.status, prepared.plan.options))
            continue;
        for (const IntakeFinding *finding : findings.value(row.row))
            open.append({row.row, i, *finding});
        if (!findings.contains(row.row))
            open.append({row.row, i, undecided(row, prepared.plan)});
    }
    return open;
}

QVector<BatchIssue> openIssues(const PreparedImport &prepared, const QHash<QString, qint64> &schoolsByCode)
{
    const QVector<int> columns = openColumns(prepared);
    const int schoolColumn = columnOf(prepared, "school_code");
    QVector<BatchIssue> issues;
    for (const OpenRow &open : openRows(prepared)) {
        BatchIssue issue;
        issue.row = open.row;
        const QString school = schoolColumn < 0 ? QString() : prepared.table.text(open.tableRow, schoolColumn).trimmed();
        issue.school = schoolsByCode.value(school.isEmpty() ? prepared.plan.options.school : school);
        issue.code = open.finding.code;
        issue.field = open.finding.field;
        issue.value = open.finding.value;
        issue.message = open.finding.message;
        issue.next = open.finding.next;
        for (const int column : columns)
            issue.rowContent.insert(columnName(prepared.table, column), prepared.table.text(open.tableRow, column));
        issues.append(issue);
    }
    return issues;
}

Done writeOpenRows(const PreparedImport &prepared, const QString &path)
{
    const QVector<int> columns = openColumns(prepared);
    QVector<SheetColumn> headings{{QStringLiteral("row"), true}};
    for (const char *name : {"code", "field", "value", "message", "next"})
        headings.append({QString::fromLatin1(name), false});
    for (const int column : columns)
        headings.append({columnName(prepared.table, column), false});
    if (path.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive)) {
        XlsxWriter writer(path);
        writer.sheet(QStringLiteral("open rows"), headings);
        return writeRows(writer, prepared, columns);
    }
    CsvWriter writer(path, headings);
    return writeRows(writer, prepared, columns);
}

} // namespace certdesk
