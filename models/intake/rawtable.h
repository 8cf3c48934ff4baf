// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <string_view>
#include <vector>

namespace certdesk {

/// Upper bounds of what is read. Settings may change them; nothing is ever cut.
struct IntakeLimits
{
    qint64 rows = 2'000'000;
    int columns = 1'000;
    qint64 cellBytes = 1 << 20;
    qint64 textBytes = 1LL << 30;
};

/// All records of a file as they stand in it, ragged ones included. Cells lie back to back in one UTF-8 arena with one
/// 32-bit end offset a cell: 2,000,000 x 20 cells cost their text plus 176 MB.
class RawTable
{
public:
    int rowCount() const { return static_cast<int>(m_rowEnds.size()); }
    int cellCount(int row) const { return static_cast<int>(rowEnd(row) - rowBegin(row)); }
    /// Empty for a cell the record does not have. Valid as long as the table.
    std::string_view cell(int row, int column) const
    {
        const quint32 index = rowBegin(row) + static_cast<quint32>(column);
        if (column < 0 || index >= rowEnd(row))
            return {};
        const quint32 begin = index == 0 ? 0 : m_cellEnds[index - 1];
        return {m_arena.constData() + begin, m_cellEnds[index] - begin};
    }
    QString text(int row, int column) const
    {
        const std::string_view view = cell(row, column);
        return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
    }
    /// The line (or sheet row) on which the record starts, counted from 1.
    int line(int row) const { return m_lines.empty() ? row + 1 : static_cast<int>(m_lines[static_cast<size_t>(row)]); }
    bool isBlank(int row) const;

    void setArena(QByteArray arena) { m_arena = std::move(arena); }
    QByteArray &arena() { return m_arena; }
    void endCell(quint32 arenaEnd) { m_cellEnds.push_back(arenaEnd); }
    void endRow(quint32 line)
    {
        m_rowEnds.push_back(static_cast<quint32>(m_cellEnds.size()));
        m_lines.push_back(line);
    }
    quint32 openCells() const { return static_cast<quint32>(m_cellEnds.size()) - (m_rowEnds.empty() ? 0 : m_rowEnds.back()); }
    void reserve(size_t rows, size_t cells);
    void squeeze();
    /// Appends a whole record; for sources that hand out cells as text.
    void appendRow(const std::vector<QByteArray> &cells, quint32 line);
    qint64 memoryBytes() const;

private:
    quint32 rowBegin(int row) const { return row == 0 ? 0 : m_rowEnds[static_cast<size_t>(row) - 1]; }
    quint32 rowEnd(int row) const { return m_rowEnds[static_cast<size_t>(row)]; }

    QByteArray m_arena;
    std::vector<quint32> m_cellEnds;
    std::vector<quint32> m_rowEnds;
    std::vector<quint32> m_lines;
};

} // namespace certdesk
