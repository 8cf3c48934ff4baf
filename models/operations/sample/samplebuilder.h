// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/progress.h"
#include "models/operations/sample/sampleoptions.h"

namespace certdesk::sample {

struct Summary
{
    QStringList files; ///< below the folder, in the order written
    qint64 students = 0;
    qint64 attempts = 0;
    qint64 faults = 0;
};

/// Makes the sample in a folder: state.db, district.db, district2.db, files/, truth.json, accounts.txt. Refuses a folder that
/// holds one of them already. Everything is written beside its place first: cancelled or failed, the folder is as before.
Result<Summary> buildSample(const Options &options, Progress &progress);

} // namespace certdesk::sample
