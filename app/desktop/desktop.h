// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/translation.h"

#include <QString>

class QApplication;

namespace certdesk {

class MainWindow;
class Preferences;

/// The composition root of the window: names, language, options, and the objects that live as long as the program.
class Desktop
{
public:
    explicit Desktop(QApplication &application);
    /// The exit code.
    int run();

private:
    void loadLanguage(const Preferences &preferences);
    int runTour(const QString &folder);
    int showWindow(MainWindow &window, const QString &database, bool sample);

    QApplication &m_application;
    Translation m_plurals;
    Translation m_own;
    QTranslator m_qt;
};

} // namespace certdesk
