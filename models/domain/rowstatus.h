// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace certdesk {

/// What a plan does with one row, in the order of R-050: when several apply, the first one counts.
enum class RowStatus { Skipped, Error, Duplicate, Conflict, Migrate, Restore, Archive, Rollback, Promote, Retain, Create, Update, Unchanged };
inline constexpr int rowStatusCount = static_cast<int>(RowStatus::Unchanged) + 1;

/// "skipped", "error", …: the words of the command line.
QString rowStatusName(RowStatus status);
std::optional<RowStatus> rowStatusFromName(const QString &name);

} // namespace certdesk
