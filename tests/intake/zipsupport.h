// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPair>
#include <QVector>

namespace certdesk {

inline quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= static_cast<uchar>(c);
        for (int i = 0; i < 8; ++i)
            crc = (crc >> 1) ^ ((crc & 1) ? 0xEDB88320 : 0);
    }
    return ~crc;
}

inline QByteArray littleEndian(quint32 value, int bytes)
{
    QByteArray out;
    for (int i = 0; i < bytes; ++i)
        out.append(static_cast<char>(value >> (8 * i)));
    return out;
}

/// What may be wrong with an archive.
struct ZipTricks
{
    quint16 flags = 0;          ///< 1: encrypted
    quint32 claimedSize = 0;    ///< unpacked size as the archive says; 0: the true one
    quint32 attributes = 0;     ///< of every entry, as Unix writes them
};

/// A zip of stored files.
inline QByteArray zipOf(const QVector<QPair<QByteArray, QByteArray>> &files, const ZipTricks &tricks = {})
{
    QByteArray local;
    QByteArray central;
    for (const auto &[name, bytes] : files) {
        const auto offset = static_cast<quint32>(local.size());
        const auto size = static_cast<quint32>(bytes.size());
        const QByteArray common = littleEndian(20, 2) + littleEndian(tricks.flags, 2) + littleEndian(0, 2) + littleEndian(0, 4) + littleEndian(crc32(bytes), 4)
                                  + littleEndian(size, 4) + littleEndian(tricks.claimedSize ? tricks.claimedSize : size, 4)
                                  + littleEndian(static_cast<quint32>(name.size()), 2) + littleEndian(0, 2);
        local += QByteArray("PK\x03\x04", 4) + common + name + bytes;
        const quint32 madeBy = tricks.attributes ? 0x0314 : 20; // 3: Unix
        central += QByteArray("PK\x01\x02", 4) + littleEndian(madeBy, 2) + common + littleEndian(0, 2) + littleEndian(0, 2) + littleEndian(0, 2)
                   + littleEndian(tricks.attributes, 4) + littleEndian(offset, 4) + name;
    }
    const auto count = static_cast<quint32>(files.size());
    return local + central + QByteArray("PK\x05\x06", 4) + littleEndian(0, 4) + littleEndian(count, 2) + littleEndian(count, 2)
           + littleEndian(static_cast<quint32>(central.size()), 4) + littleEndian(static_cast<quint32>(local.size()), 4) + littleEndian(0, 2);
}

} // namespace certdesk
