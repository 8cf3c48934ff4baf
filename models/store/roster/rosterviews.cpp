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

View schools()
{
    View view{QStringLiteral("schools"), tr("Schools"), EntityKind::School, QStringLiteral("school"), {}, {}, {}, {}, {}, {}};
    view.activeCondition = QStringLiteral("(t.status IS NULL OR t.status <> 'archived')");
    view.columns = {
        viewColumn("school_code", tr("Code"), "t.school_code", C::Code, "school_code"),
        viewColumn("name", tr("Name"), "t.name", C::Text, "name"),
        viewColumn("number", tr("Number"), "t.number", C::Code, "number"),
        viewColumn("state_id", tr("State ID"), "t.state_id", C::Code, "state_id"),
        viewColumn("low_grade", tr("Lowest grade"), "t.low_grade", C::Code, "low_grade"),
        viewColumn("high_grade", tr("Highest grade"), "t.high_grade", C::Code, "high_grade"),
        viewColumn("roster_source", tr("Roster source"), "t.roster_source", C::Text, "roster_source"),
        viewColumn("contact_name", tr("Contact"), "t.contact_name", C::Text, "contact_name"),
        viewColumn("contact_email", tr("Contact e-mail"), "t.contact_email", C::Text, "contact_email"),
        viewColumn("contact_phone", tr("Contact phone"), "t.contact_phone", C::Text, "contact_phone"),
        viewColumn("status", tr("Status"), "t.status", C::Status),
    };
    view.defaultSort = {QStringLiteral("name")};
    return view;
}

View students()
{
    View view{QStringLiteral("students"), tr("Students"), EntityKind::Student, QStringLiteral("student"), {}, {}, {}, {}, {}, {}};
    view.joins = QStringLiteral("JOIN school sc ON sc.id = t.school_id");
    view.activeCondition = QStringLiteral("(t.status IS NULL OR t.status <> 'archived')");
    view.columns = {
        viewColumn("last_name", tr("Last name"), "t.last_name", C::Text, "last_name"),
        viewColumn("first_name", tr("First name"), "t.first_name", C::Text, "first_name"),
        viewColumn("middle_name", tr("Middle name"), "t.middle_name", C::Text, "middle_name"),
        viewColumn("suffix", tr("Suffix"), "t.suffix", C::Text, "suffix"),
        viewColumn("preferred_name", tr("Preferred name"), "t.preferred_name", C::Text, "preferred_name"),
        viewColumn("student_state_id", tr("State ID"), "t.student_state_id", C::Code, "student_state_id"),
        viewColumn("local_id", tr("Local ID"), "t.local_id", C::Code, "local_id"),
        viewColumn("login", tr("Login"), "t.login", C::Text, "login"),
        viewColumn("grade", tr("Grade"), "t.grade", C::Code, "grade"),
        viewColumn("graduating_year", tr("Class of"), "t.graduating_year", C::Integer, "graduating_year"),
        viewColumn("school_code", tr("School code"), "sc.school_code", C::Code),
        viewColumn("school_name", tr("School"), "sc.name", C::Text),
        viewColumn("birth_date", tr("Birth date"), "t.birth_date", C::Day, "birth_date"),
        viewColumn("gender", tr("Gender"), "t.gender", C::Text, "gender"),
        viewColumn("email", tr("E-mail"), "t.email", C::Text, "email"),
        viewColumn("entry_date", tr("Entry date"), "t.entry_date", C::Day, "entry_date"),
        viewColumn("exit_date", tr("Exit date"), "t.exit_date", C::Day, "exit_date"),
        viewColumn("status", tr("Status"), "t.status", C::Status),
        viewColumn("archived_on", tr("Archived on"), "t.archived_on", C::Day),
        viewColumn("archive_reason", tr("Archive reason"), "t.archive_reason", C::Text),
        viewColumn("iep", tr("IEP"), "t.iep", C::Text, "iep"),
        viewColumn("section_504", tr("Section 504"), "t.section_504", C::Text, "section_504"),
        viewColumn("el", tr("English learner"), "t.el", C::Text, "el"),
        viewColumn("lunch", tr("Lunch status"), "t.lunch", C::Text, "lunch"),
        viewColumn("accommodation", tr("Accommodation"), "t.accommodation", C::Text, "accommodation"),
    };
    view.defaultSort = {QStringLiteral("last_name"), QStringLiteral("first_name")};
    return view;
}

