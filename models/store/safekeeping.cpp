// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/safekeeping.h"

#include "models/domain/progress.h"
#include "models/store/contenthash.h"
#include "models/store/migrator.h"
#include "models/store/postgresqldump.h"
#include "models/store/session.h"
#include "models/store/sqlitecopy.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <QUuid>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Safekeeping", text);
}

const QString lastBackup = QStringLiteral("last_backup");
const QString lastBackupAt = QStringLiteral("last_backup_at");
constexpr qint64 littleSpace = qint64{200} * 1024 * 1024;

/// Stands in the journal as a note; the place is kept as a setting, for the day the database is damaged.
class NoteBackup : public Command
{
public:
    explicit NoteBackup(const BackupReport &report) : m_report(report) {}
    QString name() const override { return QStringLiteral("BackupDatabase"); }
    Right right() const override { return Right::Backup; }
    void perform(Transaction &transaction) override
    {
        writeSetting(transaction.connection(), lastBackup, QFileInfo(m_report.path).absoluteFilePath());
        writeSetting(transaction.connection(), lastBackupAt, QString::number(transaction.now()));
        transaction.note(name(), {{QStringLiteral("bytes"), m_report.bytes}, {QStringLiteral("content_hash"), m_report.contentHash}});
    }

private:
    BackupReport m_report;
};

QString temporaryName(const QString &path)
{
    return QStringLiteral("%1.%2.part").arg(path, QUuid::createUuid().toString(QUuid::Id128).left(8));
}

/// "district.before-restore-20270531-101502.db" beside the database.
QString besideName(const QString &path, const QString &why)
{
    const QFileInfo file(path);
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmsszzz"));
    const QString suffix = file.suffix().isEmpty() ? QString() : QLatin1Char('.') + file.suffix();
    return QDir(file.absolutePath()).filePath(QStringLiteral("%1.%2-%3%4").arg(file.completeBaseName(), why, stamp, suffix));
}

void requireSpace(const QString &path, qint64 bytes)
{
    const QStorageInfo storage(QFileInfo(path).absolutePath());
    if (storage.isValid() && storage.bytesAvailable() < bytes)
        fail(Error::Kind::Unavailable, QStringLiteral("DB-FULL"), tr("There is not enough space for the copy. Nothing was changed."),
             tr("Free some space, or choose another disk."));
}

[[noreturn]] void failUnlikeOriginal()
{
    fail(Error::Kind::Corrupt, QStringLiteral("BACKUP-CHECK"), tr("The backup was written, but what it holds is not what the database holds. It was removed."),
         tr("Verify the database, check the disk, and try again."));
}

/// Opens a SQLite backup, checks its pages, and says its content hash; a backup of an older schema is checked by its pages only.
QString checkedFile(const QString &path)
{
    DatabaseUrl url;
    url.path = path;
    auto copy = orFail(Connection::open(url, Connection::Mode::ReadOnly));
    Migrator migrator(*copy);
    const int version = migrator.databaseVersion();
    if (version == 0 || version > Migrator::programVersion())
        migrator.check();
    if (const QString problems = integrityProblems(*copy, true); !problems.isEmpty())
        fail(Error::Kind::Corrupt, QStringLiteral("DB-CORRUPT"), tr("The backup is damaged. Nothing was changed."), tr("Choose another backup."), problems);
    return version == Migrator::programVersion() ? computeContentHash(*copy).sha256 : QString();
}

void checkDump(const DatabaseUrl &server, const QString &path, const QString &expected, BackupReport &report, Progress *progress)
{
    std::unique_ptr<ScratchDatabase> scratch;
    try {
        scratch = std::make_unique<ScratchDatabase>(server);
    } catch (const StoreFailure &failure) {
        if (failure.error.kind != Error::Kind::Denied)
            throw;
        listPostgresql(path);
        report.isChecked = false;
        report.note = tr("The database login may not create a database, so the backup was read but not restored for a comparison.");
        return;
    }
    restorePostgresql(scratch->url(), path, progress);
    auto copy = orFail(Connection::open(scratch->url(), Connection::Mode::ReadOnly));
    if (computeContentHash(*copy, {}, progress).sha256 != expected)
        failUnlikeOriginal();
}

