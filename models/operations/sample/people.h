// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/sample/district.h"

namespace certdesk::sample {

/// Invents the people of a district whose schools stand already. Ages fit grades, state IDs are unique and of one shape, logins
/// are unique over students and staff; faults are planted later.
class PeopleMaker
{
public:
    PeopleMaker(District &district, quint64 seed);
    void makeStaff();
    void makeStudents();

private:
    void addStaff(const QString &title, const QVector<int> &schools, int program = -1);
    void placeStudent(Student &student);
    void identify(Student &student);
    void remember2025(Student &student);
    void addGraduate();
    Student relative(const Student &previous);
    int schoolFor(int grade, int except = -1);

    District &m_district;
    Pcg32 m_random;
    NameMaker m_names;
    LoginMaker m_logins;
    QVector<int> m_grades;
};

/// A birthday that makes a person `age` on 1 September of the school year, well away from the edges.
DayNumber birthdayForAge(Pcg32 &random, int age, qint64 schoolYear);

} // namespace certdesk::sample
