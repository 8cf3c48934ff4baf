// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

namespace certdesk {

/// The pages of the roster's operations; reached from the Students page, the board and Find.
QVector<PageEntry> rosterPages();

} // namespace certdesk
