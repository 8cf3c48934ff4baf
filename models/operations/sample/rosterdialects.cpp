// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/rosterdialects.h"

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
        {QStringLiteral("clever"), QStringLiteral("csv"), ',', "\n", false, true, true,
         split("School_id=school|Student_id=local|State_id=ssid|Last_name=last|Middle_name=middle|First_name=first|Grade=grade|Gender=gender|"
               "Graduation_year=year|DOB=birth|Student_email=email|Username=login")},
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

} // namespace

QStringList RosterDialect::header() const
{
    QStringList names;
    for (const QString &column : columns)
        names.append(column.section(QLatin1Char('='), 0, 0));
    return names;
}

QStringList RosterDialect::cells(const District &district, const Student &student) const
{
    QStringList cells;
    cells.reserve(columns.size());
    for (const QString &column : columns) {
        const QString field = column.mid(column.indexOf(QLatin1Char('=')) + 1);
        QString cell;
        if (field == QLatin1String("ssid"))
            cell = student.stateId;
        else if (field == QLatin1String("local"))
            cell = student.localId;
        else if (field == QLatin1String("login"))
            cell = student.login;
        else if (field == QLatin1String("first"))
            cell = student.name.first;
        else if (field == QLatin1String("middle"))
            cell = student.name.middle;
        else if (field == QLatin1String("last"))
            cell = student.name.last;
        else if (field == QLatin1String("suffix"))
            cell = student.name.suffix;
        else if (field == QLatin1String("preferred"))
            cell = student.name.preferred;
        else if (field == QLatin1String("birth"))
            cell = day(student.birth, usDates);
        else if (field == QLatin1String("gender"))
            cell = QString(student.name.gender);
        else if (field == QLatin1String("email"))
            cell = student.email;
        else if (field == QLatin1String("school"))
            cell = district.schools[student.school].code;
        else if (field == QLatin1String("schoolname"))
            cell = district.schools[student.school].name;
        else if (field == QLatin1String("grade"))
            cell = plainGrades ? QString::number(student.grade) : gradeName(student.grade);
        else if (field == QLatin1String("year"))
            cell = QString::number(student.graduatingYear);
        else if (field == QLatin1String("entry"))
            cell = day(student.entry, usDates);
        else if (field == QLatin1String("phone"))
            cell = student.phone;
        cells.append(cell);
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

const RosterDialect &rosterDialect(const QString &name)
{
    for (const RosterDialect &dialect : dialects()) {
        if (dialect.name == name)
            return dialect;
    }
    return dialects().first();
}

} // namespace certdesk::sample
