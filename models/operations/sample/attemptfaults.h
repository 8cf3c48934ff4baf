// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/sample/attempts.h"
#include "models/operations/sample/fault.h"

#include <QSet>

namespace certdesk::sample {

/// Plants the faults of the rules on attempts: for each rule and severity as many positives as near misses. Each case takes a
/// student of its own, whose attempts are all written here, so that no case disturbs another.
class AttemptFaults
{
public:
    explicit AttemptFaults(AttemptMaker &maker, quint64 seed);
    void plant(int casesAClass);

    const QVector<Draft> &drafts() const { return m_drafts; }
    const QVector<Fault> &faults() const { return m_faults; }
    bool usesStudent(int student) const { return m_used.contains(student); }

private:
    enum class Kind { Positive, NearMiss, SideEffect };
    struct Mark
    {
        const char *rule;
        const char *severity;
        Kind kind;
    };

    void identity(int i);
    void course(int i);
    void list(int i);
    void assignment(int i);
    void spacing(int i);
    void count(int i);
    void months(int i);
    void proctor(int i);
    void earned(int i);
    void duplicates(int i);
    void proof(int i);

    int student(bool bothYears = false);
    const Program &programOf(int student) const;
    int newcomer();
    int graduate();
    int take(const QVector<int> &pool, int &next, const char *what);
    Exam exam(int student, int which) const;
    QVector<Exam> parts(int student) const;
    QString typedName(const Student &person, int least, int most);
    Draft fail(int student, const Exam &exam, DayNumber day) { return m_maker.clean(student, exam, day, false); }
    Draft pass(int student, const Exam &exam, DayNumber day) { return m_maker.clean(student, exam, day, true); }
    int put(Draft draft);
    void mark(const Mark &mark, int script, const char *field, const QJsonValue &planted, const QJsonValue &truth, const char *note,
              int partner = -1);
    void monthOnly(Draft &draft, int month);

    AttemptMaker &m_maker;
    Pcg32 m_random;
    QVector<int> m_pool;      ///< in a CTE course this year
    QVector<int> m_bothYears; ///< in one in both years
    QVector<int> m_newcomers;
    QVector<int> m_graduates;
    int m_nextPool = 0;
    int m_nextBoth = 0;
    int m_nextNewcomer = 0;
    int m_nextGraduate = 0;
    QSet<int> m_used;
    QVector<Draft> m_drafts;
    QVector<Fault> m_faults;
};

} // namespace certdesk::sample
