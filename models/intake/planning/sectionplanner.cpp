// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/sectionplanner.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

constexpr EntityKind G = EntityKind::Group;

QString yearKey(qint64 year, const QString &text)
{
    return QString::number(year) + QLatin1Char('\n') + text.toCaseFolded();
}

} // namespace

SectionPlanner::SectionPlanner(const PlanScene &scene)
    : EntityPlanner(scene), m_groupCopier(scene.kind, G), m_staffCopier(scene.kind, EntityKind::GroupStaff),
      m_memberCopier(scene.kind, EntityKind::Member), m_schools(scene.kind, scene.options, scene.present),
      m_students(scene.kind, scene.present), m_staff(scene.present),
      m_isBatchCreation(qstrcmp(scene.kind.name, "groups") == 0),
      m_namesStaff(isMapped("teacher_id") || isMapped("teacher_email") || isMapped("teacher_name") || isMapped("teacher_last_name")),
      m_hasStudents(isMapped("student_state_id") || isMapped("local_id") || isMapped("login")), m_groupName(field("group_name")),
      m_courseNumber(field("course_number")), m_courseName(field("course_name")), m_section(field("section_number")),
      m_period(field("period")), m_term(field("term"))
{
    for (const Record &group : present().of(G)) {
        m_groups.insert(identityOf(group), {group.id, &group});
        m_names.insert(identity(group.integer("school_id"), group.integer("school_year"), group.text("kind") + group.text("group_name"),
                                group.text("section_number"), group.text("period"), group.text("term")));
    }
    for (const Record &link : present().of(EntityKind::GroupStaff))
        m_groupStaff.insert({link.integer("group_id"), link.integer("staff_id")}, &link);
    for (const Record &member : present().of(EntityKind::Member))
        m_members.insert({member.integer("group_id"), member.integer("student_id")}, &member);
    for (const Record &course : present().of(EntityKind::Course)) {
        const qint64 year = course.integer("school_year");
        m_courseNames.insert(yearKey(year, course.text("course_number")), course.text("course_name"));
        m_courseNumbers.insert(yearKey(year, course.text("course_name")), course.text("course_number"));
    }
}

/// K01 with who is near, K02 for a student whom this user may not see.
void SectionPlanner::reportUnknown(RowInput &row, const StudentFinder::Match &match) const
{
    IntakeFinding finding = match.hidden ? intakeFinding("K02", {match.hidden->schoolName}) : intakeFinding("K01", {match.key});
    const QStringList near = match.hidden ? QStringList() : m_students.near(row);
    if (!near.isEmpty())
        finding.next = QCoreApplication::translate("intake", "Near it: %1. Choose the person, register now, or skip").arg(near.join(QStringLiteral(", ")));
    row.report(finding, field("student_state_id"), match.key);
}

/// listed. When it is accepted, the student is a guest of the group and stays registered where he or she is.
void SectionPlanner::reportElsewhere(RowInput &row, const Record &student) const
{
    if (options().accepts(QStringLiteral("K02")) || options().accepts(RowStatus::Migrate))
        return;
    row.report(intakeFinding("K02", {m_schools.name(student.integer("school_id"))}), field("student_state_id"), row.text(field("student_state_id")));
    row.effect(RowStatus::Conflict);
}

/// "File is the complete list": who of the groups in the file is not in it, is a member no more.
IntakeFindings SectionPlanner::conclusions()
{
    IntakeFindings findings;
    if (!options().isCompleteList)
        return findings;
    for (const Record &member : present().of(EntityKind::Member)) {
        const QPair<qint64, qint64> key{member.integer("group_id"), member.integer("student_id")};
        if (m_inFile.contains(key.first) && !m_namedMembers.contains(key) && !member.has("to_date"))
            writer().update(member, {fieldValue(EntityKind::Member, "to_date", Value(options().today))});
    }
    QHash<qint64, QString> people;
    for (const Record &person : present().of(EntityKind::Staff))
        people.insert(person.id, StudentFinder::displayName(person));
    for (const Record &group : present().of(G)) {
        for (const Record &link : present().of(EntityKind::GroupStaff)) {
            const bool isGone = link.integer("group_id") == group.id && m_inFile.contains(group.id) && m_namesStaff
                                && !m_namedStaff.contains({group.id, link.integer("staff_id")});
            if (!isGone)
                continue;
            writer().remove(link);
            IntakeFinding finding = intakeFinding("K12", {people.value(link.integer("staff_id"))});
            finding.message = QCoreApplication::translate("intake", "%1 loses the class %2").arg(people.value(link.integer("staff_id")), group.text("group_name"));
            finding.next = QCoreApplication::translate("intake", "Check that the file is complete");
            findings.append(finding);
        }
    }
    return findings;
}

