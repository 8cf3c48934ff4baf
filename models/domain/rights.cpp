// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/rights.h"

#include <QCoreApplication>
#include <QHash>
#include <array>

namespace certdesk {

namespace {

constexpr std::array<const char *, rightCount> names{
    "view-roster",     "edit-roster",   "import-roster",  "batch-operations", "override-rules",  "enter-attempts",
    "edit-all-attempts", "verify-attempts", "waive-rules", "assign-certificates", "transfer-rows", "run-checks",
    "author-rules",    "configure",     "manage-users",   "view-journal",     "backup",          "export",
    "view-events",     "create-events", "edit-events",    "publish-events",   "close-events",    "delete-events",
    "edit-categories", "edit-members",  "run-validation", "take-snapshot",    "acknowledge",     "submit",
    "request-recertification", "decide", "event-report",  "resync",           "verification-summary"};

using R = Right;

QHash<QString, QVector<Right>> presets()
{
    const QVector<Right> districtWide{R::ViewRoster, R::RunChecks, R::Export};
    QHash<QString, QVector<Right>> map;
    const auto give = [&map](const char *role, const QVector<Right> &rights) { map.insert(QString::fromLatin1(role), rights); };
    give("state-administrator",
         {R::ViewRoster, R::RunChecks, R::AuthorRules, R::Configure, R::ManageUsers, R::ViewJournal, R::Backup, R::Export,
          R::ViewEvents, R::CreateEvents, R::EditEvents, R::PublishEvents, R::CloseEvents, R::DeleteEvents, R::EditCategories,
          R::TakeSnapshot, R::EventReport, R::VerificationSummary});
    give("state-approver", {R::ViewRoster, R::RunChecks, R::Export, R::ViewEvents, R::TakeSnapshot, R::Decide, R::EventReport,
                            R::VerificationSummary});
    give("state-reviewer", {R::ViewRoster, R::RunChecks, R::Export, R::ViewEvents, R::EventReport, R::VerificationSummary});
    give("district-administrator",
         {R::ViewRoster, R::EditRoster, R::ImportRoster, R::BatchOperations, R::OverrideRules, R::EnterAttempts, R::EditAllAttempts,
          R::AssignCertificates, R::RunChecks, R::AuthorRules, R::Configure, R::ManageUsers, R::ViewJournal, R::Backup, R::Export,
          R::ViewEvents, R::EditMembers, R::RunValidation, R::Resync, R::VerificationSummary});
    give("administrator", {R::ViewRoster, R::EditRoster, R::ImportRoster, R::BatchOperations, R::EnterAttempts, R::EditAllAttempts,
                           R::RunChecks, R::ViewJournal, R::Export});
    give("teacher", {R::ViewRoster, R::EnterAttempts, R::RunChecks, R::Export});
    give("student", {});
    give("certifier", districtWide + QVector<Right>{R::ViewEvents, R::RunValidation, R::TakeSnapshot, R::Acknowledge, R::Submit,
                                                    R::RequestRecertification, R::Resync, R::VerificationSummary});
    give("reviewer", districtWide + QVector<Right>{R::ViewEvents, R::RunValidation, R::TakeSnapshot, R::VerificationSummary});
    give("cte-director", districtWide + QVector<Right>{R::EnterAttempts, R::EditAllAttempts, R::VerifyAttempts, R::WaiveRules,
                                                       R::AssignCertificates, R::TransferRows});
    give("cte-specialist", districtWide + QVector<Right>{R::EnterAttempts, R::EditAllAttempts, R::VerifyAttempts});
    give("school-lead", districtWide + QVector<Right>{R::EnterAttempts, R::EditAllAttempts, R::VerifyAttempts});
    give("data-entry-clerk", districtWide + QVector<Right>{R::EnterAttempts, R::TransferRows});
    give("career-advisor", districtWide + QVector<Right>{R::EnterAttempts, R::VerifyAttempts});
    give("sis-department", districtWide + QVector<Right>{R::ImportRoster, R::TransferRows});
    give("it-department", {R::RunChecks, R::AuthorRules, R::Configure, R::ViewJournal, R::Backup});
    return map;
}

const QHash<QString, QVector<Right>> &presetTable()
{
    static const QHash<QString, QVector<Right>> table = presets();
    return table;
}

} // namespace

QString rightName(Right right)
{
    return QString::fromLatin1(names.at(static_cast<std::size_t>(right)));
}

QString rightTitle(Right right)
{
    return rightName(right).replace(QLatin1Char('-'), QLatin1Char(' '));
}

int rightFromName(const QString &name)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name == QLatin1String(names[i]))
            return static_cast<int>(i);
    }
    return -1;
}

const QStringList &roleNames()
{
    static const QStringList roles = QStringLiteral("state-administrator state-approver state-reviewer district-administrator "
                                                    "administrator teacher student certifier reviewer cte-director cte-specialist "
                                                    "school-lead data-entry-clerk career-advisor sis-department it-department")
                                         .split(QLatin1Char(' '));
    return roles;
}

QVector<Right> presetRights(const QString &role)
{
    return presetTable().value(role);
}

QStringList rolesWith(Right right)
{
    QStringList roles;
    for (const QString &role : roleNames()) {
        if (presetRights(role).contains(right))
            roles.append(role);
    }
    return roles;
}

bool isOwnRowsRole(const QString &role)
{
    return role == QLatin1String("teacher") || role == QLatin1String("student");
}

} // namespace certdesk
