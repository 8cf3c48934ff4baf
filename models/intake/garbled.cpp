// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/garbled.h"

#include <QByteArray>
#include <QStringDecoder>

namespace certdesk {

namespace {

/// Where Windows-1252 differs from ISO-8859-1, from 0x80 on; 0: unused there.
constexpr char16_t upperHalf[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
                                    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

int windowsByte(char16_t c)
{
    if (c < 0x100)
        return c;
    for (int i = 0; i < 32; ++i) {
        if (upperHalf[i] == c)
            return 0x80 + i;
    }
    return -1;
}

std::optional<QString> oneStepBack(const QString &text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (const QChar c : text) {
        const int byte = windowsByte(c.unicode());
        if (byte < 0)
            return std::nullopt;
        bytes += static_cast<char>(byte);
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString decoded = decoder(bytes);
    if (decoder.hasError() || decoded.contains(QChar::ReplacementCharacter) || decoded == text)
        return std::nullopt;
    return decoded;
}

} // namespace

std::optional<QString> ungarbled(const QString &text)
{
    // All of it lies above ASCII: the lead bytes C3 to F4 read as letters with marks.
    bool suspicious = false;
    for (const QChar c : text)
        suspicious = suspicious || (c.unicode() >= 0xC2 && c.unicode() <= 0xF4);
    if (!suspicious)
        return std::nullopt;
    auto result = oneStepBack(text);
    while (result) {
        const auto further = oneStepBack(*result);
        if (!further)
            break;
        result = further;
    }
    return result;
}

} // namespace certdesk
