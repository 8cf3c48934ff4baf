// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace certdesk {

/// Rights are single verbs granted to roles (S-020); nothing else decides who may do what.
enum class Right {
    ViewRoster,
    EditRoster,
    ImportRoster,
    BatchOperations,
    OverrideRules,
    EnterAttempts,
    EditAllAttempts,
    VerifyAttempts,
    WaiveRules,
    AssignCertificates,
    TransferRows,
    RunChecks,
    AuthorRules,
    Configure,
    ManageUsers,
    ViewJournal,
    Backup,
    Export,
    ViewEvents,
    CreateEvents,
    EditEvents,
    PublishEvents,
    CloseEvents,
    DeleteEvents,
    EditCategories,
    EditMembers,
    RunValidation,
    TakeSnapshot,
    Acknowledge,
    Submit,
    RequestRecertification,
    Decide,
    EventReport,
    Resync,
    VerificationSummary,
};
inline constexpr int rightCount = static_cast<int>(Right::VerificationSummary) + 1;

/// "enter-attempts"
QString rightName(Right right);
/// The words a person reads: "enter attempts".
QString rightTitle(Right right);
/// -1 for an unknown name.
int rightFromName(const QString &name);

/// All role names of the command-line contract, e.g. "district-administrator".
const QStringList &roleNames();
/// What a role may do in a new database (the table of C-024, T-041 ff, R-011); a district can change it.
QVector<Right> presetRights(const QString &role);
/// Roles that have the right in a new database: named when somebody is refused (C-026, K17).
QStringList rolesWith(Right right);
/// A role whose rows are limited to the own entries and classes (T-041, R-011).
bool isOwnRowsRole(const QString &role);

} // namespace certdesk
