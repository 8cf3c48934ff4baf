// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/roster/rosterplan.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>

namespace certdesk {

namespace {

QString tr(const char *text, const char *disambiguation = nullptr, int n = -1)
{
    return QCoreApplication::translate("RosterPlan", text, disambiguation, n);
}

bool isIn(const QJsonValue &codes, const QString &code)
{
    return codes.isArray() ? codes.toArray().contains(code) : codes.toString() == code;
}

} // namespace

QString fullName(const Record &person)
{
    return (person.text("first_name") + QLatin1Char(' ') + person.text("last_name")).trimmed();
}

QString nextForCode(const QString &code, const QString &contact)
{
    if (code == QLatin1String("K07"))
        return contact.isEmpty() ? tr("Correct it, or override with the right to do so and a reason.")
                                 : tr("Correct it, or override with a reason; %1 decides.").arg(contact);
    if (code == QLatin1String("K10"))
        return tr("Archive as a graduate, or move to the follow-on school.");
    return {};
}

int RosterPlan::heldBack() const
{
    const auto held = std::count_if(rows.cbegin(), rows.cend(), [](const RosterPlanRow &row) {
        return row.isHeld || row.status == RowStatus::Conflict || row.status == RowStatus::Error;
    });
    return static_cast<int>(held);
}

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
    for (qsizetype i = 0; i < present.assessments.size(); ++i)
        m_assessments.insert(present.assessments[i].integer("student_id"), i);
    for (const Record &change : present.gradeChanges) {
        qint64 &last = m_historyNumbers[change.integer("student_id")];
        last = std::max(last, change.integer("number"));
    }
}

RosterPlan RosterPlanner::plan()
{
    noteOpenTesting();
    return m_plan;
}

const Record *RosterPlanner::student(qint64 id) const
{
    const auto found = m_students.constFind(id);
    return found == m_students.cend() ? nullptr : &m_present.students[*found];
}

const Record *RosterPlanner::enrollment(const Record &student) const
{
    const Record *best = nullptr;
    const auto places = m_enrollments.values(student.id);
    for (const qsizetype place : places) {
        const Record &row = m_present.enrollments[place];
        if (row.integer("school_id") == student.integer("school_id"))
            return &row;
        if (!best || !row.has("exit_date"))
            best = &row;
    }
    return best;
}

const Record *RosterPlanner::school(qint64 id) const
{
    const auto found = m_schools.constFind(id);
    return found == m_schools.cend() ? nullptr : &m_present.schools[*found];
}

const Record *RosterPlanner::followOnSchool(qint64 from, const QString &grade) const
{
    const Record *here = school(from);
    const auto next = gradeAfter(grade);
    const Record *found = nullptr;
    for (const Record &there : m_present.schools) {
        if (!here || !next || there.id == from || there.text("status") == QLatin1String("archived"))
            continue;
        const QJsonObject feeders = QJsonDocument::fromJson(there.text("feeders").toUtf8()).object();
        if (!isIn(feeders.value(*next), here->text("school_code")))
            continue;
        if (found)
            return nullptr;
        found = &there;
    }
    return found;
}

QString RosterPlanner::contactOf(qint64 id) const
{
    const Record *home = school(id);
    QStringList parts;
    for (const char *field : {"contact_name", "contact_email", "contact_phone"}) {
        if (home && home->has(field))
            parts.append(home->text(field));
    }
    return parts.join(QLatin1String(", "));
}

GradeFacts RosterPlanner::facts(const Record &student) const
{
    GradeFacts facts;
    facts.grade = student.text("grade");
    facts.isArchived = student.text("status") == QLatin1String("archived");
    if (const Record *year = enrollment(student)) {
        facts.baseline = year->text("baseline_grade");
        facts.decision = year->text("decision");
    }
    if (const Record *home = school(student.integer("school_id")))
        facts.schoolHighest = home->text("high_grade");
    return facts;
}

bool RosterPlanner::isAccepted(const QString &code, RowStatus status) const
{
    return m_options.accepted.contains(code) || m_options.accepted.contains(rowStatusName(status));
}

RosterPlanRow &RosterPlanner::addRow(qint64 student, int fileRow, RowStatus status)
{
    RosterPlanRow row;
    row.student = student;
    row.fileRow = fileRow;
    m_fileRow = fileRow;
    row.status = status;
    if (const Record *record = this->student(student)) {
        row.oldGrade = row.newGrade = record->text("grade");
        row.oldSchool = row.newSchool = record->integer("school_id");
        row.graduatingYear = record->integer("graduating_year");
    }
    m_plan.rows.append(row);
    ++m_plan.counts[static_cast<std::size_t>(status)];
    return m_plan.rows.last();
}

void RosterPlanner::hold(RosterPlanRow &row, const char *code, const QString &message, const QString &next)
{
    row.code = QString::fromLatin1(code);
    row.message = message;
    row.next = next;
    row.isHeld = true;
}

