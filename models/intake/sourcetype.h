// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/finding.h"

#include <QByteArray>

namespace certdesk {

enum class SourceType { Empty, Text, Xlsx, Ods, Zip, LegacyXls, ProtectedWorkbook, Pdf, Html, Image, Binary };

/// Decides by content, never by file name.
SourceType detectSourceType(const QByteArray &bytes);
/// F11: the workbook opens with a password only.
IntakeFinding protectedWorkbook();
/// "PDF", "picture", … for F02.
QString sourceTypeName(SourceType type);

struct ZipEntry
{
    QString name;
    qint64 packed = 0;
    qint64 unpacked = 0;
    bool encrypted = false;
};

struct ZipListing
{
    bool valid = false;
    QVector<ZipEntry> entries;

    bool contains(QLatin1String name) const;
};

/// Reads the central directory only; nothing is unpacked.
ZipListing listZip(const QByteArray &bytes);
/// The rules for archives as F12, or nothing: paths, encryption, nesting, number, size and ratio.
IntakeFindings checkZip(const ZipListing &listing);

} // namespace certdesk
