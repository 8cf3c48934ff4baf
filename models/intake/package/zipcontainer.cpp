// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/package/zipcontainer.h"

#include <QCoreApplication>
#include <zip.h>

namespace certdesk {

namespace {

constexpr qint64 maxEntries = 10'000;
constexpr quint64 maxUnpacked = 4ULL << 30;
constexpr quint64 maxRatio = 100;
/// A small file of equal lines packs better than any bomb; below this size the ratio says nothing.
constexpr quint64 ratioFloor = 16ULL << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

bool isUnsafe(const QString &name)
{
    const QStringList parts = name.split(QLatin1Char('/'));
    return parts.contains(QLatin1String("..")) || name.startsWith(QLatin1Char('/')) || name.contains(QLatin1Char(':')) || name.contains(QChar(u'\0'));
}

bool isArchiveName(const QString &name)
{
    for (const char *ending : {".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz"}) {
        if (name.endsWith(QLatin1String(ending), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace

ZipContainer::ZipContainer(QByteArray bytes, const IntakeLimits &limits) : m_bytes(std::move(bytes)), m_limits(limits)
{
    open();
    const QString why = m_zip ? readDirectory() : tr("damaged");
    if (!why.isEmpty()) {
        m_findings.append(intakeFinding("F12", {why}));
        m_names.clear();
    }
}

ZipContainer::~ZipContainer()
{
    if (m_zip)
        zip_discard(m_zip);
}

void ZipContainer::open()
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(m_bytes.constData(), static_cast<zip_uint64_t>(m_bytes.size()), 0, &error);
    if (source) {
        m_zip = zip_open_from_source(source, ZIP_RDONLY, &error);
        if (!m_zip)
            zip_source_free(source);
    }
    zip_error_fini(&error);
}

QString ZipContainer::refuseEntry(quint64 index, const QString &name) const
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    constexpr zip_uint32_t typeMask = 0170000;
    constexpr zip_uint32_t link = 0120000;
    if (isUnsafe(name))
        return tr("unsafe path");
    if (zip_file_get_external_attributes(m_zip, index, 0, &system, &attributes) == 0 && system == ZIP_OPSYS_UNIX && ((attributes >> 16) & typeMask) == link)
        return tr("it holds a link");
    if (isArchiveName(name) && !isForeignName(name))
        return tr("nested");
    return {};
}

QString ZipContainer::readDirectory()
{
    const zip_int64_t count = zip_get_num_entries(m_zip, 0);
    if (count > maxEntries)
        return tr("too many entries");
    quint64 packed = 0;
    quint64 unpacked = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        const auto index = static_cast<zip_uint64_t>(i);
        if (zip_stat_index(m_zip, index, 0, &stat) != 0 || !(stat.valid & ZIP_STAT_NAME))
            return tr("damaged");
        const QString name = QString::fromUtf8(stat.name).replace(QLatin1Char('\\'), QLatin1Char('/'));
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
            return tr("encrypted");
        if (const QString why = refuseEntry(index, name); !why.isEmpty())
            return why;
        packed += stat.comp_size;
        unpacked += stat.size;
        if (stat.size > maxUnpacked || unpacked > maxUnpacked)
            return tr("too large");
        if (name.endsWith(QLatin1Char('/')) || isForeignName(name))
            continue;
        if (m_entries.contains(name))
            return tr("%1 is in it twice").arg(name);
        m_entries.insert(name, index);
        m_sizes.insert(name, stat.size);
        m_names.append(name);
    }
    if (unpacked > ratioFloor && unpacked > maxRatio * std::max<quint64>(1, packed))
        return tr("too large");
    const QStringList full = m_names;
    const QString folder = takeEnclosingFolder(&m_names);
    if (!folder.isEmpty()) {
        for (const QString &name : full)
            m_entries.insert(name.mid(folder.size()), m_entries.take(name));
        for (const QString &name : full)
            m_sizes.insert(name.mid(folder.size()), m_sizes.take(name));
    }
    m_names.sort();
    return {};
}

Result<QByteArray> ZipContainer::read(const QString &name) const
{
    const auto entry = m_entries.constFind(name);
    if (entry == m_entries.constEnd())
        return tl::unexpected(archiveRefused(tr("%1 is not in it").arg(name)));
    const quint64 size = m_sizes.value(name);
    if (size > static_cast<quint64>(m_limits.textBytes))
        return tl::unexpected(archiveRefused(tr("too large")));
    zip_file_t *file = zip_fopen_index(m_zip, *entry, 0);
    if (!file)
        return tl::unexpected(archiveRefused(tr("damaged")));
    // The size in the directory is a claim: never more is read than it says, and less or more is damage.
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    qsizetype done = 0;
    char more = 0;
    while (done < bytes.size()) {
        const zip_int64_t got = zip_fread(file, bytes.data() + done, static_cast<zip_uint64_t>(bytes.size() - done));
        if (got <= 0)
            break;
        done += static_cast<qsizetype>(got);
    }
    const bool whole = done == bytes.size() && zip_fread(file, &more, 1) == 0;
    const bool sound = zip_fclose(file) == 0;
    if (!whole || !sound)
        return tl::unexpected(archiveRefused(tr("damaged")));
    if (detectSourceType(bytes) == SourceType::Zip)
        return tl::unexpected(archiveRefused(tr("nested")));
    return bytes;
}

} // namespace certdesk
