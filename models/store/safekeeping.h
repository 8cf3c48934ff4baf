// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/store/databaseurl.h"

#include <QJsonObject>
#include <QVector>

namespace certdesk {

class Connection;
class Progress;
class Session;

struct BackupReport
{
    QString path;
    qint64 bytes = 0;
    QString contentHash;
    /// The backup was opened and its content hash compared. Only a PostgreSQL login that may not create a database leaves it
    /// at reading the dump's table of contents; `note` then says so.
    bool isChecked = true;
    QString note;
};

/// S-041: a consistent copy while others work. SQLite: a database file of its own, by online backup; PostgreSQL: a custom-format
/// dump by pg_dump (BACKUP-TOOL when it is not installed). Written under another name, checked, then renamed; refuses a file
/// that exists (FILE-EXISTS). Needs the right Backup.
Result<BackupReport> backupDatabase(Session &session, const QString &path, Progress *progress = nullptr);

/// What is known of the last backup that this program made.
struct LastBackup
{
    QString path;  ///< empty: none was made
    qint64 at = 0; ///< milliseconds since 1970 UTC
};
LastBackup lastBackupOf(Session &session);

struct RestoreReport
{
    QString presentCopy; ///< where the state before now is; empty when there was none
    QString contentHash;
};
/// Puts a backup in the place of the database at `url`, after a copy of the present state beside it. The backup is opened and
/// checked first; nothing changes when it is not good. Also for a database that cannot be opened any more, so the caller
/// checks the right (Backup) where a sign-in is possible. `person` stands in the journal.
Result<RestoreReport> restoreBackup(const DatabaseUrl &url, const QString &backup, const QString &person, Progress *progress = nullptr);

struct VerifyCheck
{
    QString name; ///< "integrity", "foreignKeys", "journal", "rowHashes"
    bool isGood = true;
    QString detail; ///< what is wrong, without values of records
};
struct VerifyReport
{
    QVector<VerifyCheck> checks;
    bool isGood() const;
};
/// Reads everything: pages (SQLite), references, the journal chain, and each row against its stored hash. Needs Backup.
Result<VerifyReport> verifyDatabase(Session &session, Progress *progress = nullptr);
/// {"good":true,"checks":[{"name","good","detail"}]}
QJsonObject verifyJson(const VerifyReport &report);

struct CopyReport
{
    int tables = 0;
    qint64 rows = 0;
    QString contentHash; ///< equal on both sides, compared
};
/// Copies every table as it is, journal included, into a new database of either engine. Refuses a place that is not empty
/// (DB-EXISTS) and leaves nothing there when it fails. Needs Backup.
Result<CopyReport> copyDatabase(Session &session, const DatabaseUrl &target, Progress *progress = nullptr);

struct MigrationReport
{
    int from = 0;
    int to = 0;
    QString copy; ///< of a SQLite file, made before; empty when nothing had to be done
};
/// Brings a database to the program's schema; refuses a newer one (DB-NEWER). `schema` is for tests.
Result<MigrationReport> migrateDatabase(const DatabaseUrl &url, Progress *progress = nullptr, const QString &schema = QStringLiteral(":/schema"));

/// The newest file beside the database (or where the last backup went) that opens and passes a quick check; empty when there
/// is none. SQLite only.
QString newestGoodBackup(const DatabaseUrl &url);
/// What the person should know at opening (S-042, S-044): a damaged file that was opened read-only, little disk space, a file
/// on a network share. Each with its next step.
QVector<Error> openingNotices(Session &session);

} // namespace certdesk
