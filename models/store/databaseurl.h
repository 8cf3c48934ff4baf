// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <QString>

namespace certdesk {

enum class Engine { Sqlite, Postgresql };

/// Where a database is: a file path, `sqlite:PATH` or `postgresql://user@host:port/name`. A password is never part of it:
/// it comes from $PGPASSWORD, the password file of libpq or the keychain.
struct DatabaseUrl
{
    Engine engine = Engine::Sqlite;
    QString path; ///< SQLite: the file
    QString host;
    QString user;
    QString name;
    QString password; ///< set by the program after asking; never parsed, printed or stored
    int port = 5432;

    static Result<DatabaseUrl> parse(const QString &text);
    /// The form that may be shown and logged.
    QString display() const;
};

} // namespace certdesk
