// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <QString>
#include <QStringList>
#include <QVector>

namespace certdesk {

class Progress;

/// A random first password of four groups that can be read out and typed: "kodu-bise-73ra-…", over 60 bits. From the
/// operating system's generator; letters and digits that look alike are left out.
QString generatePassword();

/// words of a vetted list of at least 2,048 and two digits, "maple-otter-comet-47". Three words (39 bits) from grade 4 on
/// and for adults, two (28 bits) below. No names are in the list; 0 and 1 are no digits of it, for they look like letters.
QString generatePassphrase(int words);
/// Of a canonical grade: two below grade 4, else three.
int passphraseWords(const QString &grade);
/// The words a passphrase is made of.
const QStringList &passphraseWordList();

/// Hashes many passwords on the processors there are, with progress; the same one is hashed once. Never on the window's thread.
Result<QStringList> hashPasswords(const QStringList &passwords, Progress *progress = nullptr);

} // namespace certdesk
