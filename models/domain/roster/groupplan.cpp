// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/roster/groupplan.h"

#include "models/domain/roster/gradeladder.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace certdesk {

namespace {

constexpr std::array<const char *, 10> outcomeNames{"archive", "restore", "delete", "create", "update", "add", "end", "unchanged", "skipped", "error"};
const QString gradeLevel = QStringLiteral("grade-level");

QString tr(const char *text)
{
    return QCoreApplication::translate("GroupPlan", text);
}

bool isArchived(const Record &record)
{
    return record.text("status") == QLatin1String("archived");
}

RowChange createChange(EntityKind kind, const QVector<QPair<const char *, Value>> &values)
{
    RowChange change{RowChange::Operation::Create, kind, 0, 0, {}};
    for (const auto &[name, value] : values) {
        if (!value.isEmpty())
            change.fields.append({entityDef(kind).index(name), value});
    }
    return change;
}

} // namespace

QString groupOutcomeName(GroupOutcome outcome)
{
    return QString::fromLatin1(outcomeNames.at(static_cast<std::size_t>(outcome)));
}

int GroupPlan::count(GroupOutcome outcome) const
{
    return static_cast<int>(std::count_if(rows.cbegin(), rows.cend(), [outcome](const GroupPlanRow &row) { return row.outcome == outcome; }));
}

QMap<QString, int> GroupPlan::counts() const
{
    QMap<QString, int> counts;
    for (const GroupPlanRow &row : rows)
        ++counts[groupOutcomeName(row.outcome)];
    return counts;
}

GroupPlanner::GroupPlanner(const QString &operation, const PresentGroups &present, DayNumber today) : m_present(present), m_today(today)
{
    m_plan.operation = operation;
    for (qsizetype i = 0; i < present.groups.size(); ++i)
        m_groups.insert(present.groups[i].id, i);
    for (const Record &school : present.schools)
        m_schoolCodes.insert(school.id, school.text("school_code"));
    for (qsizetype i = 0; i < present.members.size(); ++i) {
        const Record &member = present.members[i];
        m_members.insert({member.integer("group_id"), member.integer("student_id")}, i);
        if (!member.has("to_date"))
            ++m_openMembers[member.integer("group_id")];
    }
}

const Record *GroupPlanner::group(qint64 id) const
{
    const auto found = m_groups.constFind(id);
    return found == m_groups.cend() ? nullptr : &m_present.groups[*found];
}

