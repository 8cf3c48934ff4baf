// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/progress.h"
#include "models/store/databaseurl.h"

#include <QVector>

namespace certdesk::sample {

/// One sign-in of the sample, as accounts.txt has it.
struct Account
{
    DatabaseUrl url;
    QString person;
    QString role;
    QString password;
};

/// SAMPLE when the folder holds no sample.
Result<QVector<Account>> accountsIn(const QString &folder);
/// The first with this role in `database` ("district.db").
Result<Account> accountWith(const QString &folder, const QString &database, const QString &role);

/// A whole sample of this program: made by its version, with its schema and rules, and with a district that reaches its state.
bool isUsable(const QString &folder);
/// The sample that people look around in: left as they left it while it is usable, else made anew. Only the sample's own files
/// are ever removed; what else lies in the folder stays.
Done provide(const QString &folder, Progress &progress);

} // namespace certdesk::sample
