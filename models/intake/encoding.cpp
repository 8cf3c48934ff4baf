// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/encoding.h"

#include "models/intake/widetext.h"

#include <array>
#include <cstring>

namespace certdesk {

namespace {

using Codepage = std::array<char16_t, 128>;

/// What differs from Latin-1 in 0x80 … 0x9F; 0 marks a byte that Windows-1252 does not define.
constexpr char16_t windowsC1[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr char16_t macRoman[129] = u"ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
                                   u"¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

Codepage windows1252()
{
    Codepage page{};
    for (size_t i = 0; i < 128; ++i)
        page[i] = i < 32 ? windowsC1[i] : static_cast<char16_t>(0x80 + i);
    return page;
}

Codepage iso8859_1()
{
    Codepage page{};
    for (size_t i = 0; i < 128; ++i)
        page[i] = i < 32 ? char16_t{0} : static_cast<char16_t>(0x80 + i);
    return page;
}

Codepage iso8859_15()
{
    Codepage page = iso8859_1();
    page[0x24] = 0x20AC;
    page[0x26] = 0x0160;
    page[0x28] = 0x0161;
    page[0x34] = 0x017D;
    page[0x38] = 0x017E;
    page[0x3C] = 0x0152;
    page[0x3D] = 0x0153;
    page[0x3E] = 0x0178;
    return page;
}

Codepage macintosh()
{
    Codepage page{};
    for (size_t i = 0; i < 128; ++i)
        page[i] = macRoman[i];
    return page;
}

const Codepage &codepage(TextEncoding encoding)
{
    static const Codepage windows = windows1252();
    static const Codepage latin1 = iso8859_1();
    static const Codepage latin9 = iso8859_15();
    static const Codepage mac = macintosh();
    switch (encoding) {
    case TextEncoding::Iso8859_1:
        return latin1;
    case TextEncoding::Iso8859_15:
        return latin9;
    case TextEncoding::MacRoman:
        return mac;
    default:
        return windows;
    }
}

/// How much the text looks like words in this codepage: a letter beside a letter of fitting case counts for it, a symbol inside a
/// word or an undefined byte against it. -1 when a byte has no character at all.
double codepageScore(const QByteArray &bytes, const Codepage &page)
{
    const auto isLetter = [](uchar c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
    double score = 0;
    qint64 high = 0;
    const auto *data = reinterpret_cast<const uchar *>(bytes.constData());
    const qsizetype size = bytes.size();
    for (qsizetype i = 0; i < size; ++i) {
        if (data[i] < 0x80)
            continue;
        ++high;
        const char16_t unit = page[data[i] - 0x80u];
        if (unit == 0)
            return -1;
        const QChar decoded(unit);
        const bool before = i > 0 && isLetter(data[i - 1]);
        const bool after = i + 1 < size && isLetter(data[i + 1]);
        if (decoded.isLetter()) {
            const bool upperInWord = decoded.isUpper() && before && (data[i - 1] & 0x20);
            const bool common = unit < 0x180;
            score += upperInWord ? -0.5 : (before || after) ? (common ? 1.0 : 0.3) : 0.2;
        } else {
            score += (before && after) ? (unit == 0x2019 ? 0.6 : -0.8) : 0.1;
        }
    }
    return high == 0 ? 0 : score / static_cast<double>(high);
}

EncodingVerdict detectByteCodepage(const QByteArray &bytes)
{
    EncodingVerdict verdict;
    double best = -2;
    double second = -2;
    for (const TextEncoding candidate : {TextEncoding::Windows1252, TextEncoding::Iso8859_15, TextEncoding::MacRoman}) {
        // Windows-1252 is by far the most frequent; another one has to be clearly better.
        const double score = codepageScore(bytes, codepage(candidate)) + (candidate == TextEncoding::Windows1252 ? 0.15 : 0.0);
        if (score > best) {
            second = best;
            best = score;
            verdict.encoding = candidate;
        } else {
            second = qMax(second, score);
        }
    }
    verdict.confidence = qBound(50, static_cast<int>(70 + 30 * qMin(1.0, best - qMax(second, -1.0))), 99);
    return verdict;
}

struct Mark
{
    const char *bytes;
    int length;
    TextEncoding encoding;
};

EncodingVerdict byteOrderMark(const QByteArray &bytes)
{
    static const Mark marks[] = {{"\xFF\xFE\0\0", 4, TextEncoding::Utf32Le},
                                 {"\0\0\xFE\xFF", 4, TextEncoding::Utf32Be},
                                 {"\xEF\xBB\xBF", 3, TextEncoding::Utf8},
                                 {"\xFF\xFE", 2, TextEncoding::Utf16Le},
                                 {"\xFE\xFF", 2, TextEncoding::Utf16Be}};
    EncodingVerdict verdict;
    for (const Mark &mark : marks) {
        while (bytes.size() >= verdict.markBytes + mark.length
               && std::memcmp(bytes.constData() + verdict.markBytes, mark.bytes, static_cast<size_t>(mark.length)) == 0) {
            verdict.encoding = mark.encoding;
            verdict.markBytes += mark.length; // some programs write the mark twice
        }
        if (verdict.markBytes > 0)
            break;
    }
    return verdict;
}

/// UTF-16 and UTF-32 without mark: in text of western scripts nearly every second byte is NUL, or three of four.
EncodingVerdict detectWide(const QByteArray &bytes)
{
    qint64 nuls[4] = {0, 0, 0, 0};
    qint64 firstNul = -1;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes[i] != 0)
            continue;
        if (firstNul < 0)
            firstNul = i;
        ++nuls[i % 4];
    }
    EncodingVerdict verdict;
    const qint64 even = nuls[0] + nuls[2];
    const qint64 odd = nuls[1] + nuls[3];
    const double pairs = static_cast<double>(bytes.size()) / 2;
    const double quarters = pairs / 2;
    if (static_cast<double>(nuls[3]) > 0.95 * quarters && static_cast<double>(nuls[2]) > 0.9 * quarters && nuls[1] > 20 * nuls[0])
        verdict.encoding = TextEncoding::Utf32Le;
    else if (static_cast<double>(nuls[0]) > 0.95 * quarters && static_cast<double>(nuls[1]) > 0.9 * quarters && nuls[2] > 20 * nuls[3])
        verdict.encoding = TextEncoding::Utf32Be;
    else if (static_cast<double>(odd) > 0.4 * pairs && odd > 20 * even)
        verdict.encoding = TextEncoding::Utf16Le;
    else if (static_cast<double>(even) > 0.4 * pairs && even > 20 * odd)
        verdict.encoding = TextEncoding::Utf16Be;
    else
        verdict.badOffset = firstNul;
    verdict.confidence = 95;
    return verdict;
}

int sequenceLength(uchar lead)
{
    return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
}

/// Valid multi-byte sequences in text that is not valid UTF-8 as a whole.
void countSequences(const QByteArray &bytes, qint64 *valid, qint64 *invalid)
{
    qint64 position = 0;
    while (position < bytes.size()) {
        const qint64 bad = firstInvalidUtf8(bytes.constData() + position, bytes.size() - position);
        const qint64 end = bad < 0 ? bytes.size() : position + bad;
        for (qint64 i = position; i < end; ++i) {
            if (static_cast<uchar>(bytes[i]) >= 0xC0) {
                ++*valid;
                i += sequenceLength(static_cast<uchar>(bytes[i])) - 1;
            }
        }
        if (bad < 0)
            return;
        ++*invalid;
        position = end + 1;
    }
}

QByteArray fromCodepage(const QByteArray &bytes, TextEncoding encoding)
{
    const Codepage &page = codepage(encoding);
    QByteArray utf8;
    utf8.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<uchar>(c);
        if (byte < 0x80) {
            utf8.append(c);
            continue;
        }
        const char16_t unit = page[byte - 0x80u] ? page[byte - 0x80u] : char16_t{byte};
        if (unit < 0x800) {
            utf8.append(static_cast<char>(0xC0 | (unit >> 6)));
        } else {
            utf8.append(static_cast<char>(0xE0 | (unit >> 12)));
            utf8.append(static_cast<char>(0x80 | ((unit >> 6) & 0x3F)));
        }
        utf8.append(static_cast<char>(0x80 | (unit & 0x3F)));
    }
    return utf8;
}

/// Offset of the first byte that has no character in this codepage, or -1.
qint64 firstUndefined(const QByteArray &bytes, TextEncoding encoding)
{
    const Codepage &page = codepage(encoding);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<uchar>(bytes[i]);
        if (byte >= 0x80 && page[byte - 0x80u] == 0)
            return i;
    }
    return -1;
}

