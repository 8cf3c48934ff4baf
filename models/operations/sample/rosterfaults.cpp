// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/rosterfaults.h"

namespace certdesk::sample {

namespace {

class RosterFaults
{
public:
    RosterFaults(District &district, quint64 seed) : m_district(district)
    {
        Pcg32 random(seed, quint64(60 + district.number));
        for (int i = 0; i < district.students.size(); ++i) {
            if (district.students[i].isArchived)
                m_archived.append(i);
            else if (district.students[i].grade <= 5)
                m_children.append(i);
        }
        random.shuffle(m_children);
    }

    QVector<Fault> plant()
    {
        for (int i = 0; i < m_district.size.faultsAClass; ++i) {
            withoutStateId();
            wrongAge(i);
            fittingAge(i);
            twoHolders(i);
        }
        return m_faults;
    }

private:
    Student &child() { return m_district.students[m_children.takeLast()]; }
    Student &graduate() { return m_district.students[m_archived[m_nextArchived++ % m_archived.size()]]; }

    static QJsonObject keyOf(const Student &student)
    {
        if (student.stateId.isEmpty())
            return {{QStringLiteral("login"), student.login}};
        return {{QStringLiteral("student_state_id"), student.stateId}};
    }

    void add(const char *rule, const char *severity, const char *kind, const Student &student, const char *field, const QJsonValue &planted,
             const QJsonValue &truth, const char *note, const QJsonObject &partner = {})
    {
        m_faults.append({QString::fromLatin1(rule), QString::fromLatin1(severity), QString::fromLatin1(kind), QStringLiteral("student"),
                         keyOf(student), partner, QString::fromLatin1(field), planted, truth, QString::fromLatin1(note), -1, -1});
    }

    void withoutStateId()
    {
        Student &student = child();
        const QString truth = student.stateId;
        student.stateId.clear();
        add("RO-01", "WARNING", "positive", student, "student_state_id", QJsonValue(), truth, "active without a state ID");
        Student &left = graduate();
        const QString other = left.stateId;
        left.stateId.clear();
        add("RO-01", "WARNING", "near-miss", left, "student_state_id", QJsonValue(), other, "archived without a state ID");
    }

    static DayNumber born(int age, int day) { return dayNumber(static_cast<int>(thisYear) - 1 - age, 9, day); }

    void setBirth(const char *kind, DayNumber birth, const char *note)
    {
        Student &student = child();
        const QString truth = isoDay(student.birth);
        student.birth = birth;
        add("RO-02", "WARNING", kind, student, "birth_date", isoDay(student.birth), truth, note);
    }

    void wrongAge(int i)
    {
        const int grade = m_district.students[m_children.last()].grade;
        if (i % 2 == 0)
            setBirth("positive", born(grade + 4, 2), "one day too young: grade + 3 on 1 September");
        else
            setBirth("positive", born(grade + 8, 1), "turns grade + 8 on 1 September");
    }

    void fittingAge(int i)
    {
        const int grade = m_district.students[m_children.last()].grade;
        if (i % 2 == 0)
            setBirth("near-miss", born(grade + 4, 1), "turns grade + 4 on 1 September");
        else
            setBirth("near-miss", born(grade + 8, 2), "still grade + 7 on 1 September");
    }

    void twoHolders(int i)
    {
        Student &holder = child();
        Student &second = child();
        const QString truth = second.stateId;
        second.stateId = holder.stateId;
        holder.isLeftOutOfFiles = second.isLeftOutOfFiles = true;
        add("RO-03", "FATAL", "positive", second, "student_state_id", second.stateId, truth, "two active students with one state ID",
            {{QStringLiteral("login"), holder.login}});
        Student &alone = child();
        if (i % 2 == 0) {
            Student &left = graduate();
            left.stateId = alone.stateId;
            alone.isLeftOutOfFiles = true;
            add("RO-03", "FATAL", "near-miss", alone, "student_state_id", alone.stateId, alone.stateId, "the other holder is archived",
                {{QStringLiteral("login"), left.login}});
        } else {
            Student &other = child();
            other.stateId = QLatin1Char('1') + alone.stateId.mid(1);
            add("RO-03", "FATAL", "near-miss", alone, "student_state_id", alone.stateId, alone.stateId, "one digit differs", keyOf(other));
        }
    }

    District &m_district;
    QVector<int> m_children;
    QVector<int> m_archived;
    int m_nextArchived = 0;
    QVector<Fault> m_faults;
};

} // namespace

QVector<Fault> plantRosterFaults(District &district, quint64 seed)
{
    return RosterFaults(district, seed).plant();
}

} // namespace certdesk::sample
