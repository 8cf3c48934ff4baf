// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/certificates/attemptfill.h"

#include <QSet>

namespace certdesk {

namespace {

bool isSame(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

class Filler
{
public:
    Filler(const Record &attempt, const Record &before, const AttemptFacts &facts) : m_typed(attempt), m_before(before), m_facts(facts)
    {
        m_fill.attempt = attempt;
    }

    AttemptFill fill()
    {
        fromRoster();
        fromCourse();
        fromCertificate();
        fromComponent();
        earned();
        return m_fill;
    }

private:
    bool changed(const char *field) const { return m_fill.attempt[field] != m_before[field]; }
    /// Written by the person in this edit, and not left to the program.
    bool given(const char *field) const { return m_typed[field] != m_before[field] && m_typed.has(field); }
    void set(const char *field, const QString &text) { m_fill.attempt.set(field, Value(text)); }

    void fromRoster()
    {
        if (!changed("student_id"))
            return;
        if (!given("grade"))
            set("grade", m_facts.studentGrade);
        if (!given("school_id"))
            m_fill.attempt.set("school_id", m_facts.studentSchool == 0 ? Value() : Value(m_facts.studentSchool));
    }

    void takeCourse(const CourseFact &course)
    {
        set("course_number", course.number);
        set("course_name", course.name);
        if (!given("program_code") && !course.program.isEmpty())
            set("program_code", course.program);
    }

    void fromCourse()
    {
        Record &row = m_fill.attempt;
        const qint64 year = courseYear(row);
        const bool yearChanged = year != courseYear(m_before);
        if (!changed("course_name") && !changed("course_number") && !yearChanged)
            return;
        QVector<CourseFact> named;
        QVector<CourseFact> numbered;
        for (const CourseFact &course : m_facts.courses) {
            if (course.schoolYear != year)
                continue;
            if (row.has("course_name") && isSame(course.name, row.text("course_name")))
                named.append(course);
            if (row.has("course_number") && course.number == row.text("course_number"))
                numbered.append(course);
        }
        const bool numberGiven = given("course_number");
        if (numberGiven && !given("course_name")) {
            if (!numbered.isEmpty())
                takeCourse(numbered.first());
            return;
        }
        if (numberGiven)
            return fillProgram(numbered);
        const QString present = row.text("course_number");
        const bool keeps = !changed("course_name") && std::any_of(named.cbegin(), named.cend(), [&](const CourseFact &c) { return c.number == present; });
        if (named.size() == 1 || keeps)
            return takeCourse(keeps ? numbered.value(0, named.first()) : named.first());
        if (named.size() > 1)
            m_fill.courseCandidates = named;
        if (named.size() > 1 || changed("course_name")) {
            row.set("course_number", Value());
            if (!given("program_code") && changed("course_name"))
                row.set("program_code", Value());
        }
    }

    void fillProgram(const QVector<CourseFact> &courses)
    {
        if (!courses.isEmpty() && !given("program_code") && !courses.first().program.isEmpty())
            set("program_code", courses.first().program);
    }

    void takeCertificate(const CertificateFact &certificate)
    {
        set("certificate_name", certificate.name);
        set("certificate_code", certificate.code);
        if (!given("provider_name"))
            set("provider_name", certificate.provider);
        if (!given("exam_family"))
            set("exam_family", certificate.family);
        if (!given("pass_score") && !certificate.passScore.isEmpty())
            m_fill.attempt.set("pass_score", certificate.passScore);
        m_certificate = certificate;
    }

    void fromCertificate()
    {
        Record &row = m_fill.attempt;
        const qint64 year = row.integer("school_year");
        QVector<CertificateFact> named;
        QVector<CertificateFact> coded;
        for (const CertificateFact &certificate : m_facts.certificates) {
            if (certificate.schoolYear != year)
                continue;
            if (row.has("certificate_name") && isSame(certificate.name, row.text("certificate_name")))
                named.append(certificate);
            if (row.has("certificate_code") && certificate.code == row.text("certificate_code"))
                coded.append(certificate);
        }
        if (!changed("certificate_name") && !changed("certificate_code") && !changed("school_year")) {
            m_certificate = coded.value(0);
            return;
        }
        const QString code = row.text("certificate_code");
        const auto exact = std::find_if(named.cbegin(), named.cend(), [&](const CertificateFact &c) { return c.code == code; });
        if (given("certificate_code") && !given("certificate_name") && !coded.isEmpty() && !m_before.has("certificate_name"))
            return takeCertificate(coded.first());
        if (exact != named.cend())
            return takeCertificate(*exact);
        if (given("certificate_code"))
            return; // a code that is not the certificate's: refused by CE-03
        if (named.size() == 1)
            return takeCertificate(named.first());
        if (named.size() > 1)
            m_fill.certificateCandidates = named;
        if (named.size() > 1 || changed("certificate_name"))
            row.set("certificate_code", Value());
    }

    void fromComponent()
    {
        Record &row = m_fill.attempt;
        if (changed("certificate_code") && !given("component_code") && row.has("component_code")) {
            const bool fits = std::any_of(m_facts.components.cbegin(), m_facts.components.cend(), [&](const ComponentFact &component) {
                return component.certificate == m_certificate.id && component.code == row.text("component_code");
            });
            if (!fits)
                row.set("component_code", Value());
        }
        if (given("exam_family") || (!changed("component_code") && !changed("certificate_code")))
            return;
        for (const ComponentFact &component : m_facts.components) {
            if (component.certificate == m_certificate.id && row.has("component_code") && component.code == row.text("component_code"))
                return set("exam_family", component.family.isEmpty() ? m_certificate.family : component.family);
        }
        if (m_certificate.id != 0)
            set("exam_family", m_certificate.family);
    }

    /// P=E: passing is earning, on the day of the exam; a component alone earns nothing.
    void earned()
    {
        Record &row = m_fill.attempt;
        if (given("earned_on") || (!changed("outcome") && !changed("exam_first") && !changed("exam_precision") && !changed("certificate_code")))
            return;
        const bool isEarned = row.text("outcome") == QLatin1String("P") && m_certificate.passIsEarned && !row.has("component_code")
                              && row.text("exam_precision") == precisionName(PartialDate::Precision::Day);
        row.set("earned_on", isEarned ? row["exam_first"] : Value());
    }

    const Record &m_typed;
    const Record &m_before;
    const AttemptFacts &m_facts;
    AttemptFill m_fill;
    CertificateFact m_certificate;
};

} // namespace

qint64 courseYear(const Record &attempt)
{
    return attempt.has("year_taken") ? attempt.integer("year_taken") : attempt.integer("school_year");
}

void fillYears(Record &attempt, const Record &before)
{
    const bool yearGiven = attempt["school_year"] != before["school_year"] && attempt.has("school_year");
    if (attempt["exam_first"] != before["exam_first"] && attempt.has("exam_first") && !yearGiven)
        attempt.set("school_year", Value(schoolYearOf(attempt.integer("exam_first"))));
    const bool takenGiven = attempt["year_taken"] != before["year_taken"];
    const bool tookThen = !before.has("year_taken") || before["year_taken"] == before["school_year"];
    if (!takenGiven && tookThen && attempt.has("school_year"))
        attempt.set("year_taken", attempt["school_year"]);
}

AttemptFill fillAttempt(const Record &attempt, const Record &before, const AttemptFacts &facts)
{
    return Filler(attempt, before, facts).fill();
}

const QVector<const char *> &automaticAttemptFields()
{
    static const QVector<const char *> fields{"course_number", "program_code", "certificate_code", "grade", "school_id"};
    return fields;
}

bool isKeyAttemptField(const QString &name)
{
    static const QSet<QString> fields = [] {
        const auto list = QStringLiteral("student_id certificate_name certificate_code component_code exam_family exam_first exam_last exam_precision "
                                         "outcome score course_number course_name program_code school_id school_year year_taken teacher_id "
                                         "teacher_name proctor_id proctor_name credential_number")
                              .split(QLatin1Char(' '));
        return QSet<QString>(list.cbegin(), list.cend());
    }();
    return fields.contains(name);
}

void setExamDate(Record &attempt, const PartialDate &date)
{
    attempt.set("exam_first", Value(date.first)).set("exam_last", Value(date.last));
    attempt.set("exam_precision", Value(precisionName(date.precision)));
}

bool setExamDate(Record &attempt, const QString &text)
{
    if (text.trimmed().isEmpty()) {
        attempt.set("exam_first", Value()).set("exam_last", Value()).set("exam_precision", Value());
        return true;
    }
    const auto date = partialDate(text.trimmed());
    if (date)
        setExamDate(attempt, *date);
    return date.has_value();
}

} // namespace certdesk
