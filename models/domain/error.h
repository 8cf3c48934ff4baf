// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace certdesk {

/// The work could not be done. Wrong *data* is a Finding, a broken promise of the code is a Q_ASSERT; neither is an Error.
/// `message` says what happened and what was kept, `next` what to do: both are for the person. `detail` is for the log and
/// never holds bound values, names or identifiers (S-030).
struct Error
{
    enum class Kind { Denied, Invalid, NotFound, Conflict, Unavailable, Corrupt, Cancelled, Refused };

    Kind kind = Kind::Invalid;
    QString code;
    QString message;
    QString next;
    QString detail;
};

/// The word of the command-line contract: "Denied", "Invalid", …
QString errorKindName(Error::Kind kind);
Error::Kind errorKindFromName(const QString &name);

template <class T> using Result = tl::expected<T, Error>;
using Done = Result<void>;

inline tl::unexpected<Error> failure(Error::Kind kind, const QString &code, const QString &message, const QString &next = {},
                                     const QString &detail = {})
{
    return tl::unexpected<Error>(Error{kind, code, message, next, detail});
}

} // namespace certdesk
