// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/roster/reportpeople.h"

#include "models/operations/roster/groupplanning.h"

#include <QCoreApplication>
#include <QDateTime>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RosterReport", text);
}

bool isArchived(const Record &record)
{
    return record.text("status") == QLatin1String("archived");
}

class Reading
{
public:
    Reading(Session &session, const RosterReportRequest &request) : m_session(session), m_request(request) {}
    Result<ReportPeople> run();

private:
    void decideTime();
    Done load();
    Done addMembers();
    Done addEnrolled();
    Done readHistory();
    QString gradeThen(const Record &student) const;
    void addPresent(const QSet<qint64> &except = {});
    void add(const Record &student, const QString &grade, qint64 school, const Value &from = {}, const Value &to = {});
    bool fits(const Record &student, const QString &grade, qint64 school) const;

    Session &m_session;
    const RosterReportRequest &m_request;
    ReportPeople m_people;
    QHash<qint64, Record> m_students;
    QHash<qint64, QPair<DayNumber, QString>> m_laterChange; ///< by student: the first change of grade after the day, and the grade before it
    qint64 m_school = 0;
    bool m_looksBack = false; ///< enrollments count, not the present roster
};

void Reading::decideTime()
{
    const DayNumber now = dayNumber(QDateTime::fromMSecsSinceEpoch(m_session.now(), Qt::UTC).date());
    const qint64 current = m_session.info().schoolYear;
    if (m_session.asOf() && *m_session.asOf() < now)
        m_people.day = *m_session.asOf();
    m_people.schoolYear = m_request.schoolYear ? m_request.schoolYear : m_people.day ? schoolYearOf(m_people.day) : current;
    m_looksBack = m_request.schoolYear != 0 || m_people.day != 0;
    m_people.withArchived = m_request.withArchived.value_or(m_people.day != 0 || m_people.schoolYear < current);
}

Done Reading::load()
{
    const auto students = m_session.records(EntityKind::Student);
    const auto schools = m_session.records(EntityKind::School);
    if (!students || !schools)
        return tl::unexpected(!students ? students.error() : schools.error());
    for (const Record &student : *students)
        m_students.insert(student.id, student);
    for (const Record &school : *schools) {
        m_people.schools.insert(school.id, school);
        if (school.text("school_code") == m_request.school)
            m_school = school.id;
    }
    if (m_school == 0 && !m_request.school.isEmpty())
        return failure(Error::Kind::Invalid, QStringLiteral("K13"), tr("School %1 is unknown, or not one of yours.").arg(m_request.school), tr("Look it up with: list schools"));
    return {};
}

Done Reading::readHistory()
{
    if (m_people.day == 0)
        return {};
    const auto changes = m_session.records(EntityKind::GradeChange);
    if (!changes)
        return tl::unexpected(changes.error());
    for (const Record &change : *changes) {
        const DayNumber from = change.integer("valid_from");
        const auto known = m_laterChange.constFind(change.integer("student_id"));
        if (from > m_people.day && change.has("from_grade") && (known == m_laterChange.cend() || from < known->first))
            m_laterChange.insert(change.integer("student_id"), {from, change.text("from_grade")});
    }
    return {};
}

QString Reading::gradeThen(const Record &student) const
{
    const auto later = m_laterChange.constFind(student.id);
    return later == m_laterChange.cend() ? student.text("grade") : later->second;
}

bool Reading::fits(const Record &student, const QString &grade, qint64 school) const
{
    return (m_request.grade.isEmpty() || grade == m_request.grade) && (m_school == 0 || school == m_school)
           && (m_request.graduatingYear == 0 || student.integer("graduating_year") == m_request.graduatingYear);
}

void Reading::add(const Record &student, const QString &grade, qint64 school, const Value &from, const Value &to)
{
    if (!isArchived(student) || m_people.withArchived)
        m_people.lines.append({student, grade, school, from, to});
}

