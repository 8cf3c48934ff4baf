// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/headerfinder.h"

#include "models/intake/headernames.h"

#include <QRegularExpression>
#include <algorithm>
#include <map>

namespace certdesk {

namespace {

constexpr int searchedRecords = 40;

bool isEmptyCell(std::string_view cell)
{
    return cell.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

int usedCells(const RawTable &raw, int row)
{
    int count = raw.cellCount(row);
    while (count > 0 && isEmptyCell(raw.cell(row, count - 1)))
        --count;
    return count;
}

/// The number of cells that most records have.
int usualWidth(const RawTable &raw)
{
    std::map<int, int> widths;
    for (int row = 0; row < raw.rowCount(); ++row) {
        const int used = usedCells(raw, row);
        if (used > 0)
            ++widths[used];
    }
    int width = 0;
    int most = 0;
    for (const auto &[used, count] : widths) {
        if (count >= most) {
            width = used;
            most = count;
        }
    }
    return width;
}

/// Numbers, dates, addresses and long texts stand in data, not in headers.
bool looksLikeData(std::string_view cell)
{
    if (cell.size() > 120 || cell.find('@') != std::string_view::npos)
        return true;
    size_t digits = 0;
    size_t letters = 0;
    for (const char c : cell) {
        digits += c >= '0' && c <= '9';
        letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<uchar>(c) & 0x80);
    }
    return digits > 0 && digits >= letters * 2;
}

struct Likeness
{
    int filled = 0;
    int dataLike = 0;
    int known = 0;
};

Likeness likeness(const RawTable &raw, int row)
{
    Likeness result;
    for (int column = 0; column < raw.cellCount(row); ++column) {
        const std::string_view cell = raw.cell(row, column);
        if (isEmptyCell(cell))
            continue;
        ++result.filled;
        result.dataLike += looksLikeData(cell);
        result.known += isKnownHeaderName(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())));
    }
    return result;
}

/// Record that is the header, or -1 (F08).
int searchHeader(const RawTable &raw, int from)
{
    const int width = usualWidth(raw);
    const int least = std::max(std::min(width, 2), (width + 1) / 2);
    int plausible = -1;
    int halfEmpty = -1; // the upper line of a header of two lines, where groups span several columns
    bool wideSeen = false;
    for (int row = from, seen = 0; row < raw.rowCount() && seen < searchedRecords; ++row) {
        const Likeness like = likeness(raw, row);
        if (like.filled == 0)
            continue;
        ++seen;
        if (like.filled < least)
            continue;
        const bool known = like.known >= 2 && like.known * 5 >= like.filled * 2;
        if (known || (width == 1 && like.known == 1))
            return row;
        if (!wideSeen && halfEmpty < 0 && like.filled * 4 < width * 3) {
            halfEmpty = like.dataLike == 0 ? row : -1;
            continue;
        }
        // Only the first wide record can be a header of unknown words: below it there is data of the same look.
        if (!wideSeen && like.dataLike * 4 <= like.filled)
            plausible = row;
        wideSeen = true;
    }
    return plausible >= 0 ? plausible : halfEmpty;
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

void nameColumns(Table &table, int headerRow)
{
    for (int column = 0; column < table.raw.cellCount(headerRow); ++column) {
        QString name = table.raw.text(headerRow, column);
        name.remove(QChar(0xFEFF));
        table.columns.append(name.simplified());
    }
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

void markFooter(Table &table)
{
    static const QRegularExpression total(QStringLiteral("^(grand |sub)?(total|totals|sum|count|records?|rows?|number of|end of|report|"
                                                         "printed|generated|page)\\b.*"),
                                          QRegularExpression::CaseInsensitiveOption);
    const int width = static_cast<int>(table.columns.size());
    const size_t first = table.dataRows.size() > 5 ? table.dataRows.size() - 5 : 0;
    for (size_t i = first; i < table.dataRows.size(); ++i) {
        const int row = table.dataRows[i];
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

} // namespace

void findHeader(Table &table, const ReadOptions &options, bool separatorLine)
{
    const RawTable &raw = table.raw;
    const int from = separatorLine ? 1 : 0;
    const int header = options.headerRow > 0 ? recordOfLine(raw, options.headerRow) : searchHeader(raw, from);
    int preamble = 0;
    table.dataRows.reserve(static_cast<size_t>(raw.rowCount()));
    for (int row = 0; row < raw.rowCount(); ++row) {
        if (row == header) {
            ++table.headerCount;
        } else if (row < from) {
            ++table.preambleCount;
        } else if (raw.isBlank(row)) {
            ++table.blankCount;
        } else if (row < header || isComment(raw, row, options.commentPrefix)) {
            ++table.preambleCount;
            preamble += row < header;
        } else {
            table.dataRows.push_back(row);
        }
    }
    if (static_cast<qint64>(table.dataRows.size()) > options.limits.rows)
        table.findings.append(intakeFinding("F15", {QString::number(table.dataRows.size())}));
    if (table.blankCount > 0)
        table.findings.append(intakeFinding("R01", {QString::number(table.blankCount)}));
    if (header < 0) {
        table.findings.append(intakeFinding("F08"));
        return;
    }
    table.dialect.headerRow = raw.line(header);
    if (preamble > 0)
        table.findings.append(intakeFinding("F07", {QString::number(preamble)}));
    nameColumns(table, header);
    markFooter(table);
    if (table.dataRows.empty())
        table.findings.append(intakeFinding("F16"));
}

} // namespace certdesk