const Record *GroupPlanner::findGroup(qint64 school, qint64 schoolYear, const QString &kind, const QString &name) const
{
    const auto found = std::find_if(m_present.groups.cbegin(), m_present.groups.cend(), [&](const Record &record) {
        return record.integer("school_id") == school && record.integer("school_year") == schoolYear && record.text("kind") == kind
               && record.text("group_name").compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_present.groups.cend() ? nullptr : &*found;
}

GroupPlanRow &GroupPlanner::addRow(GroupOutcome outcome, const Record &group)
{
    m_plan.rows.append({outcome, group.id, group.text("group_name"), m_schoolCodes.value(group.integer("school_id")), group.integer("school_year"),
                        group.text("kind"), m_openMembers.value(group.id), {}, {}, {}, {}});
    return m_plan.rows.last();
}

void GroupPlanner::update(const Record &record, const QVector<QPair<const char *, Value>> &values)
{
    RowChange change{RowChange::Operation::Update, record.kind, record.id, record.version, {}};
    for (const auto &[name, value] : values) {
        const int field = record.def().index(name);
        if (record.values[field] != value)
            change.fields.append({field, value});
    }
    if (!change.fields.isEmpty())
        m_plan.changes.append(change);
}

void GroupPlanner::archive(qint64 id, bool asSet)
{
    const Record *record = group(id);
    if (!record || m_seen.contains(id))
        return;
    m_seen.insert(id);
    if (isArchived(*record)) {
        addRow(GroupOutcome::Unchanged, *record).message = tr("Archived already");
    } else if (asSet && record->isTrue("keep")) {
        addRow(GroupOutcome::Skipped, *record).message = tr("Marked to be kept");
    } else {
        addRow(GroupOutcome::Archive, *record);
        update(*record, {{"status", Value(QStringLiteral("archived"))}, {"archived_on", Value(m_today)}});
    }
}

void GroupPlanner::restore(qint64 id)
{
    const Record *record = group(id);
    if (!record || m_seen.contains(id))
        return;
    m_seen.insert(id);
    if (!isArchived(*record)) {
        addRow(GroupOutcome::Unchanged, *record).message = tr("Not archived");
        return;
    }
    addRow(GroupOutcome::Restore, *record);
    update(*record, {{"status", Value(QStringLiteral("active"))}, {"archived_on", Value()}});
}

void GroupPlanner::removeAll(const QVector<Record> &records, const QSet<qint64> &groups)
{
    for (const Record &record : records) {
        if (groups.contains(record.integer("group_id")))
            m_plan.removals.append({RowChange::Operation::Remove, record.kind, record.id, record.version, {}});
    }
}

void GroupPlanner::remove(qint64 id, bool asSet)
{
    const Record *record = group(id);
    if (!record || m_seen.contains(id))
        return;
    m_seen.insert(id);
    if (asSet && record->isTrue("keep")) {
        addRow(GroupOutcome::Skipped, *record).message = tr("Marked to be kept");
        return;
    }
    GroupPlanRow &row = addRow(GroupOutcome::Delete, *record);
    if (!isArchived(*record)) {
        row.message = tr("Archived first");
        update(*record, {{"status", Value(QStringLiteral("archived"))}, {"archived_on", Value(m_today)}});
    }
    removeAll(m_present.members, {id});
    removeAll(m_present.groupStaff, {id});
    removeAll(m_present.externalIds, {id});
    // The version after passing through the archive.
    m_plan.removals.append({RowChange::Operation::Remove, EntityKind::Group, id, record->version + (isArchived(*record) ? 0 : 1), {}});
}

QVector<qint64> GroupPlanner::ruledStudents(qint64 school, const GroupRule &rule) const
{
    QSet<qint64> rooms;
    QHash<qint64, QString> roomNames;
    for (const Record &record : m_present.groups) {
        if (record.text("kind") == QLatin1String("homeroom") && !isArchived(record))
            roomNames.insert(record.id, record.text("group_name"));
    }
    QHash<qint64, QStringList> homerooms;
    for (const Record &member : m_present.members) {
        if (!rule.homerooms.isEmpty() && !member.has("to_date") && roomNames.contains(member.integer("group_id")))
            homerooms[member.integer("student_id")].append(roomNames.value(member.integer("group_id")));
    }
    QVector<qint64> students;
    for (const Record &record : m_present.students) {
        RuledStudent student = ruledStudent(record);
        student.homerooms = homerooms.value(student.id);
        if (student.school == school && rule.matches(student))
            students.append(student.id);
    }
    return students;
}

void GroupPlanner::create(const NewGroup &wanted)
{
    if (const Record *present = findGroup(wanted.school, wanted.schoolYear, wanted.kind, wanted.name)) {
        GroupPlanRow &row = addRow(GroupOutcome::Error, *present);
        row.code = QStringLiteral("GROUP-EXISTS");
        row.message = isArchived(*present) ? tr("An archived group has this name") : tr("There is a group with this name already");
        row.next = isArchived(*present) ? tr("Restore it, or choose another name.") : tr("Choose another name, or add members to it.");
        return;
    }
    const QVector<qint64> students = wanted.rule ? ruledStudents(wanted.school, *wanted.rule) : wanted.students;
    m_plan.rows.append({GroupOutcome::Create, 0, wanted.name, m_schoolCodes.value(wanted.school), wanted.schoolYear, wanted.kind,
                        static_cast<int>(students.size()), {}, {}, wanted.rule ? wanted.rule->words() : QString(), {}});
    m_plan.changes.append(createChange(EntityKind::Group, {{"school_id", Value(wanted.school)}, {"school_year", Value(wanted.schoolYear)},
                                                           {"kind", Value(wanted.kind)}, {"group_name", Value(wanted.name)},
                                                           {"status", Value(QStringLiteral("active"))},
                                                           {"rule", wanted.rule ? Value(wanted.rule->json()) : Value()}}));
    const Value made(-m_plan.changes.size());
    for (const qint64 staff : wanted.staff)
        m_plan.changes.append(createChange(EntityKind::GroupStaff, {{"group_id", made}, {"staff_id", Value(staff)}, {"role", Value(QStringLiteral("teacher"))}}));
    for (const qint64 student : students)
        m_plan.changes.append(createChange(EntityKind::Member, {{"group_id", made}, {"student_id", Value(student)}, {"from_date", Value(m_today)}}));
}

QStringList GroupPlanner::servedGrades(qint64 school) const
{
    const auto record = std::find_if(m_present.schools.cbegin(), m_present.schools.cend(), [school](const Record &one) { return one.id == school; });
    if (record == m_present.schools.cend())
        return {};
    const QString low = record->text("low_grade");
    const QString high = record->text("high_grade");
    QStringList grades;
    if (gradeStep(low) && gradeStep(high)) {
        for (std::optional<QString> grade = low == QLatin1String("TK") ? QStringLiteral("PK") : low; grade && isServed(*grade, low, high); grade = gradeAfter(*grade))
            grades.append(*grade);
    }
    const bool isOpen = grades.isEmpty();
    for (const Record &student : m_present.students) {
        const QString grade = student.text("grade");
        // TK stands on PK's step and is served where somebody is in it.
        if (student.integer("school_id") == school && !isArchived(student) && gradeStep(grade) && (isOpen || grade == QLatin1String("TK")) && !grades.contains(grade))
            grades.append(grade);
    }
    std::sort(grades.begin(), grades.end(), [](const QString &a, const QString &b) { return qMakePair(*gradeStep(a), a) < qMakePair(*gradeStep(b), b); });
    return grades;
}

void GroupPlanner::createGradeLevel(qint64 school, qint64 schoolYear, const QStringList &grades)
{
    for (const QString &grade : grades) {
        const GroupRule rule{{grade}, {}, {}, {}};
        const auto same = std::find_if(m_present.groups.cbegin(), m_present.groups.cend(), [&](const Record &record) {
            return record.integer("school_id") == school && record.integer("school_year") == schoolYear && record.text("kind") == gradeLevel
                   && GroupRule::fromJson(record.text("rule")) == rule;
        });
        if (same == m_present.groups.cend())
            create({school, schoolYear, gradeLevel, QStringLiteral("Grade %1").arg(grade), {}, {}, rule});
        else if (isArchived(*same))
            restore(same->id);
        else
            addRow(GroupOutcome::Unchanged, *same).message = tr("There already");
    }
}

void GroupPlanner::setFlag(qint64 id, const char *field, bool on)
{
    const Record *record = group(id);
    if (!record)
        return;
    if (qstrcmp(field, "frozen") == 0 && !record->has("rule")) {
        GroupPlanRow &row = addRow(GroupOutcome::Error, *record);
        row.code = QStringLiteral("NO-RULE");
        row.message = tr("This group has no rule that could be frozen");
        row.next = tr("Only rule groups follow the roster.");
        return;
    }
    addRow(record->isTrue(field) == on ? GroupOutcome::Unchanged : GroupOutcome::Update, *record);
    if (record->isTrue(field) != on)
        update(*record, {{field, on ? Value::flag(true) : Value()}});
}

/// A group that follows its rule would take back at once what is done by hand.
bool GroupPlanner::isFixed(const Record &group, qint64 student, const QString &key)
{
    if (student != 0 && (!group.has("rule") || group.isTrue("frozen")))
        return false;
    GroupPlanRow &row = addRow(GroupOutcome::Error, group);
    row.student = key;
    row.code = student == 0 ? QStringLiteral("K01") : QStringLiteral("RULE-GROUP");
    row.message = student == 0 ? tr("No student has %1").arg(key) : tr("The members of this group follow its rule");
    row.next = student == 0 ? tr("Register now, choose the person, or skip.") : tr("Freeze the group first.");
    return true;
}

void GroupPlanner::addMember(qint64 id, qint64 student, const QString &key)
{
    const Record *record = group(id);
    if (!record || isFixed(*record, student, key) || m_seenMembers.contains({id, student}))
        return;
    m_seenMembers.insert({id, student});
    const auto member = m_members.constFind({id, student});
    const bool isOpen = member != m_members.cend() && !m_present.members[*member].has("to_date");
    addRow(isOpen ? GroupOutcome::Unchanged : GroupOutcome::AddMember, *record).student = key;
    if (isOpen)
        return;
    if (member != m_members.cend())
        update(m_present.members[*member], {{"to_date", Value()}});
    else
        m_plan.changes.append(createChange(EntityKind::Member, {{"group_id", Value(id)}, {"student_id", Value(student)}, {"from_date", Value(m_today)}}));
}

void GroupPlanner::endMember(qint64 id, qint64 student, const QString &key)
{
    const Record *record = group(id);
    if (!record || isFixed(*record, student, key) || m_seenMembers.contains({id, student}))
        return;
    m_seenMembers.insert({id, student});
    const auto member = m_members.constFind({id, student});
    const bool isOpen = member != m_members.cend() && !m_present.members[*member].has("to_date");
    addRow(isOpen ? GroupOutcome::EndMember : GroupOutcome::Unchanged, *record).student = key;
    if (isOpen)
        update(m_present.members[*member], {{"to_date", Value(m_today)}});
}

} // namespace certdesk
