// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include <QApplication>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    certdesk::Desktop desktop(application);
    return desktop.run();
}
