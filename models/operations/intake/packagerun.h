// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/package/packageplan.h"
#include "models/operations/intake/importrun.h"

namespace certdesk {

/// What decides how a OneRoster or Clever package comes in.
struct PackageRequest
{
    QString kind;      ///< "oneroster", "clever"
    QStringList paths; ///< a folder, a zip, or the files one by one
    QString ssidType;  ///< type within OneRoster's userIds that holds the state's identifier; empty: the usual ones
    ReadOptions read;
    ImportOptions options;
};

/// A package, read and compared: what would happen. Nothing is written.
struct PreparedPackage
{
    QStringList paths;
    PackageSet set;
    PackagePlan plan;
};

/// True for the kinds that come as a set of files.
bool isPackageKind(const QString &kind);
/// Opens and reads the files of a package without a database.
Result<PackageSet> readPackage(const PackageRequest &request, const PackageOptions &options, Progress *progress = nullptr);
/// Reads, loads the records under the person's scope and plans. A package that cannot be used is an Error with the code of its
/// first finding (F12, F13, R08 …).
Result<PreparedPackage> preparePackage(Session &session, const PackageRequest &request, Progress *progress = nullptr);
/// Commits the plan as one batch with one undo. With GoodRows the rows that hold back become issues of the batch.
Result<ImportOutcome> commitPackage(Session &session, const PreparedPackage &prepared, const ImportDecision &decision, Progress *progress = nullptr);
/// The rows that hold back, of all files, as CSV or XLSX (by the name).
Done writeOpenPackageRows(const PreparedPackage &prepared, const QString &path);

} // namespace certdesk