void writeBackup(Connection &connection, const QString &path, BackupReport &report, Progress *progress)
{
    report.contentHash = computeContentHash(connection, {}, progress).sha256;
    if (connection.isSqlite()) {
        requireSpace(path, QFileInfo(connection.url().path).size());
        copyToFile(connection, path, progress);
        if (checkedFile(path) != report.contentHash)
            failUnlikeOriginal();
        return;
    }
    auto snapshot = connection.prepare(QStringLiteral("SELECT pg_export_snapshot()"));
    snapshot->step();
    dumpPostgresql(connection.url(), path, snapshot->text(0), progress);
    checkDump(connection.url(), path, report.contentHash, report, progress);
}

/// The state before a restore, as it is: by pages when it can be opened, else byte by byte.
QString copyPresent(const DatabaseUrl &url, Progress *progress)
{
    if (!QFileInfo::exists(url.path))
        return {};
    const QString copy = besideName(url.path, QStringLiteral("before-restore"));
    requireSpace(copy, QFileInfo(url.path).size());
    try {
        auto present = orFail(Connection::open(url, Connection::Mode::ReadWrite));
        copyToFile(*present, copy, progress);
    } catch (const StoreFailure &failure) {
        if (failure.error.kind != Error::Kind::Corrupt)
            throw;
        for (const char *suffix : {"", "-wal", "-journal"}) {
            if (QFileInfo::exists(url.path + QLatin1String(suffix)) && !QFile::copy(url.path + QLatin1String(suffix), copy + QLatin1String(suffix)))
                fail(Error::Kind::Unavailable, QStringLiteral("DB-IO"), tr("The present file could not be copied. Nothing was changed."),
                     tr("Check the disk, then try again."));
        }
    }
    return copy;
}

void replaceFile(const DatabaseUrl &url, const QString &backup, Progress *progress)
{
    auto present = Connection::open(url, QFileInfo::exists(url.path) ? Connection::Mode::ReadWrite : Connection::Mode::Create);
    if (present) {
        copyFromFile(backup, **present, progress);
        return;
    }
    if (present.error().kind != Error::Kind::Corrupt)
        throw StoreFailure{present.error()};
    // What cannot be opened cannot be written over page by page; its bytes lie in the copy.
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(url.path + QLatin1String(suffix));
    auto fresh = orFail(Connection::open(url, Connection::Mode::Create));
    copyFromFile(backup, *fresh, progress);
}

RestoreReport restoreFile(const DatabaseUrl &url, const QString &backup, Progress *progress)
{
    RestoreReport report;
    report.contentHash = checkedFile(backup);
    report.presentCopy = copyPresent(url, progress);
    replaceFile(url, backup, progress);
    if (checkedFile(url.path) != report.contentHash)
        fail(Error::Kind::Corrupt, QStringLiteral("BACKUP-CHECK"), tr("The restored database is not what the backup holds."),
             tr("The state before lies in %1.").arg(QFileInfo(report.presentCopy).fileName()));
    return report;
}

RestoreReport restoreDump(const DatabaseUrl &url, const QString &backup, Progress *progress)
{
    RestoreReport report;
    if (!isPostgresqlDump(backup))
        fail(Error::Kind::Invalid, QStringLiteral("BACKUP-FORMAT"), tr("This file is not a backup of a PostgreSQL database."),
             tr("Choose another file; a SQLite database comes in with copy-to."));
    listPostgresql(backup);
    report.presentCopy = besideName(backup, QStringLiteral("before-restore"));
    dumpPostgresql(url, report.presentCopy, {}, progress);
    restorePostgresql(url, backup, progress);
    auto connection = orFail(Connection::open(url, Connection::Mode::ReadOnly));
    if (Migrator(*connection).databaseVersion() == Migrator::programVersion())
        report.contentHash = computeContentHash(*connection, {}, progress).sha256;
    return report;
}

void noteRestore(const DatabaseUrl &url, const QString &person)
{
    auto session = orFail(Session::open(url));
    session->actAsProgram();
    class NoteRestore : public Command
    {
    public:
        explicit NoteRestore(const QString &person) : m_person(person) {}
        QString name() const override { return QStringLiteral("RestoreBackup"); }
        Right right() const override { return Right::Backup; }
        void perform(Transaction &transaction) override { transaction.note(name(), {{QStringLiteral("person"), m_person}}); }

    private:
        QString m_person;
    };
    NoteRestore note(person);
    orFail(session->apply(note));
}

} // namespace

