// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/error.h"

#include <array>

namespace certdesk {

namespace {
constexpr std::array<const char *, 8> kindNames{"Denied",      "Invalid", "NotFound",  "Conflict",
                                                "Unavailable", "Corrupt", "Cancelled", "Refused"};
}

QString errorKindName(Error::Kind kind)
{
    return QString::fromLatin1(kindNames.at(static_cast<std::size_t>(kind)));
}

Error::Kind errorKindFromName(const QString &name)
{
    for (std::size_t i = 0; i < kindNames.size(); ++i) {
        if (name == QLatin1String(kindNames[i]))
            return static_cast<Error::Kind>(i);
    }
    return Error::Kind::Invalid;
}

} // namespace certdesk
