// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

namespace certdesk {

/// The one answer when a file cannot be written: the old file, if any, is still there.
tl::unexpected<Error> writeFailure();

} // namespace certdesk