void RosterPlanner::report(const RosterPlanRow &row)
{
    m_plan.rows.append(row);
    ++m_plan.counts[static_cast<std::size_t>(row.status)];
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

/// The row of the target year at the school where the student is from now on; one at another school ends today.
void RosterPlanner::enroll(const Record &student, qint64 school, const QString &grade, const QString &baseline, const QString &decision)
{
    bool isThere = false;
    const auto places = m_enrollments.values(student.id);
    for (const qsizetype place : places) {
        const Record &present = m_present.enrollments[place];
        if (present.integer("school_id") == school) {
            isThere = true;
            update(present, {{"grade", Value(grade)}, {"baseline_grade", Value(baseline)}, {"decision", Value(decision)}, {"exit_date", Value()}});
        } else if (!present.has("exit_date")) {
            update(present, {{"exit_date", Value(m_options.today)}});
        }
    }
    if (isThere)
        return;
    const EntityDef &def = entityDef(EntityKind::Enrollment);
    RowChange change{RowChange::Operation::Create, EntityKind::Enrollment, 0, 0, {}, m_fileRow};
    change.fields = {{def.index("student_id"), Value(student.id)}, {def.index("school_year"), Value(m_options.targetYear)},
                     {def.index("school_id"), Value(school)},      {def.index("grade"), Value(grade)},
                     {def.index("baseline_grade"), Value(baseline)}, {def.index("decision"), Value(decision)}};
    m_plan.changes.append(change);
}

/// past reports of the old school read the enrollment of the past year, so there has to be one, with the day of leaving.
void RosterPlanner::keepTrace(const Record &student)
{
    const qint64 year = m_options.targetYear - 1;
    const bool isRunning = m_options.today <= lastDayOfSchoolYear(year);
    bool isThere = false;
    for (const Record &row : m_present.earlierEnrollments) {
        if (row.integer("student_id") != student.id)
            continue;
        isThere = true;
        if (isRunning && !row.has("exit_date") && row.integer("school_id") == student.integer("school_id"))
            update(row, {{"exit_date", Value(m_options.today)}});
    }
    if (isThere || !m_enrollments.values(student.id).isEmpty())
        return;
    const EntityDef &def = entityDef(EntityKind::Enrollment);
    RowChange change{RowChange::Operation::Create, EntityKind::Enrollment, 0, 0, {}, m_fileRow};
    change.fields = {{def.index("student_id"), Value(student.id)},
                     {def.index("school_year"), Value(year)},
                     {def.index("school_id"), student["school_id"]},
                     {def.index("grade"), student["grade"]},
                     {def.index("exit_date"), isRunning ? Value(m_options.today) : Value()}};
    m_plan.changes.append(change);
}

/// one row a student and change.
void RosterPlanner::remember(const Record &student, qint64 school, const char *kind, const QString &grade, const QString &fileGrade)
{
    const EntityDef &def = entityDef(EntityKind::GradeChange);
    RowChange change{RowChange::Operation::Create, EntityKind::GradeChange, 0, 0, {}, m_fileRow};
    const auto set = [&](const char *field, const Value &value) {
        if (!value.isEmpty())
            change.fields.append({def.index(field), value});
    };
    set("student_id", Value(student.id));
    set("school_year", Value(m_options.targetYear));
    set("number", Value(++m_historyNumbers[student.id]));
    set("school_id", Value(school));
    set("kind", Value(QString::fromLatin1(kind)));
    set("from_grade", student["grade"]);
    set("grade", Value(grade));
    set("valid_from", Value(m_options.today));
    set("file_grade", Value(fileGrade));
    set("reason", Value(m_options.reason.trimmed()));
    m_plan.changes.append(change);
}

int RosterPlanner::endMemberships(qint64 student)
{
    int ended = 0;
    const auto members = m_members.values(student);
    for (const qsizetype index : members) {
        const Record &member = m_present.members[index];
        if (member.has("to_date"))
            continue;
        update(member, {{"to_date", Value(m_options.today)}});
        ++ended;
    }
    return ended;
}

/// who leaves while a testing period of the class is open.
void RosterPlanner::noteOpenTesting()
{
    for (const Record &period : m_present.testingPeriods) {
        const bool isOpen = (!period.has("starts_on") || period.integer("starts_on") <= m_options.today)
                            && period.has("ends_on") && period.integer("ends_on") >= m_options.today;
        if (!isOpen)
            continue;
        const QStringList grades = period.text("grades").split(QRegularExpression(QStringLiteral("[ ,;]+")), Qt::SkipEmptyParts);
        RosterNotice notice{QStringLiteral("OPEN-TESTING"), {}, tr("Archive them when it is over, unless they have left."), {}};
        for (const RosterPlanRow &row : std::as_const(m_plan.rows)) {
            const bool isAtSchool = !period.has("school_id") || period.integer("school_id") == row.oldSchool;
            if (row.status == RowStatus::Archive && isAtSchool && (grades.isEmpty() || grades.contains(row.oldGrade)))
                notice.students.append(row.student);
        }
        notice.message = tr("The testing period %1 is open until %2 for %n of these students", nullptr, static_cast<int>(notice.students.size()))
                             .arg(period.text("period_name"), isoDay(period["ends_on"]));
        if (!notice.students.isEmpty())
            m_plan.notices.append(notice);
    }
}

} // namespace certdesk
