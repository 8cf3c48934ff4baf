// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/packages.h"

#include "models/operations/sample/oneroster.h"

namespace certdesk::sample {

namespace {

QStringList columns(const char *names)
{
    return QString::fromLatin1(names).split(QLatin1Char('|'));
}

QString usDay(DayNumber number)
{
    const QDate date = QDate::fromJulianDay(number);
    return QStringLiteral("%1/%2/%3").arg(date.month(), 2, 10, QLatin1Char('0')).arg(date.day(), 2, 10, QLatin1Char('0')).arg(date.year());
}

/// Every place of a listed student in a class.
template <class F> void forEachMember(const District &district, const F &work)
{
    for (const Student &student : district.students) {
        for (const int place : {student.homeroom, student.section}) {
            if (place >= 0 && student.isInFiles())
                work(district.groups[place], student);
        }
    }
}

QString cleverGrade(int grade)
{
    return grade <= 0 ? QStringLiteral("Kindergarten") : QString::number(grade);
}

/// The five files of support.clever.com; a student stands there once per contact.
Package clever(const District &district)
{
    Package package{QStringLiteral("clever"), {}};
    PackageFile schools{QStringLiteral("schools.csv"), columns("School_id|School_name|School_number|State_id|Low_grade|High_grade"), {}, {}};
    for (const School &school : district.schools)
        schools.rows.append({school.code, school.name, school.code, QStringLiteral("77-") + school.code, cleverGrade(school.low), cleverGrade(school.high)});
    PackageFile students{QStringLiteral("students.csv"),
                         columns("School_id|Student_id|Student_number|State_id|Last_name|Middle_name|First_name|Grade|Gender|Graduation_year|DOB|Student_email|"
                                 "Contact_relationship|Contact_type|Contact_name|Contact_phone|Contact_email|Username"),
                         {},
                         {}};
    for (const Student &student : district.students) {
        for (int contact = 0; student.isInFiles() && contact < 1 + static_cast<int>(student.id % 3); ++contact) {
            students.rows.append({district.schools[student.school].code, QStringLiteral("c%1").arg(student.id), student.localId, student.stateId, student.name.last,
                                  student.name.middle, student.name.first, cleverGrade(student.grade), QString(student.name.gender),
                                  QString::number(student.graduatingYear), usDay(student.birth), student.email,
                                  contact == 0 ? QStringLiteral("Mother") : contact == 1 ? QStringLiteral("Father") : QStringLiteral("Grandmother"),
                                  QStringLiteral("family"), QStringLiteral("Contact %1 of %2").arg(contact + 1).arg(student.name.last),
                                  QStringLiteral("555-01%1").arg(student.id % 100, 2, 10, QLatin1Char('0')), {}, student.login});
            students.persons.append(hiddenId(district, student));
        }
    }
    PackageFile teachers{QStringLiteral("teachers.csv"), columns("School_id|Teacher_id|Teacher_number|State_teacher_id|Teacher_email|First_name|Middle_name|Last_name|Title|Username"), {}, {}};
    for (const Staff &person : district.staff) {
        for (const int school : person.schools) {
            teachers.rows.append({district.schools[school].code, person.staffId, person.staffId, person.stateId, person.email, person.name.first, person.name.middle,
                                  person.name.last, person.title, person.login});
            teachers.persons.append(hiddenId(district, person));
        }
    }
    PackageFile sections{QStringLiteral("sections.csv"),
                         columns("School_id|Section_id|Teacher_id|Teacher_2_id|Name|Section_number|Course_name|Course_number|Period|Term_name|Term_start|Term_end"), {}, {}};
    for (const Group &group : district.groups) {
        const auto teacher = [&](int i) { return i < group.staff.size() ? district.staff[group.staff[i]].staffId : QString(); };
        sections.rows.append({district.schools[group.school].code, QStringLiteral("sec%1").arg(group.id), teacher(0), teacher(1), group.name, group.section,
                              group.courseName, group.courseNumber, group.period, group.term, {}, {}});
    }
    PackageFile enrollments{QStringLiteral("enrollments.csv"), columns("School_id|Section_id|Student_id"), {}, {}};
    forEachMember(district, [&](const Group &group, const Student &student) {
        enrollments.rows.append({district.schools[group.school].code, QStringLiteral("sec%1").arg(group.id), QStringLiteral("c%1").arg(student.id)});
    });
    package.files = {schools, students, teachers, sections, enrollments};
    return package;
}

Package sdsFirst(const District &district)
{
    Package package{QStringLiteral("sds-v1"), {}};
    PackageFile schools{QStringLiteral("School.csv"), columns("SIS ID|Name"), {}, {}};
    for (const School &school : district.schools)
        schools.rows.append({school.code, school.name});
    PackageFile students{QStringLiteral("Student.csv"),
                         columns("SIS ID|School SIS ID|First Name|Last Name|Username|Password|State ID|Secondary Email|Student Number|Middle Name|Grade|Status|Birthdate|"
                                 "Graduation Year"),
                         {},
                         {}};
    for (const Student &student : district.students) {
        if (!student.isInFiles())
            continue;
        students.rows.append({QStringLiteral("m%1").arg(student.id), district.schools[student.school].code, student.name.first, student.name.last, student.login, {},
                              student.stateId, student.email, student.localId, student.name.middle, gradeName(student.grade), QStringLiteral("Active"),
                              isoDay(student.birth), QString::number(student.graduatingYear)});
        students.persons.append(hiddenId(district, student));
    }
    PackageFile teachers{QStringLiteral("Teacher.csv"), columns("SIS ID|School SIS ID|First Name|Last Name|Username|Password|Teacher Number|Title|Secondary Email"), {}, {}};
    for (const Staff &person : district.staff) {
        for (const int school : person.schools) {
            teachers.rows.append({person.staffId, district.schools[school].code, person.name.first, person.name.last, person.login, {}, person.staffId, person.title, person.email});
            teachers.persons.append(hiddenId(district, person));
        }
    }
    PackageFile sections{QStringLiteral("Section.csv"),
                         columns("SIS ID|School SIS ID|Section Name|Section Number|Term SIS ID|Term Name|Term StartDate|Term EndDate|Course SIS ID|Course Name|Course Number|"
                                 "Course Description|Course Subject|Periods|Status"),
                         {},
                         {}};
    PackageFile rosters{QStringLiteral("TeacherRoster.csv"), columns("Section SIS ID|SIS ID"), {}, {}};
    for (const Group &group : district.groups) {
        const QString id = QStringLiteral("sec%1").arg(group.id);
        sections.rows.append({id, district.schools[group.school].code, group.name, group.section, QStringLiteral("FY"), group.term, {}, {}, group.courseNumber,
                              group.courseName, group.courseNumber, {}, {}, group.period, QStringLiteral("Active")});
        for (const int staff : group.staff)
            rosters.rows.append({id, district.staff[staff].staffId});
    }
    PackageFile enrollments{QStringLiteral("StudentEnrollment.csv"), columns("Section SIS ID|SIS ID"), {}, {}};
    forEachMember(district, [&](const Group &group, const Student &student) {
        enrollments.rows.append({QStringLiteral("sec%1").arg(group.id), QStringLiteral("m%1").arg(student.id)});
    });
    package.files = {schools, students, teachers, sections, rosters, enrollments};
    return package;
}

Package sdsSecond(const District &district)
{
    Package package{QStringLiteral("sds-v2.1"), {}};
    PackageFile orgs{QStringLiteral("orgs.csv"), columns("sourcedId|name|type|parentSourcedId"), {}, {}};
    orgs.rows.append({district.code, district.name, QStringLiteral("district"), {}});
    for (const School &school : district.schools)
        orgs.rows.append({school.code, school.name, QStringLiteral("school"), district.code});
    PackageFile users{QStringLiteral("users.csv"), columns("sourcedId|username|givenName|familyName|password|activeDirectoryMatchId|email|phone|sms"), {}, {}};
    PackageFile roles{QStringLiteral("roles.csv"), columns("userSourcedId|orgSourcedId|role|sessionSourcedId|grade|isPrimary|roleStartDate|roleEndDate"), {}, {}};
    for (const Student &student : district.students) {
        if (!student.isInFiles())
            continue;
        const QString id = QStringLiteral("m%1").arg(student.id);
        users.rows.append({id, student.login, student.name.first, student.name.last, {}, {}, student.email, student.phone, {}});
        users.persons.append(hiddenId(district, student));
        roles.rows.append({id, district.schools[student.school].code, QStringLiteral("student"), {}, student.grade <= 0 ? QStringLiteral("KG") : QString::number(student.grade),
                           QStringLiteral("true"), {}, {}});
        roles.persons.append(hiddenId(district, student));
    }
    for (const Staff &person : district.staff) {
        users.rows.append({person.staffId, person.login, person.name.first, person.name.last, {}, {}, person.email, {}, {}});
        users.persons.append(hiddenId(district, person));
        for (const int school : person.schools) {
            roles.rows.append({person.staffId, district.schools[school].code, QStringLiteral("teacher"), {}, {}, {}, {}, {}});
            roles.persons.append(hiddenId(district, person));
        }
    }
    PackageFile classes{QStringLiteral("classes.csv"), columns("sourcedId|orgSourcedId|title|sessionSourcedIds|courseSourcedId|code"), {}, {}};
    PackageFile enrollments{QStringLiteral("enrollments.csv"), columns("classSourcedId|userSourcedId|role"), {}, {}};
    for (const Group &group : district.groups) {
        const QString id = QStringLiteral("sec%1").arg(group.id);
        classes.rows.append({id, district.schools[group.school].code, group.name, {}, group.courseNumber, group.section});
        for (const int staff : group.staff)
            enrollments.rows.append({id, district.staff[staff].staffId, QStringLiteral("teacher")});
    }
    forEachMember(district, [&](const Group &group, const Student &student) {
        enrollments.rows.append({QStringLiteral("sec%1").arg(group.id), QStringLiteral("m%1").arg(student.id), QStringLiteral("student")});
    });
    package.files = {orgs, users, roles, classes, enrollments};
    return package;
}

} // namespace

PackageFile *Package::file(const QString &name)
{
    for (PackageFile &one : files) {
        if (one.name == name)
            return &one;
    }
    return nullptr;
}

QStringList packageDialects()
{
    return {QStringLiteral("oneroster-1.1"), QStringLiteral("oneroster-1.2"), QStringLiteral("clever"), QStringLiteral("sds-v1"), QStringLiteral("sds-v2.1")};
}

Package rosterPackage(const QString &dialect, const District &district, qint64 year)
{
    if (dialect == QLatin1String("clever"))
        return clever(district);
    if (dialect == QLatin1String("sds-v1"))
        return sdsFirst(district);
    if (dialect == QLatin1String("sds-v2.1"))
        return sdsSecond(district);
    return oneRoster(district, year, dialect == QLatin1String("oneroster-1.2"));
}

Package rosterDelta(const QString &dialect, const District &before, const District &after, qint64 year)
{
    return oneRosterDelta(before, after, year, dialect == QLatin1String("oneroster-1.2"));
}

QString hiddenId(const District &district, const Student &student)
{
    return QStringLiteral("%1-%2").arg(district.code).arg(student.id, 6, 10, QLatin1Char('0'));
}

QString hiddenId(const District &district, const Staff &person)
{
    return QStringLiteral("%1-staff-%2").arg(district.code).arg(person.id, 4, 10, QLatin1Char('0'));
}

} // namespace certdesk::sample
