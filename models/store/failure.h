// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

namespace certdesk {

/// Thrown inside models/store to unwind a transaction; becomes an Error at the door (Session, StoreThread).
struct StoreFailure
{
    Error error;
};

[[noreturn]] inline void fail(Error::Kind kind, const QString &code, const QString &message, const QString &next = {},
                              const QString &detail = {})
{
    throw StoreFailure{Error{kind, code, message, next, detail}};
}

/// Unwraps a Result inside a transaction.
template <class T> T orFail(Result<T> result)
{
    if (!result)
        throw StoreFailure{result.error()};
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace certdesk
