// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace certdesk {

/// The words of the program's own list: at least 2,048 plain words of four to seven letters, no names.
const QStringList &passphraseWords();

/// Words and two digits that can be read out and typed: "maple-otter-tiger-47". Over 39 bits with three words, over 28 with two.
/// From the operating system's generator; digits that look like letters are left out.
QString generatePassphrase(int words);

} // namespace certdesk
