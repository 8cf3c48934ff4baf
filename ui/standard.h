// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/windowservices.h"

namespace certdesk {

class MainWindow;

/// Every page of the program in the order of the rail. A new page is one line here.
QVector<PageEntry> standardPages(MainWindow &window);

/// Where the sample is that people look around in.
QString usualSampleFolder();
/// The window's wishes bound to what the models do.
WindowServices standardServices(const QString &sampleFolder = usualSampleFolder());

} // namespace certdesk
