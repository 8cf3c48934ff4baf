// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/widetext.h"

namespace certdesk {

namespace {

void appendUtf8(QByteArray &out, char32_t character)
{
    if (character < 0x80) {
        out.append(static_cast<char>(character));
        return;
    }
    if (character < 0x800) {
        out.append(static_cast<char>(0xC0 | (character >> 6)));
    } else {
        if (character < 0x10000) {
            out.append(static_cast<char>(0xE0 | (character >> 12)));
        } else {
            out.append(static_cast<char>(0xF0 | (character >> 18)));
            out.append(static_cast<char>(0x80 | ((character >> 12) & 0x3F)));
        }
        out.append(static_cast<char>(0x80 | ((character >> 6) & 0x3F)));
    }
    out.append(static_cast<char>(0x80 | (character & 0x3F)));
}

char32_t unitAt(QByteArrayView bytes, qsizetype at, int width, bool bigEndian)
{
    char32_t unit = 0;
    for (int i = 0; i < width; ++i)
        unit = (unit << 8) | static_cast<uchar>(bytes[at + (bigEndian ? i : width - 1 - i)]);
    return unit;
}

bool isHighSurrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool isLowSurrogate(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

} // namespace

WideText fromUtf16(QByteArrayView bytes, bool bigEndian)
{
    WideText text;
    text.utf8.reserve(bytes.size() / 2 + bytes.size() / 16);
    for (qsizetype at = 0; at < bytes.size(); at += 2) {
        char32_t character = at + 2 <= bytes.size() ? unitAt(bytes, at, 2, bigEndian) : 0xDC00;
        if (isHighSurrogate(character) && at + 4 <= bytes.size()) {
            const char32_t low = unitAt(bytes, at + 2, 2, bigEndian);
            if (isLowSurrogate(low)) {
                appendUtf8(text.utf8, 0x10000 + ((character - 0xD800) << 10) + (low - 0xDC00));
                at += 2;
                continue;
            }
        }
        if (character >= 0xD800 && character < 0xE000) {
            text.badOffset = at;
            return text;
        }
        appendUtf8(text.utf8, character);
    }
    return text;
}

WideText fromUtf32(QByteArrayView bytes, bool bigEndian)
{
    WideText text;
    text.utf8.reserve(bytes.size() / 4 + bytes.size() / 32);
    for (qsizetype at = 0; at < bytes.size(); at += 4) {
        const char32_t character = at + 4 <= bytes.size() ? unitAt(bytes, at, 4, bigEndian) : 0xFFFFFFFF;
        if (character > 0x10FFFF || (character >= 0xD800 && character < 0xE000)) {
            text.badOffset = at;
            return text;
        }
        appendUtf8(text.utf8, character);
    }
    return text;
}

} // namespace certdesk
