// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connection.h"

namespace certdesk {

class Progress;

/// Dumps through PostgreSQL's own tools. A missing tool is BACKUP-TOOL, a failing one BACKUP-FAILED. Throw StoreFailure.

/// Custom format, of the state that `snapshot` (pg_export_snapshot) names.
void dumpPostgresql(const DatabaseUrl &url, const QString &path, const QString &snapshot, Progress *progress);
/// Over what is there, as one transaction.
void restorePostgresql(const DatabaseUrl &url, const QString &path, Progress *progress);
/// Reads the table of contents only.
void listPostgresql(const QString &path);
bool isPostgresqlDump(const QString &path);

/// A database on the same server for as long as this object lives. Made over a connection of its own, because CREATE DATABASE
/// refuses a transaction. Throws DB-DENIED when the login may not.
class ScratchDatabase
{
public:
    explicit ScratchDatabase(const DatabaseUrl &server);
    ~ScratchDatabase();
    ScratchDatabase(const ScratchDatabase &) = delete;
    ScratchDatabase &operator=(const ScratchDatabase &) = delete;
    const DatabaseUrl &url() const { return m_url; }

private:
    DatabaseUrl m_url;
    std::unique_ptr<Connection> m_server;
};

} // namespace certdesk
