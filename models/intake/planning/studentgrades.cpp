// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/studentgrades.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

constexpr EntityKind E = EntityKind::Enrollment;

/// Looked up once, not by name for every row.
struct EnrollmentFields
{
    int student = entityDef(E).index("student_id");
    int year = entityDef(E).index("school_year");
    int school = entityDef(E).index("school_id");
    int grade = entityDef(E).index("grade");
    int entry = entityDef(E).index("entry_date");
    int exit = entityDef(E).index("exit_date");
    int baseline = entityDef(E).index("baseline_grade");
    int decision = entityDef(E).index("decision");
};

int ageOn(DayNumber birth, const QDate &day)
{
    const QDate born = QDate::fromJulianDay(birth);
    const bool hadBirthday = born.month() < day.month() || (born.month() == day.month() && born.day() <= day.day());
    return day.year() - born.year() - (hadBirthday ? 0 : 1);
}

QString decisionOf(RowStatus status)
{
    if (status == RowStatus::Promote || status == RowStatus::Retain || status == RowStatus::Rollback)
        return rowStatusName(status);
    return {};
}

} // namespace

StudentGrades::StudentGrades(const PlanScene &scene)
    : m_scene(scene), m_year(scene.options.schoolYear), m_grade(scene.kind.index("grade")), m_birth(scene.kind.index("birth_date")),
      m_graduating(scene.kind.index("graduating_year")), m_entry(scene.kind.index("entry_date")), m_exit(scene.kind.index("exit_date"))
{
    const EntityDef &def = entityDef(E);
    const int student = def.index("student_id");
    const int year = def.index("school_year");
    for (const Record &enrollment : scene.present.of(E)) {
        const qint64 id = enrollment.values[student].integer();
        if (enrollment.values[year].integer() == m_year) {
            m_enrollments.insert(id, &enrollment);
            m_enrolledAt.insert({id, enrollment.integer("school_id")}, &enrollment);
        } else if (enrollment.values[year].integer() < m_year) {
            m_enrolledBefore.insert(id);
        }
    }
    for (const Record &change : scene.present.of(EntityKind::GradeChange)) {
        qint64 &last = m_changes[change.integer("student_id")];
        if (change.integer("school_year") == m_year)
            last = std::max(last, change.integer("number"));
    }
    for (const Record &result : scene.present.of(EntityKind::Assessment))
        m_results.insert({result.integer("student_id"), result.text("grade")});
}

void StudentGrades::checkPlausible(RowInput &row, const QString &grade) const
{
    const auto number = gradeNumber(grade);
    if (!number || m_year == 0)
        return;
    if (row.has(m_birth)) {
        const int age = ageOn(row.value(m_birth).integer(), QDate(static_cast<int>(m_year) - 1, 9, 1));
        if (age < *number + 4 || age > *number + 7)
            row.report(intakeFinding("C13", {QString::number(age), grade}), m_birth);
    }
    if (row.has(m_graduating) && row.value(m_graduating).integer() != expectedGraduatingYear(grade, m_year))
        row.report(intakeFinding("C14", {row.text(m_graduating), grade}), m_graduating, row.text(m_graduating));
}

void StudentGrades::judge(RowInput &row, const Record &student, const Record &school) const
{
    if (!row.has(m_grade) || row.text(m_grade) == graduatedGrade)
        return;
    const QString fresh = row.text(m_grade);
    if (fresh != student.text("grade")) {
        if (student.has("grade"))
            judgeStep(row, student, school);
        return;
    }
    const Record *enrollment = enrollmentOf(student.id);
    if (!enrollment && m_enrolledBefore.contains(student.id))
        row.effect(RowStatus::Retain);
    if (enrollment && enrollment->text("decision") == QLatin1String("promote"))
        row.report(intakeFinding("K08", {schoolYearName(m_year)}), m_grade, fresh);
}

