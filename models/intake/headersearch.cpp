// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/headersearch.h"

#include "models/intake/headernames.h"

#include <QSet>
#include <algorithm>
#include <map>

namespace certdesk {

namespace {

constexpr int searchedRecords = 40;

int usedCells(const RawTable &raw, int row)
{
    int count = raw.cellCount(row);
    while (count > 0 && isEmptyCell(raw.cell(row, count - 1)))
        --count;
    return count;
}

/// The number of cells that most records have.
int usualWidth(const RawTable &raw, const Progress *progress)
{
    std::map<int, int> widths;
    for (int row = 0; row < raw.rowCount() && !isStopped(progress, row); ++row) {
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

    bool isKnown() const { return known >= 2 && known * 5 >= filled * 2; }
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

/// How many names of two lines together are known, and whether every one of them is its own.
Likeness joinedLikeness(const RawTable &raw, int row)
{
    Likeness result;
    const int cells = std::max(raw.cellCount(row), raw.cellCount(row + 1));
    for (int column = 0; column < cells; ++column) {
        const QString name = (raw.text(row, column) + QLatin1Char(' ') + raw.text(row + 1, column)).simplified();
        if (name.isEmpty())
            continue;
        ++result.filled;
        result.known += isKnownHeaderName(name);
    }
    return result;
}

bool namesAreUnique(const RawTable &raw, int row)
{
    QSet<QString> seen;
    for (int column = 0; column < raw.cellCount(row); ++column) {
        const QString name = raw.text(row, column).simplified().toLower();
        if (!name.isEmpty() && seen.contains(name))
            return false;
        seen.insert(name);
    }
    return true;
}

HeaderPlace place(const RawTable &raw, int row)
{
    return {row, row < 0 ? 1 : headerLines(raw, row)};
}

} // namespace

bool isEmptyCell(std::string_view cell)
{
    return cell.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool sameRecord(const RawTable &raw, int left, int right)
{
    if (raw.cellCount(left) != raw.cellCount(right))
        return false;
    for (int column = 0; column < raw.cellCount(left); ++column) {
        if (raw.cell(left, column) != raw.cell(right, column))
            return false;
    }
    return true;
}

int headerLines(const RawTable &raw, int row)
{
    if (row + 2 >= raw.rowCount() || raw.isBlank(row + 1) || raw.line(row + 1) != raw.line(row) + 1)
        return 1;
    const Likeness upper = likeness(raw, row);
    const Likeness lower = likeness(raw, row + 1);
    if (upper.dataLike > 0 || lower.dataLike > 0 || upper.filled < 2 || likeness(raw, row + 2).dataLike == 0)
        return 1;
    // Groups above, names below: only worth joining when the names below are not enough by themselves.
    if (upper.filled < lower.filled && !namesAreUnique(raw, row + 1))
        return 2;
    const Likeness joined = joinedLikeness(raw, row);
    if (joined.isKnown() && joined.known * 5 >= joined.filled * 4)
        return 2;
    return !upper.isKnown() && !lower.isKnown() && joined.isKnown() ? 2 : 1;
}

HeaderPlace searchHeader(const RawTable &raw, int from, const Progress *progress)
{
    const int width = usualWidth(raw, progress);
    const int least = std::max(std::min(width, 2), (width + 1) / 2);
    int plausible = -1;
    int halfEmpty = -1; // the upper line of a header of two lines, where groups span several columns
    int lonely = -1;    // one known name above wider records: a header that lost its other names, if nothing better comes
    bool wideSeen = false;
    for (int row = from, seen = 0; row < raw.rowCount() && seen < searchedRecords; ++row) {
        const Likeness like = likeness(raw, row);
        if (like.filled == 0)
            continue;
        ++seen;
        if (like.filled < least) {
            if (seen == 1 && like.filled == 1 && like.known == 1)
                lonely = row;
            continue;
        }
        if (like.isKnown() || (width == 1 && like.known == 1))
            return halfEmpty == row - 1 && headerLines(raw, halfEmpty) == 2 ? place(raw, halfEmpty) : place(raw, row);
        if (!wideSeen && halfEmpty < 0 && like.filled * 4 < width * 3) {
            halfEmpty = like.dataLike == 0 ? row : -1;
            continue;
        }
        // Only the first wide record can be a header of unknown words: below it there is data of the same look.
        if (!wideSeen && like.dataLike * 4 <= like.filled) {
            plausible = row;
            if (headerLines(raw, row) == 2)
                return place(raw, row);
        }
        wideSeen = true;
    }
    if (lonely >= 0)
        return place(raw, lonely);
    if (plausible >= 0 && halfEmpty >= 0 && halfEmpty == plausible - 1 && headerLines(raw, halfEmpty) == 2)
        return place(raw, halfEmpty);
    return place(raw, plausible >= 0 ? plausible : halfEmpty);
}

std::vector<int> furtherTables(const RawTable &raw, int header, const Progress *progress)
{
    std::vector<int> starts;
    int afterGap = -1;
    for (int row = header + 1; row < raw.rowCount() && !isStopped(progress, row); ++row) {
        if (raw.isBlank(row)) {
            afterGap = row + 1;
            continue;
        }
        if (raw.line(row) > raw.line(row - 1) + 1 && raw.cellCount(row) != raw.cellCount(row - 1))
            afterGap = row; // sheets leave blank rows out altogether
        // The header stands right after the gap or below one title line.
        if (afterGap < 0 || row > afterGap + 1 || row + 1 >= raw.rowCount())
            continue;
        const Likeness like = likeness(raw, row);
        if (!like.isKnown() || like.dataLike > 0 || like.known * 5 < like.filled * 3 || sameRecord(raw, row, header))
            continue;
        starts.push_back(afterGap);
        afterGap = -1;
    }
    return starts;
}

} // namespace certdesk
