// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/classes.h"

#include <QMap>

namespace certdesk::sample {

namespace {

constexpr int homeroomSize = 24;
constexpr int sectionSize = 28;
constexpr int lowestCteGrade = 8;
constexpr int ctePermille = 920;

void choosePrograms(District &district, quint64 seed)
{
    Pcg32 random(seed, quint64(30 + district.number));
    for (Student &student : district.students) {
        const QVector<int> &programs = district.schools[student.school].programs;
        if (!programs.isEmpty() && student.grade >= lowestCteGrade && random.chance(ctePermille))
            student.program = random.pick(programs);
    }
}

int add(District &district, Group group)
{
    group.id = district.groups.size() + 1;
    group.term = QStringLiteral("Full Year");
    district.groups.append(group);
    return static_cast<int>(district.groups.size()) - 1;
}

/// Staff of a school with a title, by school.
QMap<int, QVector<int>> staffBySchool(const District &district, const QString &title)
{
    QMap<int, QVector<int>> map;
    for (int i = 0; i < district.staff.size(); ++i) {
        if (district.staff[i].title == title && !district.staff[i].schools.isEmpty())
            map[district.staff[i].schools.first()].append(i);
    }
    return map;
}

void makeHomerooms(District &district)
{
    const auto teachers = staffBySchool(district, QStringLiteral("Teacher"));
    QMap<int, int> opened; // school * 16 + grade: the room that is being filled
    QMap<int, int> filled;
    QMap<int, int> rooms; // by school
    for (Student &student : district.students) {
        if (student.isArchived)
            continue;
        const int key = student.school * 16 + student.grade;
        if (!opened.contains(key) || filled.value(opened.value(key)) >= homeroomSize) {
            const int number = ++rooms[student.school];
            const QVector<int> staff = teachers.value(student.school);
            Group group;
            group.school = student.school;
            group.kind = QStringLiteral("homeroom");
            group.name = QStringLiteral("Homeroom %1-%2").arg(gradeName(student.grade)).arg(number, 2, 10, QLatin1Char('0'));
            group.section = QStringLiteral("H%1").arg(number, 2, 10, QLatin1Char('0'));
            group.period = QStringLiteral("HR");
            if (!staff.isEmpty())
                group.staff = {staff[number % static_cast<int>(staff.size())]};
            opened[key] = add(district, group);
        }
        student.homeroom = opened.value(key);
        ++filled[student.homeroom];
    }
}

void makeSections(District &district, const Catalogue &catalogue)
{
    const auto helpers = staffBySchool(district, QStringLiteral("Teacher"));
    QMap<int, QVector<int>> teachers; // school * 64 + program
    for (int i = 0; i < district.staff.size(); ++i) {
        if (district.staff[i].program >= 0)
            teachers[district.staff[i].schools.first() * 64 + district.staff[i].program].append(i);
    }
    QMap<int, int> opened; // (school * 64 + program) * 4 + level
    QMap<int, int> filled;
    QMap<int, int> numbers;
    for (Student &student : district.students) {
        if (student.isArchived || student.program < 0)
            continue;
        const int place = student.school * 64 + student.program;
        const int key = place * 4 + courseLevel(student.grade);
        if (!opened.contains(key) || filled.value(opened.value(key)) >= sectionSize) {
            const Yearly &course = catalogue.courses[catalogue.programs[student.program].levels[courseLevel(student.grade)]].now;
            const int number = ++numbers[key];
            const QVector<int> &staff = teachers[place];
            Group group;
            group.school = student.school;
            group.kind = QStringLiteral("section");
            group.name = course.name;
            group.courseName = course.name;
            group.courseNumber = course.code;
            group.section = QString::number(number);
            group.period = QString::number((number + student.program) % 7 + 1);
            group.staff = {staff[number % static_cast<int>(staff.size())]};
            if (const QVector<int> more = helpers.value(student.school); opened.size() % 7 == 3 && !more.isEmpty())
                group.staff.append(more.first());
            opened[key] = add(district, group);
        }
        student.section = opened.value(key);
        ++filled[student.section];
    }
}

} // namespace

void makeClasses(District &district, const Catalogue &catalogue, quint64 seed)
{
    choosePrograms(district, seed);
    makeHomerooms(district);
    makeSections(district, catalogue);
}

int programTeacher(const District &district, int school, int program)
{
    for (int i = 0; i < district.staff.size(); ++i) {
        if (district.staff[i].program == program && district.staff[i].schools.first() == school)
            return i;
    }
    return -1;
}

} // namespace certdesk::sample
