// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

namespace certdesk {

/// The pages that are a list and nothing more, in the order of the rail.
QVector<PageEntry> listPages();

} // namespace certdesk
