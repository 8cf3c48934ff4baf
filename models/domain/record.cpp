// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/record.h"

#include <algorithm>

namespace certdesk {

bool Change::touches(EntityKind kind) const
{
    return wholeKinds.contains(kind)
           || std::any_of(records.cbegin(), records.cend(), [kind](const RecordRef &ref) { return ref.kind == kind; });
}

} // namespace certdesk
