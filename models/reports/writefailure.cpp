// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/writefailure.h"

#include <QCoreApplication>

namespace certdesk {

tl::unexpected<Error> writeFailure()
{
    return failure(Error::Kind::Unavailable, QStringLiteral("FILE-WRITE"),
                   QCoreApplication::translate("Reports", "The file cannot be written. Nothing was changed."),
                   QCoreApplication::translate("Reports", "Check the folder, its rights and the free space, then try again."));
}

} // namespace certdesk
