// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/plan.h"

#include <algorithm>

namespace certdesk {

namespace {

const char *const policyNames[] = {"add-and-update", "add-only", "update-only"};

} // namespace

QString rowPolicyName(RowPolicy policy)
{
    return QLatin1String(policyNames[static_cast<int>(policy)]);
}

std::optional<RowPolicy> rowPolicyFromName(const QString &name)
{
    for (int i = 0; i < 3; ++i) {
        if (name == QLatin1String(policyNames[i]))
            return static_cast<RowPolicy>(i);
    }
    return std::nullopt;
}

bool ImportOptions::settles(const IntakeFinding &finding) const
{
    if (accepts(finding.code) || overrides.contains(finding.code))
        return true;
    const QString from = finding.code + QLatin1Char(':');
    return finding.confidence > 0 && std::any_of(accepted.cbegin(), accepted.cend(), [&](const QString &word) {
               bool ok = false;
               return word.startsWith(from) && word.mid(from.size()).toInt(&ok) <= finding.confidence && ok;
           });
}

bool holdsBack(RowStatus status, const ImportOptions &options)
{
    switch (status) {
    case RowStatus::Error:
    case RowStatus::Conflict:
        return true;
    case RowStatus::Migrate:
        return !options.accepts(status) && !options.accepts(QStringLiteral("K02"));
    case RowStatus::Restore:
        return !options.accepts(status) && !options.accepts(QStringLiteral("K03"));
    case RowStatus::Archive:
    case RowStatus::Rollback:
    case RowStatus::Retain:
        return !options.accepts(status);
    default:
        return false;
    }
}

QVector<EntityKind> recordsNeeded(const ImportKind &kind)
{
    using K = EntityKind;
    switch (kind.primary) {
    case K::School:
        return {K::School};
    case K::Student:
        return {K::School, K::Staff, K::Student, K::Enrollment};
    case K::Staff:
        return {K::School, K::Staff, K::StaffSchool, K::Student};
    case K::Course:
        return {K::Course};
    case K::Group:
    case K::Member:
        return {K::School, K::Staff, K::Student, K::Course, K::Group, K::GroupStaff, K::Member};
    case K::ProgramCertificate:
        return {K::Program, K::Certificate, K::ProgramCertificate};
    case K::Certificate:
        return {K::Certificate, K::Component};
    default:
        return {K::School, K::Staff, K::Student, K::Course, K::Certificate, K::Component, K::Attempt};
    }
}

int ImportPlan::heldBack() const
{
    return static_cast<int>(std::count_if(rows.cbegin(), rows.cend(), [this](const PlanRow &row) { return holdsBack(row.status, options); }));
}

} // namespace certdesk
