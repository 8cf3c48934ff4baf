// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/sample/catalogue.h"
#include "models/operations/sample/names.h"
#include "models/operations/sample/sampleoptions.h"

namespace certdesk::sample {

struct School
{
    qint64 id = 0;
    QString code;
    QString name;
    int low = 0; ///< grades as numbers, KG is 0
    int high = 0;
    int weight = 1; ///< relative size
    bool isSecondary = false;
    QVector<int> programs;
    QVector<int> proctors; ///< places in District::staff
    bool serves(int grade) const { return grade >= low && grade <= high; }
};

struct Staff
{
    qint64 id = 0;
    PersonName name;
    QString staffId;
    QString stateId;
    QString login;
    QString email;
    QString title;
    QVector<int> schools;
    int program = -1; ///< of a CTE teacher
};

struct Student
{
    qint64 id = 0;
    PersonName name;
    QString stateId;
    QString localId;
    QString login;
    QString email;
    QString phone;
    DayNumber birth = 0;
    int grade = 0;
    int graduatingYear = 0;
    int school = 0;
    int lastSchool = -1; ///< -1: was not in the district in 2025-26
    int lastGrade = 0;
    int program = -1;
    DayNumber entry = 0;
    bool isArchived = false;
    bool isLeftOutOfFiles = false; ///< shares its state ID with someone: a file could not name it
    bool isInFiles() const { return !isArchived && !isLeftOutOfFiles; }
    int homeroom = -1; ///< places in District::groups
    int section = -1;
};

struct Group
{
    qint64 id = 0;
    int school = 0;
    QString kind;
    QString name;
    QString courseNumber;
    QString courseName;
    QString section;
    QString period;
    QString term;
    QVector<int> staff;
};

/// One district of the sample as it stands on 31 May 2027, before anything is stored. Ids count from 1 in each list.
struct District
{
    int number = 1;
    QString code;
    QString name;
    QString file;
    QString domain;
    DistrictSize size;
    QVector<School> schools;
    QVector<Staff> staff;
    QVector<Student> students; ///< archived graduates stand last
    QVector<Group> groups;

    int firstStaffWithTitle(const QString &title) const;
};

QString gradeName(int grade);
/// Which of a program's three courses a student of that grade takes.
int courseLevel(int grade);

/// Invents schools, people and classes of one district.
District makeDistrict(const Options &options, int number, const Catalogue &catalogue);

} // namespace certdesk::sample
