// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace certdesk {

/// Tells assistive technology what changed without moving the focus (W-071): job ends, errors, counts. `region` is the
/// widget that shows the text; it gets the text as its accessible name.
void announce(QWidget *region, const QString &text);

/// Object name and accessible name in one call; every input has both.
void named(QWidget *widget, const char *objectName, const QString &accessibleName);

} // namespace certdesk
