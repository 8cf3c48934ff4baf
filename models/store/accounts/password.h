// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <QString>
#include <QStringList>

namespace certdesk {

/// Argon2id, interactive limits of libsodium (S-002). About 0.1 s and 64 MiB a call: never on the window's thread.
QString hashPassword(const QString &password);
bool passwordMatches(const QString &hash, const QString &password);
bool passwordNeedsRehash(const QString &hash);

/// S-002: at least 10 characters, not a common password, not one of the person's own names. No other rules.
Done checkNewPassword(const QString &password, const QStringList &ownNames);

} // namespace certdesk
