// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/attemptfaults.h"

#include "models/domain/names.h"

namespace certdesk::sample {

AttemptFaults::AttemptFaults(AttemptMaker &maker, quint64 seed)
    : m_maker(maker), m_random(seed, quint64(70 + maker.district().number))
{
    const QVector<Student> &students = maker.district().students;
    for (int i = 0; i < students.size(); ++i) {
        const bool now = maker.canSit(i, thisYear);
        const bool before = maker.canSit(i, lastYear);
        const bool fromStart = students[i].entry == dayNumber(2026, 8, 17);
        if (students[i].isArchived && before)
            m_graduates.append(i);
        else if (now && before)
            m_bothYears.append(i);
        else if (now && students[i].lastSchool < 0 && students[i].grade >= 9)
            m_newcomers.append(i);
        else if (now && fromStart)
            m_pool.append(i);
    }
    for (QVector<int> *pool : {&m_pool, &m_bothYears, &m_newcomers, &m_graduates})
        m_random.shuffle(*pool);
}

void AttemptFaults::plant(int casesAClass)
{
    for (int i = 0; i < casesAClass; ++i) {
        identity(i);
        course(i);
        list(i);
        assignment(i);
        spacing(i);
        count(i);
        months(i);
        proctor(i);
        earned(i);
        duplicates(i);
        proof(i);
    }
}

int AttemptFaults::take(const QVector<int> &pool, int &next, const char *what)
{
    Q_ASSERT_X(next < pool.size(), "AttemptFaults", what);
    const int found = pool[next++];
    m_used.insert(found);
    return found;
}

int AttemptFaults::student(bool bothYears)
{
    if (!bothYears && m_nextPool < m_pool.size())
        return take(m_pool, m_nextPool, "students");
    return take(m_bothYears, m_nextBoth, "students of both years");
}

int AttemptFaults::newcomer()
{
    return take(m_newcomers, m_nextNewcomer, "newcomers");
}

int AttemptFaults::graduate()
{
    return take(m_graduates, m_nextGraduate, "graduates");
}

/// A certificate of the student's own program that is no bundle and on the list of both years.
Exam AttemptFaults::exam(int student, int which) const
{
    const Catalogue &catalogue = m_maker.catalogue();
    const Program &program = catalogue.programs[m_maker.district().students[student].program];
    QVector<int> plain;
    for (int i = 0; i < 8; ++i) {
        if (catalogue.certificates[program.certificates[i]].components.isEmpty())
            plain.append(program.certificates[i]);
    }
    return {plain[which % static_cast<int>(plain.size())], -1};
}

/// The components of the program's bundle.
QVector<Exam> AttemptFaults::parts(int student) const
{
    QVector<Exam> found;
    for (const Exam &one : m_maker.catalogue().exams(m_maker.district().students[student].program, thisYear)) {
        if (one.component >= 0)
            found.append(one);
    }
    return found;
}

int AttemptFaults::put(Draft draft)
{
    draft.script = static_cast<int>(m_drafts.size());
    m_drafts.append(std::move(draft));
    return m_drafts.last().script;
}

void AttemptFaults::mark(const Mark &mark, int script, const char *field, const QJsonValue &planted, const QJsonValue &truth, const char *note, int partner)
{
    static const char *const kinds[] = {"positive", "near-miss", "side-effect"};
    m_faults.append({QString::fromLatin1(mark.rule), QString::fromLatin1(mark.severity), QString::fromLatin1(kinds[static_cast<int>(mark.kind)]),
                     QStringLiteral("attempt"), {}, {}, QString::fromLatin1(field), planted, truth, QString::fromLatin1(note), script, partner});
}

/// A name whose best likeness to all names of the person lies between `least` and `most` thousandths.
QString AttemptFaults::typedName(const Student &person, int least, int most)
{
    const PersonName &name = person.name;
    QVector<QString> known;
    for (const QString &first : {name.first, name.preferred}) {
        if (first.isEmpty())
            continue;
        known.append(normalizedName(first + QLatin1Char(' ') + name.last));
        known.append(normalizedName(first + QLatin1Char(' ') + name.middle + QLatin1Char(' ') + name.last));
    }
    NameMaker names(Pcg32(m_random.next(), 80));
    const QString whole = AttemptMaker::listName(name);
    for (;;) {
        PersonName other = names.next();
        QString typed = AttemptMaker::listName(other);
        if (least > 920) { // a slip of the finger
            typed = whole;
            typed.remove(1 + m_random.below(typed.size() - 2), 1);
        } else if (least > 0 && m_random.chance(700)) {
            other.first = m_random.chance(500) ? name.first : other.first;
            other.last = other.first == name.first ? other.last : name.last;
            typed = AttemptMaker::listName(other);
        }
        int lowest = 1000;
        int highest = 0;
        for (const QString &one : std::as_const(known)) {
            const int likeness = nameSimilarity(normalizedName(typed), one);
            lowest = std::min(lowest, likeness);
            highest = std::max(highest, likeness);
        }
        const bool isSlip = least > 920 && nameSimilarity(normalizedName(typed), normalizedName(whole)) >= least && highest < 1000;
        if (isSlip || (least <= 920 && lowest >= least && highest <= most))
            return typed;
    }
}

void AttemptFaults::identity(int i)
{
    const QVector<Student> &students = m_maker.district().students;
    const int absent = newcomer();
    const int script = put(fail(absent, exam(absent, i), schoolDay(dayNumber(2026, 3, 10) + i)));
    mark({"ID-01", "REFUSE", Kind::Positive}, script, "school_year", 2026, 2027, "came to the district only the year after");
    const int left = graduate();
    mark({"ID-01", "REFUSE", Kind::NearMiss}, put(fail(left, exam(left, i), schoolDay(dayNumber(2026, 4, 8) + i))), "school_year", 2026, 2026,
         "archived now, on the roster of that year");
    const auto typed = [&](const char *severity, Kind kind, int least, int most, const char *note) {
        const int who = student();
        Draft draft = pass(who, exam(who, i), schoolDay(dayNumber(2026, 11, 3) + i));
        const QString truth = draft.attempt.text("typed_name");
        const QString name = least < 0 ? normalizedName(truth).toUpper() : typedName(students[who], least, most);
        draft.attempt.set("typed_name", Value(name));
        mark({"ID-03", severity, kind}, put(draft), "typed_name", name, truth, note);
    };
    typed("WARNING", Kind::Positive, 770, 905, "likeness between 0.75 and 0.92");
    typed("WARNING", Kind::NearMiss, 935, 999, "one letter left out: likeness above 0.92");
    typed("REFUSE", Kind::Positive, 0, 735, "another person's name: likeness below 0.75");
    typed("REFUSE", Kind::NearMiss, -1, 0, "other order, case and no marks: the same name");
}

const Program &AttemptFaults::programOf(int student) const
{
    return m_maker.catalogue().programs[m_maker.district().students[student].program];
}

void AttemptFaults::course(int i)
{
    const DayNumber day = schoolDay(dayNumber(2027, 2, 2) + i);
    for (const Kind kind : {Kind::Positive, Kind::NearMiss}) {
        const int who = student(kind == Kind::NearMiss);
        const Yearly &course = m_maker.catalogue().courses[programOf(who).retiredCourse].last;
        Draft draft = pass(who, exam(who, i), day);
        const QString truth = draft.attempt.text("course_number");
        draft.attempt.set("course_number", Value(course.code)).set("course_name", Value(course.name));
        if (kind == Kind::NearMiss)
            draft.attempt.set("year_taken", Value(lastYear));
        mark({"CR-01", "FATAL", kind}, put(draft), "course_number", course.code, truth,
             kind == Kind::Positive ? "in last year's catalogue only" : "course taken last year, exam this year");
    }
}

void AttemptFaults::list(int i)
{
    const Catalogue &catalogue = m_maker.catalogue();
    const DayNumber day = schoolDay(dayNumber(2027, 2, 2) + i);
    const int late = student();
    Draft retired = pass(late, {programOf(late).retiredCertificate, -1}, day);
    const Yearly &old = catalogue.certificates[programOf(late).retiredCertificate].last;
    retired.attempt.set("certificate_code", Value(old.code)).set("certificate_name", Value(old.name));
    m_maker.prove(retired);
    const int listed = put(retired);
    mark({"CE-01", "FATAL", Kind::Positive}, listed, "certificate_code", old.code, QJsonValue(), "on last year's list only");
    mark({"CE-04", "WARNING", Kind::SideEffect}, listed, "certificate_code", old.code, QJsonValue(),
         "what is not on the list is not assigned either");
    const int before = student(true);
    const Exam ended{programOf(before).retiredCertificate, -1};
    const QString endedCode = catalogue.certificates[ended.certificate].last.code;
    mark({"CE-01", "FATAL", Kind::NearMiss}, put(pass(before, ended, schoolDay(dayNumber(2026, 5, 5)))), "certificate_code", endedCode, endedCode,
         "sat while it was on the list");
    const int wrong = student();
    Draft mixed = pass(wrong, exam(wrong, i), day);
    const QString truth = mixed.attempt.text("certificate_code");
    const QString other = catalogue.certificates[exam(wrong, i + 1).certificate].now.code;
    mixed.attempt.set("certificate_code", Value(other));
    mark({"CE-03", "REFUSE", Kind::Positive}, put(mixed), "certificate_code", other, truth, "the code of another certificate of the program");
    const int edge = student(i % 2 == 0);
    const DayNumber turn = i % 2 == 0 ? dayNumber(2026, 6, 30) : dayNumber(2026, 7, 1);
    const QString code = catalogue.certificates[catalogue.recoded].in(schoolYearOf(turn)).code;
    mark({"CE-03", "REFUSE", Kind::NearMiss}, put(pass(edge, {catalogue.recoded, -1}, turn)), "certificate_code", code, code,
         "the code changed between 30 June and 1 July");
}

void AttemptFaults::assignment(int i)
{
    const Catalogue &catalogue = m_maker.catalogue();
    const DayNumber day = schoolDay(dayNumber(2027, 2, 2) + i);
    const int outside = student();
    const Program &foreign = catalogue.programs[programOf(outside).code == catalogue.programs[0].code ? 1 : 0];
    const int certificate = foreign.certificates[i % 4];
    mark({"CE-04", "WARNING", Kind::Positive}, put(pass(outside, {certificate, -1}, day)), "certificate_code",
         catalogue.certificates[certificate].now.code, QJsonValue(), "assigned to another program only");
    const QString code = catalogue.certificates[catalogue.newlyAssigned].now.code;
    mark({"CE-04", "WARNING", Kind::NearMiss}, put(pass(student(), {catalogue.newlyAssigned, -1}, day)), "certificate_code", code, code,
         "assigned since this year");
}

} // namespace certdesk::sample
