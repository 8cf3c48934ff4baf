// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/roster/rulegroups.h"

namespace certdesk {

namespace {

constexpr qsizetype idsAStatement = 500;

QString marks(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(QLatin1Char(','));
}

template <class Row> void readByIds(Connection &connection, const QString &sql, const QVector<qint64> &ids, const Row &row)
{
    for (qsizetype from = 0; from < ids.size(); from += idsAStatement) {
        const QVector<qint64> chunk = ids.mid(from, idsAStatement);
        auto &statement = connection.prepared(sql.arg(marks(chunk.size())));
        for (qsizetype i = 0; i < chunk.size(); ++i)
            statement.bind(static_cast<int>(i) + 1, Value(chunk[i]));
        while (statement.step())
            row(statement);
        statement.reset();
    }
}

} // namespace

QVector<RuledGroup> RuleGroups::load()
{
    auto &statement = m_transaction.connection().prepared(
        QStringLiteral("SELECT id, school_id, rule FROM student_group WHERE rule IS NOT NULL AND org_id = ? "
                       "AND (status IS NULL OR status <> 'archived') AND COALESCE(frozen, 0) = 0 ORDER BY id"));
    statement.query(Value(m_transaction.context().organization));
    QVector<RuledGroup> groups;
    while (statement.step()) {
        const auto rule = GroupRule::fromJson(statement.text(2));
        if (!rule)
            continue;
        groups.append({statement.integer(0), statement.integer(1), *rule});
        m_usesHomerooms = m_usesHomerooms || !rule->homerooms.isEmpty();
    }
    statement.reset();
    return groups;
}

QVector<RuledStudent> RuleGroups::students(const QString &condition, const QVector<qint64> &ids)
{
    QVector<RuledStudent> list;
    const QString sql = QStringLiteral("SELECT id, school_id, grade, graduating_year, status, %1 FROM student WHERE %2 IN (%3)")
                            .arg(ruleFlags().join(QLatin1String(", ")), condition);
    readByIds(m_transaction.connection(), sql, ids, [&list](const Statement &row) {
        RuledStudent student{row.integer(0), row.integer(1), row.text(2), row.integer(3), row.text(4) != QLatin1String("archived"), {}, {}};
        for (int i = 0; i < ruleFlags().size(); ++i) {
            if (isFlagSet(row.text(5 + i)))
                student.flags.append(ruleFlags()[i]);
        }
        list.append(student);
    });
    if (m_usesHomerooms)
        addHomerooms(list, condition == QLatin1String("id") ? QStringLiteral("m.student_id") : QStringLiteral("g.school_id"), ids);
    return list;
}

void RuleGroups::addHomerooms(QVector<RuledStudent> &students, const QString &condition, const QVector<qint64> &ids)
{
    QHash<qint64, QStringList> rooms;
    const QString sql = QStringLiteral("SELECT m.student_id, g.group_name FROM member m JOIN student_group g ON g.id = m.group_id WHERE g.kind = 'homeroom' "
                                       "AND m.to_date IS NULL AND (g.status IS NULL OR g.status <> 'archived') AND %1 IN (%2)")
                            .arg(condition);
    readByIds(m_transaction.connection(), sql, ids, [&rooms](const Statement &row) { rooms[row.integer(0)].append(row.text(1)); });
    for (RuledStudent &student : students)
        student.homerooms = rooms.value(student.id);
}

QVector<RuledMember> RuleGroups::members(const QString &condition, const QVector<qint64> &ids)
{
    QVector<RuledMember> list;
    const QString sql = QStringLiteral("SELECT m.id, m.version, m.group_id, m.student_id, m.to_date FROM member m JOIN student_group g ON g.id = m.group_id "
                                       "WHERE g.rule IS NOT NULL AND %1 IN (%2)")
                            .arg(condition);
    readByIds(m_transaction.connection(), sql, ids, [&list](const Statement &row) {
        list.append({row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.value(4).isEmpty()});
    });
    return list;
}

void RuleGroups::follow(const Touched &touched)
{
    // What follows from an allowed change is the program's work, not limited to the rows of the person.
    const Transaction::WholeScope wholeScope(m_transaction);
    QVector<RuledGroup> whole;
    QVector<RuledGroup> others;
    for (const RuledGroup &group : load()) {
        const bool fromScratch = touched.allStudents || touched.groups.contains(group.id)
                                 || (!group.rule.homerooms.isEmpty() && (touched.members || !touched.groups.isEmpty()));
        (fromScratch ? whole : others).append(group);
    }
    if (!whole.isEmpty())
        followSchools(whole);
    if (!others.isEmpty() && !touched.students.isEmpty())
        followStudents(others, touched.students);
}

void RuleGroups::followSchools(const QVector<RuledGroup> &groups)
{
    QSet<qint64> schools;
    QVector<qint64> ids;
    for (const RuledGroup &group : groups) {
        schools.insert(group.school);
        ids.append(group.id);
    }
    const QVector<RuledStudent> present = students(QStringLiteral("school_id"), QVector<qint64>(schools.cbegin(), schools.cend()));
    m_transaction.apply(ruledMemberChanges(groups, present, members(QStringLiteral("m.group_id"), ids), m_transaction.today()));
}

void RuleGroups::followStudents(const QVector<RuledGroup> &groups, const QSet<qint64> &touched)
{
    const QVector<qint64> ids(touched.cbegin(), touched.cend());
    QSet<qint64> following;
    for (const RuledGroup &group : groups)
        following.insert(group.id);
    QVector<RuledMember> present;
    for (const RuledMember &member : members(QStringLiteral("m.student_id"), ids)) {
        if (following.contains(member.group))
            present.append(member);
    }
    m_transaction.apply(ruledMemberChanges(groups, students(QStringLiteral("id"), ids), present, m_transaction.today()));
}

} // namespace certdesk
