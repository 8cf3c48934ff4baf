// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/delimited.h"

#include <algorithm>
#include <array>
#include <vector>

namespace certdesk {

namespace {

constexpr char candidates[] = {',', ';', '\t', '|', ':', ' '};
constexpr int candidateCount = 6;
constexpr int maxCounted = 2048;

enum : uchar { Plain = 0xFF, LineEnd = 0xFE, Quote = 0xFD };

/// Counts every candidate in every record, outside of quotes.
class DelimiterCensus
{
public:
    explicit DelimiterCensus(char quote) : m_quote(quote)
    {
        m_class.fill(Plain);
        for (uchar i = 0; i < candidateCount; ++i)
            m_class[static_cast<uchar>(candidates[i])] = i;
        m_class[static_cast<uchar>('\n')] = LineEnd;
        m_class[static_cast<uchar>('\r')] = LineEnd;
        if (quote)
            m_class[static_cast<uchar>(quote)] = Quote;
        for (auto &histogram : m_histogram)
            histogram.assign(maxCounted, 0);
    }

    void take(const char *data, qint64 size, const Progress *progress)
    {
        constexpr qint64 stride = 1 << 22;
        qint64 nextCheck = stride;
        qint64 i = 0;
        while (i < size) {
            if (i >= nextCheck) {
                if (progress && progress->isCancelled())
                    return;
                nextCheck = i + stride;
            }
            const uchar kind = m_class[static_cast<uchar>(data[i])];
            if (kind == Plain) {
                m_cellStart = false;
                m_blank = false;
            } else if (kind == LineEnd) {
                endRecord();
            } else if (kind == Quote) {
                if (m_cellStart) {
                    i = skipQuoted(data, size, i + 1);
                    m_blank = false;
                }
                m_cellStart = false;
            } else {
                ++m_count[kind];
                m_cellStart = kind < 4 || m_cellStart;
                m_blank = m_blank && (data[i] == ' ' || data[i] == '\t');
            }
            ++i;
        }
        endRecord();
    }

    qint64 records() const { return m_records; }
    qint64 quotedCells() const { return m_quoted; }
    bool backslash() const { return m_backslash; }

    /// Share of the records that have the most frequent number of this candidate, weakened when the record that looks like
    /// the header has another number.
    double score(int candidate) const
    {
        const std::vector<qint64> &histogram = m_histogram[static_cast<size_t>(candidate)];
        const auto mode = std::max_element(histogram.begin() + 1, histogram.end());
        if (*mode == 0)
            return 0;
        double score = static_cast<double>(*mode) / static_cast<double>(m_records);
        if (m_first[static_cast<size_t>(candidate)] != mode - histogram.begin())
            score *= m_records > 3 ? 0.9 : 0.6;
        return candidate < 4 ? score : score * (candidate == 4 ? 0.3 : 0.2); // times and names hold colons and blanks
    }
    qint64 total(int candidate) const { return m_total[static_cast<size_t>(candidate)]; }

private:
    qint64 skipQuoted(const char *data, qint64 size, qint64 i)
    {
        ++m_quoted;
        for (; i < size; ++i) {
            if (data[i] == '\\' && i + 1 < size && data[i + 1] == m_quote && i + 2 < size && !ends(data[i + 2])
                && data[i + 2] != m_quote) {
                m_backslash = true;
                ++i;
                continue;
            }
            if (data[i] != m_quote)
                continue;
            if (i + 1 < size && data[i + 1] == m_quote) {
                ++i;
                continue;
            }
            if (i + 1 >= size || ends(data[i + 1]))
                return i;
        }
        return size;
    }
    static bool ends(char c) { return c == '\n' || c == '\r' || c == ',' || c == ';' || c == '\t' || c == '|' || c == ':' || c == ' '; }

    void endRecord()
    {
        const bool onlyDelimiters = m_blank;
        m_cellStart = true;
        m_blank = true;
        std::array<int, candidateCount> count{};
        std::swap(count, m_count);
        if (onlyDelimiters)
            return; // blank and all-comma rows say nothing
        for (size_t i = 0; i < candidateCount; ++i) {
            if (m_records == 0)
                m_first[i] = count[i];
            ++m_histogram[i][static_cast<size_t>(std::min(count[i], maxCounted - 1))];
            m_total[i] += count[i];
        }
        ++m_records;
    }

