// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/session.h"

namespace certdesk {

/// signs rows of the list "retained" off (ids of its rows; none: all of the year and school that are not signed), as one
/// batch of kind "retained" that can be undone. Needs BatchOperations. Returns the batch; 0 when nothing was left to sign.
Result<qint64> signRetained(Session &session, qint64 schoolYear, const QString &schoolCode, const QVector<qint64> &rows, const QString &note);

} // namespace certdesk