WideText fromWide(const QByteArray &bytes, const EncodingVerdict &verdict)
{
    const QByteArrayView text = QByteArrayView(bytes).sliced(verdict.markBytes);
    const bool bigEndian = verdict.encoding == TextEncoding::Utf16Be || verdict.encoding == TextEncoding::Utf32Be;
    const bool sixteen = verdict.encoding == TextEncoding::Utf16Le || verdict.encoding == TextEncoding::Utf16Be;
    WideText wide = sixteen ? fromUtf16(text, bigEndian) : fromUtf32(text, bigEndian);
    if (wide.badOffset >= 0)
        wide.badOffset += verdict.markBytes;
    return wide;
}

} // namespace

QString encodingName(TextEncoding encoding)
{
    static const char *const names[] = {"unknown",  "UTF-8",        "UTF-16LE",    "UTF-16BE", "UTF-32LE",
                                        "UTF-32BE", "Windows-1252", "ISO-8859-1", "ISO-8859-15", "Mac Roman"};
    return QLatin1String(names[static_cast<int>(encoding)]);
}

TextEncoding encodingFromName(const QString &name)
{
    for (int i = static_cast<int>(TextEncoding::Utf8); i <= static_cast<int>(TextEncoding::MacRoman); ++i) {
        if (encodingName(static_cast<TextEncoding>(i)).compare(name, Qt::CaseInsensitive) == 0)
            return static_cast<TextEncoding>(i);
    }
    return TextEncoding::Unknown;
}

