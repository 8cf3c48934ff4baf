// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/roster/rosterplan.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RosterPlan", text);
}

QString nextFor(const QString &code)
{
    if (code == QLatin1String("K07"))
        return tr("Correct it, or override with a reason.");
    if (code == QLatin1String("K10"))
        return tr("Archive as a graduate, or move to the follow-on school.");
    return {};
}

} // namespace

RosterPlanner::RosterPlanner(const QString &operation, const PresentRoster &present, const RosterOptions &options)
    : m_present(present), m_options(options)
{
    m_plan.operation = operation;
    for (qsizetype i = 0; i < present.students.size(); ++i)
        m_students.insert(present.students[i].id, i);
    for (qsizetype i = 0; i < present.enrollments.size(); ++i)
        m_enrollments.insert(present.enrollments[i].integer("student_id"), i);
    for (qsizetype i = 0; i < present.schools.size(); ++i)
        m_schools.insert(present.schools[i].id, i);
    for (qsizetype i = 0; i < present.members.size(); ++i)
        m_members.insert(present.members[i].integer("student_id"), i);
}

const Record *RosterPlanner::student(qint64 id) const
{
    const auto found = m_students.constFind(id);
    return found == m_students.cend() ? nullptr : &m_present.students[*found];
}

const Record *RosterPlanner::enrollment(qint64 student) const
{
    const auto found = m_enrollments.constFind(student);
    return found == m_enrollments.cend() ? nullptr : &m_present.enrollments[*found];
}

const Record *RosterPlanner::school(qint64 id) const
{
    const auto found = m_schools.constFind(id);
    return found == m_schools.cend() ? nullptr : &m_present.schools[*found];
}

GradeFacts RosterPlanner::facts(const Record &student) const
{
    GradeFacts facts;
    facts.grade = student.text("grade");
    facts.isArchived = student.text("status") == QLatin1String("archived");
    if (const Record *year = enrollment(student.id)) {
        facts.baseline = year->text("baseline_grade");
        facts.decision = year->text("decision");
    }
    if (const Record *home = school(student.integer("school_id")))
        facts.schoolHighest = home->text("high_grade");
    return facts;
}

RosterPlanRow &RosterPlanner::addRow(qint64 student, int fileRow, RowStatus status)
{
    RosterPlanRow row;
    row.student = student;
    row.fileRow = fileRow;
    m_fileRow = fileRow;
    row.status = status;
    if (const Record *record = this->student(student))
        row.oldGrade = row.newGrade = record->text("grade");
    m_plan.rows.append(row);
    ++m_plan.counts[static_cast<std::size_t>(status)];
    return m_plan.rows.last();
}

void RosterPlanner::report(const RosterPlanRow &row)
{
    m_plan.rows.append(row);
    ++m_plan.counts[static_cast<std::size_t>(row.status)];
}

void RosterPlanner::update(const Record &record, const QVector<QPair<const char *, Value>> &values)
{
    RowChange change{RowChange::Operation::Update, record.kind, record.id, record.version, {}, m_fileRow};
    for (const auto &[name, value] : values) {
        const int field = record.def().index(name);
        if (record.values[field] != value)
            change.fields.append({field, value});
    }
    if (!change.fields.isEmpty())
        m_plan.changes.append(change);
}

void RosterPlanner::enroll(const Record &student, qint64 school, const QString &grade, const QString &baseline, const QString &decision)
{
    if (const Record *present = enrollment(student.id)) {
        update(*present, {{"school_id", Value(school)}, {"grade", Value(grade)}, {"baseline_grade", Value(baseline)}, {"decision", Value(decision)}});
        return;
    }
    const EntityDef &def = entityDef(EntityKind::Enrollment);
    RowChange change{RowChange::Operation::Create, EntityKind::Enrollment, 0, 0, {}, m_fileRow};
    change.fields = {{def.index("student_id"), Value(student.id)}, {def.index("school_year"), Value(m_options.targetYear)},
                     {def.index("school_id"), Value(school)},      {def.index("grade"), Value(grade)},
                     {def.index("baseline_grade"), Value(baseline)}, {def.index("decision"), Value(decision)}};
    m_plan.changes.append(change);
}

