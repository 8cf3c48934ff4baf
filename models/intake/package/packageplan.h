// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/package/packageset.h"
#include "models/intake/plan.h"

#include <QJsonObject>

namespace certdesk {

using StatusCounts = std::array<int, rowStatusCount>;

/// One file's part of the plan of a package.
struct PackageFilePlan
{
    QString name;
    QString role;   ///< empty: recognized, counted, not used
    bool delta = false;
    int rows = 0;
    StatusCounts counts{};
};

/// What importing a package would do: one batch for all of its files. The counts of the files sum to the rows of the files; each
/// kind of record has a ledger of its own.
struct PackagePlan
{
    QString kind;
    QString version;
    FileIdentity identity;
    ImportOptions options;
    QVector<PackageFilePlan> files;
    QMap<QString, StatusCounts> ledgers; ///< "schools", "students", "staff", "courses", "groups", "memberships", "teaching"
    StatusCounts counts{};
    int rows = 0;
    IntakeFindings findings;
    QVector<RowChange> changes;
    QVector<SourceRow> held; ///< rows that hold back an all-or-nothing import

    bool isRefused() const;
    int heldBack() const { return static_cast<int>(held.size()); }
};

/// The kinds of record a package plan looks at and writes.
QVector<EntityKind> packageRecordsNeeded();
/// Plans the whole package against the present records. Writes nothing; the set gets the statuses of its rows.
Result<PackagePlan> planPackage(PackageSet &set, const ImportOptions &options, PresentData present, Progress *progress = nullptr);

/// What `import oneroster` and `import clever` answer.
QJsonObject packageReport(const PackagePlan &plan, std::optional<qint64> batch, bool dryRun);
/// What `inspect` answers for a package.
QJsonObject packageInspection(const PackageSet &set);

} // namespace certdesk
