// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/viewdefs.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Views", text);
}

using C = ColumnType;

View courses()
{
    View view{QStringLiteral("courses"), tr("Courses"), EntityKind::Course, QStringLiteral("course"), {}, {}, {}, {}, {}, {}};
    view.yearColumn = QStringLiteral("t.school_year");
    view.columns = {
        viewColumn("course_number", tr("Number"), "t.course_number", C::Code, "course_number"),
        viewColumn("course_name", tr("Name"), "t.course_name", C::Text, "course_name"),
        viewColumn("school_year", tr("School year"), "t.school_year", C::SchoolYear),
        viewColumn("subject", tr("Subject"), "t.subject", C::Text, "subject"),
        viewColumn("grades", tr("Grades"), "t.grades", C::Code, "grades"),
        viewColumn("program_code", tr("Program"), "t.program_code", C::Code, "program_code"),
        viewColumn("is_cte", tr("CTE"), "t.is_cte", C::Flag, "is_cte"),
        viewColumn("description", tr("Description"), "t.description", C::Text, "description"),
    };
    view.defaultSort = {QStringLiteral("course_number")};
    return view;
}

View programs()
{
    View view{QStringLiteral("programs"), tr("Programs"), EntityKind::Program, QStringLiteral("program"), {}, {}, {}, {}, {}, {}};
    view.yearColumn = QStringLiteral("t.school_year");
    view.columns = {
        viewColumn("program_code", tr("Code"), "t.program_code", C::Code, "program_code"),
        viewColumn("program_name", tr("Name"), "t.program_name", C::Text, "program_name"),
        viewColumn("school_year", tr("School year"), "t.school_year", C::SchoolYear),
        viewColumn("cip_code", tr("CIP code"), "t.cip_code", C::Code, "cip_code"),
        viewColumn("certificates", tr("Certificates"), "(SELECT COUNT(*) FROM program_certificate pc WHERE pc.program_id = t.id)", C::Integer),
    };
    view.defaultSort = {QStringLiteral("program_code")};
    return view;
}

View certificates()
{
    View view{QStringLiteral("certificates"), tr("Certificate list"), EntityKind::Certificate, QStringLiteral("certificate"), {}, {}, {}, {}, {}, {}};
    view.yearColumn = QStringLiteral("t.school_year");
    view.columns = {
        viewColumn("certificate_code", tr("Code"), "t.certificate_code", C::Code, "certificate_code"),
        viewColumn("certificate_name", tr("Name"), "t.certificate_name", C::Text, "certificate_name"),
        viewColumn("school_year", tr("School year"), "t.school_year", C::SchoolYear),
        viewColumn("provider_name", tr("Provider"), "t.provider_name", C::Text, "provider_name"),
        viewColumn("exam_family", tr("Exam family"), "t.exam_family", C::Text, "exam_family"),
        viewColumn("certificate_type", tr("Type"), "t.certificate_type", C::Text, "certificate_type"),
        viewColumn("weight", tr("Weight"), "t.weight", C::Real, "weight"),
        viewColumn("pass_score", tr("Pass mark"), "t.pass_score", C::Real, "pass_score"),
        viewColumn("starts_on", tr("Starts"), "t.starts_on", C::Day, "starts_on"),
        viewColumn("ends_on", tr("Ends"), "t.ends_on", C::Day, "ends_on"),
        viewColumn("pass_is_earned", tr("Pass is earned"), "t.pass_is_earned", C::Flag, "pass_is_earned"),
        viewColumn("bundle_rule", tr("Bundle rule"), "t.bundle_rule", C::Text, "bundle_rule"),
        viewColumn("bundle_count", tr("Bundle count"), "t.bundle_count", C::Integer, "bundle_count"),
        viewColumn("description", tr("Description"), "t.description", C::Text, "description"),
    };
    view.defaultSort = {QStringLiteral("certificate_code")};
    return view;
}

