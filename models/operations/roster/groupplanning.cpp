// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/roster/groupplanning.h"

#include "models/domain/names.h"
#include "models/operations/roster/studentlookup.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

using Kind = GroupRequest::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("GroupOperation", text);
}

QString operationName(Kind kind)
{
    switch (kind) {
    case Kind::Archive:
        return QStringLiteral("archive-groups");
    case Kind::Restore:
        return QStringLiteral("restore-groups");
    case Kind::Delete:
        return QStringLiteral("delete-groups");
    case Kind::Create:
        return QStringLiteral("create-group");
    case Kind::CreateGradeLevel:
        return QStringLiteral("create-grade-level");
    case Kind::Keep:
        return QStringLiteral("keep-groups");
    case Kind::Freeze:
        return QStringLiteral("freeze-groups");
    case Kind::AddMembers:
        return QStringLiteral("add-members");
    case Kind::EndMembers:
        break;
    }
    return QStringLiteral("end-members");
}

bool isArchived(const Record &record)
{
    return record.text("status") == QLatin1String("archived");
}

/// Builds one plan; lives as long as its reading.
class Planning
{
public:
    Planning(Session &session, const GroupRequest &request) : m_session(session), m_request(request) {}

    Result<PlannedGroupOperation> run(Progress *progress)
    {
        m_year = m_request.schoolYear ? m_request.schoolYear : m_request.kind == Kind::Create ? currentYear(m_session) : preparedYear(m_session);
        if (const auto loaded = load(); !loaded)
            return tl::unexpected(loaded.error());
        GroupPlanner planner(operationName(m_request.kind), m_present, m_session.today());
        if (const auto done = plan(planner, progress); !done)
            return tl::unexpected(done.error());
        return PlannedGroupOperation{m_request, planner.plan(), m_year};
    }

private:
    Done load();
    Done plan(GroupPlanner &planner, Progress *progress);
    Result<QVector<qint64>> chosenGroups() const;
    QVector<qint64> set() const;
    Done changeMembers(GroupPlanner &planner, const QVector<qint64> &groups, Progress *progress);
    Done create(GroupPlanner &planner, Progress *progress);
    Done createGradeLevel(GroupPlanner &planner);
    Result<QVector<RosterFile::Row>> wantedStudents(Progress *progress) const;
    Result<qint64> staffMember(const QString &key) const;

    Session &m_session;
    const GroupRequest &m_request;
    PresentGroups m_present;
    QVector<Record> m_staff;
    StudentLookup m_lookup;
    qint64 m_year = 0;
    qint64 m_school = 0;
};

Done Planning::load()
{
    const QVector<QPair<EntityKind, QVector<Record> *>> wanted{{EntityKind::School, &m_present.schools},
                                                               {EntityKind::Group, &m_present.groups},
                                                               {EntityKind::Member, &m_present.members},
                                                               {EntityKind::GroupStaff, &m_present.groupStaff},
                                                               {EntityKind::ExternalId, &m_present.externalIds},
                                                               {EntityKind::Student, &m_present.students},
                                                               {EntityKind::Staff, &m_staff}};
    for (const auto &[kind, into] : wanted) {
        auto records = m_session.records(kind);
        if (!records)
            return tl::unexpected(records.error());
        *into = std::move(*records);
    }
    m_lookup.read(m_present.students);
    if (m_request.school.isEmpty())
        return {};
    for (const Record &school : std::as_const(m_present.schools)) {
        if (school.text("school_code") == m_request.school)
            m_school = school.id;
    }
    if (m_school == 0)
        return failure(Error::Kind::Invalid, QStringLiteral("K13"), tr("School %1 is unknown, or not one of yours.").arg(m_request.school), tr("Look it up with: list schools"));
    return {};
}

/// The school-year set: active groups of earlier years; of the archived ones those that left on one day.
QVector<qint64> Planning::set() const
{
    const auto isOfSchool = [this](const Record &group) { return m_school == 0 || group.integer("school_id") == m_school; };
    DayNumber newest = m_request.archivedOn;
    for (const Record &group : m_present.groups) {
        if (m_request.archivedOn == 0 && isArchived(group) && isOfSchool(group))
            newest = std::max(newest, group.integer("archived_on"));
    }
    QVector<qint64> groups;
    for (const Record &group : m_present.groups) {
        const bool isEarlier = group.integer("school_year") < m_year;
        const bool belongs = m_request.kind == Kind::Archive   ? isEarlier && !isArchived(group)
                             : m_request.kind == Kind::Restore ? isArchived(group) && group.integer("archived_on") == newest
                                                               : isEarlier;
        if (belongs && isOfSchool(group))
            groups.append(group.id);
    }
    return groups;
}

Result<QVector<qint64>> Planning::chosenGroups() const
{
    QVector<qint64> groups;
    for (const QString &key : m_request.groups) {
        const auto group = findGroup(m_present.groups, key, m_school, m_request.kind == Kind::Restore);
        if (!group)
            return tl::unexpected(group.error());
        groups.append(*group);
    }
    return groups;
}

Done Planning::plan(GroupPlanner &planner, Progress *progress)
{
    if (m_request.kind == Kind::Create)
        return create(planner, progress);
    if (m_request.kind == Kind::CreateGradeLevel)
        return createGradeLevel(planner);
    const auto chosen = chosenGroups();
    if (!chosen)
        return tl::unexpected(chosen.error());
    if (m_request.kind == Kind::AddMembers || m_request.kind == Kind::EndMembers)
        return changeMembers(planner, *chosen, progress);
    const bool asSet = m_request.groups.isEmpty();
    const bool hasSets = m_request.kind == Kind::Archive || m_request.kind == Kind::Restore || m_request.kind == Kind::Delete;
    for (const qint64 group : asSet && hasSets ? set() : *chosen) {
        if (m_request.kind == Kind::Archive)
            planner.archive(group, asSet);
        else if (m_request.kind == Kind::Restore)
            planner.restore(group);
        else if (m_request.kind == Kind::Delete)
            planner.remove(group, asSet);
        else
            planner.setFlag(group, m_request.kind == Kind::Keep ? "keep" : "frozen", m_request.on);
    }
    return {};
}

