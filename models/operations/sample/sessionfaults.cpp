// SPDX-License-Identifier: GPL-3.0-or-later
// The part of AttemptFaults that plants faults of exam sessions, outcomes and evidence.
#include "models/operations/sample/attemptfaults.h"

#include "models/domain/names.h"

namespace certdesk::sample {

void AttemptFaults::spacing(int i)
{
    const bool overYears = i % 3 == 1;
    const DayNumber first = overYears ? dayNumber(2026, 6, 20) : dayNumber(2027, 3, 3) + i;
    for (const Kind kind : {Kind::Positive, Kind::NearMiss}) {
        const int gap = kind == Kind::NearMiss ? 20 : i % 3 == 2 ? 14 : 19;
        const int who = student(overYears);
        const int earlier = put(fail(who, exam(who, i), first));
        const int later = put(pass(who, exam(who, i), first + gap));
        mark({"EX-10", "FATAL", kind}, later, "exam_first", isoDay(first + gap), isoDay(first + 20),
             kind == Kind::NearMiss ? "20 days apart" : overYears ? "19 days apart, in two school years" : "less than 20 days apart", earlier);
    }
    const int who = student();
    const QVector<Exam> both = parts(who);
    const int earlier = put(pass(who, both[0], first + 30));
    mark({"EX-10", "FATAL", Kind::NearMiss}, put(pass(who, both[1], first + 40)), "exam_first", isoDay(first + 40), isoDay(first + 40),
         "two components of a bundle, 10 days apart", earlier);
}

void AttemptFaults::count(int i)
{
    const int who = student();
    const DayNumber start = schoolDay(dayNumber(2026, 9, 1) + i);
    for (const int days : {0, 30, 62})
        put(fail(who, exam(who, i), start + days));
    const int fourth = put(pass(who, exam(who, i), start + 92));
    mark({"EX-11", "FATAL", Kind::Positive}, fourth, "exam_first", isoDay(start + 92), QJsonValue(), "the fourth in one school year", fourth - 1);
    const int other = student(true);
    for (const DayNumber day : {dayNumber(2026, 2, 2), dayNumber(2026, 3, 16), dayNumber(2026, 5, 4)})
        put(fail(other, exam(other, i), day));
    mark({"EX-11", "FATAL", Kind::NearMiss}, put(pass(other, exam(other, i), dayNumber(2026, 7, 27))), "exam_first", isoDay(dayNumber(2026, 7, 27)),
         isoDay(dayNumber(2026, 7, 27)), "three in one school year, the fourth in the next");
}

void AttemptFaults::monthOnly(Draft &draft, int month)
{
    const QDate first(2026, month, 1);
    draft.attempt.set("exam_first", Value(dayNumber(first))).set("exam_last", Value(dayNumber(first.addMonths(1)) - 1));
    draft.attempt.set("exam_precision", Value(QStringLiteral("month")));
}

void AttemptFaults::months(int i)
{
    for (const Kind kind : {Kind::Positive, Kind::NearMiss}) {
        const int who = student();
        Draft first = fail(who, exam(who, i), dayNumber(2026, 9, 15));
        Draft second = fail(who, exam(who, i), dayNumber(2026, 11, 16));
        monthOnly(first, 9);
        monthOnly(second, kind == Kind::Positive ? 10 : 11);
        const int earlier = put(first);
        const QString month = kind == Kind::Positive ? QStringLiteral("2026-10") : QStringLiteral("2026-11");
        mark({"EX-14", "WARNING", kind}, put(second), "exam_precision", month, month,
             kind == Kind::Positive ? "September and October: between 1 and 60 days" : "September and November: 32 days at least", earlier);
    }
}

void AttemptFaults::proctor(int i)
{
    const District &district = m_maker.district();
    const DayNumber day = schoolDay(dayNumber(2026, 10, 6) + i);
    for (const Kind kind : {Kind::Positive, Kind::NearMiss}) {
        const int who = student();
        const Staff &teacher = district.staff[m_maker.teacherOf(who, thisYear)];
        Draft draft = pass(who, exam(who, i), day);
        const QString truth = draft.attempt.text("proctor_name");
        if (kind == Kind::Positive && i % 2 == 0) {
            draft.attempt.set("proctor_id", Value(teacher.id)).set("proctor_name", Value(AttemptMaker::listName(teacher.name)));
        } else if (kind == Kind::Positive) {
            draft.attempt.set("proctor_id", Value()).set("proctor_name", Value(normalizedName(AttemptMaker::listName(teacher.name)).toUpper()));
        } else if (i % 2 == 0) {
            for (const Staff &other : district.staff) {
                if (other.program >= 0 && other.program != teacher.program && other.id != teacher.id)
                    draft.attempt.set("proctor_id", Value(other.id)).set("proctor_name", Value(AttemptMaker::listName(other.name)));
            }
        } else {
            const QString name = teacher.name.last + QLatin1String(", Wilhelmina Octavia");
            draft.attempt.set("proctor_id", Value()).set("proctor_name", Value(name));
        }
        const QString planted = draft.attempt.text("proctor_name");
        mark({"EX-20", "FATAL", kind}, put(draft), "proctor_name", planted, truth,
             kind == Kind::NearMiss ? (i % 2 == 0 ? "teaches, but not this student" : "somebody from outside with the teacher's last name")
             : i % 2 == 0           ? "the course teacher"
                                    : "the course teacher by name, without a staff ID");
    }
}

void AttemptFaults::earned(int i)
{
    const DayNumber day = schoolDay(dayNumber(2027, 1, 12) + i);
    const int who = student();
    Draft draft = i % 2 == 0 ? pass(who, exam(who, i), day) : fail(who, exam(who, i), day);
    draft.attempt.set("earned_on", i % 2 == 0 ? Value() : Value(day));
    mark({"OU-03", "FATAL", Kind::Positive}, put(draft), "earned_on", i % 2 == 0 ? QJsonValue() : QJsonValue(isoDay(day)),
         i % 2 == 0 ? QJsonValue(isoDay(day)) : QJsonValue(), i % 2 == 0 ? "passed, no earned date" : "failed, with an earned date");
    const int other = student();
    Draft fine = pass(other, exam(other, i), day);
    fine.attempt.set("earned_on", Value(day + 9));
    mark({"OU-03", "FATAL", Kind::NearMiss}, put(fine), "earned_on", isoDay(day + 9), isoDay(day + 9), "issued nine days after the exam");
}

void AttemptFaults::duplicates(int i)
{
    const DayNumber day = schoolDay(dayNumber(2027, 4, 6) + i);
    const auto twice = [&](const char *severity, const QString &source, const char *note) {
        const int who = student();
        Draft second = fail(who, exam(who, i), day);
        second.attempt.set("source", Value(source));
        const int first = put(fail(who, exam(who, i), day));
        mark({"OU-08", severity, Kind::Positive}, put(second), "exam_first", isoDay(day), QJsonValue(), note, first);
    };
    twice("REFUSE", QStringLiteral("teacher"), "entered twice from one source");
    twice("WARNING", QStringLiteral("department"), "entered by the teacher and by the department");
    const int who = student();
    const QVector<Exam> both = parts(who);
    const int first = put(pass(who, both[0], day));
    mark({"OU-08", "REFUSE", Kind::NearMiss}, put(pass(who, both[1], day)), "exam_first", isoDay(day), isoDay(day),
         "two components of a bundle on one day", first);
    const int other = student();
    const int earlier = put(fail(other, exam(other, i), day - 21));
    Draft later = pass(other, exam(other, i), day);
    later.attempt.set("source", Value(QStringLiteral("department")));
    mark({"OU-08", "WARNING", Kind::NearMiss}, put(later), "exam_first", isoDay(day), isoDay(day), "two sources, two days", earlier);
}

void AttemptFaults::proof(int i)
{
    const Exam common{m_maker.catalogue().recoded, -1};
    const DayNumber day = schoolDay(dayNumber(2026, 12, 1) + i);
    const int bareOne = student();
    Draft verified = pass(bareOne, common, day);
    verified.proofs.clear();
    const int script = put(verified);
    mark({"EV-01", "REFUSE", Kind::Positive}, script, "verification", QStringLiteral("verified"), QStringLiteral("unverified"), "verified without evidence");
    mark({"EV-02", "FATAL", Kind::SideEffect}, script, "evidence", QJsonValue(), QStringLiteral("report-line"), "without evidence no policy for a pass is met");
    const int waiting = student();
    Draft unseen = fail(waiting, common, day);
    unseen.proofs.clear();
    m_maker.unverify(unseen);
    mark({"EV-01", "REFUSE", Kind::NearMiss}, put(unseen), "verification", QStringLiteral("unverified"), QStringLiteral("unverified"),
         "no evidence, and not verified");
    const int lacking = student();
    Draft bare = pass(lacking, common, day);
    bare.proofs.first().kind = QStringLiteral("session-record");
    mark({"EV-02", "FATAL", Kind::Positive}, put(bare), "evidence", QStringLiteral("session-record"), QStringLiteral("report-line"),
         "the provider gives reports, and there is neither a line nor a PDF");
    const int enough = student();
    mark({"EV-02", "FATAL", Kind::NearMiss}, put(pass(enough, common, day)), "evidence", QStringLiteral("report-line"), QStringLiteral("report-line"),
         "a report line, no PDF: enough for this provider");
}

} // namespace certdesk::sample
