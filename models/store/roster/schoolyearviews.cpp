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

const char *const studentJoin = "JOIN student s ON s.id = t.student_id LEFT JOIN school sc ON sc.id = t.school_id";
/// The batch and the person that wrote a row are in the journal, and nowhere else; new records of a large batch stand in
/// its blocks.
const char *const writtenBy = "COALESCE((SELECT j.%1 FROM journal j WHERE j.record_id = %3 AND j.entity = '%2' AND j.operation = 'create' "
                              "ORDER BY j.sequence DESC LIMIT 1), (SELECT b.%1 FROM journal_block b WHERE b.entity = '%2' "
                              "AND %3 BETWEEN b.first_record AND b.first_record + b.last_sequence - b.sequence ORDER BY b.sequence DESC LIMIT 1))";

QString written(const char *column, const char *entity, const char *id)
{
    return QString::fromLatin1(writtenBy).arg(QLatin1String(column), QLatin1String(entity), QLatin1String(id));
}

ViewColumn writtenColumn(const char *name, const QString &title, const QString &expression, ColumnType type = ColumnType::Text)
{
    return viewColumn(name, title, expression.toLatin1().constData(), type);
}

QVector<ViewColumn> studentColumns()
{
    return {viewColumn("last_name", tr("Last name"), "s.last_name"), viewColumn("first_name", tr("First name"), "s.first_name"),
            viewColumn("student_state_id", tr("State ID"), "s.student_state_id", C::Code), viewColumn("login", tr("Login"), "s.login"),
            viewColumn("school_code", tr("School code"), "sc.school_code", C::Code), viewColumn("school_name", tr("School"), "sc.name"),
            viewColumn("school_year", tr("School year"), "t.school_year", C::SchoolYear)};
}

View gradeHistory()
{
    View view{QStringLiteral("grade-history"), tr("Grade history"), EntityKind::GradeChange, QStringLiteral("grade_change"), {}, {}, {}, {}, {}, {}};
    view.joins = QLatin1String(studentJoin);
    view.yearColumn = QStringLiteral("t.school_year");
    view.columns = studentColumns() + QVector<ViewColumn>{
        viewColumn("number", tr("Number"), "t.number", C::Integer),
        viewColumn("kind", tr("Kind"), "t.kind", C::Status),
        viewColumn("from_grade", tr("From grade"), "t.from_grade", C::Code),
        viewColumn("grade", tr("Grade"), "t.grade", C::Code),
        viewColumn("valid_from", tr("From"), "t.valid_from", C::Day),
        viewColumn("file_grade", tr("Grade in the file"), "t.file_grade", C::Code),
        viewColumn("reason", tr("Reason"), "t.reason"),
        writtenColumn("batch", tr("Batch"), written("batch_id", "grade_change", "t.id"), C::Integer),
        writtenColumn("person", tr("Person"), written("person", "grade_change", "t.id")),
    };
    view.defaultSort = {QStringLiteral("last_name"), QStringLiteral("first_name"), QStringLiteral("school_year"), QStringLiteral("number")};
    return view;
}