    char m_quote;
    std::array<uchar, 256> m_class;
    std::array<int, candidateCount> m_count{};
    std::array<int, candidateCount> m_first{};
    std::array<qint64, candidateCount> m_total{};
    std::array<std::vector<qint64>, candidateCount> m_histogram;
    qint64 m_records = 0;
    qint64 m_quoted = 0;
    bool m_backslash = false;
    bool m_cellStart = true;
    bool m_blank = true;
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Share of cells that hold one value rather than several in one, when cut by this delimiter: no other candidate stands in them,
/// but for the comma of a number. Quotes are passed over: what they hold is one cell in any case.
double typedShare(const QByteArray &utf8, char delimiter, char quote)
{
    qint64 cells = 0;
    qint64 typed = 0;
    bool quoted = false;
    bool plain = true;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        if (quote && c == quote) {
            quoted = !quoted;
        } else if (!quoted && (c == delimiter || c == '\n' || c == '\r')) {
            ++cells;
            typed += plain;
            plain = true;
        } else if (!quoted && (c == ',' || c == ';' || c == '\t' || c == '|')) {
            const bool decimal = c == ',' && i > 0 && i + 1 < utf8.size() && isDigit(utf8[i - 1]) && isDigit(utf8[i + 1]);
            plain = plain && decimal;
        }
    }
    return cells == 0 ? 0 : static_cast<double>(typed) / static_cast<double>(cells);
}

/// Of two delimiters that are equally regular, the one that leaves whole values; nothing clear is F05.
void settleTie(const QByteArray &utf8, int best, int rival, Delimiting *result)
{
    const double mine = typedShare(utf8, candidates[best], result->quote);
    const double other = typedShare(utf8, candidates[rival], result->quote);
    if (mine > other + 0.25)
        return;
    const bool rivalWins = other > mine + 0.25;
    if (rivalWins)
        result->delimiter = candidates[rival];
    else
        result->other = candidates[rival];
    result->certain = rivalWins;
}

void choose(const QByteArray &utf8, const DelimiterCensus &census, Delimiting *result)
{
    int best = 0;
    double bestScore = 0;
    for (int i = 0; i < candidateCount; ++i) {
        const double score = census.score(i);
        const bool better = score > bestScore + 1e-9 || (score > bestScore - 1e-9 && census.total(i) > census.total(best));
        if (score > 0 && better) {
            best = i;
            bestScore = score;
        }
    }
    // A blank or a colon separates only what is regular throughout; otherwise the file has one column.
    if (best >= 4 && census.score(best) < (best == 4 ? 0.299 : 0.199))
        best = 0;
    result->delimiter = candidates[best];
    if (best >= 4 || bestScore <= 0)
        return;
    for (int i = 0; i < 4 && result->certain; ++i) {
        if (i != best && census.score(i) >= 0.97 * bestScore)
            settleTie(utf8, best, i, result);
    }
}

bool readSeparatorLine(const QByteArray &utf8, Delimiting *result)
{
    if (utf8.size() < 5 || qstrnicmp(utf8.constData(), "sep=", 4) != 0)
        return false;
    const char end = utf8.size() > 5 ? utf8[5] : '\n';
    if (end != '\n' && end != '\r')
        return false;
    result->delimiter = utf8[4];
    result->separatorLine = true;
    return true;
}

/// Single quotes enclose cells only when they stand on both sides of cells again and again and no double quote does.
char detectQuote(const QByteArray &utf8, const DelimiterCensus &doubleQuotes, const Progress *progress)
{
    if (doubleQuotes.quotedCells() > 0 || (!utf8.contains("',") && !utf8.contains("';") && !utf8.contains("'\t") && !utf8.contains("'|")))
        return '"';
    DelimiterCensus singleQuotes('\'');
    singleQuotes.take(utf8.constData(), utf8.size(), progress);
    return singleQuotes.quotedCells() >= singleQuotes.records() && singleQuotes.quotedCells() > 1 ? '\'' : '"';
}

} // namespace

Delimiting detectDelimiting(const QByteArray &utf8, const Progress *progress)
{
    Delimiting result;
    const bool given = readSeparatorLine(utf8, &result);
    DelimiterCensus census('"');
    census.take(utf8.constData(), utf8.size(), progress);
    result.backslash = census.backslash();
    result.quote = detectQuote(utf8, census, progress);
    if (result.quote == '\'') {
        census = DelimiterCensus('\'');
        census.take(utf8.constData(), utf8.size(), progress);
    }
    if (given)
        return result;

    choose(utf8, census, &result);
    return result;
}

} // namespace certdesk
