// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace certdesk {

class Preferences;

/// A clean page of what is shown: title, school year, date, page numbers (W-072). Asks for the printer first.
void print(QWidget *parent, const QString &title, const QString &schoolYear, const QString &html, const Preferences &preferences);

} // namespace certdesk
