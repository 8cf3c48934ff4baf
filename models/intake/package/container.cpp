// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/package/container.h"

#include "models/intake/package/zipcontainer.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <algorithm>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

Error cannotRead(const QString &path, const QString &why)
{
    return {Error::Kind::Unavailable, QStringLiteral("F14"), tr("The file %1 cannot be read; nothing was changed").arg(QFileInfo(path).fileName()),
            tr("Check that it exists, that you may read it, and that no other program has locked it"), why};
}

/// A folder, or files named one by one: names lead to paths on disk.
class FileContainer : public Container
{
public:
    explicit FileContainer(const IntakeLimits &limits) : m_limits(limits) {}

    Result<QByteArray> read(const QString &name) const override
    {
        QFile file(m_paths.value(name));
        if (!file.open(QIODevice::ReadOnly))
            return tl::unexpected(cannotRead(name, file.errorString()));
        if (file.size() > m_limits.textBytes)
            return tl::unexpected(archiveRefused(tr("too large")));
        return file.readAll();
    }

    Done addFolder(const QString &folder)
    {
        const QDir root(QDir(folder).absolutePath()); // names are told from the root by whole paths only
        QDirIterator files(root.path(), QDir::Files | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const QString name = root.relativeFilePath(path);
            if (isForeignName(name) || files.fileInfo().isSymLink())
                continue;
            add(name, path);
        }
        QStringList names = m_names;
        const QString enclosing = takeEnclosingFolder(&names);
        QHash<QString, QString> paths;
        for (const QString &name : std::as_const(names))
            paths.insert(name, m_paths.value(enclosing + name));
        m_names = names;
        m_paths = paths;
        return identify(folder);
    }
    Done addFiles(const QStringList &files)
    {
        for (const QString &path : files) {
            const QString name = QFileInfo(path).fileName();
            if (m_paths.contains(name))
                m_findings.append(intakeFinding("F12", {tr("%1 is given twice").arg(name)}));
            add(name, path);
        }
        return identify(files.first());
    }

private:
    void add(const QString &name, const QString &path)
    {
        m_names.append(name);
        m_paths.insert(name, path);
    }
    /// The hash over the names and hashes of all files, so that a change of any of them is F14.
    Done identify(const QString &path)
    {
        m_names.sort();
        QCryptographicHash all(QCryptographicHash::Sha256);
        m_identity.path = path;
        for (const QString &name : std::as_const(m_names)) {
            const auto file = identifyFile(m_paths.value(name));
            if (!file)
                return tl::unexpected(file.error());
            all.addData(name.toUtf8() + '\n' + file->sha256.toLatin1() + '\n');
            m_identity.size += file->size;
            m_identity.modified = std::max(m_identity.modified, file->modified);
        }
        m_identity.sha256 = QString::fromLatin1(all.result().toHex());
        return {};
    }

    IntakeLimits m_limits;
    QHash<QString, QString> m_paths;
};

Result<std::unique_ptr<Container>> openOne(const QString &path, const IntakeLimits &limits)
{
    auto identity = identifyFile(path);
    if (!identity)
        return tl::unexpected(identity.error());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(cannotRead(path, file.errorString()));
    if (file.size() > 4 * limits.textBytes)
        return tl::unexpected(archiveRefused(tr("too large")));
    auto zip = std::make_unique<ZipContainer>(file.readAll(), limits);
    zip->setIdentity(*identity);
    return zip;
}

} // namespace

Error archiveRefused(const QString &why)
{
    const IntakeFinding finding = intakeFinding("F12", {why});
    return {Error::Kind::Invalid, finding.code, finding.message, finding.next, {}};
}

QString takeEnclosingFolder(QStringList *names)
{
    if (names->isEmpty())
        return {};
    const qsizetype slash = names->first().indexOf(QLatin1Char('/'));
    if (slash <= 0)
        return {};
    const QString folder = names->first().left(slash + 1);
    if (!std::all_of(names->cbegin(), names->cend(), [&folder](const QString &name) { return name.startsWith(folder); }))
        return {};
    for (QString &name : *names)
        name = name.mid(folder.size());
    return folder;
}

bool isForeignName(const QString &name)
{
    const QStringList parts = name.split(QLatin1Char('/'));
    return std::any_of(parts.cbegin(), parts.cend(), [](const QString &part) {
        return part.startsWith(QLatin1Char('.')) || part == QLatin1String("__MACOSX") || part.compare(QLatin1String("Thumbs.db"), Qt::CaseInsensitive) == 0;
    });
}

Result<std::unique_ptr<Container>> openContainer(const QStringList &paths, const IntakeLimits &limits)
{
    const QFileInfo first(paths.value(0));
    if (paths.size() == 1 && !first.isDir() && !first.isSymLink()) {
        QFile file(paths.first());
        if (!file.open(QIODevice::ReadOnly))
            return tl::unexpected(cannotRead(paths.first(), file.errorString()));
        if (file.peek(2) == "PK")
            return openOne(paths.first(), limits);
    }
    auto files = std::make_unique<FileContainer>(limits);
    const Done added = paths.size() == 1 && first.isDir() ? files->addFolder(paths.first()) : files->addFiles(paths);
    if (!added)
        return tl::unexpected(added.error());
    return files;
}

std::unique_ptr<Container> openZip(QByteArray bytes, const IntakeLimits &limits)
{
    return std::make_unique<ZipContainer>(std::move(bytes), limits);
}

QStringList tableNames(const Container &container)
{
    static const QStringList endings{QStringLiteral(".csv"), QStringLiteral(".tsv"), QStringLiteral(".txt"), QStringLiteral(".xlsx"), QStringLiteral(".ods")};
    QStringList tables;
    for (const QString &name : container.names()) {
        if (std::any_of(endings.cbegin(), endings.cend(), [&name](const QString &ending) { return name.endsWith(ending, Qt::CaseInsensitive); }))
            tables.append(name);
    }
    return tables.isEmpty() ? container.names() : tables;
}

} // namespace certdesk
