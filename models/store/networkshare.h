// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace certdesk {

/// True when the file lies on a network file system, where WAL must not be used (S-044).
bool isOnNetwork(const QString &path);

} // namespace certdesk
