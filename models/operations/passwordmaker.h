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

/// how many words the passphrase of somebody in this canonical grade has: two below grade 4, else (adults too) three.
int passphraseLength(const QString &grade);

/// Hashes many passwords on the processors there are, with progress; the same one is hashed once. Never on the window's thread.
Result<QStringList> hashPasswords(const QStringList &passwords, Progress *progress = nullptr);

} // namespace certdesk
