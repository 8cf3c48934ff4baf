// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/assessmentplanner.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

constexpr EntityKind A = EntityKind::Assessment;

QString seriesKey(qint64 student, const QString &grade, const QString &section, const QString &period)
{
    return QString::number(student) + QLatin1Char('\n') + grade + QLatin1Char('\n') + section.toCaseFolded() + QLatin1Char('\n') + period.toCaseFolded();
}

/// Reports who cannot be found; true when the row has its student.
bool isKnown(RowInput &row, const StudentFinder::Match &match, const StudentFinder &students)
{
    if (match.student)
        return true;
    if (match.hidden) {
        row.report(intakeFinding("K02", {match.hidden->schoolName}));
        row.effect(RowStatus::Conflict); // a list of facts moves nobody
        return false;
    }
    IntakeFinding finding = intakeFinding("K01", {match.key});
    const QStringList near = students.near(row);
    if (!near.isEmpty())
        finding.next = QCoreApplication::translate("intake", "Near it: %1. Choose the person, register now, or skip").arg(near.join(QStringLiteral(", ")));
    row.report(finding);
    return false;
}

} // namespace

AssessmentPlanner::AssessmentPlanner(const PlanScene &scene)
    : EntityPlanner(scene), m_copier(scene.kind, A), m_schools(scene.kind, scene.options, scene.present), m_students(scene.kind, scene.present),
      m_grade(field("grade")), m_section(field("section_name")), m_period(field("period_name")), m_number(field("attempt_number")),
      m_day(field("taken_on")), m_score(field("score")), m_result(field("result"))
{
    for (const Record &record : present().of(A)) {
        Series &series = m_series[seriesKey(record.integer("student_id"), record.text("grade"), record.text("section_name"), record.text("period_name"))];
        series.present.append(&record);
        series.lastNumber = std::max(series.lastNumber, record.integer("attempt_number"));
    }
}

IntakeFindings AssessmentPlanner::prerequisites() const
{
    return needSchoolYear();
}

const Record *AssessmentPlanner::presentOf(const Series &series, const RowInput &row) const
{
    const Record *open = nullptr;
    for (const Record *record : series.present) {
        const bool sameNumber = row.has(m_number) && record->integer("attempt_number") == row.value(m_number).integer();
        const bool sameDay = !row.has(m_number) && row.has(m_day) && record->has("taken_on") && (*record)["taken_on"] == row.value(m_day);
        const bool isOpen = record->text("state") == QLatin1String("open");
        // Without number and day the same score is the same attempt: the file comes again.
        const bool sameScore = !row.has(m_number) && !row.has(m_day) && !isOpen && FieldCopier::same(FieldType::Real, row.value(m_score), (*record)["score"])
                               && row.text(m_result) == record->text("result");
        if (sameNumber || sameDay || sameScore)
            return record;
        if (isOpen && !row.has(m_number) && !open)
            open = record;
    }
    return open;
}

QVector<FieldValue> AssessmentPlanner::said(RowInput &row, const Record *present) const
{
    QVector<FieldValue> fields = present ? differences(m_copier, row, *present) : m_copier.all(row);
    const bool hasResult = row.has(m_score) || row.has(m_result) || row.has(m_day);
    const QString state = hasResult ? QStringLiteral("done") : QStringLiteral("open");
    if (!present || (hasResult && present->text("state") != state))
        fields.append(fieldValue(A, "state", Value(state)));
    return fields;
}

void AssessmentPlanner::planRow(RowInput &row)
{
    const qint64 school = m_schools.find(row);
    const StudentFinder::Match match = m_students.find(row, school);
    const qint64 year = schoolYear(row);
    if (row.status() == RowStatus::Error || !isKnown(row, match, m_students))
        return;
    const QString grade = row.has(m_grade) ? row.text(m_grade) : match.student->text("grade");
    if (grade.isEmpty()) {
        row.report(intakeFinding("C01", {QStringLiteral("grade")}), m_grade);
        return;
    }
    const QString key = seriesKey(match.student->id, grade, row.text(m_section), row.text(m_period));
    if (!claim(row, key + QLatin1Char('\n') + row.text(m_number) + QLatin1Char('\n') + row.text(m_day)))
        return;
    Series &series = m_series[key];
    if (const Record *present = presentOf(series, row)) {
        if (!mayUpdate(row))
            return;
        const QVector<FieldValue> fields = said(row, present);
        if (!fields.isEmpty())
            row.effect(RowStatus::Update);
        if (!row.isHeld())
            writer().update(*present, fields);
        return;
    }
    if (!mayCreate(row, match.key))
        return;
    row.effect(RowStatus::Create);
    if (row.isHeld())
        return;
    const qint64 number = row.has(m_number) ? row.value(m_number).integer() : series.lastNumber + 1;
    series.lastNumber = std::max(series.lastNumber, number);
    QVector<FieldValue> fields = said(row, nullptr);
    if (!row.has(m_grade))
        fields.append(fieldValue(A, "grade", Value(grade)));
    if (!row.has(m_number))
        fields.append(fieldValue(A, "attempt_number", Value(number)));
    fields += {fieldValue(A, "student_id", Value(match.student->id)), fieldValue(A, "school_year", Value(year)),
               fieldValue(A, "school_id", school > 0 ? Value(school) : (*match.student)["school_id"])};
    writer().create(A, fields);
}

DemographicsPlanner::DemographicsPlanner(const PlanScene &scene)
    : EntityPlanner(scene), m_copier(scene.kind, EntityKind::Student), m_schools(scene.kind, scene.options, scene.present),
      m_students(scene.kind, scene.present)
{
}

void DemographicsPlanner::planRow(RowInput &row)
{
    const StudentFinder::Match match = m_students.find(row, m_schools.find(row));
    if (row.status() == RowStatus::Error || !isKnown(row, match, m_students) || !claim(row, QString::number(match.student->id)) || !mayUpdate(row))
        return;
    const QVector<FieldValue> fields = differences(m_copier, row, *match.student);
    if (!fields.isEmpty())
        row.effect(RowStatus::Update);
    if (!row.isHeld())
        writer().update(*match.student, fields);
}

} // namespace certdesk
