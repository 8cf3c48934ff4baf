// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/records.h"

#include "models/operations/sample/attempts.h"

namespace certdesk::sample {

namespace {

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

void storeSchool(const School &school, const Store &store)
{
    Record row(EntityKind::School);
    row.set("school_code", Value(school.code)).set("name", Value(school.name)).set("number", Value(school.code));
    row.set("state_id", Value(QStringLiteral("77-") + school.code)).set("low_grade", Value(gradeName(school.low)));
    row.set("high_grade", Value(gradeName(school.high))).set("roster_source", Value(text("files"))).set("status", Value(text("active")));
    store(row);
}

void setName(Record &row, const PersonName &name)
{
    row.set("first_name", Value(name.first)).set("middle_name", Value(name.middle)).set("last_name", Value(name.last));
    row.set("suffix", Value(name.suffix)).set("preferred_name", Value(name.preferred));
}

void storeStaff(const District &district, const Store &store)
{
    for (const Staff &person : district.staff) {
        Record row(EntityKind::Staff);
        setName(row, person.name);
        row.set("staff_id", Value(person.staffId)).set("staff_state_id", Value(person.stateId)).set("login", Value(person.login));
        row.set("email", Value(person.email)).set("title", Value(person.title)).set("status", Value(text("active")));
        store(row);
    }
    for (const Staff &person : district.staff) {
        for (const int school : person.schools) {
            Record row(EntityKind::StaffSchool);
            row.set("staff_id", Value(person.id)).set("school_id", Value(district.schools[school].id));
            store(row);
        }
    }
}

void storeStudent(const District &district, const Student &student, const Store &store)
{
    Record row(EntityKind::Student);
    setName(row, student.name);
    row.set("student_state_id", Value(student.stateId)).set("local_id", Value(student.localId)).set("login", Value(student.login));
    row.set("birth_date", Value(student.birth)).set("gender", Value(QString(student.name.gender))).set("email", Value(student.email));
    row.set("school_id", Value(district.schools[student.school].id)).set("grade", Value(gradeName(student.grade)));
    row.set("graduating_year", Value(student.graduatingYear)).set("entry_date", Value(student.entry)).set("phone", Value(student.phone));
    row.set("status", Value(text(student.isArchived ? "archived" : "active")));
    if (student.isArchived)
        row.set("archived_on", Value(dayNumber(2026, 6, 15))).set("archive_reason", Value(text("graduated"))).set("exit_date", Value(dayNumber(2026, 6, 5)));
    store(row);
}

void storeEnrollments(const District &district, const Student &student, const Store &store)
{
    if (student.lastSchool >= 0) {
        Record row(EntityKind::Enrollment);
        row.set("student_id", Value(student.id)).set("school_year", Value(lastYear)).set("school_id", Value(district.schools[student.lastSchool].id));
        row.set("grade", Value(gradeName(student.lastGrade))).set("entry_date", Value(dayNumber(2025, 8, 18)));
        row.set("exit_date", Value(dayNumber(2026, 6, 5)));
        store(row);
    }
    if (student.isArchived)
        return;
    Record row(EntityKind::Enrollment);
    row.set("student_id", Value(student.id)).set("school_year", Value(thisYear)).set("school_id", Value(district.schools[student.school].id));
    row.set("grade", Value(gradeName(student.grade))).set("entry_date", Value(student.entry));
    row.set("baseline_grade", Value(gradeName(student.lastSchool >= 0 ? student.lastGrade : student.grade)));
    store(row);
}

void storeGroups(const District &district, const Store &store)
{
    for (const Group &group : district.groups) {
        Record row(EntityKind::Group);
        row.set("school_id", Value(district.schools[group.school].id)).set("school_year", Value(thisYear)).set("kind", Value(group.kind));
        row.set("group_name", Value(group.name)).set("course_number", Value(group.courseNumber)).set("course_name", Value(group.courseName));
        row.set("section_number", Value(group.section)).set("period", Value(group.period)).set("term", Value(group.term));
        row.set("status", Value(text("active")));
        store(row);
    }
    for (const Group &group : district.groups) {
        for (int i = 0; i < group.staff.size(); ++i) {
            Record row(EntityKind::GroupStaff);
            row.set("group_id", Value(group.id)).set("staff_id", Value(district.staff[group.staff[i]].id));
            row.set("role", Value(text(i == 0 ? "teacher" : "co-teacher")));
            store(row);
        }
    }
    for (const Student &student : district.students) {
        for (const int group : {student.homeroom, student.section}) {
            if (group < 0)
                continue;
            Record row(EntityKind::Member);
            row.set("group_id", Value(district.groups[group].id)).set("student_id", Value(student.id)).set("from_date", Value(student.entry));
            store(row);
        }
    }
}

void storeCourses(Catalogue &catalogue, qint64 year, const Store &store)
{
    for (Course &course : catalogue.courses) {
        Yearly &facts = course.in(year);
        if (!facts.isListed())
            continue;
        Record row(EntityKind::Course);
        row.set("school_year", Value(year)).set("course_number", Value(facts.code)).set("course_name", Value(facts.name));
        row.set("subject", Value(text("Career and Technical Education"))).set("grades", Value(course.grades));
        row.set("program_code", Value(catalogue.programs[course.program].code)).set("is_cte", Value::flag(true));
        store(row);
        facts.id = row.id;
    }
    static const char *const core[] = {"English", "Mathematics", "Science", "Social Studies"};
    for (int i = 0; i < 4; ++i) {
        Record row(EntityKind::Course);
        row.set("school_year", Value(year)).set("course_number", Value(QStringLiteral("00%1").arg(1100 + 100 * i)));
        row.set("course_name", Value(text(core[i]))).set("subject", Value(text(core[i]))).set("grades", Value(text("06,07,08,09,10,11,12")));
        row.set("is_cte", Value::flag(false));
        store(row);
    }
}

void storeProviders(const Catalogue &catalogue, qint64 year, const Store &store)
{
    for (const Provider &provider : catalogue.providers()) {
        Record row(EntityKind::Provider);
        row.set("school_year", Value(year)).set("provider_name", Value(text(provider.name))).set("score_reports", Value(text(provider.scoreReports)));
        row.set("pass_policy", Value(text(provider.passPolicy))).set("fail_policy", Value(text(provider.failPolicy)));
        row.set("pull_interval_days", Value(provider.intervalDays));
        row.set("portal", Value(QStringLiteral("https://%1.example").arg(plainLetters(text(provider.name)))));
        store(row);
    }
}

void storeCertificate(const Catalogue &catalogue, Certificate &certificate, qint64 year, const Store &store)
{
    static const double weights[] = {0.1, 0.2, 0.5};
    Yearly &facts = certificate.in(year);
    Record row(EntityKind::Certificate);
    row.set("school_year", Value(year)).set("certificate_code", Value(facts.code)).set("certificate_name", Value(facts.name));
    row.set("provider_name", Value(text(catalogue.providers()[certificate.provider].name))).set("exam_family", Value(certificate.family));
    row.set("certificate_type", Value(text(certificate.components.isEmpty() ? "certificate" : "bundle")));
    row.set("weight", Value(weights[certificate.weightPercent == 50 ? 2 : certificate.weightPercent == 20 ? 1 : 0]));
    row.set("pass_score", Value(certificate.passScore)).set("pass_is_earned", Value::flag(true));
    if (!certificate.components.isEmpty())
        row.set("bundle_rule", Value(text("all-of"))).set("bundle_count", Value(qint64{certificate.components.size()}));
    store(row);
    facts.id = row.id;
    for (const Component &part : std::as_const(certificate.components)) {
        Record component(EntityKind::Component);
        component.set("certificate_id", Value(facts.id)).set("component_code", Value(part.code));
        component.set("component_name", Value(part.name)).set("exam_family", Value(part.name));
        store(component);
    }
}

} // namespace

void storePeople(const District &district, const Store &store)
{
    for (const School &school : district.schools)
        storeSchool(school, store);
    storeStaff(district, store);
    for (const Student &student : district.students)
        storeStudent(district, student, store);
    for (const Student &student : district.students)
        storeEnrollments(district, student, store);
    storeGroups(district, store);
}

void storeCatalogue(Catalogue &catalogue, const Store &store)
{
    for (const qint64 year : {lastYear, thisYear}) {
        storeCourses(catalogue, year, store);
        storeProviders(catalogue, year, store);
        for (Certificate &certificate : catalogue.certificates) {
            if (certificate.in(year).isListed())
                storeCertificate(catalogue, certificate, year, store);
        }
        for (int i = 0; i < catalogue.programs.size(); ++i) {
            Program &program = catalogue.programs[i];
            Record row(EntityKind::Program);
            row.set("school_year", Value(year)).set("program_code", Value(program.code)).set("program_name", Value(program.name));
            row.set("cip_code", Value(program.cip));
            store(row);
            (year == thisYear ? program.nowId : program.lastId) = row.id;
            for (const int certificate : std::as_const(program.certificates)) {
                if (!catalogue.isAssigned(i, certificate, year))
                    continue;
                Record assignment(EntityKind::ProgramCertificate);
                assignment.set("program_id", Value(row.id)).set("certificate_id", Value(catalogue.certificates[certificate].in(year).id));
                store(assignment);
            }
        }
    }
}

} // namespace certdesk::sample
