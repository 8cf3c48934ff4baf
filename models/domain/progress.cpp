// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/progress.h"

#include <QCoreApplication>

namespace certdesk {

tl::unexpected<Error> Progress::cancelledError()
{
    return failure(Error::Kind::Cancelled, QStringLiteral("CANCELLED"),
                   QCoreApplication::translate("Progress", "Cancelled. Nothing was changed."));
}

} // namespace certdesk
