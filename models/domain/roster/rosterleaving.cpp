// SPDX-License-Identifier: GPL-3.0-or-later
// Of RosterPlanner: leaving, coming back, and changing schools (5.4, 5.9).
#include "models/domain/roster/rosterplan.h"

#include <QCoreApplication>
#include <algorithm>

namespace certdesk {

namespace {

QString tr(const char *text, const char *disambiguation = nullptr, int n = -1)
{
    return QCoreApplication::translate("RosterPlan", text, disambiguation, n);
}

} // namespace

void RosterPlanner::archive(qint64 id, const QString &reason, int fileRow)
{
    const Record *record = student(id);
    if (!record || !isFirst(id, fileRow))
        return;
    if (record->text("status") == QLatin1String("archived")) {
        addRow(id, fileRow, RowStatus::Unchanged);
        return;
    }
    RosterPlanRow &row = addRow(id, fileRow, RowStatus::Archive);
    update(*record, {{"status", Value(QStringLiteral("archived"))}, {"archived_on", Value(m_options.today)}, {"archive_reason", Value(reason)}});
    if (const int ended = endMemberships(id); ended > 0)
        row.effects.append(tr("%n memberships end", nullptr, ended));
    const auto places = m_assessments.values(id);
    const auto open = std::count_if(places.cbegin(), places.cend(),
                                    [this](qsizetype place) { return m_present.assessments[place].text("state") == QLatin1String("open"); });
    if (open > 0)
        row.effects.append(tr("%n open attempts cannot be taken any more", nullptr, static_cast<int>(open)));
    row.effects.append(tr("The login stays reserved, and cannot sign in"));
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
    const GradeFacts known = facts(*record);
    const QString newGrade = grade.isEmpty() ? known.grade : grade;
    const qint64 newSchool = toSchool ? toSchool : record->integer("school_id");
    const Record *target = school(newSchool);
    // R-184 with R-006: who was placed in this year already comes back to the grades of this year; nobody to one that is not served.
    const bool isOutOfRange = target && !isServed(newGrade, target->text("low_grade"), target->text("high_grade"));
    const bool isStep = known.baseline.isEmpty() || newGrade == known.baseline || newGrade == gradeAfter(known.baseline);
    if ((isOutOfRange || !isStep) && !isOverridden(QStringLiteral("K07"))) {
        const QString reason = isOutOfRange ? tr("%1 does not serve it").arg(target->text("name")) : tr("the year began in %1").arg(known.baseline);
        RosterPlanRow &row = addRow(id, fileRow, RowStatus::Conflict);
        row.code = QStringLiteral("K07");
        row.message = tr("%1 cannot be placed in grade %2: %3").arg(fullName(*record), newGrade, reason);
        row.next = nextForCode(row.code, contactOf(newSchool));
        return;
    }
    RosterPlanRow &row = addRow(id, fileRow, RowStatus::Restore);
    row.newGrade = newGrade;
    row.newSchool = newSchool;
    preview(row);
    if (newSchool != record->integer("school_id"))
        keepTrace(*record);
    update(*record, {{"status", Value(QStringLiteral("active"))}, {"archived_on", Value()}, {"archive_reason", Value()},
                     {"grade", Value(newGrade)}, {"school_id", Value(newSchool)}});
    // Restored into a grade for this year counts as placed: never promoted again.
    enroll(*record, newSchool, newGrade, known.baseline.isEmpty() ? newGrade : known.baseline, QStringLiteral("placed"));
    remember(*record, newSchool, isOutOfRange || !isStep ? "override" : "restore", newGrade);
    openOffered(*record, row);
}

void RosterPlanner::migrate(const Migration &migration, int fileRow)
{
    const qsizetype before = m_plan.rows.size();
    planMigration(migration, fileRow);
    for (qsizetype i = before; i < m_plan.rows.size(); ++i)
        m_plan.rows[i].issue = migration.issue;
}

void RosterPlanner::planMigration(const Migration &migration, int fileRow)
{
    const Record *record = student(migration.student);
    if (!record || !isFirst(migration.student, fileRow))
        return;
    GradeFacts known = facts(*record);
    if (migration.toSchool == record->integer("school_id")) {
        RosterPlanRow &row = addRow(migration.student, fileRow, known.isArchived ? RowStatus::Conflict : RowStatus::Unchanged);
        row.code = known.isArchived ? QStringLiteral("K03") : QString();
        row.message = known.isArchived ? tr("Archived here since %1").arg(isoDay((*record)["archived_on"])) : tr("Already at this school");
        row.next = known.isArchived ? tr("Restore") : QString();
        return;
    }
    const QString grade = migration.grade.isEmpty() ? known.grade : migration.grade;
    // The step is decided by what the new school serves: grade 8 to 9 is the usual reason to change schools.
    const Record *target = school(migration.toSchool);
    known.schoolHighest = target ? target->text("high_grade") : QString();
    const GradeVerdict verdict = grade == known.grade ? GradeVerdict{RowStatus::Migrate, {}, {}, grade, false} : gradeVerdict(known, grade);
    const bool isOutOfRange = target && !isServed(grade, target->text("low_grade"), target->text("high_grade"));
    const bool isPlaced = verdict.code == QLatin1String("K08") && grade != known.grade;
    const bool isRefused = verdict.status == RowStatus::Conflict || isOutOfRange || isPlaced;
    if (isRefused && !isOverridden(QStringLiteral("K07"))) {
        const QString reason = isOutOfRange ? tr("%1 does not serve it").arg(target->text("name"))
                               : isPlaced   ? tr("already placed in grade %1 for this year").arg(known.grade)
                                            : verdict.reason;
        RosterPlanRow &row = addRow(migration.student, fileRow, RowStatus::Conflict);
        row.code = QStringLiteral("K07");
        row.message = tr("%1 cannot be placed in grade %2: %3").arg(fullName(*record), grade, reason);
        row.next = nextForCode(row.code, contactOf(migration.toSchool));
        return;
    }
    RosterPlanRow &row = addRow(migration.student, fileRow, RowStatus::Migrate);
    row.newGrade = grade;
    row.newSchool = migration.toSchool;
    row.code = isRefused ? QStringLiteral("K07") : QString();
    row.message = isRefused ? tr("Overridden") : QString();
    if (grade != known.grade)
        preview(row);
    moveToSchool(*record, {migration.student, migration.toSchool, grade, migration.fields}, QStringLiteral("placed"), isRefused ? "override" : "migrate");
}

/// one record, another home. Memberships end, an archived student comes back, the past of the old school stays.
void RosterPlanner::moveToSchool(const Record &student, const Migration &migration, const QString &decision, const char *kind)
{
    RosterPlanRow &row = m_plan.rows.last();
    const GradeFacts known = facts(student);
    QVector<QPair<const char *, Value>> values{{"school_id", Value(migration.toSchool)}, {"grade", Value(migration.grade)}};
    if (known.isArchived) {
        values += {{"status", Value(QStringLiteral("active"))}, {"archived_on", Value()}, {"archive_reason", Value()}};
        row.effects.append(tr("Restored from the archive"));
    }
    for (const FieldValue &field : migration.fields)
        values.append({student.def().fields[field.field].name, field.value});
    keepTrace(student);
    update(student, values);
    enroll(student, migration.toSchool, migration.grade, known.baseline.isEmpty() ? known.grade : known.baseline, decision);
    if (const int ended = endMemberships(student.id); ended > 0)
        row.effects.append(tr("%n memberships at the old school end", nullptr, ended));
    remember(student, migration.toSchool, kind, migration.grade);
    openOffered(student, row);
}

} // namespace certdesk
