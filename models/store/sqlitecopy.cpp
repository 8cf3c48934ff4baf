// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlitecopy.h"

#include "models/domain/progress.h"
#include "models/store/connection.h"
#include "models/store/sqlitestatement.h"

#include <QCoreApplication>
#include <QFile>
#include <sqlite3.h>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Safekeeping", text);
}

constexpr int pagesAStep = 2048;

/// A database file without the ways of Connection (no WAL, no functions): it is only filled or read as pages.
class PageFile
{
public:
    PageFile(const QString &path, int flags)
    {
        const int code = sqlite3_open_v2(path.toUtf8().constData(), &m_database, flags, nullptr);
        if (code != SQLITE_OK) {
            sqlite3_close(m_database);
            fail(Error::Kind::Unavailable, QStringLiteral("FILE-WRITE"), tr("The file cannot be opened at this place. Nothing was changed."),
                 tr("Check that the folder exists and may be written."));
        }
    }
    ~PageFile() { sqlite3_close(m_database); }
    PageFile(const PageFile &) = delete;
    PageFile &operator=(const PageFile &) = delete;
    sqlite3 *handle() const { return m_database; }

private:
    sqlite3 *m_database = nullptr;
};

void copyPages(sqlite3 *from, sqlite3 *to, Progress *progress)
{
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
    if (!backup)
        failSqlite(to, sqlite3_errcode(to));
    int code = SQLITE_OK;
    bool cancelled = false;
    do {
        code = sqlite3_backup_step(backup, pagesAStep);
        if (progress) {
            const int total = sqlite3_backup_pagecount(backup);
            progress->report(tr("Copying"), total - sqlite3_backup_remaining(backup), total);
            cancelled = progress->isCancelled();
        }
    } while (code == SQLITE_OK && !cancelled);
    const int finished = sqlite3_backup_finish(backup);
    if (cancelled && code == SQLITE_OK)
        throw StoreFailure{Progress::cancelledError().value()};
    if (code != SQLITE_DONE)
        failSqlite(to, code);
    if (finished != SQLITE_OK)
        failSqlite(to, finished);
}

} // namespace

void copyToFile(Connection &source, const QString &path, Progress *progress)
{
    try {
        PageFile file(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        copyPages(static_cast<sqlite3 *>(source.nativeHandle()), file.handle(), progress);
        // A copy is one file, also where the original writes ahead.
        const int code = sqlite3_exec(file.handle(), "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
        if (code != SQLITE_OK)
            failSqlite(file.handle(), code);
    } catch (const StoreFailure &) {
        QFile::remove(path);
        throw;
    }
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
}

void copyFromFile(const QString &path, Connection &target, Progress *progress)
{
    const PageFile file(path, SQLITE_OPEN_READONLY);
    copyPages(file.handle(), static_cast<sqlite3 *>(target.nativeHandle()), progress);
}

QString integrityProblems(Connection &connection, bool quick)
{
    try {
        auto statement = connection.prepare(quick ? QStringLiteral("PRAGMA quick_check(1)") : QStringLiteral("PRAGMA integrity_check(5)"));
        QStringList lines;
        while (statement->step())
            lines.append(statement->text(0));
        return lines == QStringList(QStringLiteral("ok")) ? QString() : lines.join(QLatin1String("; "));
    } catch (const StoreFailure &failure) {
        if (failure.error.kind == Error::Kind::Cancelled)
            throw;
        return failure.error.message;
    }
}

} // namespace certdesk
