// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/sourcetype.h"

#include <QCoreApplication>
#include <QtEndian>
#include <algorithm>

namespace certdesk {

namespace {

constexpr int maxEntries = 10'000;
constexpr qint64 maxUnpacked = 4LL << 30;
constexpr qint64 maxRatio = 100;
/// Small parts of a workbook (a sheet of equal cells) pack better than any bomb; below this size the ratio says nothing.
constexpr qint64 ratioFloor = 64LL << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

quint16 read16(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.constData() + at);
}

quint32 read32(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

SourceType typeOfZip(const QByteArray &bytes)
{
    const ZipListing listing = listZip(bytes);
    if (listing.contains(QLatin1String("xl/workbook.xml")) || listing.contains(QLatin1String("[Content_Types].xml")))
        return SourceType::Xlsx;
    if (listing.contains(QLatin1String("content.xml")))
        return SourceType::Ods;
    return SourceType::Zip;
}

/// A workbook with a password lies as one stream of this name (UTF-16) in the container that Excel 97 used for its files.
bool isEncryptedPackage(const QByteArray &bytes)
{
    static const QByteArray name = [] {
        QByteArray wide;
        for (const char c : QByteArrayLiteral("EncryptedPackage"))
            wide.append(c).append('\0');
        return wide;
    }();
    return bytes.contains(name);
}

bool looksLikeHtml(const QByteArray &bytes)
{
    const QByteArray head = bytes.left(512).trimmed().toLower();
    return head.startsWith("<!doctype html") || head.startsWith("<html") || head.startsWith("<table");
}

/// NUL bytes that are no UTF-16, or many control characters.
bool looksBinary(const QByteArray &bytes)
{
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF") || bytes.startsWith(QByteArray("\0\0\xFE\xFF", 4)))
        return false; // a byte-order mark says that it is text
    const QByteArray head = bytes.left(4096);
    qsizetype controls = 0;
    for (const char c : head) {
        const auto byte = static_cast<uchar>(c);
        if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != 0 && byte != 0x0C && byte != 0x1A)
            ++controls;
    }
    return controls * 20 > head.size();
}

} // namespace

IntakeFinding protectedWorkbook()
{
    IntakeFinding finding = intakeFinding("F11", IntakeSeverity::Error, {});
    finding.message = tr("The workbook is protected by a password");
    finding.next = tr("Save it without a password");
    return finding;
}

SourceType detectSourceType(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return SourceType::Empty;
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06"))
        return typeOfZip(bytes);
    if (bytes.startsWith("\xD0\xCF\x11\xE0"))
        return isEncryptedPackage(bytes) ? SourceType::ProtectedWorkbook : SourceType::LegacyXls;
    if (bytes.startsWith("%PDF"))
        return SourceType::Pdf;
    if (bytes.startsWith("\x89PNG") || bytes.startsWith("\xFF\xD8\xFF") || bytes.startsWith("GIF8") || bytes.startsWith("II*")
        || bytes.startsWith(QByteArray("MM\0*", 4)))
        return SourceType::Image;
    if (looksLikeHtml(bytes))
        return SourceType::Html;
    return looksBinary(bytes) ? SourceType::Binary : SourceType::Text;
}

QString sourceTypeName(SourceType type)
{
    switch (type) {
    case SourceType::LegacyXls:
        return tr("Excel 97-2003 workbook");
    case SourceType::ProtectedWorkbook:
        return tr("protected workbook");
    case SourceType::Pdf:
        return tr("PDF");
    case SourceType::Html:
        return tr("HTML page");
    case SourceType::Image:
        return tr("picture");
    case SourceType::Zip:
        return tr("zip archive");
    case SourceType::Xlsx:
        return tr("workbook");
    case SourceType::Ods:
        return tr("OpenDocument spreadsheet");
    case SourceType::Text:
        return tr("text");
    default:
        return tr("binary file");
    }
}

bool ZipListing::contains(QLatin1String name) const
{
    return std::any_of(entries.cbegin(), entries.cend(), [name](const ZipEntry &entry) { return entry.name == name; });
}

ZipListing listZip(const QByteArray &bytes)
{
    ZipListing listing;
    constexpr int endSize = 22;
    const qsizetype lowest = std::max<qsizetype>(0, bytes.size() - endSize - 0xFFFF);
    qsizetype end = bytes.size() - endSize;
    while (end >= lowest && qstrncmp(bytes.constData() + end, "PK\x05\x06", 4) != 0)
        --end;
    if (end < lowest)
        return listing;
    const int count = read16(bytes, end + 10);
    qsizetype at = read32(bytes, end + 16);
    for (int i = 0; i < count; ++i) {
        if (at < 0 || at + 46 > bytes.size() || qstrncmp(bytes.constData() + at, "PK\x01\x02", 4) != 0)
            return listing;
        const int nameLength = read16(bytes, at + 28);
        if (at + 46 + nameLength > bytes.size())
            return listing;
        ZipEntry entry;
        entry.encrypted = read16(bytes, at + 8) & 1;
        entry.packed = read32(bytes, at + 20);
        entry.unpacked = read32(bytes, at + 24);
        entry.name = QString::fromUtf8(bytes.constData() + at + 46, nameLength);
        listing.entries.append(entry);
        at += 46 + nameLength + read16(bytes, at + 30) + read16(bytes, at + 32);
    }
    listing.valid = true;
    return listing;
}

IntakeFindings checkZip(const ZipListing &listing)
{
    const auto refuse = [](const QString &why) { return IntakeFindings{intakeFinding("F12", {why})}; };
    if (!listing.valid)
        return refuse(tr("damaged"));
    if (listing.entries.size() > maxEntries)
        return refuse(tr("too many entries"));
    qint64 packed = 0;
    qint64 unpacked = 0;
    for (const ZipEntry &entry : listing.entries) {
        const QStringList parts = QString(entry.name).replace(QLatin1Char('\\'), QLatin1Char('/')).split(QLatin1Char('/'));
        if (entry.encrypted)
            return refuse(tr("encrypted"));
        if (parts.contains(QLatin1String("..")) || entry.name.startsWith(QLatin1Char('/')) || entry.name.contains(QLatin1Char(':')))
            return refuse(tr("unsafe path"));
        packed += entry.packed;
        unpacked += entry.unpacked;
    }
    if (unpacked > maxUnpacked || (unpacked > ratioFloor && unpacked > maxRatio * std::max<qint64>(1, packed)))
        return refuse(tr("too large"));
    return {};
}

} // namespace certdesk
