// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/headerfinder.h"

#include "models/intake/headersearch.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

int recordOfLine(const RawTable &raw, int line)
{
    for (int row = 0; row < raw.rowCount(); ++row) {
        if (raw.line(row) >= line)
            return row;
    }
    return -1;
}

bool columnIsEmpty(const Table &table, int column)
{
    return std::all_of(table.dataRows.cbegin(), table.dataRows.cend(),
                       [&](int row) { return isEmptyCell(table.raw.cell(row, column)); });
}

/// Names of a header of two lines: a group above spans the empty cells to its right.
QString joinedName(const RawTable &raw, int row, int column, QString *group)
{
    const QString upper = raw.text(row, column).simplified();
    const QString lower = raw.text(row + 1, column).simplified();
    if (!upper.isEmpty())
        *group = upper;
    if (lower.isEmpty())
        return upper;
    return group->isEmpty() || group->compare(lower, Qt::CaseInsensitive) == 0 ? lower : *group + QLatin1Char(' ') + lower;
}

void readNames(Table &table, const HeaderPlace &header)
{
    const RawTable &raw = table.raw;
    table.headerCells = raw.cellCount(header.row);
    if (header.lines == 2)
        table.headerCells = std::max(table.headerCells, raw.cellCount(header.row + 1));
    QString group;
    for (int column = 0; column < table.headerCells; ++column) {
        QString name = header.lines == 2 ? joinedName(raw, header.row, column, &group) : raw.text(header.row, column);
        name.remove(QChar(0xFEFF));
        table.columns.append(name.simplified());
    }
}

/// A file without header: the person's names, then numbers.
void inventNames(Table &table, const QStringList &given)
{
    int cells = 0;
    for (const int row : table.dataRows)
        cells = std::max(cells, table.raw.cellCount(row));
    table.headerCells = cells;
    for (int column = 0; column < cells; ++column)
        table.columns.append(column < given.size() && !given[column].isEmpty() ? given[column] : tr("Column %1").arg(column + 1));
}

void checkNames(Table &table)
{
    // A delimiter at the end of every line makes a last column without name and content.
    while (!table.columns.isEmpty() && table.columns.last().isEmpty() && columnIsEmpty(table, static_cast<int>(table.columns.size()) - 1))
        table.columns.removeLast();
    for (int column = 0; column < table.columns.size(); ++column) {
        if (!table.columns[column].isEmpty() || columnIsEmpty(table, column))
            continue;
        table.findings.append(intakeFinding("H01", {QString::number(column + 1)}));
        table.findings.last().column = column + 1;
    }
}

/// Totals at the end, and the header once more in the middle (a list printed page by page): R06.
void markFooter(Table &table, int header, const Progress *progress)
{
    static const QRegularExpression total(QStringLiteral("^(grand |sub)?(total|totals|sum|count|records?|rows?|number of|end of|report|"
                                                         "printed|generated|page)\\b.*"),
                                          QRegularExpression::CaseInsensitiveOption);
    const int width = static_cast<int>(table.columns.size());
    const size_t lastRows = table.dataRows.size() > 5 ? table.dataRows.size() - 5 : 0;
    for (size_t i = 0; i < table.dataRows.size() && !isStopped(progress, static_cast<int>(i)); ++i) {
        const int row = table.dataRows[i];
        if (header >= 0 && table.raw.cell(row, 0) == table.raw.cell(header, 0) && width > 1 && sameRecord(table.raw, row, header))
            table.footerRows.insert(static_cast<int>(i));
        if (i < lastRows)
            continue;
        int filled = 0;
        QString text;
        for (int column = 0; column < table.raw.cellCount(row); ++column) {
            if (isEmptyCell(table.raw.cell(row, column)))
                continue;
            if (++filled == 1)
                text = table.raw.text(row, column).trimmed();
        }
        if (width > 2 && filled * 2 <= width && total.match(text).hasMatch())
            table.footerRows.insert(static_cast<int>(i));
    }
}

bool isComment(const RawTable &raw, int row, const QString &prefix)
{
    return !prefix.isEmpty() && raw.text(row, 0).startsWith(prefix);
}

/// Where the chosen table stands among several in one sheet.
struct TablePlace
{
    HeaderPlace header;
    int end = 0; ///< record after the last one
    int tables = 1;
};

TablePlace placeTable(const RawTable &raw, const ReadOptions &options, int from, const Progress *progress)
{
    TablePlace place;
    place.end = raw.rowCount();
    if (options.headerRow == noHeader)
        return place;
    if (options.headerRow > 0) {
        const int row = recordOfLine(raw, options.headerRow);
        place.header = {row, row < 0 ? 1 : headerLines(raw, row)};
        return place;
    }
    place.header = searchHeader(raw, from, progress);
    if (place.header.row < 0)
        return place;
    const std::vector<int> further = furtherTables(raw, place.header.row, progress);
    place.tables = 1 + static_cast<int>(further.size());
    const int chosen = std::clamp(options.table, 1, place.tables);
    if (chosen > 1)
        place.header = searchHeader(raw, further[static_cast<size_t>(chosen) - 2]);
    if (chosen < place.tables)
        place.end = further[static_cast<size_t>(chosen) - 1];
    return place;
}

/// Sorts every record into one of the four kinds; answers how many lines stand before the header.
int sortRecords(Table &table, const ReadOptions &options, const TablePlace &place, int from, const Progress *progress)
{
    const RawTable &raw = table.raw;
    const int header = place.header.row;
    int before = 0;
    table.dataRows.reserve(static_cast<size_t>(raw.rowCount()));
    for (int row = 0; row < raw.rowCount() && !isStopped(progress, row); ++row) {
        if (header >= 0 && row >= header && row < header + place.header.lines) {
            ++table.headerCount;
        } else if (row < from) {
            ++table.preambleCount;
        } else if (raw.isBlank(row)) {
            ++table.blankCount;
        } else if (row < header || row >= place.end || isComment(raw, row, options.commentPrefix)) {
            ++table.preambleCount;
            before += row < header;
        } else {
            table.dataRows.push_back(row);
        }
    }
    return before;
}

} // namespace

void findHeader(Table &table, const ReadOptions &options, bool separatorLine, const Progress *progress)
{
    const int from = separatorLine ? 1 : 0;
    const TablePlace place = placeTable(table.raw, options, from, progress);
    const int before = sortRecords(table, options, place, from, progress);
    if (static_cast<qint64>(table.dataRows.size()) > options.limits.rows)
        table.findings.append(intakeFinding("F15", {QString::number(table.dataRows.size())}));
    if (table.blankCount > 0)
        table.findings.append(intakeFinding("R01", {QString::number(table.blankCount)}));
    if (place.header.row < 0 && options.headerRow != noHeader) {
        table.findings.append(intakeFinding("F08"));
        return;
    }
    if (place.header.row >= 0) {
        table.dialect.headerRow = table.raw.line(place.header.row);
        readNames(table, place.header);
    } else {
        inventNames(table, options.columnNames);
    }
    if (place.tables > 1) {
        table.findings.append(intakeFinding("F09", {QString::number(place.tables), QString::number(std::clamp(options.table, 1, place.tables))}));
    }
    if (before > 0 && options.table <= 1)
        table.findings.append(intakeFinding("F07", {QString::number(before)}));
    checkNames(table);
    markFooter(table, place.header.row, progress);
    if (table.dataRows.empty())
        table.findings.append(intakeFinding("F16"));
}

} // namespace certdesk