void StudentGrades::judgeStep(RowInput &row, const Record &student, const Record &school) const
{
    const QString fresh = row.text(m_grade);
    const QString old = student.text("grade");
    GradeFacts facts{old, {}, {}, school.text("high_grade"), false};
    if (const Record *enrollment = enrollmentOf(student.id)) {
        facts.baseline = enrollment->has("baseline_grade") ? enrollment->text("baseline_grade") : enrollment->text("grade");
        facts.decision = enrollment->text("decision");
    }
    const bool isAfterLast = old == QLatin1String("12") && (fresh == QLatin1String("13") || fresh == QLatin1String("PS"));
    const GradeVerdict verdict = isAfterLast ? gradeVerdict(facts, GradeMove::Promote) : gradeVerdict(facts, fresh);
    if (verdict.changes() && verdict.grade == fresh) {
        row.effect(verdict.status);
        checkResults(row, student);
    } else if (verdict.code == QLatin1String("K10")) {
        row.report(intakeFinding("K10", {school.text("name"), old}), m_grade, fresh);
        if (old == QLatin1String("12"))
            row.effect(RowStatus::Archive); // as a graduate
        else
            row.effect(RowStatus::Conflict); // another school has to be chosen
    } else {
        row.report(intakeFinding("K07", {old, fresh, verdict.reason}), m_grade, fresh);
        checkResults(row, student);
    }
}

void StudentGrades::checkResults(RowInput &row, const Record &student) const
{
    if (m_results.contains({student.id, row.text(m_grade)}))
        row.report(intakeFinding("K09", {row.text(m_grade)}), m_grade, row.text(m_grade));
}

void StudentGrades::writeNew(const RowInput &row, qint64 student, qint64 school)
{
    if (m_year > 0)
        writeEnrollment(row, student, school, row.text(m_grade), QStringLiteral("placed"));
}

void StudentGrades::writePresent(const RowInput &row, const Record &student, qint64 school)
{
    if (m_year == 0)
        return;
    const QString decision = decisionOf(row.status());
    if (const Record *here = m_enrolledAt.value({student.id, school}))
        updateEnrollment(row, *here, decision);
    else
        writeEnrollment(row, student.id, school, student.has("grade") ? student.text("grade") : row.text(m_grade), decision);
    if (!decision.isEmpty())
        writeHistory(row, student, school, decision);
}

void StudentGrades::writeEnrollment(const RowInput &row, qint64 student, qint64 school, const QString &baseline, const QString &decision)
{
    static const EnrollmentFields to;
    QVector<FieldValue> fields;
    fields.reserve(8);
    const auto add = [&fields](int field, Value value) {
        if (!value.isEmpty())
            fields.append({field, std::move(value)});
    };
    add(to.student, Value(student));
    add(to.year, Value(m_year));
    add(to.school, Value(school));
    add(to.grade, row.value(m_grade));
    add(to.entry, row.value(m_entry));
    add(to.exit, row.value(m_exit));
    add(to.baseline, Value(baseline));
    add(to.decision, Value(decision));
    m_scene.writer.create(E, std::move(fields));
}

void StudentGrades::updateEnrollment(const RowInput &row, const Record &enrollment, const QString &decision)
{
    QVector<FieldValue> fields;
    const QPair<const char *, Value> wanted[] = {{"grade", row.value(m_grade)}, {"entry_date", row.value(m_entry)}, {"exit_date", row.value(m_exit)}, {"decision", Value(decision)}};
    for (const auto &[name, value] : wanted) {
        if (!value.isEmpty() && value != enrollment[name])
            fields.append(fieldValue(E, name, value));
    }
    m_scene.writer.update(enrollment, fields);
}

void StudentGrades::writeHistory(const RowInput &row, const Record &student, qint64 school, const QString &decision)
{
    constexpr EntityKind G = EntityKind::GradeChange;
    qint64 &number = m_changes[student.id];
    QVector<FieldValue> fields{fieldValue(G, "student_id", Value(student.id)), fieldValue(G, "school_year", Value(m_year)),
                               fieldValue(G, "number", Value(++number)), fieldValue(G, "school_id", Value(school)),
                               fieldValue(G, "kind", Value(decision))};
    const QPair<const char *, Value> rest[] = {{"from_grade", student["grade"]},
                                               {"grade", row.value(m_grade)},
                                               {"file_grade", row.value(m_grade)},
                                               {"valid_from", m_scene.options.today > 0 ? Value(m_scene.options.today) : Value()}};
    for (const auto &[name, value] : rest) {
        if (!value.isEmpty())
            fields.append(fieldValue(G, name, value));
    }
    m_scene.writer.create(G, fields);
}

} // namespace certdesk
