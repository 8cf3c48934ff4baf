// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

namespace certdesk {

/// The pages of certification: a district's list, wizard, reports and members; the state's events, editor, submissions and
/// categories.
QVector<PageEntry> certificationPages();

} // namespace certdesk
