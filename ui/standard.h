// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/windowservices.h"

namespace certdesk {

class MainWindow;

/// Every page of the program in the order of the rail. A new page is one line here.
QVector<PageEntry> standardPages(MainWindow &window);

/// The window's wishes bound to what the models do.
WindowServices standardServices();

} // namespace certdesk
