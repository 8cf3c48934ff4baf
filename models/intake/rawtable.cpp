// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/rawtable.h"

namespace certdesk {

bool RawTable::isBlank(int row) const
{
    const quint32 first = rowBegin(row);
    const quint32 last = rowEnd(row);
    if (first == last)
        return true;
    const quint32 from = first == 0 ? 0 : m_cellEnds[first - 1];
    const quint32 to = m_cellEnds[last - 1];
    for (quint32 i = from; i < to; ++i) {
        const char c = m_arena.at(i);
        if (c == '\xC2' && i + 1 < to && m_arena.at(i + 1) == '\xA0') {
            ++i; // no-break blank
            continue;
        }
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
            return false;
    }
    return true;
}

void RawTable::reserve(size_t rows, size_t cells)
{
    m_cellEnds.reserve(cells);
    m_rowEnds.reserve(rows);
    m_lines.reserve(rows);
}

void RawTable::squeeze()
{
    // A copy costs twice the size for a moment, so only when it gives back a good part.
    if (m_cellEnds.capacity() > m_cellEnds.size() + m_cellEnds.size() / 2)
        m_cellEnds.shrink_to_fit();
}

void RawTable::appendRow(const std::vector<QByteArray> &cells, quint32 line)
{
    for (const QByteArray &cell : cells) {
        m_arena.append(cell);
        endCell(static_cast<quint32>(m_arena.size()));
    }
    endRow(line);
}

qint64 RawTable::memoryBytes() const
{
    return m_arena.capacity() + static_cast<qint64>((m_cellEnds.capacity() + m_rowEnds.capacity() + m_lines.capacity()) * sizeof(quint32));
}

} // namespace certdesk
