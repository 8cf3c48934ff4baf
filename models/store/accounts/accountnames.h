// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/session.h"

#include <QSet>

namespace certdesk {

/// The folded names of all accounts, whoever may see them: what a new one may not be called.
Result<QSet<QString>> accountNames(Session &session);

} // namespace certdesk