IntakeFindings SectionPlanner::prerequisites() const
{
    return needSchoolYear() + needSchool(m_schools);
}

QString SectionPlanner::identity(qint64 school, qint64 year, const QString &course, const QString &section, const QString &period,
                                 const QString &term)
{
    return QStringLiteral("%1\n%2\n").arg(school).arg(year) + QStringList{course, section, period, term}.join(QLatin1Char('\n')).toCaseFolded();
}

QString SectionPlanner::identityOf(const Record &group) const
{
    QString course = group.text("course_number");
    for (const char *name : {"course_name", "group_name"}) {
        if (course.isEmpty())
            course = group.text(name);
    }
    const QString base = group.has("course_name") ? group.text("course_name") : group.text("course_number");
    if (!group.has("section_number") && !base.isEmpty() && group.text("group_name").startsWith(base + QStringLiteral(" - ")))
        course += group.text("group_name").mid(base.size()); // the teacher
    return identity(group.integer("school_id"), group.integer("school_year"), course, group.text("section_number"), group.text("period"),
                    group.text("term"));
}

SectionPlanner::Course SectionPlanner::courseOf(const RowInput &row, qint64 year) const
{
    Course course{row.text(m_courseNumber), row.text(m_courseName)};
    if (course.name.isEmpty() && !course.number.isEmpty())
        course.name = m_courseNames.value(yearKey(year, course.number));
    if (course.number.isEmpty() && m_courseNumbers.count(yearKey(year, course.name)) == 1)
        course.number = m_courseNumbers.value(yearKey(year, course.name));
    return course;
}

StaffQuery SectionPlanner::staffQuery(const RowInput &row) const
{
    return {row.text(field("teacher_id")),         row.text(field("teacher_email")),     row.text(field("teacher_login")),
            row.text(field("teacher_first_name")), row.text(field("teacher_last_name")), row.text(field("teacher_name"))};
}

void SectionPlanner::planRow(RowInput &row)
{
    const qint64 year = schoolYear(row);
    const qint64 school = m_schools.find(row);
    if (year == 0)
        row.report(intakeFinding("C01", {QStringLiteral("school_year")}), field("school_year"));
    if (school == 0 && row.status() != RowStatus::Error)
        row.report(intakeFinding("C01", {QStringLiteral("school_code")}), field("school_code"));
    const StaffQuery query = staffQuery(row);
    const Record *teacher = query.isEmpty() ? nullptr : m_staff.find(query, school);
    if (!query.isEmpty() && !teacher)
        row.report(intakeFinding("K12", {query.display()}), field("teacher_name"), query.display());
    const Record *student = nullptr;
    if (m_hasStudents) {
        const StudentFinder::Match match = m_students.find(row, school);
        student = match.student;
        if (!student && !match.key.isEmpty())
            reportUnknown(row, match);
        if (student && student->text("status") == QLatin1String("archived"))
            row.report(intakeFinding("K03", {isoDay((*student)["archived_on"])}));
        else if (student && m_isBatchCreation && student->integer("school_id") != school)
            reportElsewhere(row, *student);
        if (match.hidden || (student && student->text("status") == QLatin1String("archived")))
            row.effect(RowStatus::Conflict); // a list of groups neither moves nor restores anybody
    }
    if (row.isHeld())
        return;
    const Course course = courseOf(row, year);
    QString name = course.number;
    for (const QString &other : {course.name, row.text(m_groupName)}) {
        if (name.isEmpty())
            name = other;
    }
    // Two teachers of one course have two groups, unless a section or a name tells that they teach together.
    const QString staff = row.has(m_section) || row.has(m_groupName) || query.isEmpty() ? QString() : teacher ? teacher->text("last_name") : query.display();
    const QString key = identity(school, year, name + (staff.isEmpty() ? QString() : QStringLiteral(" - ") + staff), row.text(m_section), row.text(m_period),
                                 row.text(m_term));
    const Group group = groupOf(row, key, {school, year, course, staff});
    if (group.id == 0)
        return;
    m_inFile.insert(group.id);
    if (teacher)
        linkStaff(row, group, *teacher);
    if (student)
        linkStudent(row, group, *student);
}

