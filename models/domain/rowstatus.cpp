// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/rowstatus.h"

#include <array>

namespace certdesk {

namespace {
constexpr std::array<const char *, rowStatusCount> names{"skipped", "error",    "duplicate", "conflict", "migrate", "restore",  "archive",
                                                         "rollback", "promote", "retain",    "create",   "update",  "unchanged"};
}

QString rowStatusName(RowStatus status)
{
    return QString::fromLatin1(names.at(static_cast<std::size_t>(status)));
}

std::optional<RowStatus> rowStatusFromName(const QString &name)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name == QLatin1String(names[i]))
            return static_cast<RowStatus>(i);
    }
    return std::nullopt;
}

} // namespace certdesk
