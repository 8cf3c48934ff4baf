// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace certdesk {

/// UTF-8 that a program took for Windows-1252 ("StÃ©phane"): the text as it was meant. Nothing for a sound one. Text that went
/// through it twice is followed back twice.
std::optional<QString> ungarbled(const QString &text);

} // namespace certdesk
