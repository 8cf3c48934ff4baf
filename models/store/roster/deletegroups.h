// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/roster/groupplan.h"
#include "models/store/command.h"

namespace certdesk {

/// Deletes groups for good: what is active passes through the archive, then memberships, staff and groups go. No batch,
/// for nothing takes it back; the journal keeps a record with names and counts. Students and results are untouched.
class DeleteGroups : public Command
{
public:
    DeleteGroups(const GroupPlan &plan, const QString &reason) : m_plan(plan), m_reason(reason) {}
    QString name() const override { return QStringLiteral("DeleteGroups"); }
    Right right() const override { return Right::BatchOperations; }
    QString reason() const override { return m_reason; }
    void perform(Transaction &transaction) override;

private:
    const GroupPlan &m_plan;
    QString m_reason;
};

} // namespace certdesk
