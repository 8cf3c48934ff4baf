// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/session.h"

#include <QSet>

namespace certdesk {

/// The fields of each record whose present value was last written by hand and not by a batch, as the journal tells.
Result<QHash<RecordRef, QSet<int>>> manualFields(Session &session, EntityKind kind);

} // namespace certdesk
