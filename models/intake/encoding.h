// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/finding.h"

#include <QByteArray>

namespace certdesk {

enum class TextEncoding { Unknown, Utf8, Utf16Le, Utf16Be, Utf32Le, Utf32Be, Windows1252, Iso8859_1, Iso8859_15, MacRoman };

/// "UTF-8", "Windows-1252", …
QString encodingName(TextEncoding encoding);
TextEncoding encodingFromName(const QString &name);

struct EncodingVerdict
{
    TextEncoding encoding = TextEncoding::Unknown;
    int markBytes = 0;    ///< length of the byte-order mark(s) at the start
    int confidence = 100; ///< per cent
    qint64 badOffset = -1;
};

/// Looks at the whole file, never at a sample.
EncodingVerdict detectEncoding(const QByteArray &bytes);

struct DecodedText
{
    QByteArray utf8;
    EncodingVerdict verdict;
    IntakeFindings findings; ///< F03, F04
};

/// Bytes to UTF-8 without byte-order mark. UTF-8 input is passed on without a copy where possible. `forced` overrides the
/// detection. A byte that fits no encoding is F03 with its offset; nothing is ever replaced in silence.
DecodedText decodeText(QByteArray bytes, TextEncoding forced = TextEncoding::Unknown);

/// Offset of the first byte that is not valid UTF-8, or -1.
qint64 firstInvalidUtf8(const char *data, qint64 size);

} // namespace certdesk
