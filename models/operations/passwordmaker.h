// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace certdesk {

/// A random first password of four groups that can be read out and typed: "kodu-bise-73ra-…", over 60 bits. From the
/// operating system's generator; letters and digits that look alike are left out.
QString generatePassword();

} // namespace certdesk
