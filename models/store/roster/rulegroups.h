// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/roster/grouprule.h"
#include "models/store/transaction.h"

namespace certdesk {

/// Lets rule groups follow the roster: whatever command changes students, the memberships are put right in the same
/// transaction, and so in the same batch. Archived and frozen groups are left alone, and the groups of other organizations:
/// these follow where they are kept.
class RuleGroups
{
public:
    explicit RuleGroups(Transaction &transaction) : m_transaction(transaction) {}

    struct Touched
    {
        QSet<qint64> students;
        QSet<qint64> groups;
        bool allStudents = false; ///< too many to list
        bool members = false;     ///< of any group: homerooms may look different
    };
    void follow(const Touched &touched);

private:
    QVector<RuledGroup> load();
    void followSchools(const QVector<RuledGroup> &groups);
    void followStudents(const QVector<RuledGroup> &groups, const QSet<qint64> &students);
    QVector<RuledStudent> students(const QString &condition, const QVector<qint64> &ids);
    QVector<RuledMember> members(const QString &condition, const QVector<qint64> &ids);
    void addHomerooms(QVector<RuledStudent> &students, const QString &condition, const QVector<qint64> &ids);

    Transaction &m_transaction;
    bool m_usesHomerooms = false;
};

} // namespace certdesk
