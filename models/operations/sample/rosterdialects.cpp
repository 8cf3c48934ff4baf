// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/rosterdialects.h"

#include <QHash>

namespace certdesk::sample {

namespace {

QStringList split(const char *columns)
{
    return QString::fromLatin1(columns).split(QLatin1Char('|'));
}

const QVector<RosterDialect> &dialects()
{
    static const QVector<RosterDialect> list{
        {QStringLiteral("certdesk"), QStringLiteral("csv"), ',', "\r\n", false, false, false,
         split("student_state_id=ssid|local_id=local|login=login|first_name=first|middle_name=middle|last_name=last|suffix=suffix|preferred_name=preferred|"
               "birth_date=birth|gender=gender|email=email|school_code=school|grade=grade|graduating_year=year|entry_date=entry|phone=phone")},
        {QStringLiteral("infinite-campus"), QStringLiteral("csv"), ',', "\r\n", false, true, false,
         split("student.stateID=ssid|student.studentNumber=local|student.lastName=last|student.firstName=first|student.middleName=middle|"
               "student.suffix=suffix|student.alias=preferred|student.birthdate=birth|student.gender=gender|student.grade=grade|Class Of=year|"
               "sch.number=school|sch.name=schoolname")},
        {QStringLiteral("powerschool"), QStringLiteral("txt"), '\t', "\r", false, true, true,
         split("Student_Number=local|State_StudentNumber=ssid|Last_Name=last|First_Name=first|Middle_Name=middle|Grade_Level=grade|DOB=birth|Gender=gender|"
               "SchoolID=school|EntryDate=entry|ClassOf=year|Network_ID=login")},
        {QStringLiteral("semicolon"), QStringLiteral("csv"), ';', "\r\n", true, false, false,
         split("State ID=ssid|Student ID=local|User name=login|Surname=last|Given name=first|Middle name=middle|Date of birth=birth|Sex=gender|"
               "E-mail=email|School code=school|Grade level=grade")},
        {QStringLiteral("xlsx"), QStringLiteral("xlsx"), 0, {}, false, false, false,
         split("SSID=ssid|Local ID=local|Login=login|Last name=last|First name=first|Middle name=middle|Suffix=suffix|Preferred name=preferred|"
               "Birth date=birth|Gender=gender|Email=email|School code=school|Grade=grade|Graduating year=year")},
        {QStringLiteral("nwea"), QStringLiteral("csv"), ',', "\r\n", false, true, true,
         split("School State Code=schoolstate|School Name=schoolname|Instructor ID=teacherid|Instructor State ID=teacherstate|Instructor Last Name=teacherlast|"
               "Instructor First Name=teacherfirst|User Name=teacherlogin|Email Address=teachermail|Class Name=class|Previous Student ID=none|Student ID=local|"
               "Student State ID=ssid|Student Last Name=last|Student First Name=first|Student Middle Initial=initial|Student Date Of Birth=birth|"
               "Student Gender=gender|Student Grade=grade|Student Ethnic Group Name=none|Student User Name=login|Student Email=email"),
         true},
        {QStringLiteral("canvas"), QStringLiteral("csv"), ',', "\n", false, false, false,
         split("user_id=local|integration_id=ssid|login_id=login|first_name=first|last_name=last|full_name=full|sortable_name=sortable|short_name=none|email=email|"
               "status=active")},
        {QStringLiteral("illuminate"), QStringLiteral("csv"), ',', "\r\n", false, true, false,
         split("01 Student ID=local|02 State Student ID=ssid|03 Student Last Name=last|04 Student First Name=first|05 Student Middle Name=middle|"
               "06 Birth Date=birth|07 Gender=gender|08 Grade Level ID=gradeid|09 Site ID=school")},
        {QStringLiteral("act"), QStringLiteral("csv"), ',', "\r\n", false, true, true,
         split("ID_StateAssign=ssid|ID_Local=local|F_Name=first|M_Initial=initial|L_Name=last|DOB=birth|HS_GradeLev=grade|HS_Code=school|HS_GradYr=year")},
        {QStringLiteral("pk12"), QStringLiteral("csv"), ',', "\r\n", false, false, false,
         split("schoolId=school|studentId=local|studentStateId=ssid|lastName=last|firstName=first|middleName=middle|birthDate=birth|gender=gender|"
               "gradeLevel=grade|gradYear=year|email=email")},
    };
    return list;
}

QString day(DayNumber number, bool isUs)
{
    if (!isUs)
        return isoDay(number);
    const QDate date = QDate::fromJulianDay(number);
    return QStringLiteral("%1/%2/%3").arg(date.month()).arg(date.day()).arg(date.year());
}

/// What a cell can tell of.
struct Person
{
    const RosterDialect &dialect;
    const District &district;
    const Student &student;
    const Group *group;