SectionPlanner::Group SectionPlanner::groupOf(RowInput &row, const QString &key, const Place &place)
{
    const auto &[school, year, course, staff] = place;
    const auto found = m_groups.constFind(key);
    if (found != m_groups.constEnd()) {
        if (!found->record || options().policy == RowPolicy::AddOnly)
            return *found;
        const QVector<FieldValue> fields = differences(m_groupCopier, row, *found->record);
        if (!fields.isEmpty())
            row.effect(RowStatus::Update);
        writer().update(*found->record, fields);
        return *found;
    }
    if (!mayCreate(row, row.text(m_section)))
        return {};
    row.effect(RowStatus::Create);
    QVector<FieldValue> fields = m_groupCopier.all(row);
    const bool isCourse = !course.number.isEmpty() || !course.name.isEmpty();
    QString name = row.text(m_groupName);
    for (const QString &other : {course.name, course.number, row.text(m_section)}) {
        if (name.isEmpty())
            name = other;
    }
    const QString kind = isCourse ? QStringLiteral("section") : QStringLiteral("group");
    if (!staff.isEmpty())
        name += QStringLiteral(" - ") + staff;
    const auto taken = [&] {
        return m_names.contains(identity(school, year, kind + name, row.text(m_section), row.text(m_period), row.text(m_term)));
    };
    if (!row.has(m_groupName) && taken())
        name = QStringLiteral("%1 (%2)").arg(name, course.number); // two courses of one name
    m_names.insert(identity(school, year, kind + name, row.text(m_section), row.text(m_period), row.text(m_term)));
    const auto complete = [&](int fieldIndex, const char *target, const QString &value) {
        if (!row.has(fieldIndex) && !value.isEmpty())
            fields.append(fieldValue(G, target, Value(value)));
    };
    complete(m_groupName, "group_name", name);
    complete(m_courseNumber, "course_number", course.number);
    complete(m_courseName, "course_name", course.name);
    fields += {fieldValue(G, "school_id", Value(school)), fieldValue(G, "school_year", Value(year)),
               fieldValue(G, "kind", Value(kind)),
               fieldValue(G, "status", Value(QStringLiteral("active")))};
    const Group group{writer().create(G, fields), nullptr};
    m_groups.insert(key, group);
    return group;
}

void SectionPlanner::linkStaff(RowInput &row, const Group &group, const Record &person)
{
    constexpr EntityKind L = EntityKind::GroupStaff;
    const QPair<qint64, qint64> key{group.id, person.id};
    m_namedStaff.insert(key);
    const auto found = m_groupStaff.constFind(key);
    if (found != m_groupStaff.constEnd()) {
        if (!*found)
            return;
        const QVector<FieldValue> fields = differences(m_staffCopier, row, **found);
        if (!fields.isEmpty())
            row.effect(RowStatus::Update);
        writer().update(**found, fields);
        return;
    }
    row.effect(RowStatus::Create);
    QVector<FieldValue> fields = m_staffCopier.all(row);
    fields += {fieldValue(L, "group_id", Value(group.id)), fieldValue(L, "staff_id", Value(person.id))};
    writer().create(L, fields);
    m_groupStaff.insert(key, nullptr);
}

void SectionPlanner::linkStudent(RowInput &row, const Group &group, const Record &student)
{
    constexpr EntityKind M = EntityKind::Member;
    const QPair<qint64, qint64> key{group.id, student.id};
    m_namedMembers.insert(key);
    const auto found = m_members.constFind(key);
    if (found != m_members.constEnd()) {
        if (!*found)
            return;
        QVector<FieldValue> fields = differences(m_memberCopier, row, **found);
        if ((*found)->has("to_date") && !row.has(field("to_date")) && (*found)->integer("to_date") <= options().today)
            fields.append(fieldValue(M, "to_date", Value())); // back in the group
        if (!fields.isEmpty())
            row.effect(RowStatus::Update);
        writer().update(**found, fields);
        return;
    }
    row.effect(RowStatus::Create);
    QVector<FieldValue> fields = m_memberCopier.all(row);
    fields += {fieldValue(M, "group_id", Value(group.id)), fieldValue(M, "student_id", Value(student.id))};
    writer().create(M, fields);
    m_members.insert(key, nullptr);
}

} // namespace certdesk
