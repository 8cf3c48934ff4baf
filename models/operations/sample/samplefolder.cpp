// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/samplefolder.h"

#include "models/operations/sample/samplebuilder.h"
#include "models/statelink/districtlink.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSaveFile>

namespace certdesk::sample {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("certdesk::MainWindow", text);
}

QString stampFile(const QString &folder)
{
    return folder + QStringLiteral("/made-by.txt");
}

/// What the sample depends on: the program's version, its schema and its rules.
QByteArray stamp()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QStringList paths;
    for (const char *root : {":/schema", ":/rules"}) {
        QDirIterator files(QString::fromLatin1(root), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            paths.append(files.next());
    }
    paths.sort();
    for (const QString &path : std::as_const(paths)) {
        QFile file(path);
        hash.addData(path.toUtf8());
        if (file.open(QIODevice::ReadOnly))
            hash.addData(file.readAll());
    }
    return QByteArrayLiteral(CERTDESK_VERSION " ") + hash.result().toHex() + '\n';
}

bool reachesItsState(const QString &folder)
{
    DatabaseUrl url;
    url.path = folder + QStringLiteral("/district.db");
    const auto session = Session::open(url);
    if (!session)
        return false;
    (*session)->actAsProgram();
    return testLink(**session).has_value();
}

Done removeOld(const QString &folder)
{
    const QDir place(folder);
    bool removed = QDir(place.filePath(QStringLiteral("files"))).removeRecursively();
    for (const char *name : {"state.db", "district.db", "district2.db"}) {
        for (const char *suffix : {"", "-wal", "-shm", "-journal"}) {
            const QString path = place.filePath(QLatin1String(name) + QLatin1String(suffix));
            removed = (!QFile::exists(path) || QFile::remove(path)) && removed;
        }
    }
    for (const char *name : {"truth.json", "accounts.txt", "made-by.txt"}) {
        const QString path = place.filePath(QLatin1String(name));
        removed = (!QFile::exists(path) || QFile::remove(path)) && removed;
    }
    if (removed)
        return {};
    return failure(Error::Kind::Unavailable, QStringLiteral("SAMPLE"), tr("The sample of an older version could not be removed."),
                   tr("Close other windows that show the sample, then try again."));
}

Done unwritable(const QString &folder)
{
    return failure(Error::Kind::Unavailable, QStringLiteral("SAMPLE"), tr("The sample could not be written. Nothing was changed."),
                   tr("Make room on the disk, or check who may write to %1.").arg(QDir::toNativeSeparators(folder)));
}

} // namespace

Result<QVector<Account>> accountsIn(const QString &folder)
{
    QFile file(folder + QStringLiteral("/accounts.txt"));
    QVector<Account> accounts;
    if (file.open(QIODevice::ReadOnly)) {
        const auto lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
        for (const QString &line : lines) {
            const QStringList parts = line.split(QLatin1Char('\t'));
            if (parts.size() != 4)
                continue;
            Account account{{}, parts[1], parts[2], parts[3]};
            account.url.path = folder + QLatin1Char('/') + parts[0];
            accounts.append(account);
        }
    }
    if (accounts.isEmpty())
        return failure(Error::Kind::NotFound, QStringLiteral("SAMPLE"), tr("The sample is not complete."),
                       tr("Remove its folder %1 and try again.").arg(QDir::toNativeSeparators(folder)));
    return accounts;
}

Result<Account> accountWith(const QString &folder, const QString &database, const QString &role)
{
    const auto accounts = accountsIn(folder);
    if (!accounts)
        return tl::unexpected(accounts.error());
    for (const Account &account : *accounts) {
        if (account.role == role && account.url.path.endsWith(QLatin1Char('/') + database))
            return account;
    }
    return failure(Error::Kind::NotFound, QStringLiteral("SAMPLE"), tr("The sample has nobody with the role %1.").arg(role), {});
}

bool isUsable(const QString &folder)
{
    QFile file(stampFile(folder));
    return file.open(QIODevice::ReadOnly) && file.readAll() == stamp() && accountsIn(folder) && reachesItsState(folder);
}

Done provide(const QString &folder, Progress &progress)
{
    if (isUsable(folder))
        return {};
    if (!QDir().mkpath(folder))
        return unwritable(folder);
    if (const auto removed = removeOld(folder); !removed)
        return removed;
    Options options;
    options.into = folder;
    if (const auto made = buildSample(options, progress); !made)
        return tl::unexpected(made.error());
    QSaveFile file(stampFile(folder));
    if (!file.open(QIODevice::WriteOnly) || file.write(stamp()) < 0 || !file.commit())
        return unwritable(folder);
    return {};
}

} // namespace certdesk::sample
