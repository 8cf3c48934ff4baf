// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/postgresqldump.h"

#include "models/domain/progress.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QUuid>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Safekeeping", text);
}

constexpr int waitMilliseconds = 100;

/// The password goes by environment, never by argument: arguments stand in the list of processes.
void runTool(const QString &tool, const QStringList &arguments, const QString &password, Progress *progress)
{
    QProcess process;
    if (!password.isEmpty()) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PGPASSWORD"), password);
        process.setProcessEnvironment(environment);
    }
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice()); // it would quote rows
    process.start(tool, arguments);
    if (!process.waitForStarted())
        fail(Error::Kind::Unavailable, QStringLiteral("BACKUP-TOOL"), tr("The program %1 of PostgreSQL is not installed here. Nothing was changed.").arg(tool),
             tr("Install the PostgreSQL client programs, or let the server make the backup."));
    while (!process.waitForFinished(waitMilliseconds)) {
        if (process.state() == QProcess::NotRunning)
            break;
        if (progress && progress->isCancelled()) {
            process.kill();
            process.waitForFinished();
            throw StoreFailure{Progress::cancelledError().value()};
        }
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        fail(Error::Kind::Unavailable, QStringLiteral("BACKUP-FAILED"), tr("The program %1 of PostgreSQL did not succeed.").arg(tool),
             tr("Check the disk space, the server and the rights of the database login."), QStringLiteral("exit %1").arg(process.exitCode()));
}

QStringList place(const DatabaseUrl &url)
{
    QStringList arguments{QStringLiteral("--no-password"), QStringLiteral("--dbname"), url.name, QStringLiteral("--port"), QString::number(url.port)};
    if (!url.host.isEmpty())
        arguments << QStringLiteral("--host") << url.host;
    if (!url.user.isEmpty())
        arguments << QStringLiteral("--username") << url.user;
    return arguments;
}

} // namespace

void dumpPostgresql(const DatabaseUrl &url, const QString &path, const QString &snapshot, Progress *progress)
{
    QStringList arguments = place(url);
    arguments << QStringLiteral("--format=custom") << QStringLiteral("--no-owner") << QStringLiteral("--no-privileges") << QStringLiteral("--file") << path;
    if (!snapshot.isEmpty())
        arguments << QStringLiteral("--snapshot") << snapshot;
    runTool(QStringLiteral("pg_dump"), arguments, url.password, progress);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
}

void restorePostgresql(const DatabaseUrl &url, const QString &path, Progress *progress)
{
    QStringList arguments = place(url);
    arguments << QStringLiteral("--clean") << QStringLiteral("--if-exists") << QStringLiteral("--no-owner") << QStringLiteral("--no-privileges")
              << QStringLiteral("--single-transaction") << QStringLiteral("--exit-on-error") << path;
    runTool(QStringLiteral("pg_restore"), arguments, url.password, progress);
}

void listPostgresql(const QString &path)
{
    runTool(QStringLiteral("pg_restore"), {QStringLiteral("--list"), path}, {}, nullptr);
}

bool isPostgresqlDump(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(5) == "PGDMP";
}

ScratchDatabase::ScratchDatabase(const DatabaseUrl &server) : m_url(server)
{
    m_url.name = QStringLiteral("certdesk_check_") + QUuid::createUuid().toString(QUuid::Id128);
    m_server = orFail(Connection::open(server, Connection::Mode::ReadWrite));
    m_server->execute(QStringLiteral("CREATE DATABASE %1 TEMPLATE template0").arg(m_url.name));
}

ScratchDatabase::~ScratchDatabase()
{
    try {
        m_server->execute(QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(m_url.name));
    } catch (const StoreFailure &) {
        // The server is gone; what is left there is named after us and empty of new data.
    }
}

} // namespace certdesk
