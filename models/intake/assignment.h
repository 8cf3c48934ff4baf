// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace certdesk {

/// Assigns rows to columns so that the sum of the scores is largest, each at most once. `scores[row][column]`, 0 means never.
/// Answers the column of each row, or -1. Hungarian method, O(rows² × columns).
std::vector<int> bestAssignment(const std::vector<std::vector<double>> &scores);

} // namespace certdesk