    const School &school() const { return district.schools[student.school]; }
    Staff teacher() const { return group && !group->staff.isEmpty() ? district.staff[group->staff.first()] : Staff(); }
};
using Field = QString (*)(const Person &);

const QHash<QString, Field> &fields()
{
    static const QHash<QString, Field> list{
        {QStringLiteral("ssid"), [](const Person &p) { return p.student.stateId; }},
        {QStringLiteral("local"), [](const Person &p) { return p.student.localId; }},
        {QStringLiteral("login"), [](const Person &p) { return p.student.login; }},
        {QStringLiteral("first"), [](const Person &p) { return p.student.name.first; }},
        {QStringLiteral("middle"), [](const Person &p) { return p.student.name.middle; }},
        {QStringLiteral("initial"), [](const Person &p) { return p.student.name.middle.left(1); }},
        {QStringLiteral("last"), [](const Person &p) { return p.student.name.last; }},
        {QStringLiteral("full"), [](const Person &p) { return QString(p.student.name.first + QLatin1Char(' ') + p.student.name.last); }},
        {QStringLiteral("sortable"), [](const Person &p) { return QString(p.student.name.last + QLatin1String(", ") + p.student.name.first); }},
        {QStringLiteral("suffix"), [](const Person &p) { return p.student.name.suffix; }},
        {QStringLiteral("preferred"), [](const Person &p) { return p.student.name.preferred; }},
        {QStringLiteral("birth"), [](const Person &p) { return day(p.student.birth, p.dialect.usDates); }},
        {QStringLiteral("gender"), [](const Person &p) { return QString(p.student.name.gender); }},
        {QStringLiteral("email"), [](const Person &p) { return p.student.email; }},
        {QStringLiteral("phone"), [](const Person &p) { return p.student.phone; }},
        {QStringLiteral("school"), [](const Person &p) { return p.school().code; }},
        {QStringLiteral("schoolstate"), [](const Person &p) { return QString(QStringLiteral("77-") + p.school().code); }},
        {QStringLiteral("schoolname"), [](const Person &p) { return p.school().name; }},
        {QStringLiteral("grade"), [](const Person &p) { return p.dialect.plainGrades ? QString::number(p.student.grade) : gradeName(p.student.grade); }},
        {QStringLiteral("gradeid"), [](const Person &p) { return QString::number(p.student.grade + 1); }},
        {QStringLiteral("year"), [](const Person &p) { return QString::number(p.student.graduatingYear); }},
        {QStringLiteral("entry"), [](const Person &p) { return day(p.student.entry, p.dialect.usDates); }},
        {QStringLiteral("active"), [](const Person &) { return QStringLiteral("active"); }},
        {QStringLiteral("class"), [](const Person &p) { return p.group ? p.group->name : QString(); }},
        {QStringLiteral("course"), [](const Person &p) { return p.group ? p.group->courseName : QString(); }},
        {QStringLiteral("coursenumber"), [](const Person &p) { return p.group ? p.group->courseNumber : QString(); }},
        {QStringLiteral("section"), [](const Person &p) { return p.group ? p.group->section : QString(); }},
        {QStringLiteral("period"), [](const Person &p) { return p.group ? p.group->period : QString(); }},
        {QStringLiteral("teacherid"), [](const Person &p) { return p.teacher().staffId; }},
        {QStringLiteral("teacherstate"), [](const Person &p) { return p.teacher().stateId; }},
        {QStringLiteral("teacherlast"), [](const Person &p) { return p.teacher().name.last; }},
        {QStringLiteral("teacherfirst"), [](const Person &p) { return p.teacher().name.first; }},
        {QStringLiteral("teacherlogin"), [](const Person &p) { return p.teacher().login; }},
        {QStringLiteral("teachermail"), [](const Person &p) { return p.teacher().email; }},
    };
    return list;
}

} // namespace

QStringList RosterDialect::header() const
{
    QStringList names;
    for (const QString &column : columns)
        names.append(column.section(QLatin1Char('='), 0, 0));
    return names;
}

QStringList RosterDialect::cells(const District &district, const Student &student, const Group *group) const
{
    const Person person{*this, district, student, group};
    QStringList cells;
    cells.reserve(columns.size());
    for (const QString &column : columns) {
        const Field field = fields().value(column.mid(column.indexOf(QLatin1Char('=')) + 1));
        cells.append(field ? field(person) : QString());
    }
    return cells;
}

QStringList rosterDialects()
{
    QStringList names;
    for (const RosterDialect &dialect : dialects())
        names.append(dialect.name);
    return names;
}

const RosterDialect &groupDialect()
{
    static const RosterDialect dialect{QStringLiteral("groups"), QStringLiteral("csv"), ',', "\r\n", false, true, false,
                                       split("student.stateID=ssid|student.grade=grade|courseSection.courseName=course|courseSection.courseNumber=coursenumber|"
                                             "courseSection.sectionNumber=section|courseSection.period=period|sch.number=school|teacher email=teachermail"),
                                       true};
    return dialect;
}

const RosterDialect &upgradeDialect()
{
    static const RosterDialect dialect{QStringLiteral("upgrade"), QStringLiteral("csv"), ',', "\r\n", false, true, false,
                                       split("student.stateID=ssid|student.lastName=last|student.firstName=first|student.grade=grade|sch.number=school")};
    return dialect;
}

const RosterDialect &rosterDialect(const QString &name)
{
    for (const RosterDialect &dialect : dialects()) {
        if (dialect.name == name)
            return dialect;
    }
    return dialects().first();
}

} // namespace certdesk::sample
