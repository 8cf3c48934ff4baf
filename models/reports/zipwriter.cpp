// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/zipwriter.h"

#include "models/reports/writefailure.h"

#include <QFile>
#include <zip.h>

namespace certdesk {

namespace {

constexpr zip_uint16_t firstDosDay = (1U << 5U) | 1U; // 1 January 1980

bool addMember(zip_t *archive, const ZipMember &member)
{
    zip_source_t *source = zip_source_buffer(archive, member.bytes.constData(), static_cast<zip_uint64_t>(member.bytes.size()), 0);
    if (!source)
        return false;
    const zip_int64_t place = zip_file_add(archive, member.name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
    if (place < 0) {
        zip_source_free(source);
        return false;
    }
    const auto index = static_cast<zip_uint64_t>(place);
    return zip_set_file_compression(archive, index, ZIP_CM_STORE, 0) == 0 && zip_file_set_dostime(archive, index, 0, firstDosDay, 0) == 0;
}

} // namespace

Done writeZip(const QString &path, const QVector<ZipMember> &members)
{
    // The library writes into a file of its own beside `path` and renames it when it is closed.
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    if (!archive)
        return writeFailure();
    for (const ZipMember &member : members) {
        if (!addMember(archive, member)) {
            zip_discard(archive);
            return writeFailure();
        }
    }
    if (zip_close(archive) == 0)
        return {};
    zip_discard(archive);
    return writeFailure();
}

} // namespace certdesk
