// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>

namespace certdesk {

using Sha256 = std::array<char, 32>;

/// SHA-256 over the two parts, one behind the other. With the instructions that most processors have for it (six times as fast
/// as libsodium, which does not use them), else by libsodium.
Sha256 sha256(QByteArrayView first, QByteArrayView second = {});

/// Only for the test that compares both ways.
bool hasFastSha256();
Sha256 plainSha256(QByteArrayView first, QByteArrayView second = {});

} // namespace certdesk