Result<QVector<RosterFile::Row>> Planning::wantedStudents(Progress *progress) const
{
    QVector<RosterFile::Row> rows;
    for (const QString &key : m_request.students)
        rows.append({0, key, key, key, {}, {}});
    if (m_request.file.isEmpty())
        return rows;
    auto file = readRosterFile(m_request.file, m_year, progress);
    if (!file)
        return tl::unexpected(file.error());
    return rows + file->rows;
}

Done Planning::changeMembers(GroupPlanner &planner, const QVector<qint64> &groups, Progress *progress)
{
    const auto rows = wantedStudents(progress);
    if (!rows)
        return tl::unexpected(rows.error());
    for (const qint64 group : groups) {
        for (const RosterFile::Row &row : *rows) {
            const qint64 student = m_lookup.find(row);
            if (m_request.kind == Kind::AddMembers)
                planner.addMember(group, student, row.key());
            else
                planner.endMember(group, student, row.key());
        }
    }
    return {};
}

Result<qint64> Planning::staffMember(const QString &key) const
{
    for (const Record &staff : m_staff) {
        const bool fits = staff.text("staff_id") == key || (staff.has("login") && foldedLogin(staff.text("login")) == foldedLogin(key))
                          || (staff.has("email") && foldedLogin(staff.text("email")) == foldedLogin(key));
        if (fits && !isArchived(staff))
            return staff.id;
    }
    return failure(Error::Kind::NotFound, QStringLiteral("K12"), tr("No teacher has %1.").arg(key), tr("Look it up with: list staff"));
}

Done Planning::create(GroupPlanner &planner, Progress *progress)
{
    NewGroup wanted{m_school, m_year, m_request.groupKind, m_request.name.simplified(), {}, {}, m_request.rule};
    if (wanted.name.isEmpty())
        return failure(Error::Kind::Invalid, QStringLiteral("C01"), tr("A group needs a name."));
    const auto rows = wantedStudents(progress);
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<qint64, qint64> schools;
    for (const Record &student : std::as_const(m_present.students))
        schools.insert(student.id, student.integer("school_id"));
    for (const RosterFile::Row &row : *rows) {
        const qint64 student = m_lookup.find(row);
        if (student == 0)
            planner.report({GroupOutcome::Error, 0, wanted.name, {}, m_year, wanted.kind, 0, row.key(), QStringLiteral("K01"),
                            tr("No student has %1").arg(row.key()), tr("Register now, choose the person, or skip.")});
        else if (!wanted.students.contains(student))
            wanted.students.append(student);
        // Without a school the group is at the one its first member goes to, or at the only one there is.
        if (wanted.school == 0 && student != 0)
            wanted.school = schools.value(student);
    }
    if (wanted.school == 0 && m_present.schools.size() == 1)
        wanted.school = m_present.schools.first().id;
    if (wanted.school == 0 && rows->isEmpty())
        return failure(Error::Kind::Invalid, QStringLiteral("K13"), tr("The group belongs to no school."), tr("Name the school with --school."));
    for (const QString &key : m_request.staff) {
        const auto staff = staffMember(key);
        if (!staff)
            return tl::unexpected(staff.error());
        if (!wanted.staff.contains(*staff))
            wanted.staff.append(*staff);
    }
    if (wanted.school != 0)
        planner.create(wanted);
    return {};
}

Done Planning::createGradeLevel(GroupPlanner &planner)
{
    for (const Record &school : std::as_const(m_present.schools)) {
        if (isArchived(school) || (m_school != 0 && school.id != m_school))
            continue;
        QStringList grades = planner.servedGrades(school.id);
        if (!m_request.grades.isEmpty())
            grades.erase(std::remove_if(grades.begin(), grades.end(), [this](const QString &grade) { return !m_request.grades.contains(grade); }), grades.end());
        planner.createGradeLevel(school.id, m_year, grades);
    }
    return {};
}

} // namespace

Result<PlannedGroupOperation> makeGroupPlan(Session &session, const GroupRequest &request, Progress *progress)
{
    return Planning(session, request).run(progress);
}

Result<qint64> findGroup(const QVector<Record> &groups, const QString &key, qint64 school, bool archived)
{
    bool isNumber = false;
    const qint64 id = key.toLongLong(&isNumber);
    QVector<qint64> active;
    QVector<qint64> others;
    for (const Record &group : groups) {
        if (isNumber && group.id == id)
            return id;
        if (group.text("group_name").compare(key.simplified(), Qt::CaseInsensitive) == 0 && (school == 0 || group.integer("school_id") == school))
            (isArchived(group) == archived ? active : others).append(group.id);
    }
    const QVector<qint64> &found = active.isEmpty() ? others : active;
    if (found.size() == 1)
        return found.first();
    if (found.isEmpty())
        return failure(Error::Kind::NotFound, QStringLiteral("NO-GROUP"), tr("There is no group \"%1\", or it is not one of yours.").arg(key), tr("Look it up with: list groups"));
    QStringList ids;
    for (const qint64 one : found)
        ids.append(QString::number(one));
    return failure(Error::Kind::Invalid, QStringLiteral("NO-GROUP"), tr("%1 groups have the name \"%2\".").arg(found.size()).arg(key),
                   tr("Name the school, or give the number of one: %1.").arg(ids.join(QLatin1String(", "))));
}

} // namespace certdesk