qint64 firstInvalidUtf8(const char *data, qint64 size)
{
    const auto *bytes = reinterpret_cast<const uchar *>(data);
    qint64 i = 0;
    while (i < size) {
        quint64 eight = 0;
        while (i + 8 <= size) {
            std::memcpy(&eight, bytes + i, 8);
            if (eight & 0x8080808080808080ULL)
                break;
            i += 8;
        }
        if (i >= size)
            break;
        const uchar lead = bytes[i];
        if (lead < 0x80) {
            ++i;
            continue;
        }
        if (lead < 0xC2 || lead > 0xF4 || i + sequenceLength(lead) > size)
            return i;
        const uchar second = bytes[i + 1];
        const bool tooShort = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
        const bool outside = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
        if (tooShort || outside)
            return i;
        for (int k = 1; k < sequenceLength(lead); ++k) {
            if ((bytes[i + k] & 0xC0) != 0x80)
                return i;
        }
        i += sequenceLength(lead);
    }
    return -1;
}

EncodingVerdict detectEncoding(const QByteArray &bytes)
{
    EncodingVerdict verdict = byteOrderMark(bytes);
    if (verdict.encoding == TextEncoding::Utf8) {
        verdict.badOffset = firstInvalidUtf8(bytes.constData() + verdict.markBytes, bytes.size() - verdict.markBytes);
        if (verdict.badOffset >= 0)
            verdict.badOffset += verdict.markBytes;
        return verdict;
    }
    if (verdict.encoding != TextEncoding::Unknown)
        return verdict;
    if (std::memchr(bytes.constData(), 0, static_cast<size_t>(bytes.size())))
        return detectWide(bytes);
    const qint64 bad = firstInvalidUtf8(bytes.constData(), bytes.size());
    if (bad < 0) {
        verdict.encoding = TextEncoding::Utf8;
        return verdict;
    }
    qint64 valid = 0;
    qint64 invalid = 0;
    countSequences(bytes, &valid, &invalid);
    if (valid >= 9 * invalid) {
        // UTF-8 with a few broken bytes: reading it as a codepage would garble every other accent.
        verdict.badOffset = bad;
        return verdict;
    }
    return detectByteCodepage(bytes);
}

DecodedText decodeText(QByteArray bytes, TextEncoding forced)
{
    DecodedText decoded;
    decoded.verdict = detectEncoding(bytes);
    if (forced != TextEncoding::Unknown && forced != decoded.verdict.encoding) {
        decoded.verdict.encoding = forced;
        decoded.verdict.confidence = 100;
        decoded.verdict.badOffset = forced == TextEncoding::Utf8           ? firstInvalidUtf8(bytes.constData(), bytes.size())
                                    : forced >= TextEncoding::Windows1252 ? firstUndefined(bytes, forced)
                                                                          : -1;
    }
    bool ok = decoded.verdict.badOffset < 0 && decoded.verdict.encoding != TextEncoding::Unknown;
    if (ok && decoded.verdict.encoding == TextEncoding::Utf8) {
        decoded.utf8 = std::move(bytes);
        if (decoded.verdict.markBytes > 0)
            decoded.utf8.remove(0, decoded.verdict.markBytes);
    } else if (ok && decoded.verdict.encoding < TextEncoding::Windows1252) {
        WideText wide = fromWide(bytes, decoded.verdict);
        decoded.verdict.badOffset = wide.badOffset;
        decoded.utf8 = std::move(wide.utf8);
        ok = wide.badOffset < 0;
    } else if (ok) {
        decoded.utf8 = fromCodepage(bytes, decoded.verdict.encoding);
    }
    if (!ok)
        decoded.findings.append(intakeFinding("F03", {QString::number(qMax<qint64>(0, decoded.verdict.badOffset))}));
    else if (decoded.verdict.confidence < 100)
        decoded.findings.append(intakeFinding("F04", {encodingName(decoded.verdict.encoding), QString::number(decoded.verdict.confidence)}));
    return decoded;
}

} // namespace certdesk
