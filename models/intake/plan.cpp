// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/plan.h"

#include <algorithm>

namespace certdesk {

namespace {

const char *const policyNames[] = {"add-and-update", "add-only", "update-only"};
const char *const matchNames[] = {"override", "override-with-defaults", "fill-missing", "no-change"};
const char *const fieldPolicyNames[] = {"file-wins", "manual-wins", "fill-only"};

template <class Policy, std::size_t N> std::optional<Policy> policyNamed(const QString &name, const char *const (&names)[N])
{
    for (std::size_t i = 0; i < N; ++i) {
        if (name == QLatin1String(names[i]))
            return static_cast<Policy>(i);
    }
    return std::nullopt;
}

} // namespace

QString matchPolicyName(MatchPolicy policy)
{
    return QLatin1String(matchNames[static_cast<int>(policy)]);
}

std::optional<MatchPolicy> matchPolicyFromName(const QString &name)
{
    return policyNamed<MatchPolicy>(name, matchNames);
}

QString fieldPolicyName(FieldPolicy policy)
{
    return QLatin1String(fieldPolicyNames[static_cast<int>(policy)]);
}

std::optional<FieldPolicy> fieldPolicyFromName(const QString &name)
{
    return policyNamed<FieldPolicy>(name, fieldPolicyNames);
}

QString rowPolicyName(RowPolicy policy)
{
    return QLatin1String(policyNames[static_cast<int>(policy)]);
}

std::optional<RowPolicy> rowPolicyFromName(const QString &name)
{
    return policyNamed<RowPolicy>(name, policyNames);
}

bool ImportOptions::settles(const IntakeFinding &finding) const
{
    if (accepts(finding.code) || overrides.contains(finding.code))
        return true;
    if (finding.code == QLatin1String("K14") && accepts(QStringLiteral("B05")))
        return true; // the re-keying of all is the re-keying of each
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
        return !options.accepts(status) && !options.accepts(QStringLiteral("K10"));
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
        return {K::School, K::Staff, K::Student, K::Enrollment, K::PreviousId, K::ExternalId, K::Assessment, K::GradeChange};
    case K::Staff:
        return {K::School, K::Staff, K::StaffSchool, K::Student, K::Account, K::AccountRole};
    case K::Course:
        return {K::Course};
    case K::Assessment:
        return {K::School, K::Student, K::PreviousId, K::ExternalId, K::Assessment};
    case K::Group:
    case K::Member:
        return {K::School, K::Staff, K::StaffSchool, K::Student, K::Course, K::Group, K::GroupStaff, K::Member, K::PreviousId, K::ExternalId};
    case K::ProgramCertificate:
        return {K::Program, K::Certificate, K::ProgramCertificate};
    case K::Certificate:
        return {K::Certificate, K::Component};
    default:
        return {K::School, K::Staff, K::Student, K::Course, K::Certificate, K::Component, K::Attempt};
    }
}

bool ImportPlan::isRefused() const
{
    return std::any_of(fileFindings.cbegin(), fileFindings.cend(),
                       [](const IntakeFinding &finding) { return finding.isError() && !finding.code.startsWith(QLatin1Char('B')); });
}

const IntakeFinding *ImportPlan::stop() const
{
    for (const IntakeFinding &finding : fileFindings) {
        const bool asks = finding.isError() ? !options.overrides.contains(finding.code) : finding.needsDecision() && !options.settles(finding);
        if (finding.code.startsWith(QLatin1Char('B')) && asks)
            return &finding;
    }
    return nullptr;
}

int ImportPlan::heldBack() const
{
    return static_cast<int>(std::count_if(rows.cbegin(), rows.cend(), [this](const PlanRow &row) { return holdsBack(row.status, options); }));
}

} // namespace certdesk
