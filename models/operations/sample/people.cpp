// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/people.h"

namespace certdesk::sample {

namespace {

constexpr int coreClassSize = 24;
/// Of 999 students, by grade KG … 12: secondary grades are the larger ones, for most of the sample happens there.
constexpr int gradeWeights[] = {55, 55, 55, 55, 55, 55, 75, 75, 75, 111, 111, 111, 111};

QVector<int> gradesInOrder(int students, Pcg32 &random)
{
    QVector<int> grades;
    grades.reserve(students);
    qint64 sum = 0;
    for (int grade = 0; grade <= 12; ++grade) {
        sum += gradeWeights[grade];
        while (qint64{grades.size()} * 999 < sum * students)
            grades.append(grade);
    }
    grades.resize(students);
    random.shuffle(grades);
    return grades;
}

} // namespace

DayNumber birthdayForAge(Pcg32 &random, int age, qint64 schoolYear)
{
    const auto birthYear = static_cast<int>(schoolYear) - 1 - age;
    return dayNumber(birthYear - 1, 9, 12) + random.below(340);
}

PeopleMaker::PeopleMaker(District &district, quint64 seed)
    : m_district(district), m_random(seed, quint64(10 + district.number)), m_names(Pcg32(seed, quint64(20 + district.number)))
{
}

void PeopleMaker::addStaff(const QString &title, const QVector<int> &schools, int program)
{
    Staff person;
    person.id = m_district.staff.size() + 1;
    person.name = m_names.next();
    person.title = title;
    person.schools = schools;
    person.program = program;
    person.staffId = QStringLiteral("%1%2").arg(m_district.number).arg(person.id, 5, 10, QLatin1Char('0'));
    person.stateId = QStringLiteral("T0%1").arg(person.staffId);
    person.login = m_logins.next(person.name, {});
    person.email = person.login + QLatin1Char('@') + m_district.domain;
    m_district.staff.append(person);
}

void PeopleMaker::makeStaff()
{
    QVector<int> secondary;
    for (int i = 0; i < m_district.schools.size(); ++i) {
        addStaff(QStringLiteral("Principal"), {i});
        if (m_district.schools[i].isSecondary)
            secondary.append(i);
    }
    addStaff(QStringLiteral("CTE Director"), {});
    addStaff(QStringLiteral("CTE Specialist"), {});
    addStaff(QStringLiteral("Data Entry Clerk"), {});
    addStaff(QStringLiteral("Career Advisor"), {});
    addStaff(QStringLiteral("Career Advisor"), {});
    const int leads = m_district.size.secondarySchools > 4 ? 8 : 1;
    for (int i = 0; i < leads; ++i) {
        QVector<int> own;
        for (qsizetype k = i; k < secondary.size(); k += leads)
            own.append(secondary[k]);
        addStaff(QStringLiteral("CTE School Lead"), own);
    }
    for (int i = 0; i < m_district.size.proctors; ++i) {
        const int school = secondary[i % static_cast<int>(secondary.size())];
        m_district.schools[school].proctors.append(static_cast<int>(m_district.staff.size()));
        addStaff(QStringLiteral("Test Proctor"), {school});
    }
    int left = m_district.size.cteTeachers;
    for (int round = 0; left > 0; ++round) {
        for (const int school : std::as_const(secondary)) {
            const QVector<int> &programs = m_district.schools[school].programs;
            const int places = m_district.schools[school].high > 8 ? 5 : 1;
            for (int k = 0; k < places && left > 0; ++k, --left)
                addStaff(QStringLiteral("CTE Teacher"), {school}, programs[(round * places + k) % static_cast<int>(programs.size())]);
        }
    }
    Staff &travelling = m_district.staff.last(); // one teacher in two schools
    travelling.schools.append(secondary.first() == travelling.schools.first() ? 0 : secondary.first());
    const int core = m_district.size.students / coreClassSize;
    for (int i = 0; i < core; ++i)
        addStaff(QStringLiteral("Teacher"), {i % static_cast<int>(m_district.schools.size())});
}

int PeopleMaker::schoolFor(int grade, int except)
{
    int sum = 0;
    for (int i = 0; i < m_district.schools.size(); ++i)
        sum += m_district.schools[i].serves(grade) && i != except ? m_district.schools[i].weight : 0;
    if (sum == 0)
        return except;
    int ticket = m_random.below(sum);
    for (int i = 0; i < m_district.schools.size(); ++i) {
        if (!m_district.schools[i].serves(grade) || i == except)
            continue;
        ticket -= m_district.schools[i].weight;
        if (ticket < 0)
            return i;
    }
    return except;
}

void PeopleMaker::identify(Student &student)
{
    const qint64 number = student.id;
    // A block that the sample keeps for itself: ten digits with leading zeros, the district in the fourth place.
    student.stateId = QStringLiteral("009%1%2").arg(m_district.number).arg(number * 7 + 3, 6, 10, QLatin1Char('0'));
    student.localId = QStringLiteral("%1").arg(4000 + number, 6, 10, QLatin1Char('0'));
    const bool isMail = m_random.chance(30);
    const QString tail = QStringLiteral("%1").arg(student.graduatingYear % 100, 2, 10, QLatin1Char('0'));
    student.login = m_logins.next(student.name, tail, isMail ? QStringLiteral("@students.") + m_district.domain : QString());
    if (student.email.isEmpty() && !m_random.chance(60))
        student.email = isMail ? student.login : student.login + QStringLiteral("@students.") + m_district.domain;
    if (m_random.chance(400))
        student.phone = QStringLiteral("555-01%1").arg(m_random.below(100), 2, 10, QLatin1Char('0'));
}

void PeopleMaker::remember2025(Student &student)
{
    student.entry = dayNumber(2026, 8, 17);
    if (student.grade == 0 || m_random.chance(50)) { // the lowest grade, or moved in from outside
        if (student.grade != 0 && m_random.chance(500))
            student.entry += 30 + m_random.below(150);
        student.lastGrade = student.grade;
        return;
    }
    const bool isRetained = m_random.chance(30);
    student.lastGrade = isRetained ? student.grade : student.grade - 1;
    if (isRetained)
        student.birth = birthdayForAge(m_random, student.grade + 6, thisYear);
    const bool couldStay = m_district.schools[student.school].serves(student.lastGrade);
    const bool stayed = couldStay && !m_random.chance(30);
    student.lastSchool = stayed ? student.school : schoolFor(student.lastGrade, couldStay ? student.school : -1);
}

Student PeopleMaker::relative(const Student &previous)
{
    Student student = previous;
    student.id = 0;
    student.name.first = m_names.firstName(student.name.gender);
    student.name.middle.clear();
    student.name.suffix.clear();
    student.name.preferred.clear();
    return student;
}

void PeopleMaker::placeStudent(Student &student)
{
    student.school = schoolFor(student.grade);
    student.graduatingYear = static_cast<int>(thisYear) + 12 - student.grade;
    student.birth = birthdayForAge(m_random, student.grade + (m_random.chance(250) ? 6 : 5), thisYear);
}

void PeopleMaker::makeStudents()
{
    m_grades = gradesInOrder(m_district.size.students, m_random);
    m_district.students.reserve(m_district.size.students * 102 / 100 + 1);
    for (int i = 0; i < m_district.size.students; ++i) {
        Student student;
        student.name = m_names.next();
        student.grade = m_grades[i];
        placeStudent(student);
        const int kind = i == 0 ? 999 : m_random.below(1000);
        if (kind < 8) { // a twin
            student = relative(m_district.students.last());
            student.email.clear();
            student.entry = 0;
            student.lastSchool = -1;
            student.section = student.homeroom = -1;
            m_grades[i] = student.grade;
        } else if (kind < 30) { // brother or sister, with one e-mail address for the family
            student.name.last = m_district.students.last().name.last;
            student.email = m_district.students.last().email;
        } else if (kind < 36) { // another child with the same name in the same school
            student.name = m_district.students.last().name;
            if (m_district.schools[m_district.students.last().school].serves(student.grade))
                student.school = m_district.students.last().school;
        }
        student.id = i + 1;
        remember2025(student);
        identify(student);
        m_district.students.append(student);
    }
    const int graduates = std::max(4, m_district.size.students * 2 / 100);
    for (int i = 0; i < graduates; ++i)
        addGraduate();
}

void PeopleMaker::addGraduate()
{
    Student student;
    student.id = m_district.students.size() + 1;
    student.name = m_names.next();
    student.grade = 12;
    student.school = schoolFor(12);
    student.graduatingYear = static_cast<int>(lastYear);
    student.birth = birthdayForAge(m_random, 17, lastYear);
    student.entry = dayNumber(2025, 8, 18);
    student.lastGrade = 12;
    student.lastSchool = student.school;
    student.isArchived = true;
    identify(student);
    m_district.students.append(student);
}

} // namespace certdesk::sample
