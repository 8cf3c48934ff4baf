// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/nextyear.h"

#include "models/operations/sample/classes.h"
#include "models/operations/sample/packages.h"
#include "models/operations/sample/people.h"

#include <QJsonArray>
#include <QMap>

namespace certdesk::sample {

namespace {

class Advance
{
public:
    Advance(const District &district, quint64 seed)
        : m_district(district), m_random(seed, quint64(100 + district.number)), m_names(Pcg32(seed, quint64(110 + district.number)))
    {
    }

    NextYear run()
    {
        for (const Student &student : m_district.students) {
            if (!student.isLeftOutOfFiles)
                advance(student);
        }
        const int children = m_district.size.students * 55 / 999;
        for (int i = 0; i < children; ++i)
            addNew(0, "new-lowest-grade");
        for (int i = 0; i < m_district.size.students * 5 / 100; ++i)
            addNew(1 + m_random.below(12), "moved-in");
        NextYear year{m_district, {}, m_persons};
        year.district.students = m_next;
        for (auto it = m_outcomes.cbegin(); it != m_outcomes.cend(); ++it)
            year.outcomes.insert(it.key(), it.value());
        return year;
    }

private:
    void note(const char *outcome, const Student &student)
    {
        m_outcomes[QString::fromLatin1(outcome)].append(student.stateId.isEmpty() ? student.login : student.stateId);
        if (qstrcmp(outcome, "name-changed") != 0 && qstrcmp(outcome, "local-id-changed") != 0)
            m_persons.insert(hiddenId(m_district, student), QString::fromLatin1(outcome));
    }

    void advance(const Student &present)
    {
        Student student = present;
        if (student.isArchived) {
            if (m_random.chance(100)) { // one in ten of the graduates comes back: about 0.5 % with those of a full archive
                student.isArchived = false;
                student.graduatingYear = static_cast<int>(nextYear);
                keep(student, "returned");
            }
            return;
        }
        if (student.grade == 12 && !m_random.chance(30)) {
            note("graduated", student);
            return;
        }
        if (m_random.chance(40)) {
            note("left", student);
            return;
        }
        if (student.grade == 12 || m_random.chance(30)) {
            ++student.graduatingYear;
            keep(student, "retained");
            return;
        }
        ++student.grade;
        const bool stays = m_district.schools[student.school].serves(student.grade);
        if (!stays || m_random.chance(30))
            student.school = schoolFor(student.grade, stays ? student.school : -1);
        rename(student);
        keep(student, stays && student.school != present.school ? "moved" : "promoted");
    }

    void rename(Student &student)
    {
        if (m_random.chance(4)) {
            student.name.last = m_names.lastName();
            note("name-changed", student);
        } else if (m_random.chance(5)) {
            student.localId = QStringLiteral("9%1").arg(student.localId.mid(1));
            note("local-id-changed", student);
        }
    }

    void keep(Student student, const char *outcome)
    {
        student.entry = dayNumber(2027, 8, 16);
        note(outcome, student);
        m_next.append(student);
    }

    void addNew(int grade, const char *outcome)
    {
        Student student;
        student.id = m_district.students.size() + 1 + m_new++;
        student.name = m_names.next();
        student.grade = grade;
        student.school = schoolFor(grade, -1);
        student.graduatingYear = static_cast<int>(nextYear) + 12 - grade;
        student.birth = birthdayForAge(m_random, grade + 5, nextYear);
        student.stateId = QStringLiteral("009%1%2").arg(m_district.number).arg(student.id * 7 + 3, 6, 10, QLatin1Char('0'));
        student.localId = QStringLiteral("%1").arg(4000 + student.id, 6, 10, QLatin1Char('0'));
        student.login = QStringLiteral("new%1").arg(student.localId);
        keep(student, outcome);
    }

    int schoolFor(int grade, int except)
    {
        QVector<int> fitting;
        for (int i = 0; i < m_district.schools.size(); ++i) {
            if (m_district.schools[i].serves(grade) && i != except)
                fitting.append(i);
        }
        return fitting.isEmpty() ? except : m_random.pick(fitting);
    }

    const District &m_district;
    Pcg32 m_random;
    NameMaker m_names;
    QVector<Student> m_next;
    QMap<QString, QJsonArray> m_outcomes;
    QJsonObject m_persons;
    int m_new = 0;
};

} // namespace

NextYear makeNextYear(const District &district, const Catalogue &catalogue, quint64 seed)
{
    NextYear next = Advance(district, seed).run();
    next.district.groups.clear();
    for (Student &student : next.district.students)
        student.program = student.homeroom = student.section = -1;
    makeClasses(next.district, catalogue, seed + 1);
    return next;
}

} // namespace certdesk::sample