Result<BackupReport> backupDatabase(Session &session, const QString &path, Progress *progress)
{
    if (const auto allowed = session.require(Right::Backup); !allowed)
        return tl::unexpected(allowed.error());
    if (QFileInfo::exists(path))
        return failure(Error::Kind::Refused, QStringLiteral("FILE-EXISTS"), tr("There is a file of this name already. It was not touched."),
                       tr("Choose another name."));
    const QString temporary = temporaryName(path);
    BackupReport report;
    report.path = path;
    const auto written = session.read<void>([&](Connection &connection) { writeBackup(connection, temporary, report, progress); });
    if (!written || !QFile::rename(temporary, path)) {
        QFile::remove(temporary);
        if (!written)
            return tl::unexpected(written.error());
        return failure(Error::Kind::Unavailable, QStringLiteral("FILE-WRITE"), tr("The backup cannot be written at this place."),
                       tr("Check that the folder exists and may be written."));
    }
    report.bytes = QFileInfo(path).size();
    NoteBackup note(report);
    if (const auto noted = session.apply(note); !noted)
        report.note = tr("The backup is good, but could not be noted in the journal.");
    return report;
}

Result<RestoreReport> restoreBackup(const DatabaseUrl &url, const QString &backup, const QString &person, Progress *progress)
{
    if (!QFileInfo(backup).isFile())
        return failure(Error::Kind::NotFound, QStringLiteral("FILE-MISSING"), tr("There is no file at this place."), tr("Check the name."));
    try {
        if (url.engine == Engine::Sqlite && isPostgresqlDump(backup))
            fail(Error::Kind::Invalid, QStringLiteral("BACKUP-FORMAT"), tr("This file is a backup of a PostgreSQL database."),
                 tr("Restore it there, then use copy-to."));
        const RestoreReport report = url.engine == Engine::Sqlite ? restoreFile(url, backup, progress) : restoreDump(url, backup, progress);
        if (!report.contentHash.isEmpty())
            noteRestore(url, person);
        return report;
    } catch (const StoreFailure &failure) {
        return tl::unexpected(failure.error);
    }
}

Result<MigrationReport> migrateDatabase(const DatabaseUrl &url, Progress *progress, const QString &schema)
{
    try {
        auto connection = orFail(Connection::open(url, Connection::Mode::ReadWrite));
        Migrator migrator(*connection, schema);
        MigrationReport report;
        report.from = migrator.databaseVersion();
        report.to = migrator.newestVersion();
        if (report.from == 0 || report.from > report.to)
            migrator.check();
        if (report.from == report.to)
            return report;
        if (connection->isSqlite()) {
            const QString copy = besideName(url.path, QStringLiteral("before-version-%1").arg(report.to));
            requireSpace(copy, 2 * QFileInfo(url.path).size());
            copyToFile(*connection, copy, progress);
            report.copy = copy;
        }
        migrator.migrate();
        return report;
    } catch (const StoreFailure &failure) {
        return tl::unexpected(failure.error);
    }
}

QString newestGoodBackup(const DatabaseUrl &url)
{
    if (url.engine != Engine::Sqlite)
        return {};
    const QFileInfo file(url.path);
    QFileInfoList candidates = QDir(file.absolutePath()).entryInfoList({QStringLiteral("*.") + file.suffix()}, QDir::Files, QDir::Time);
    for (const QFileInfo &candidate : std::as_const(candidates)) {
        if (candidate == file || !candidate.fileName().startsWith(file.completeBaseName()))
            continue;
        try {
            checkedFile(candidate.absoluteFilePath());
            return candidate.absoluteFilePath();
        } catch (const StoreFailure &) {
            // Not a backup, or not a good one: the next.
        }
    }
    return {};
}

QVector<Error> openingNotices(Session &session)
{
    QVector<Error> notices;
    if (const auto damage = session.damage())
        notices.append(*damage);
    if (session.url().engine != Engine::Sqlite)
        return notices;
    if (session.isOnNetworkShare())
        notices.append({Error::Kind::Unavailable, QStringLiteral("DB-SHARE"), tr("This database file lies on a network share."),
                        tr("For more than a few people at once a database server is safer and faster."), {}});
    const QStorageInfo storage(QFileInfo(session.url().path).absolutePath());
    if (storage.isValid() && storage.bytesAvailable() < littleSpace)
        notices.append({Error::Kind::Unavailable, QStringLiteral("DB-SPACE"), tr("The disk of the database is nearly full."),
                        tr("Free some space before you work on: what cannot be written is not kept."), {}});
    return notices;
}

LastBackup lastBackupOf(Session &session)
{
    return {session.setting(lastBackup), session.setting(lastBackupAt).toLongLong()};
}

} // namespace certdesk
