// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/kinds.h"

#include <algorithm>

namespace certdesk {

namespace {

using K = EntityKind;
using V = ValueKind;
using T = ContentTest;

ImportKind schools()
{
    return {"schools", K::School, {K::School},
            {{"school_code", V::Identifier, T::ShortId, K::School}, {"name", V::Text, T::Text, K::School},
             {"number", V::Identifier, T::ShortId, K::School}, {"state_id", V::Identifier, T::ShortId, K::School},
             {"low_grade", V::Grade, T::Grade, K::School}, {"high_grade", V::Grade, T::Grade, K::School},
             {"roster_source", V::Text, T::Few, K::School}, {"contact_name", V::Text, T::Letters, K::School},
             {"contact_email", V::Email, T::Email, K::School}, {"contact_phone", V::Text, T::None, K::School},
             {"status", V::Text, T::Few, K::School}},
            {{"school_code", "number"}, {"name"}}, false, false, false};
}

ImportKind students()
{
    return {"students", K::Student, {K::Student, K::Enrollment},
            {{"student_state_id", V::Identifier, T::StateId, K::Student}, {"local_id", V::Identifier, T::ShortId, K::Student},
             {"previous_id", V::Identifier, T::ShortId, K::None}, {"login", V::Login, T::ShortId, K::Student}, {"first_name", V::Name, T::Letters, K::Student},
             {"middle_name", V::Name, T::Letters, K::Student}, {"last_name", V::Name, T::Letters, K::Student},
             {"full_name", V::Name, T::FullName, K::None}, {"suffix", V::Text, T::Few, K::Student},
             {"preferred_name", V::Name, T::Letters, K::Student}, {"birth_date", V::Day, T::BirthDate, K::Student},
             {"gender", V::Text, T::Few, K::Student}, {"email", V::Email, T::Email, K::Student},
             {"school_code", V::Identifier, T::None, K::None}, {"school_name", V::Text, T::Text, K::None},
             {"grade", V::Grade, T::Grade, K::Student}, {"graduating_year", V::Integer, T::Year, K::Student},
             {"entry_date", V::Day, T::Date, K::Student}, {"exit_date", V::Day, T::Date, K::Student},
             {"status", V::Text, T::Few, K::None}, {"phone", V::Text, T::None, K::Student},
             {"address", V::Text, T::None, K::Student}, {"race", V::Text, T::None, K::Student}, {"iep", V::Text, T::Few, K::Student},
             {"section_504", V::Text, T::Few, K::Student}, {"el", V::Text, T::Few, K::Student},
             {"lunch", V::Text, T::Few, K::Student}, {"gifted", V::Text, T::Few, K::Student},
             {"homeless", V::Text, T::Few, K::Student}, {"migrant", V::Text, T::Few, K::Student},
             {"accommodation", V::Text, T::None, K::Student}, {"time_multiplier", V::Real, T::Number, K::Student}, {"password", V::Secret, T::None, K::None}},
            {{"student_state_id", "local_id", "login"}, {"last_name", "full_name"}, {"first_name", "full_name"}, {"grade"}},
            false, true, false};
}

ImportKind staff()
{
    return {"staff", K::Staff, {K::Staff, K::StaffSchool},
            {{"staff_id", V::Identifier, T::ShortId, K::Staff}, {"staff_state_id", V::Identifier, T::ShortId, K::Staff},
             {"login", V::Login, T::ShortId, K::Staff}, {"email", V::Email, T::Email, K::Staff},
             {"first_name", V::Name, T::Letters, K::Staff}, {"middle_name", V::Name, T::Letters, K::Staff},
             {"last_name", V::Name, T::Letters, K::Staff}, {"full_name", V::Name, T::FullName, K::None},
             {"suffix", V::Text, T::Few, K::Staff}, {"preferred_name", V::Name, T::Letters, K::Staff},
             {"title", V::Text, T::Text, K::Staff}, {"role", V::Text, T::Few, K::None}, {"status", V::Text, T::Few, K::None},
             {"school_code", V::Identifier, T::None, K::None}, {"school_name", V::Text, T::Text, K::None},
             {"password", V::Secret, T::None, K::None}},
            {{"first_name", "full_name"}, {"last_name", "full_name"}, {"email", "login"}}, false, true, false};
}

ImportKind courses()
{
    return {"courses", K::Course, {K::Course},
            {{"school_year", V::SchoolYear, T::None, K::None}, {"course_number", V::Identifier, T::ShortId, K::Course},
             {"course_name", V::Text, T::Text, K::Course}, {"subject", V::Text, T::None, K::Course},
             {"grades", V::Text, T::None, K::Course}, {"program_code", V::Identifier, T::None, K::Course},
             {"is_cte", V::Flag, T::Flag, K::Course}, {"description", V::Text, T::None, K::Course}},
            {{"course_number"}, {"course_name"}}, true, false, false};
}

/// Sections, groups and enrollments are one description: what differs is what a row has to have.
ImportKind sections(const char *name, bool studentNeeded)
{
    ImportKind kind{name, studentNeeded ? K::Member : K::Group, {K::Group, K::GroupStaff, K::Member},
            {{"school_code", V::Identifier, T::None, K::None}, {"school_name", V::Text, T::Text, K::None},
             {"school_year", V::SchoolYear, T::None, K::None}, {"group_name", V::Text, T::None, K::Group},
             {"course_number", V::Identifier, T::ShortId, K::Group}, {"course_name", V::Text, T::Text, K::Group},
             {"section_number", V::Identifier, T::ShortId, K::Group}, {"period", V::Text, T::None, K::Group},
             {"term", V::Text, T::Few, K::Group}, {"teacher_id", V::Identifier, T::ShortId, K::None},
             {"teacher_email", V::Email, T::Email, K::None}, {"teacher_login", V::Login, T::ShortId, K::None},
             {"teacher_last_name", V::Name, T::Letters, K::None}, {"teacher_first_name", V::Name, T::Letters, K::None},
             {"teacher_name", V::Name, T::FullName, K::None}, {"role", V::Text, T::Few, K::GroupStaff},
             {"student_state_id", V::Identifier, T::StateId, K::None}, {"local_id", V::Identifier, T::ShortId, K::None},
             {"login", V::Login, T::ShortId, K::None}, {"first_name", V::Name, T::Letters, K::None},
             {"last_name", V::Name, T::Letters, K::None}, {"from_date", V::Day, T::Date, K::Member},
             {"to_date", V::Day, T::Date, K::Member}},
            {{"section_number", "group_name", "course_number", "course_name"}}, true, false, false};
    if (studentNeeded)
        kind.required.append({"student_state_id", "local_id", "login"});
    return kind;
}

ImportKind programCertificates()
{
    return {"program-certificates", K::ProgramCertificate, {K::Program, K::Certificate, K::ProgramCertificate},
            {{"school_year", V::SchoolYear, T::None, K::None}, {"program_code", V::Identifier, T::ShortId, K::Program},
             {"program_name", V::Text, T::Text, K::Program}, {"cip_code", V::Text, T::None, K::Program},
             {"certificate_code", V::Identifier, T::ShortId, K::None}, {"certificate_name", V::Text, T::Text, K::None}},
            {{"program_code", "program_name"}, {"certificate_code", "certificate_name"}}, true, false, false};
}

ImportKind certificateList()
{
    return {"certificate-list", K::Certificate, {K::Certificate, K::Component},
            {{"school_year", V::SchoolYear, T::None, K::None}, {"certificate_code", V::Identifier, T::ShortId, K::Certificate},
             {"certificate_name", V::Text, T::Text, K::Certificate}, {"provider_name", V::Text, T::None, K::Certificate},
             {"exam_family", V::Text, T::None, K::Certificate}, {"certificate_type", V::Text, T::None, K::Certificate},
             {"weight", V::Real, T::Number, K::Certificate}, {"pass_score", V::Real, T::Number, K::Certificate},
             {"starts_on", V::Day, T::Date, K::Certificate}, {"ends_on", V::Day, T::Date, K::Certificate},
             {"pass_is_earned", V::Flag, T::Flag, K::Certificate}, {"bundle_rule", V::Text, T::None, K::Certificate},
             {"bundle_count", V::Integer, T::Number, K::Certificate}, {"description", V::Text, T::None, K::Certificate},
             {"component_code", V::Identifier, T::None, K::Component}, {"component_name", V::Text, T::None, K::Component}},
            {{"certificate_code"}, {"certificate_name"}}, true, false, false};
}

ImportKind attempts()
{
    return {"attempts", K::Attempt, {K::Attempt},
            {{"student_state_id", V::Identifier, T::StateId, K::None}, {"local_id", V::Identifier, T::ShortId, K::None},
             {"login", V::Login, T::ShortId, K::None}, {"student_name", V::Name, T::Letters, K::None},
             {"first_name", V::Name, T::Letters, K::None}, {"last_name", V::Name, T::Letters, K::None},
             {"birth_date", V::Day, T::BirthDate, K::None}, {"school_code", V::Identifier, T::None, K::None},
             {"school_name", V::Text, T::Text, K::None}, {"grade", V::Grade, T::Grade, K::Attempt},
             {"school_year", V::SchoolYear, T::None, K::None}, {"year_taken", V::SchoolYear, T::None, K::Attempt},
             {"course_number", V::Identifier, T::ShortId, K::None}, {"course_name", V::Text, T::Text, K::None},
             {"program_code", V::Identifier, T::None, K::Attempt}, {"teacher_id", V::Identifier, T::ShortId, K::None},
             {"teacher_email", V::Email, T::Email, K::None}, {"teacher_login", V::Login, T::ShortId, K::None},
             {"teacher_name", V::Name, T::Letters, K::None}, {"certificate_name", V::Text, T::Text, K::None},
             {"certificate_code", V::Identifier, T::ShortId, K::None}, {"component_code", V::Identifier, T::None, K::None},
             {"component_name", V::Text, T::None, K::None}, {"exam_family", V::Text, T::None, K::Attempt},
             {"exam_date", V::PartialDay, T::Date, K::None}, {"session_time", V::Text, T::None, K::Attempt},
             {"exam_status", V::Text, T::Few, K::Attempt}, {"outcome", V::Outcome, T::Outcome, K::Attempt},
             {"score", V::Real, T::Number, K::Attempt}, {"pass_score", V::Real, T::Number, K::Attempt},
             {"proctor_id", V::Identifier, T::ShortId, K::None}, {"proctor_email", V::Email, T::Email, K::None},
             {"proctor_login", V::Login, T::ShortId, K::None}, {"proctor_name", V::Name, T::Letters, K::None},
             {"provider_name", V::Text, T::None, K::Attempt}, {"credential_number", V::Text, T::None, K::Attempt},
             {"voucher", V::Text, T::None, K::Attempt}, {"room", V::Text, T::None, K::Attempt},
             {"note", V::Text, T::None, K::Attempt}},
            {{"student_state_id", "local_id", "login", "student_name", "last_name"}, {"certificate_code", "certificate_name"}, {"exam_date"}},
            false, false, true};
}

ImportKind assessments()
{
    return {"assessments", K::Assessment, {K::Assessment},
            {{"student_state_id", V::Identifier, T::StateId, K::None}, {"local_id", V::Identifier, T::ShortId, K::None},
             {"login", V::Login, T::ShortId, K::None}, {"first_name", V::Name, T::Letters, K::None},
             {"last_name", V::Name, T::Letters, K::None}, {"birth_date", V::Day, T::BirthDate, K::None},
             {"school_code", V::Identifier, T::None, K::None}, {"school_name", V::Text, T::Text, K::None},
             {"school_year", V::SchoolYear, T::None, K::None}, {"grade", V::Grade, T::Grade, K::Assessment},
             {"section_name", V::Text, T::None, K::Assessment}, {"period_name", V::Text, T::Few, K::Assessment},
             {"attempt_number", V::Integer, T::Number, K::Assessment}, {"score", V::Real, T::Number, K::Assessment},
             {"result", V::Text, T::Few, K::Assessment}, {"taken_on", V::Day, T::Date, K::Assessment}},
            {{"student_state_id", "local_id", "login"}, {"section_name"}}, true, false, false};
}

/// The facts about a student that come in a file of their own.
ImportKind demographics()
{
    ImportKind kind{"demographics", K::Student, {K::Student},
            {{"student_state_id", V::Identifier, T::StateId, K::None}, {"local_id", V::Identifier, T::ShortId, K::None},
             {"login", V::Login, T::ShortId, K::None}, {"school_code", V::Identifier, T::None, K::None},
             {"school_name", V::Text, T::Text, K::None}},
            {{"student_state_id", "local_id", "login"}}, false, true, false};
    static const QVector<const char *> facts{"birth_date", "gender", "race", "phone", "address", "iep", "section_504", "el", "lunch", "gifted", "homeless",
                                             "migrant", "accommodation", "time_multiplier", "preferred_name", "graduating_year"};
    const ImportKind roster = students();
    for (const char *fact : facts)
        kind.fields.append(roster.fields[roster.index(fact)]);
    return kind;
}

} // namespace

int ImportKind::find(QLatin1String field) const
{
    for (int i = 0; i < fields.size(); ++i) {
        if (field == QLatin1String(fields[i].name))
            return i;
    }
    return -1;
}

int ImportKind::index(const char *field) const
{
    const int found = find(QLatin1String(field));
    Q_ASSERT_X(found >= 0, name, field);
    return found;
}

const QVector<ImportKind> &importKinds()
{
    static const QVector<ImportKind> kinds{schools(),
                                           students(),
                                           staff(),
                                           courses(),
                                           sections("sections", false),
                                           sections("groups", true),
                                           sections("enrollments", true),
                                           programCertificates(),
                                           certificateList(),
                                           attempts(),
                                           assessments(),
                                           demographics()};
    return kinds;
}

const ImportKind *importKind(const QString &name)
{
    const auto found = std::find_if(importKinds().cbegin(), importKinds().cend(),
                                    [&](const ImportKind &kind) { return name == QLatin1String(kind.name); });
    return found == importKinds().cend() ? nullptr : &*found;
}

} // namespace certdesk
