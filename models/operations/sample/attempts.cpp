// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/attempts.h"

#include "models/operations/sample/pdf.h"

#include <QCryptographicHash>

namespace certdesk::sample {

namespace {

constexpr int leastGap = 20; // days between two attempts in a family (EX-10)
constexpr int mostInYear = 3; // EX-11
constexpr int familiesAYear = 6;

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

} // namespace

DayNumber firstExamDay(qint64 year)
{
    return dayNumber(static_cast<int>(year) - 1, 9, 1);
}

DayNumber lastExamDay(qint64 year)
{
    return dayNumber(static_cast<int>(year), 5, 21);
}

DayNumber schoolDay(DayNumber day)
{
    const int weekday = QDate::fromJulianDay(day).dayOfWeek();
    return weekday > 5 ? day + 8 - weekday : day;
}

AttemptMaker::AttemptMaker(const District &district, const Catalogue &catalogue, quint64 seed)
    : m_district(district), m_catalogue(catalogue), m_random(seed, quint64(40 + district.number)), m_seed(seed)
{
    for (int i = static_cast<int>(district.staff.size()) - 1; i >= 0; --i) {
        if (district.staff[i].program >= 0)
            m_teachers.insert(district.staff[i].schools.first() * 64 + district.staff[i].program, i);
    }
}

int AttemptMaker::teacherOf(int student, qint64 year) const
{
    const Student &person = m_district.students[student];
    if (year == thisYear && person.section >= 0)
        return m_district.groups[person.section].staff.first();
    return m_teachers.value((person.lastSchool < 0 ? person.school : person.lastSchool) * 64 + person.program, -1);
}

bool AttemptMaker::canSit(int student, qint64 year) const
{
    const Student &person = m_district.students[student];
    if (person.program < 0)
        return false;
    if (year == thisYear)
        return person.section >= 0;
    return person.lastSchool >= 0 && person.lastGrade >= 8 && teacherOf(student, year) >= 0;
}

QString AttemptMaker::listName(const PersonName &name)
{
    QString listed = name.last + QLatin1String(", ") + name.first;
    if (!name.middle.isEmpty())
        listed += QLatin1Char(' ') + name.middle;
    return listed;
}

void AttemptMaker::setCourse(Draft &draft, int student, qint64 year)
{
    const Student &person = m_district.students[student];
    const bool isNow = year == thisYear;
    const int grade = isNow ? person.grade : person.lastGrade;
    const int school = isNow || person.lastSchool < 0 ? person.school : person.lastSchool;
    const Program &program = m_catalogue.programs[person.program];
    const Yearly &course = m_catalogue.courses[program.levels[courseLevel(grade)]].in(year);
    const int teacher = teacherOf(student, year);
    const QVector<int> &proctors = m_district.schools[school].proctors;
    const int proctor = proctors[m_random.below(proctors.size())];
    Record &row = draft.attempt;
    row.set("student_id", Value(person.id)).set("typed_name", Value(listName(person.name)));
    row.set("school_year", Value(year)).set("year_taken", Value(year)).set("grade", Value(gradeName(grade)));
    row.set("school_id", Value(m_district.schools[school].id)).set("program_code", Value(program.code));
    row.set("course_number", Value(course.code)).set("course_name", Value(course.name));
    row.set("teacher_id", Value(m_district.staff[teacher].id)).set("teacher_name", Value(listName(m_district.staff[teacher].name)));
    row.set("proctor_id", Value(m_district.staff[proctor].id)).set("proctor_name", Value(listName(m_district.staff[proctor].name)));
    row.set("entered_by", Value(m_district.staff[teacher].login)).set("source", Value(text("teacher")));
}

void AttemptMaker::setOutcome(Draft &draft, const Certificate &certificate, DayNumber day, bool passed)
{
    const int spread = certificate.passScore / 5;
    const int score = passed ? certificate.passScore + m_random.below(spread) : certificate.passScore - 1 - m_random.below(spread);
    draft.attempt.set("outcome", Value(text(passed ? "P" : "F")));
    draft.attempt.set("score", Value(qint64{score})).set("pass_score", Value(qint64{certificate.passScore}));
    if (!passed)
        return;
    draft.attempt.set("earned_on", Value(day));
    ++m_credentials;
    draft.attempt.set("credential_number", Value(QStringLiteral("SMP-%1-%2").arg(m_district.code).arg(m_credentials, 7, 10, QLatin1Char('0'))));
}

Draft AttemptMaker::clean(int student, const Exam &exam, DayNumber day, bool passed)
{
    const qint64 year = schoolYearOf(day);
    const Certificate &certificate = m_catalogue.certificates[exam.certificate];
    Draft draft;
    draft.student = student;
    setCourse(draft, student, year);
    Record &row = draft.attempt;
    row.set("certificate_name", Value(certificate.in(year).name)).set("certificate_code", Value(certificate.in(year).code));
    row.set("exam_family", Value(m_catalogue.family(exam)));
    if (exam.component >= 0)
        row.set("component_code", Value(certificate.components[exam.component].code));
    row.set("exam_first", Value(day)).set("exam_last", Value(day)).set("exam_precision", Value(text("day")));
    row.set("provider_name", Value(text(m_catalogue.providers()[certificate.provider].name)));
    row.set("entry_state", Value(text("entered"))).set("transfer", Value(text("not-sent"))).set("reporting", Value(text("not-due")));
    setOutcome(draft, certificate, day, passed);
    prove(draft);
    verify(draft);
    return draft;
}

Draft AttemptMaker::everyday(int student, const Exam &exam, DayNumber day, bool passed)
{
    Draft draft = clean(student, exam, day, passed);
    const int fate = m_random.below(100);
    const bool isOld = draft.attempt.integer("school_year") == lastYear;
    if (isOld && draft.attempt.text("verification") == QLatin1String("verified"))
        draft.attempt.set("transfer", Value(text("confirmed"))).set("reporting", Value(text("accepted")));
    if (isOld)
        return draft;
    if (fate < 25)
        unverify(draft);
    else if (fate < 29)
        unverify(draft, "queried");
    else if (fate < 40)
        draft.attempt.set("entered_by", Value(text("sam.specialist"))).set("source", Value(text("department")));
    if (fate % 5 == 1)
        draft.attempt.set("room", Value(QStringLiteral("Lab %1").arg(1 + fate % 4)));
    return draft;
}

void AttemptMaker::verify(Draft &draft)
{
    if (draft.proofs.isEmpty()) {
        unverify(draft);
        return;
    }
    DayNumber seen = draft.attempt.integer("exam_last");
    for (const Proof &proof : std::as_const(draft.proofs))
        seen = std::max(seen, proof.receivedOn);
    draft.attempt.set("verification", Value(text("verified")));
    draft.attempt.set("verified_by", Value(text(m_random.chance(700) ? "lena.lead" : "ada.advisor")));
    const DayNumber day = std::min(seen + 1 + m_random.below(9), asOf());
    draft.attempt.set("verified_at", Value((day - dayNumber(1970, 1, 1)) * 86400000 + 54000000)); // 15:00 UTC
}

void AttemptMaker::unverify(Draft &draft, const char *state)
{
    draft.attempt.set("verification", Value(text(state))).set("verified_by", Value()).set("verified_at", Value());
}

Proof AttemptMaker::reportLine(const Draft &draft)
{
    const DayNumber day = draft.attempt.integer("exam_last");
    const QString provider = draft.attempt.text("provider_name");
    // Reports are drawn each Friday after the exam.
    const DayNumber drawn = day + 12 - QDate::fromJulianDay(day).dayOfWeek();
    const QString file = QStringLiteral("%1_%2_%3.csv").arg(plainLetters(provider), m_district.code, isoDay(drawn));
    const int line = ++m_reportLines[file] + 1;
    return {text("report-line"), file, sha256(file.toUtf8() + QByteArray::number(m_seed)), QString::number(line), provider, {}, std::min(drawn, asOf()),
            text("lena.lead")};
}

Proof AttemptMaker::pdf(const Draft &draft)
{
    const Student &person = m_district.students[draft.student];
    const QString name = person.name.first + QLatin1Char(' ') + person.name.last;
    const DayNumber day = draft.attempt.integer("exam_last");
    Proof proof{text("pdf"), QStringLiteral("certificate_%1_%2.pdf").arg(m_district.code).arg(++m_pdfs, 5, 10, QLatin1Char('0')), {}, {},
                draft.attempt.text("provider_name"), {}, std::min(day + 3 + m_random.below(8), asOf()), draft.attempt.text("entered_by")};
    if (m_district.size.storesFiles) {
        proof.content = certificatePdf(name, draft.attempt.text("certificate_name"), isoDay(day), draft.attempt.text("credential_number"));
        proof.sha256 = sha256(proof.content);
    } else {
        proof.sha256 = sha256(proof.fileName.toUtf8() + QByteArray::number(m_seed));
    }
    return proof;
}

void AttemptMaker::prove(Draft &draft)
{
    draft.proofs.clear();
    const bool passed = draft.attempt.text("outcome") == QLatin1String("P");
    const QString provider = draft.attempt.text("provider_name");
    const Provider *policy = nullptr;
    for (const Provider &one : m_catalogue.providers()) {
        if (provider == QLatin1String(one.name))
            policy = &one;
    }
    if (passed) {
        const QLatin1String asked(policy->passPolicy);
        const bool gives = QLatin1String(policy->scoreReports) == QLatin1String("yes");
        if (asked == QLatin1String("report-only") || asked == QLatin1String("report-and-pdf") || (asked == QLatin1String("pdf-if-no-report") && gives)
            || (asked == QLatin1String("report-or-pdf") && m_random.chance(400)))
            draft.proofs.append(reportLine(draft));
        if (asked == QLatin1String("report-and-pdf") || draft.proofs.isEmpty())
            draft.proofs.append(pdf(draft));
    } else if (QLatin1String(policy->failPolicy) == QLatin1String("session-record")) {
        const DayNumber day = draft.attempt.integer("exam_last");
        const QString file = QStringLiteral("session_%1_%2.pdf").arg(m_district.code, isoDay(day));
        draft.proofs.append({text("session-record"), file, sha256(file.toUtf8() + QByteArray::number(m_seed)),
                             QString::number(++m_reportLines[file]), provider, {}, std::min(day + 1, asOf()), draft.attempt.text("entered_by")});
    } else if (m_random.chance(600) && QLatin1String(policy->scoreReports) == QLatin1String("yes")) {
        draft.proofs.append(reportLine(draft));
    }
}

QVector<Exam> AttemptMaker::shuffledExams(int student) const
{
    const int program = m_district.students[student].program;
    QVector<Exam> exams = m_catalogue.exams(program, lastYear);
    QVector<QString> families;
    for (const Exam &exam : std::as_const(exams))
        families.append(m_catalogue.family(exam));
    // What is new this year is first sat in the last days of May: those results are among the input files.
    for (const Exam &exam : m_catalogue.exams(program, thisYear)) {
        if (exam.certificate != m_catalogue.programs[program].addedCertificate && !families.contains(m_catalogue.family(exam)))
            exams.append(exam);
    }
    Pcg32 random(m_seed + quint64(student), quint64(50 + m_district.number));
    random.shuffle(exams);
    return exams;
}

QVector<Draft> AttemptMaker::yearOf(int student, qint64 year, int count)
{
    if (count == 0)
        return {};
    // Last year's families come from the front of the student's own order, this year's from the back: none is sat in both.
    const int program = m_district.students[student].program;
    QVector<Exam> order = shuffledExams(student);
    if (year == thisYear)
        std::reverse(order.begin(), order.end());
    QVector<Exam> exams;
    for (const Exam &exam : std::as_const(order)) {
        if (exams.size() < familiesAYear && m_catalogue.isAssigned(program, exam.certificate, year))
            exams.append(exam);
    }
    QVector<Draft> drafts;
    const DayNumber from = std::max(firstExamDay(year), year == thisYear ? m_district.students[student].entry + 14 : DayNumber{0});
    for (int i = 0; i < exams.size() && drafts.size() < count; ++i) {
        const int wanted = count - static_cast<int>(drafts.size());
        const int left = static_cast<int>(exams.size()) - i;
        const int drawn = m_random.chance(620) ? 1 : m_random.chance(700) ? 2 : 3;
        const int sittings = std::min({wanted, mostInYear, std::max(drawn, (wanted + left - 1) / left)});
        const int longest = leastGap + 14;
        const DayNumber span = std::max<DayNumber>(1, lastExamDay(year) - from - (sittings - 1) * (longest + 2));
        DayNumber day = schoolDay(from + m_random.below(span));
        const bool endsWell = m_random.chance(780);
        for (int k = 0; k < sittings; ++k) {
            drafts.append(everyday(student, exams[i], day, endsWell && k == sittings - 1));
            day = schoolDay(day + leastGap + m_random.below(longest - leastGap));
        }
    }
    return drafts;
}

} // namespace certdesk::sample
