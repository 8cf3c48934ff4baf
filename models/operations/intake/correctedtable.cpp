// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/intake/importrun.h"

namespace certdesk {

namespace {

/// Rebuilds the arena: cells lie back to back, so a longer text moves all that follow.
RawTable correctedCells(const RawTable &raw, const QHash<int, QHash<int, QByteArray>> &byRecord)
{
    RawTable corrected;
    QByteArray arena;
    arena.reserve(raw.memoryBytes());
    for (int record = 0; record < raw.rowCount(); ++record) {
        const auto changes = byRecord.value(record);
        int cells = raw.cellCount(record);
        for (auto change = changes.cbegin(); change != changes.cend(); ++change)
            cells = qMax(cells, change.key() + 1);
        for (int column = 0; column < cells; ++column) {
            if (const auto change = changes.constFind(column); change != changes.cend()) {
                arena.append(*change);
            } else {
                const std::string_view cell = raw.cell(record, column);
                arena.append(cell.data(), static_cast<qsizetype>(cell.size()));
            }
            corrected.endCell(static_cast<quint32>(arena.size()));
        }
        corrected.endRow(static_cast<quint32>(raw.line(record)));
    }
    corrected.setArena(std::move(arena));
    return corrected;
}

} // namespace

Table correctedTable(const Table &table, const QVector<CellCorrection> &corrections)
{
    Table corrected = table;
    QHash<int, int> records;
    for (const int record : table.dataRows)
        records.insert(table.raw.line(record), record);
    QHash<int, QHash<int, QByteArray>> byRecord;
    for (const CellCorrection &correction : corrections) {
        if (const auto record = records.constFind(correction.row); record != records.cend() && correction.column >= 0)
            byRecord[*record].insert(correction.column, correction.text.toUtf8());
    }
    if (!byRecord.isEmpty())
        corrected.raw = correctedCells(table.raw, byRecord);
    return corrected;
}

} // namespace certdesk
