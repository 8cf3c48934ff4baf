// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/program.h"
#include "models/reports/pdfwriter.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    const auto application = certdesk::reportApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("certdeskctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CERTDESK_VERSION));
    return certdesk::cli::runProgram(QCoreApplication::arguments().mid(1));
}