Done Reading::addMembers()
{
    const auto groups = m_session.records(EntityKind::Group);
    const auto members = m_session.records(EntityKind::Member);
    const auto teaching = m_session.records(EntityKind::GroupStaff);
    const auto staff = m_session.records(EntityKind::Staff);
    if (!groups || !members || !teaching || !staff)
        return tl::unexpected(!groups ? groups.error() : !members ? members.error() : !teaching ? teaching.error() : staff.error());
    const auto id = findGroup(*groups, m_request.group, m_school, false);
    if (!id)
        return tl::unexpected(id.error());
    for (const Record &group : *groups) {
        if (group.id == *id)
            m_people.group = group;
    }
    QStringList teachers;
    for (const Record &one : *teaching) {
        for (const Record &person : *staff) {
            if (one.integer("group_id") == *id && person.id == one.integer("staff_id"))
                teachers.append(person.text("last_name") + QLatin1String(", ") + person.text("first_name"));
        }
    }
    m_people.teacher = teachers.join(QLatin1String("; "));
    const DayNumber day = m_people.day ? m_people.day : m_session.today();
    for (const Record &member : *members) {
        const auto student = m_students.constFind(member.integer("student_id"));
        if (member.integer("group_id") != *id || student == m_students.cend())
            continue;
        const bool hadBegun = !member.has("from_date") || member.integer("from_date") <= day;
        const bool isOpen = !member.has("to_date") || member.integer("to_date") > day;
        // The membership of a leaver ended with the archive, and is shown with it.
        const bool endedByArchive = isArchived(*student) && member["to_date"] == (*student)["archived_on"];
        if (hadBegun && (isOpen || (m_people.withArchived && endedByArchive)))
            add(*student, gradeThen(*student), student->integer("school_id"), member["from_date"], member["to_date"]);
    }
    return {};
}

Done Reading::addEnrolled()
{
    const auto enrollments = m_session.records(EntityKind::Enrollment);
    if (!enrollments)
        return tl::unexpected(enrollments.error());
    QSet<qint64> seen;
    QSet<qint64> added;
    for (const Record &enrollment : *enrollments) {
        const auto student = m_students.constFind(enrollment.integer("student_id"));
        if (enrollment.integer("school_year") != m_people.schoolYear || student == m_students.cend() || added.contains(student->id))
            continue;
        seen.insert(student->id);
        const bool wasThere = m_people.day == 0
                              || ((!enrollment.has("entry_date") || enrollment.integer("entry_date") <= m_people.day)
                                  && (!enrollment.has("exit_date") || enrollment.integer("exit_date") > m_people.day));
        if (!wasThere || !fits(*student, enrollment.text("grade"), enrollment.integer("school_id")))
            continue;
        added.insert(student->id);
        add(*student, enrollment.text("grade"), enrollment.integer("school_id"));
    }
    // Of the current year the roster itself knows those whom no file enrolled.
    if (m_people.schoolYear == m_session.info().schoolYear)
        addPresent(seen);
    return {};
}

void Reading::addPresent(const QSet<qint64> &except)
{
    for (const Record &student : std::as_const(m_students)) {
        if (!except.contains(student.id) && fits(student, gradeThen(student), student.integer("school_id")))
            add(student, gradeThen(student), student.integer("school_id"));
    }
}

Result<ReportPeople> Reading::run()
{
    decideTime();
    if (const auto loaded = load(); !loaded)
        return tl::unexpected(loaded.error());
    Done done = readHistory();
    if (!done)
        return tl::unexpected(done.error());
    if (!m_request.group.isEmpty())
        done = addMembers();
    else if (m_looksBack)
        done = addEnrolled();
    else
        addPresent();
    if (!done)
        return tl::unexpected(done.error());
    std::sort(m_people.lines.begin(), m_people.lines.end(), [](const ReportPeople::Line &a, const ReportPeople::Line &b) {
        for (const char *field : {"last_name", "first_name"}) {
            if (const int order = a.student.text(field).localeAwareCompare(b.student.text(field)); order != 0)
                return order < 0;
        }
        return a.student.id < b.student.id;
    });
    return m_people;
}

} // namespace

Result<ReportPeople> readReportPeople(Session &session, const RosterReportRequest &request)
{
    return Reading(session, request).run();
}

} // namespace certdesk
