// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace certdesk {

struct WideText
{
    QByteArray utf8;
    qint64 badOffset = -1; ///< byte offset of the first unit that is no character
};

/// UTF-16 to UTF-8 unit by unit, so that no second copy of the text in another width is held. A lone surrogate or half a unit
/// at the end is an error with its offset.
WideText fromUtf16(QByteArrayView bytes, bool bigEndian);
/// The same for UTF-32; what lies above U+10FFFF or is a surrogate is an error.
WideText fromUtf32(QByteArrayView bytes, bool bigEndian);

} // namespace certdesk
