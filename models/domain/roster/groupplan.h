// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/roster/grouprule.h"

#include <QMap>

namespace certdesk {

/// What a group operation does with one group, or with one student of it.
enum class GroupOutcome { Archive, Restore, Delete, Create, Update, AddMember, EndMember, Unchanged, Skipped, Error };
/// "archive", "restore", "delete", "create", "update", "add", "end", "unchanged", "skipped", "error"
QString groupOutcomeName(GroupOutcome outcome);

struct GroupPlanRow
{
    GroupOutcome outcome = GroupOutcome::Unchanged;
    qint64 group = 0; ///< 0: not made yet
    QString name;     ///< of the group
    QString school;   ///< code
    qint64 schoolYear = 0;
    QString kind;
    int members = 0; ///< now, or that a new group gets
    QString student; ///< login or ID, where the row is about one
    QString code;
    QString message;
    QString next;
};

/// What an operation on groups would do and, as it stands, what it does.
struct GroupPlan
{
    QString operation; ///< "archive-groups", …: the kind of the batch
    QVector<GroupPlanRow> rows;
    QVector<RowChange> changes;
    /// Groups that go for good, with all that hangs on them, as (kind, id, version); not part of `changes`, for no batch
    /// takes them back.
    QVector<RowChange> removals;

    int count(GroupOutcome outcome) const;
    QMap<QString, int> counts() const; ///< by name, those above zero
};

/// The records a plan is made from, as far as the person sees them.
struct PresentGroups
{
    QVector<Record> schools;
    QVector<Record> groups;
    QVector<Record> members;
    QVector<Record> groupStaff;
    QVector<Record> externalIds;
    QVector<Record> students;
};

struct NewGroup
{
    qint64 school = 0;
    qint64 schoolYear = 0;
    QString kind = QStringLiteral("manual");
    QString name;
    QVector<qint64> students;
    QVector<qint64> staff;
    std::optional<GroupRule> rule;
};

/// Builds plans of group operations. Pure: asks nobody, writes nothing. One planner makes one plan.
class GroupPlanner
{
public:
    GroupPlanner(const QString &operation, const PresentGroups &present, DayNumber today);

    /// Out of lists and pickers; members, staff and results stay as they are. Groups marked "keep" stay when a set is archived.
    void archive(qint64 group, bool asSet);
    void restore(qint64 group);
    /// For good: the group, its memberships and its staff. Those marked "keep" stay when a set goes.
    void remove(qint64 group, bool asSet);
    void create(const NewGroup &wanted);
    /// One rule group a grade that the school serves; those that are there stay, archived ones come back.
    void createGradeLevel(qint64 school, qint64 schoolYear, const QStringList &grades);
    void setFlag(qint64 group, const char *field, bool on); ///< "keep" or "frozen"
    void addMember(qint64 group, qint64 student, const QString &key);
    void endMember(qint64 group, qint64 student, const QString &key);
    void report(const GroupPlanRow &row) { m_plan.rows.append(row); }

    const GroupPlan &plan() const { return m_plan; }
    /// Grades between the lowest and the highest of the school; with an open end, the grades its students are in.
    QStringList servedGrades(qint64 school) const;

private:
    GroupPlanRow &addRow(GroupOutcome outcome, const Record &group);
    const Record *group(qint64 id) const;
    const Record *findGroup(qint64 school, qint64 schoolYear, const QString &kind, const QString &name) const;
    void update(const Record &record, const QVector<QPair<const char *, Value>> &values);
    void removeAll(const QVector<Record> &records, const QSet<qint64> &groups);
    bool isFixed(const Record &group, qint64 student, const QString &key);
    QVector<qint64> ruledStudents(qint64 school, const GroupRule &rule) const;

    const PresentGroups &m_present;
    DayNumber m_today;
    GroupPlan m_plan;
    QHash<qint64, qsizetype> m_groups;
    QHash<qint64, QString> m_schoolCodes;
    QHash<qint64, int> m_openMembers;
    QHash<QPair<qint64, qint64>, qsizetype> m_members;
    QSet<qint64> m_seen;
    QSet<QPair<qint64, qint64>> m_seenMembers;
};

} // namespace certdesk
