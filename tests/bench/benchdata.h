// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/store/databaseurl.h"

#include <type_traits>

namespace certdesk::bench {

inline constexpr int attempts = 1000000;
inline constexpr int students = 20000;

template <class T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// A database of a million attempts of 20,000 students; the person "bench" signs in with "heron lantern quartz".
void writeAttempts(const DatabaseUrl &url);

} // namespace certdesk::bench
