// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/intake/zipsupport.h"

#include <QMap>

namespace certdesk {

/// Files of a package by name.
using PackageText = QMap<QByteArray, QByteArray>;

inline QByteArray zipPackage(const PackageText &files)
{
    QVector<QPair<QByteArray, QByteArray>> list;
    for (auto it = files.cbegin(); it != files.cend(); ++it)
        list.append({it.key(), *it});
    return zipOf(list);
}

inline QByteArray oneRosterManifest(const QByteArray &version, const QByteArray &mode = "bulk", bool roles = false)
{
    QByteArray manifest = "propertyName,value\nmanifest.version,1.0\noneroster.version," + version + "\n";
    for (const char *file : {"orgs", "academicSessions", "courses", "classes", "users", "enrollments", "demographics"})
        manifest += "file." + QByteArray(file) + "," + mode + "\n";
    return manifest + "file.roles," + (roles ? mode : "absent") + "\nfile.results,absent\nsource.systemName,Example SIS\n";
}

/// One district, two schools, a teacher at both, two students, two classes; the parts that 1.1 and 1.2 share.
inline PackageText oneRosterCommon()
{
    return {{"orgs.csv", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\nd1,,,Gale District,district,,\n"
                         "s1,,,Lincoln High,school,100,d1\ns2,,,Grant High,school,200,d1\n"},
            {"academicSessions.csv", "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\n"
                                     "y,,,2026-27,schoolYear,2026-08-20,2027-06-10,,2027\nt1,,,Fall,term,2026-08-20,2027-01-15,y,2027\n"},
            {"courses.csv", "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes\n"
                            "c1,,,y,Welding I,W100,\"09,10\",s1,CTE,\nc2,,,y,Welding I,W100,\"09,10\",s2,CTE,\n"},
            {"classes.csv", "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods\n"
                            "k1,,,Welding I - 1,09,c1,W100-1,scheduled,Shop,s1,t1,,,1\nk2,,,Welding I - 1,09,c2,W100-1,scheduled,Shop,s2,t1,,,2\n"},
            {"enrollments.csv", "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n"
                                "e1,,,k1,s1,u1,student,,2026-08-20,2027-01-16\ne2,,,k2,s2,u2,student,,,\ne3,,,k1,s1,u9,teacher,true,,\ne4,,,k2,s2,u9,teacher,true,,\n"},
            {"demographics.csv", "sourcedId,status,dateLastModified,birthDate,sex,asian,white\nu1,,,2011-03-04,female,false,true\nu2,,,2010-05-06,male,true,false\n"}};
}

inline PackageText oneRoster11()
{
    PackageText files = oneRosterCommon();
    files["manifest.csv"] = oneRosterManifest("1.1");
    files["users.csv"] = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n"
                         "u1,,,true,s1,student,ada.fox,{SSID:0010000001},Ada,Fox,,5001,ada@school.example,,,u8,09,\n"
                         "u2,,,true,s2,student,ben.hill,{SSID:0010000002},Ben,Hill,,5002,,,,,10,\n"
                         "u8,,,true,s1,guardian,mo.fox,,Mo,Fox,,,,,,,,\n"
                         "u9,,,true,\"s1,s2\",teacher,t.moss,,Tess,Moss,,T9,tess@school.example,,,,,\n";
    return files;
}

inline PackageText oneRoster12()
{
    PackageText files = oneRosterCommon();
    files["manifest.csv"] = oneRosterManifest("1.2", "bulk", true);
    files["users.csv"] = "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns\n"
                         "u1,,,true,ada.fox,{SSID:0010000001},Ada,Fox,,5001,ada@school.example,,,u8,09,,,,,,s1,\n"
                         "u2,,,true,ben.hill,{SSID:0010000002},Ben,Hill,,5002,,,,,10,,,,,,s2,\n"
                         "u8,,,true,mo.fox,,Mo,Fox,,,,,,,,,,,,,s1,\n"
                         "u9,,,true,t.moss,,Tess,Moss,,T9,tess@school.example,,,,,,,,,,s1,\n";
    files["roles.csv"] = "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId\n"
                         "r1,,,u1,primary,student,,,s1,\nr2,,,u2,primary,student,,,s2,\nr3,,,u8,primary,guardian,,,s1,\n"
                         "r4,,,u9,primary,teacher,,,s1,\nr5,,,u9,secondary,teacher,,,s2,\n";
    return files;
}

inline PackageText cleverSet()
{
    return {{"schools.csv", "School_id,School_name,School_number,Low_grade,High_grade\n1,Lincoln High,100,9,12\n"},
            {"students.csv", "School_id,Student_id,Student_number,State_id,Last_name,First_name,Grade,Gender,DOB,Student_email,Username,Contact_name,Contact_phone\n"
                             "1,11,5001,0010000001,Fox,Ada,9,F,3/4/2011,ada.at.school,ada.fox,Mo Fox,555-0100\n"
                             "1,11,5001,0010000001,Fox,Ada,9,F,3/4/2011,ada.at.school,ada.fox,Jo Fox,555-0101\n"
                             "1,11,5001,0010000001,Fox,Ada,9,F,3/4/2011,ada.at.school,ada.fox,Al Fox,555-0102\n"
                             "1,12,5002,0010000002,Hill,Ben,10,M,5/16/2010,ben@school.example,ben.hill,,\n"
                             "1,12,5002,0010000002,Hill,Benjamin,10,M,5/16/2010,ben@school.example,ben.hill,,\n"},
            {"teachers.csv", "School_id,Teacher_id,Teacher_number,Teacher_email,First_name,Last_name,Username\n1,91,T9,tess@school.example,Tess,Moss,t.moss\n1,92,T10,ray@school.example,Ray,Lund,r.lund\n"},
            {"sections.csv", "School_id,Section_id,Teacher_id,Teacher_2_id,Name,Section_number,Course_name,Course_number,Period,Term_name,Term_start\n1,71,91,92,Welding I,1,Welding I,W100,2,Fall,8/20/2026\n"},
            {"enrollments.csv", "School_id,Section_id,Student_id\n1,71,11\n1,71,12\n"}};
}

} // namespace certdesk