void RosterPlanner::endMemberships(qint64 student)
{
    const auto members = m_members.values(student);
    for (const qsizetype index : members) {
        const Record &member = m_present.members[index];
        if (!member.has("to_date"))
            update(member, {{"to_date", Value(m_options.today)}});
    }
}

bool RosterPlanner::isFirst(qint64 student, int fileRow)
{
    const auto before = m_seen.constFind(student);
    if (before == m_seen.cend()) {
        m_seen.insert(student, fileRow);
        return true;
    }
    RosterPlanRow &row = addRow(student, fileRow, RowStatus::Duplicate);
    row.code = QStringLiteral("R04");
    row.message = *before ? tr("Same as row %1").arg(*before) : tr("Named twice");
    return false;
}

void RosterPlanner::apply(const Record &student, GradeVerdict verdict, int fileRow, const QString &decision)
{
    if (!isFirst(student.id, fileRow))
        return;
    const GradeFacts known = facts(student);
    if (known.isArchived) {
        if (m_options.accepted.contains(QStringLiteral("K03"))) {
            m_seen.remove(student.id);
            restore(student.id, 0, {}, fileRow);
            return;
        }
        RosterPlanRow &row = addRow(student.id, fileRow, RowStatus::Conflict);
        row.code = QStringLiteral("K03");
        row.message = tr("Archived here since %1").arg(isoDay(student["archived_on"]));
        row.next = tr("Restore");
        return;
    }
    if (verdict.code == QLatin1String("K10") && m_options.accepted.contains(verdict.code) && known.grade == QLatin1String("12")) {
        m_seen.remove(student.id);
        archive(student.id, QStringLiteral("graduated"), fileRow);
        return;
    }
    RosterPlanRow &row = addRow(student.id, fileRow, verdict.status);
    row.code = verdict.code;
    row.message = verdict.reason;
    row.next = nextFor(verdict.code);
    row.newGrade = verdict.grade;
    if (!verdict.changes())
        return;
    const QString baseline = known.baseline.isEmpty() ? known.grade : known.baseline;
    update(student, {{"grade", Value(verdict.grade)}});
    enroll(student, student.integer("school_id"), verdict.grade, baseline, decision);
}

void RosterPlanner::move(qint64 id, GradeMove wanted, int fileRow)
{
    const Record *record = student(id);
    if (!record)
        return;
    GradeVerdict verdict = gradeVerdict(facts(*record), wanted);
    if (verdict.code == QLatin1String("K07") && verdict.canBeOverridden && isOverridden(verdict.code)) {
        const auto grade = wanted == GradeMove::Promote ? gradeAfter(record->text("grade")) : gradeBefore(record->text("grade"));
        if (grade)
            verdict = {wanted == GradeMove::Promote ? RowStatus::Promote : RowStatus::Rollback, QStringLiteral("K07"), {}, *grade, false};
    }
    static const QHash<RowStatus, QString> decisions{{RowStatus::Promote, QStringLiteral("promote")},
                                                     {RowStatus::Retain, QStringLiteral("retain")},
                                                     {RowStatus::Rollback, QStringLiteral("rollback")}};
    apply(*record, verdict, fileRow, decisions.value(verdict.status));
}

void RosterPlanner::moveTo(qint64 id, const QString &grade, int fileRow)
{
    const Record *record = student(id);
    if (!record)
        return;
    const GradeVerdict verdict = gradeVerdict(facts(*record), grade);
    const QString decision = verdict.status == RowStatus::Promote  ? QStringLiteral("promote")
                             : verdict.status == RowStatus::Retain ? QStringLiteral("retain")
                                                                   : QStringLiteral("rollback");
    apply(*record, verdict, fileRow, decision);
}

