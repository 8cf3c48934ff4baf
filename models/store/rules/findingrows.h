// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/store/transaction.h"

namespace certdesk {

/// Writes findings into the table `finding`. Bookkeeping: neither journaled nor part of the content hash.
void insertFindings(Transaction &transaction, const QVector<Finding> &findings);

} // namespace certdesk
