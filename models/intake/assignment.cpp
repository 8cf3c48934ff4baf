// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/assignment.h"

#include <cstddef>
#include <limits>

namespace certdesk {

std::vector<int> bestAssignment(const std::vector<std::vector<double>> &scores)
{
    const std::size_t rows = scores.size();
    const std::size_t real = rows == 0 ? 0 : scores[0].size();
    const std::size_t columns = real + rows; // a row may stay without column: one column of score 0 for each
    const auto cost = [&](std::size_t row, std::size_t column) { return column < real ? -scores[row][column] : 0.0; };
    constexpr double infinity = std::numeric_limits<double>::infinity();
    std::vector<double> rowPotential(rows + 1, 0.0);
    std::vector<double> columnPotential(columns + 1, 0.0);
    std::vector<std::size_t> rowOf(columns + 1, 0);
    std::vector<std::size_t> way(columns + 1, 0);
    for (std::size_t row = 1; row <= rows; ++row) {
        rowOf[0] = row;
        std::size_t column = 0;
        std::vector<double> least(columns + 1, infinity);
        std::vector<bool> used(columns + 1, false);
        do {
            used[column] = true;
            const std::size_t current = rowOf[column];
            double delta = infinity;
            std::size_t next = 0;
            for (std::size_t j = 1; j <= columns; ++j) {
                if (used[j])
                    continue;
                const double reduced = cost(current - 1, j - 1) - rowPotential[current] - columnPotential[j];
                if (reduced < least[j]) {
                    least[j] = reduced;
                    way[j] = column;
                }
                if (least[j] < delta) {
                    delta = least[j];
                    next = j;
                }
            }
            for (std::size_t j = 0; j <= columns; ++j) {
                if (used[j]) {
                    rowPotential[rowOf[j]] += delta;
                    columnPotential[j] -= delta;
                } else {
                    least[j] -= delta;
                }
            }
            column = next;
        } while (rowOf[column] != 0);
        do {
            const std::size_t previous = way[column];
            rowOf[column] = rowOf[previous];
            column = previous;
        } while (column != 0);
    }
    std::vector<int> result(rows, -1);
    for (std::size_t j = 1; j <= real; ++j) {
        if (rowOf[j] != 0 && scores[rowOf[j] - 1][j - 1] > 0)
            result[rowOf[j] - 1] = static_cast<int>(j) - 1;
    }
    return result;
}

} // namespace certdesk