void RosterPlanner::archive(qint64 id, const QString &reason, int fileRow)
{
    const Record *record = student(id);
    if (!record || !isFirst(id, fileRow))
        return;
    if (record->text("status") == QLatin1String("archived")) {
        addRow(id, fileRow, RowStatus::Unchanged);
        return;
    }
    addRow(id, fileRow, RowStatus::Archive);
    update(*record, {{"status", Value(QStringLiteral("archived"))}, {"archived_on", Value(m_options.today)}, {"archive_reason", Value(reason)}});
    endMemberships(id);
}

void RosterPlanner::restore(qint64 id, qint64 toSchool, const QString &grade, int fileRow)
{
    const Record *record = student(id);
    if (!record || !isFirst(id, fileRow))
        return;
    if (record->text("status") != QLatin1String("archived")) {
        addRow(id, fileRow, RowStatus::Unchanged);
        return;
    }
    const QString newGrade = grade.isEmpty() ? record->text("grade") : grade;
    const qint64 newSchool = toSchool ? toSchool : record->integer("school_id");
    addRow(id, fileRow, RowStatus::Restore).newGrade = newGrade;
    update(*record, {{"status", Value(QStringLiteral("active"))}, {"archived_on", Value()}, {"archive_reason", Value()},
                     {"grade", Value(newGrade)}, {"school_id", Value(newSchool)}});
    // Restored into a grade for this year counts as placed: never promoted again.
    enroll(*record, newSchool, newGrade, newGrade, QStringLiteral("placed"));
}

void RosterPlanner::migrate(const Migration &migration, int fileRow)
{
    const Record *record = student(migration.student);
    if (!record || !isFirst(migration.student, fileRow))
        return;
    GradeFacts known = facts(*record);
    if (migration.toSchool == record->integer("school_id")) {
        RosterPlanRow &row = addRow(migration.student, fileRow, known.isArchived ? RowStatus::Conflict : RowStatus::Unchanged);
        row.code = known.isArchived ? QStringLiteral("K03") : QString();
        row.message = known.isArchived ? tr("Archived here since %1").arg(isoDay(record->values[record->def().index("archived_on")])) : tr("Already at this school");
        row.next = known.isArchived ? tr("Restore") : QString();
        return;
    }
    const QString grade = migration.grade.isEmpty() ? known.grade : migration.grade;
    // The step is decided by what the new school serves: grade 8 to 9 is the usual reason to change schools.
    const Record *target = school(migration.toSchool);
    known.schoolHighest = target ? target->text("high_grade") : QString();
    const GradeVerdict verdict = grade == known.grade ? GradeVerdict{RowStatus::Migrate, {}, {}, grade, false} : gradeVerdict(known, grade);
    const bool outOfRange = target && !isServed(grade, target->text("low_grade"), target->text("high_grade"));
    if ((verdict.status == RowStatus::Conflict || outOfRange) && !isOverridden(QStringLiteral("K07"))) {
        RosterPlanRow &row = addRow(migration.student, fileRow, RowStatus::Conflict);
        row.code = QStringLiteral("K07");
        row.message = outOfRange ? tr("Cannot be placed in grade %1: %2 does not serve it").arg(grade, target->text("name")) : verdict.reason;
        row.next = nextFor(row.code);
        return;
    }
    RosterPlanRow &row = addRow(migration.student, fileRow, RowStatus::Migrate);
    row.newGrade = grade;
    QVector<QPair<const char *, Value>> values{{"school_id", Value(migration.toSchool)}, {"grade", Value(grade)}};
    if (known.isArchived)
        values += {{"status", Value(QStringLiteral("active"))}, {"archived_on", Value()}, {"archive_reason", Value()}};
    for (const FieldValue &field : migration.fields)
        values.append({record->def().fields[field.field].name, field.value});
    update(*record, values);
    enroll(*record, migration.toSchool, grade, known.baseline.isEmpty() ? grade : known.baseline, QStringLiteral("placed"));
    endMemberships(migration.student);
}

} // namespace certdesk