/// who keeps the grade in a year, by the decision of that year; an import can be what decided. The history says why.
View retained()
{
    View view{QStringLiteral("retained"), tr("Retained students"), EntityKind::Enrollment, QStringLiteral("enrollment"), {}, {}, {}, {}, {}, {}};
    view.joins = QLatin1String(studentJoin)
                 + QLatin1String(" LEFT JOIN grade_change h ON h.student_id = t.student_id AND h.school_year = t.school_year AND h.kind = 'retain' "
                                 "AND NOT EXISTS (SELECT 1 FROM grade_change n WHERE n.student_id = h.student_id AND n.school_year = h.school_year "
                                 "AND n.number > h.number)");
    view.condition = QStringLiteral("t.decision = 'retain' AND t.exit_date IS NULL");
    view.activeCondition = QStringLiteral("(s.status IS NULL OR s.status <> 'archived')");
    view.yearColumn = QStringLiteral("t.school_year");
    const auto either = [](const char *column) {
        return QStringLiteral("COALESCE(%1, %2)").arg(written(column, "grade_change", "h.id"), written(column, "enrollment", "t.id"));
    };
    view.columns = studentColumns() + QVector<ViewColumn>{
        viewColumn("grade", tr("Grade"), "t.grade", C::Code),
        viewColumn("file_grade", tr("Grade in the file"), "h.file_grade", C::Code),
        viewColumn("reason", tr("Reason"), "h.reason"),
        viewColumn("attempt_state", tr("New attempts"),
                   "CASE WHEN EXISTS (SELECT 1 FROM assessment a WHERE a.student_id = t.student_id AND a.grade = t.grade AND a.state = 'open') THEN 'open' "
                   "WHEN EXISTS (SELECT 1 FROM assessment a WHERE a.student_id = t.student_id AND a.grade = t.grade) THEN 'needed' ELSE 'none' END",
                   C::Status),
        viewColumn("signed_by", tr("Signed off by"), "h.signed_by"),
        viewColumn("valid_from", tr("From"), "h.valid_from", C::Day),
        writtenColumn("batch", tr("Batch"), either("batch_id"), C::Integer),
        writtenColumn("person", tr("Person"), either("person")),
    };
    view.defaultSort = {QStringLiteral("school_code"), QStringLiteral("grade"), QStringLiteral("last_name"), QStringLiteral("first_name")};
    return view;
}

View assessments()
{
    View view{QStringLiteral("assessments"), tr("Assessments"), EntityKind::Assessment, QStringLiteral("assessment"), {}, {}, {}, {}, {}, {}};
    view.joins = QLatin1String(studentJoin);
    view.yearColumn = QStringLiteral("t.school_year");
    view.columns = studentColumns() + QVector<ViewColumn>{
        viewColumn("grade", tr("Grade"), "t.grade", C::Code),
        viewColumn("section_name", tr("Section"), "t.section_name"),
        viewColumn("period_name", tr("Testing period"), "t.period_name"),
        viewColumn("attempt_number", tr("Attempt"), "t.attempt_number", C::Integer),
        viewColumn("state", tr("State"), "t.state", C::Status),
        viewColumn("score", tr("Score"), "t.score", C::Real),
        viewColumn("result", tr("Result"), "t.result"),
        viewColumn("taken_on", tr("Taken on"), "t.taken_on", C::Day),
        viewColumn("reason", tr("Reason"), "t.reason"),
    };
    view.defaultSort = {QStringLiteral("last_name"), QStringLiteral("first_name"), QStringLiteral("grade"), QStringLiteral("section_name"),
                        QStringLiteral("period_name"), QStringLiteral("attempt_number")};
    return view;
}

View testingPeriods()
{
    View view{QStringLiteral("testing-periods"), tr("Testing periods"), EntityKind::TestingPeriod, QStringLiteral("testing_period"), {}, {}, {}, {}, {}, {}};
    view.joins = QStringLiteral("LEFT JOIN school sc ON sc.id = t.school_id");
    view.yearColumn = QStringLiteral("t.school_year");
    view.columns = {
        viewColumn("period_name", tr("Testing period"), "t.period_name"),
        viewColumn("school_year", tr("School year"), "t.school_year", C::SchoolYear),
        viewColumn("school_code", tr("School code"), "sc.school_code", C::Code),
        viewColumn("starts_on", tr("Starts"), "t.starts_on", C::Day, "starts_on"),
        viewColumn("ends_on", tr("Ends"), "t.ends_on", C::Day, "ends_on"),
        viewColumn("grades", tr("Grades"), "t.grades", C::Text, "grades"),
    };
    view.defaultSort = {QStringLiteral("school_year"), QStringLiteral("period_name")};
    return view;
}

} // namespace

QVector<View> schoolYearViews()
{
    return {gradeHistory(), retained(), assessments(), testingPeriods()};
}

} // namespace certdesk