View attempts()
{
    View view{QStringLiteral("attempts"), tr("Certificates"), EntityKind::Attempt, QStringLiteral("attempt"), {}, {}, {}, {}, {}, {}};
    view.joins = QStringLiteral("JOIN student s ON s.id = t.student_id LEFT JOIN school sc ON sc.id = t.school_id LEFT JOIN staff te ON te.id = t.teacher_id LEFT JOIN staff pr ON pr.id = t.proctor_id");
    view.activeCondition = QStringLiteral("(t.entry_state IS NULL OR t.entry_state <> 'void')");
    view.yearColumn = QStringLiteral("t.school_year");
    view.columns = {
        viewColumn("row_number", tr("Row"), "t.row_number", C::Integer),
        viewColumn("student_state_id", tr("State ID"), "s.student_state_id", C::Code),
        viewColumn("local_id", tr("Local ID"), "s.local_id", C::Code),
        viewColumn("student_name", tr("Student"), "s.last_name || ', ' || s.first_name", C::Text),
        viewColumn("grade", tr("Grade"), "t.grade", C::Code, "grade"),
        viewColumn("school_year", tr("School year"), "t.school_year", C::SchoolYear, "school_year"),
        viewColumn("school_code", tr("School code"), "sc.school_code", C::Code),
        viewColumn("school_name", tr("School"), "sc.name", C::Text),
        viewColumn("course_name", tr("Course"), "t.course_name", C::Text, "course_name"),
        viewColumn("course_number", tr("Course number"), "t.course_number", C::Code, "course_number"),
        viewColumn("program_code", tr("Program"), "t.program_code", C::Code, "program_code"),
        viewColumn("teacher", tr("Teacher"), "COALESCE(te.last_name || ', ' || te.first_name, t.teacher_name)", C::Text, "teacher_id"),
        viewColumn("certificate_name", tr("Certificate"), "t.certificate_name", C::Text, "certificate_name"),
        viewColumn("certificate_code", tr("Code"), "t.certificate_code", C::Code, "certificate_code"),
        viewColumn("component_code", tr("Component"), "t.component_code", C::Code, "component_code"),
        viewColumn("exam_date", tr("Exam date"), "t.exam_first", C::Day, "exam_first"),
        viewColumn("exam_precision", tr("Precision"), "t.exam_precision", C::Text),
        viewColumn("outcome", tr("Outcome"), "t.outcome", C::Code, "outcome"),
        viewColumn("score", tr("Score"), "t.score", C::Real, "score"),
        viewColumn("pass_score", tr("Pass mark"), "t.pass_score", C::Real, "pass_score"),
        viewColumn("proctor", tr("Proctor"), "COALESCE(pr.last_name || ', ' || pr.first_name, t.proctor_name)", C::Text, "proctor_id"),
        viewColumn("evidence", tr("Evidence"), "(SELECT COUNT(*) FROM evidence_link el WHERE el.attempt_id = t.id)", C::Integer),
        viewColumn("findings", tr("Findings"), "(SELECT COUNT(*) FROM finding fi WHERE fi.entity = 'attempt' AND fi.record_id = t.id)", C::Integer),
        viewColumn("verification", tr("Verification"), "t.verification", C::Status),
        viewColumn("verified_by", tr("Verified by"), "t.verified_by", C::Text),
        viewColumn("transfer", tr("Transfer"), "t.transfer", C::Status),
        viewColumn("reporting", tr("Reporting"), "t.reporting", C::Status),
        viewColumn("entry_state", tr("Entry"), "t.entry_state", C::Status),
        viewColumn("source", tr("Source"), "t.source", C::Text),
        viewColumn("entered_by", tr("Entered by"), "t.entered_by", C::Text),
        viewColumn("earned_on", tr("Earned on"), "t.earned_on", C::Day, "earned_on"),
        viewColumn("year_taken", tr("Year taken"), "t.year_taken", C::SchoolYear, "year_taken"),
        viewColumn("provider_name", tr("Provider"), "t.provider_name", C::Text, "provider_name"),
        viewColumn("credential_number", tr("Credential number"), "t.credential_number", C::Code, "credential_number"),
        viewColumn("note", tr("Note"), "t.note", C::Text, "note"),
    };
    view.defaultSort = {QStringLiteral("-row_number")};
    return view;
}

View awards()
{
    View view{QStringLiteral("awards"), tr("Awards"), EntityKind::Attempt, QStringLiteral("attempt"), {}, {}, {}, {}, {}, {}};
    view.joins = QStringLiteral("JOIN student s ON s.id = t.student_id LEFT JOIN school sc ON sc.id = t.school_id");
    view.condition = QStringLiteral("t.outcome = 'P' AND t.earned_on IS NOT NULL AND t.component_code IS NULL AND (t.entry_state IS NULL OR t.entry_state <> 'void') AND NOT EXISTS (SELECT 1 FROM attempt e WHERE e.student_id = t.student_id AND e.certificate_code = t.certificate_code AND e.school_year = t.school_year AND e.outcome = 'P' AND e.component_code IS NULL AND e.id < t.id)");
    view.yearColumn = QStringLiteral("t.school_year");
    view.columns = {
        viewColumn("student_state_id", tr("State ID"), "s.student_state_id", C::Code),
        viewColumn("student_name", tr("Student"), "s.last_name || ', ' || s.first_name", C::Text),
        viewColumn("school_code", tr("School code"), "sc.school_code", C::Code),
        viewColumn("school_year", tr("School year"), "t.school_year", C::SchoolYear),
        viewColumn("certificate_name", tr("Certificate"), "t.certificate_name", C::Text),
        viewColumn("certificate_code", tr("Code"), "t.certificate_code", C::Code),
        viewColumn("earned_on", tr("Earned on"), "t.earned_on", C::Day),
        viewColumn("verification", tr("Verification"), "t.verification", C::Status),
    };
    view.defaultSort = {QStringLiteral("student_name")};
    return view;
}

View evidence()
{
    View view{QStringLiteral("evidence"), tr("Evidence"), EntityKind::Evidence, QStringLiteral("evidence"), {}, {}, {}, {}, {}, {}};
    view.columns = {
        viewColumn("file_name", tr("File"), "t.file_name", C::Text, "file_name"),
        viewColumn("kind", tr("Kind"), "t.kind", C::Status),
        viewColumn("sha256", tr("SHA-256"), "t.sha256", C::Code),
        viewColumn("line", tr("Line"), "t.line", C::Code),
        viewColumn("bytes", tr("Bytes"), "t.bytes", C::Integer),
        viewColumn("pages", tr("Pages"), "t.pages", C::Integer, "pages"),
        viewColumn("provider_name", tr("Provider"), "t.provider_name", C::Text, "provider_name"),
        viewColumn("source", tr("Source"), "t.source", C::Text, "source"),
        viewColumn("received_on", tr("Received"), "t.received_on", C::Day, "received_on"),
        viewColumn("uploaded_by", tr("Uploaded by"), "t.uploaded_by", C::Text),
        viewColumn("attempts", tr("Attempts"), "(SELECT COUNT(*) FROM evidence_link el WHERE el.evidence_id = t.id)", C::Integer),
    };
    view.defaultSort = {QStringLiteral("file_name")};
    return view;
}

} // namespace

QVector<View> certificateViews()
{
    return {courses(), programs(), certificates(), attempts(), awards(), evidence()};
}

} // namespace certdesk