View staff()
{
    View view{QStringLiteral("staff"), tr("Staff"), EntityKind::Staff, QStringLiteral("staff"), {}, {}, {}, {}, {}, {}};
    view.activeCondition = QStringLiteral("(t.status IS NULL OR t.status <> 'archived')");
    view.columns = {
        viewColumn("last_name", tr("Last name"), "t.last_name", C::Text, "last_name"),
        viewColumn("first_name", tr("First name"), "t.first_name", C::Text, "first_name"),
        viewColumn("middle_name", tr("Middle name"), "t.middle_name", C::Text, "middle_name"),
        viewColumn("suffix", tr("Suffix"), "t.suffix", C::Text, "suffix"),
        viewColumn("preferred_name", tr("Preferred name"), "t.preferred_name", C::Text, "preferred_name"),
        viewColumn("staff_id", tr("Staff ID"), "t.staff_id", C::Code, "staff_id"),
        viewColumn("staff_state_id", tr("State ID"), "t.staff_state_id", C::Code, "staff_state_id"),
        viewColumn("login", tr("Login"), "t.login", C::Text, "login"),
        viewColumn("email", tr("E-mail"), "t.email", C::Text, "email"),
        viewColumn("title", tr("Title"), "t.title", C::Text, "title"),
        viewColumn("status", tr("Status"), "t.status", C::Status),
        viewColumn("archived_on", tr("Archived on"), "t.archived_on", C::Day),
        viewColumn("archive_reason", tr("Archive reason"), "t.archive_reason", C::Text),
        viewColumn("groups", tr("Groups"), "(SELECT COUNT(*) FROM group_staff gs JOIN student_group g ON g.id = gs.group_id WHERE gs.staff_id = t.id AND (g.status IS NULL OR g.status <> 'archived'))", C::Integer),
    };
    view.defaultSort = {QStringLiteral("last_name"), QStringLiteral("first_name")};
    return view;
}

View groups()
{
    View view{QStringLiteral("groups"), tr("Groups"), EntityKind::Group, QStringLiteral("student_group"), {}, {}, {}, {}, {}, {}};
    view.joins = QStringLiteral("JOIN school sc ON sc.id = t.school_id");
    view.activeCondition = QStringLiteral("(t.status IS NULL OR t.status <> 'archived')");
    view.yearColumn = QStringLiteral("t.school_year");
    view.columns = {
        viewColumn("group_name", tr("Name"), "t.group_name", C::Text, "group_name"),
        viewColumn("kind", tr("Kind"), "t.kind", C::Text),
        viewColumn("school_year", tr("School year"), "t.school_year", C::SchoolYear),
        viewColumn("school_code", tr("School code"), "sc.school_code", C::Code),
        viewColumn("school_name", tr("School"), "sc.name", C::Text),
        viewColumn("course_number", tr("Course number"), "t.course_number", C::Code, "course_number"),
        viewColumn("course_name", tr("Course"), "t.course_name", C::Text, "course_name"),
        viewColumn("section_number", tr("Section"), "t.section_number", C::Code, "section_number"),
        viewColumn("period", tr("Period"), "t.period", C::Code, "period"),
        viewColumn("term", tr("Term"), "t.term", C::Text, "term"),
        viewColumn("members", tr("Members"), "(SELECT COUNT(*) FROM member m WHERE m.group_id = t.id AND m.to_date IS NULL)", C::Integer),
        viewColumn("teacher_name", tr("Teacher"), "(SELECT MIN(st.last_name || ', ' || st.first_name) FROM group_staff gs JOIN staff st ON st.id = gs.staff_id WHERE gs.group_id = t.id)", C::Text),
        viewColumn("status", tr("Status"), "t.status", C::Status),
        viewColumn("keep", tr("Keep"), "t.keep", C::Flag),
        viewColumn("rule", tr("Rule"), "t.rule", C::Text),
        viewColumn("frozen", tr("Frozen"), "t.frozen", C::Flag),
        viewColumn("archived_on", tr("Archived on"), "t.archived_on", C::Day),
        viewColumn("last_report", tr("Last report"), "(SELECT MAX(j.at) FROM journal j WHERE j.entity = 'group' AND j.record_id = t.id AND j.command = 'Report')", C::Time),
    };
    view.defaultSort = {QStringLiteral("group_name")};
    return view;
}

