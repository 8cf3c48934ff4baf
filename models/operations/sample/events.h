// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/sample/accounts.h"

#include <QDir>

namespace certdesk::sample {

/// Lets the sample's people set certification up, through the commands a person uses, on the days they would have: category
/// with members, validation groups, a closed event of last year, open events, one in preview, a draft; then connects both
/// districts to the state and exchanges once, so that nothing waits.
Done setUpCertification(const QDir &folder, const QVector<SampleAccount> &accounts, const QVector<District> &districts);

} // namespace certdesk::sample
