// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/program.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("certdeskctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CERTDESK_VERSION));
    return certdesk::cli::runProgram(QCoreApplication::arguments().mid(1));
}