View sections()
{
    View view{QStringLiteral("sections"), tr("Sections"), EntityKind::Group, QStringLiteral("student_group"), {}, {}, {}, {}, {}, {}};
    view.joins = QStringLiteral("JOIN school sc ON sc.id = t.school_id");
    view.condition = QStringLiteral("t.kind = 'section'");
    view.activeCondition = QStringLiteral("(t.status IS NULL OR t.status <> 'archived')");
    view.yearColumn = QStringLiteral("t.school_year");
    view.columns = {
        viewColumn("section_number", tr("Section"), "t.section_number", C::Code, "section_number"),
        viewColumn("course_number", tr("Course number"), "t.course_number", C::Code, "course_number"),
        viewColumn("course_name", tr("Course"), "t.course_name", C::Text, "course_name"),
        viewColumn("school_year", tr("School year"), "t.school_year", C::SchoolYear),
        viewColumn("school_code", tr("School code"), "sc.school_code", C::Code),
        viewColumn("period", tr("Period"), "t.period", C::Code, "period"),
        viewColumn("term", tr("Term"), "t.term", C::Text, "term"),
        viewColumn("members", tr("Members"), "(SELECT COUNT(*) FROM member m WHERE m.group_id = t.id AND m.to_date IS NULL)", C::Integer),
        viewColumn("teacher_name", tr("Teacher"), "(SELECT MIN(st.last_name || ', ' || st.first_name) FROM group_staff gs JOIN staff st ON st.id = gs.staff_id WHERE gs.group_id = t.id)", C::Text),
        viewColumn("status", tr("Status"), "t.status", C::Status),
    };
    view.defaultSort = {QStringLiteral("course_name"), QStringLiteral("section_number")};
    return view;
}

View members()
{
    View view{QStringLiteral("members"), tr("Members"), EntityKind::Member, QStringLiteral("member"), {}, {}, {}, {}, {}, {}};
    view.joins = QStringLiteral("JOIN student_group g ON g.id = t.group_id JOIN student s ON s.id = t.student_id JOIN school sc ON sc.id = g.school_id");
    view.yearColumn = QStringLiteral("g.school_year");
    view.columns = {
        viewColumn("group_name", tr("Group"), "g.group_name", C::Text),
        viewColumn("section_number", tr("Section"), "g.section_number", C::Code),
        viewColumn("school_year", tr("School year"), "g.school_year", C::SchoolYear),
        viewColumn("school_code", tr("School code"), "sc.school_code", C::Code),
        viewColumn("student_state_id", tr("State ID"), "s.student_state_id", C::Code),
        viewColumn("login", tr("Login"), "s.login", C::Text),
        viewColumn("last_name", tr("Last name"), "s.last_name", C::Text),
        viewColumn("first_name", tr("First name"), "s.first_name", C::Text),
        viewColumn("grade", tr("Grade"), "s.grade", C::Code),
        viewColumn("from_date", tr("From"), "t.from_date", C::Day, "from_date"),
        viewColumn("to_date", tr("To"), "t.to_date", C::Day, "to_date"),
        viewColumn("group_kind", tr("Kind"), "g.kind", C::Text),
        viewColumn("group_status", tr("Group status"), "g.status", C::Status),
        viewColumn("student_status", tr("Student status"), "s.status", C::Status),
    };
    view.defaultSort = {QStringLiteral("group_name"), QStringLiteral("last_name"), QStringLiteral("first_name")};
    return view;
}

} // namespace

QVector<View> rosterViews()
{
    return {schools(), students(), staff(), groups(), sections(), members()};
}

} // namespace certdesk
