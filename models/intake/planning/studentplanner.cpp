// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/studentplanner.h"

#include "models/domain/names.h"
#include "models/domain/roster/gradestep.h"
#include "models/intake/headernames.h"
#include "models/intake/values.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

constexpr EntityKind S = EntityKind::Student;

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

/// Looked up once, not by name for every row.
struct StudentFields
{
    int school = entityDef(S).index("school_id");
    int status = entityDef(S).index("status");
    int graduating = entityDef(S).index("graduating_year");
};

struct EnrollmentFields
{
    int student = entityDef(EntityKind::Enrollment).index("student_id");
    int year = entityDef(EntityKind::Enrollment).index("school_year");
    int school = entityDef(EntityKind::Enrollment).index("school_id");
    int grade = entityDef(EntityKind::Enrollment).index("grade");
    int entry = entityDef(EntityKind::Enrollment).index("entry_date");
    int exit = entityDef(EntityKind::Enrollment).index("exit_date");
    int baseline = entityDef(EntityKind::Enrollment).index("baseline_grade");
    int decision = entityDef(EntityKind::Enrollment).index("decision");
};

bool alike(const QString &left, const QString &right)
{
    if (left == right)
        return true;
    const QString a = normalizedName(left);
    const QString b = normalizedName(right);
    return a == b || a.startsWith(b) || b.startsWith(a) || nameSimilarity(a, b) >= 850;
}

int ageOn(DayNumber birth, const QDate &day)
{
    const QDate born = QDate::fromJulianDay(birth);
    const bool hadBirthday = born.month() < day.month() || (born.month() == day.month() && born.day() <= day.day());
    return day.year() - born.year() - (hadBirthday ? 0 : 1);
}

} // namespace

StudentPlanner::StudentPlanner(const PlanScene &scene)
    : EntityPlanner(scene), m_copier(scene.kind, S), m_schools(scene.kind, scene.options, scene.present),
      m_students(scene.kind, scene.present), m_first(field("first_name")), m_last(field("last_name")), m_birth(field("birth_date")),
      m_grade(field("grade")), m_graduating(field("graduating_year")), m_login(field("login")), m_stateId(field("student_state_id")),
      m_local(field("local_id")), m_entry(field("entry_date")), m_exit(field("exit_date")), m_status(field("status"))
{
    for (const Record &person : present().of(EntityKind::Staff)) {
        if (person.has("login"))
            m_staffLogins.insert(foldedLogin(person.text("login")), StudentFinder::displayName(person));
    }
    if (isMapped("login")) {
        for (const Record &student : present().of(S)) {
            if (student.has("login"))
                m_loginOwners.insert(foldedLogin(student.text("login")), &student);
        }
    }
    const EntityDef &def = entityDef(EntityKind::Enrollment);
    const int student = def.index("student_id");
    const int year = def.index("school_year");
    for (const Record &enrollment : present().of(EntityKind::Enrollment)) {
        if (enrollment.values[year].integer() == options().schoolYear) {
            m_enrollments.insert(enrollment.values[student].integer(), &enrollment);
            m_enrolledAt.insert({enrollment.values[student].integer(), enrollment.integer("school_id")}, &enrollment);
        } else if (enrollment.values[year].integer() < options().schoolYear) {
            m_enrolledBefore.insert(enrollment.values[student].integer());
        }
    }
    if (isMapped("status")) {
        const int column = scene.mapping.columnOfField[m_status];
        m_powerSchoolStatus = normalizedHeader(scene.table.columns[column]).contains(QLatin1String("enroll"));
    }
}

void StudentPlanner::planRow(RowInput &row)
{
    for (const int name : {m_first, m_last}) {
        if (!row.has(name))
            row.report(intakeFinding("C01", {name == m_first ? QStringLiteral("first_name") : QStringLiteral("last_name")}), name);
    }
    const qint64 school = m_schools.find(row);
    if (school == 0 && row.status() != RowStatus::Error)
        row.report(intakeFinding("C01", {QStringLiteral("school_code")}), field("school_code"));
    const StudentFinder::Match match = m_students.find(row, school);
    checkLogin(row, match.student);
    if (row.status() == RowStatus::Error || !claimKeys(row, school))
        return;
    if (match.student)
        planPresent(row, school, *match.student, match.keys);
    else
        planNew(row, school, match);
}

bool StudentPlanner::claimKeys(RowInput &row, qint64 school)
{
    if (row.has(m_stateId) && !claim(row, QStringLiteral("s") + row.text(m_stateId)))
        return false;
    if (!row.has(m_stateId) && !row.has(m_login) && !claim(row, QStringLiteral("i%1 %2").arg(school).arg(row.text(m_local))))
        return false;
    return claimLogin(row, m_login);
}

StudentPlanner::Presence StudentPlanner::presence(RowInput &row) const
{
    static const QStringList active{QStringLiteral("active"), QStringLiteral("a"),    QStringLiteral("enrolled"), QStringLiteral("current"),
                                    QStringLiteral("yes"),    QStringLiteral("true"), QStringLiteral("y")};
    static const QStringList gone{QStringLiteral("inactive"),  QStringLiteral("i"),         QStringLiteral("withdrawn"), QStringLiteral("archived"),
                                  QStringLiteral("transferred"), QStringLiteral("graduated"), QStringLiteral("no"),        QStringLiteral("false"),
                                  QStringLiteral("n"),         QStringLiteral("tobedeleted"), QStringLiteral("left")};
    if (row.text(m_grade) == graduatedGrade)
        return Presence::Gone;
    if (!row.has(m_status))
        return Presence::Unsaid;
    const QString status = row.text(m_status).toLower();
    if (gone.contains(status))
        return Presence::Gone;
    if (active.contains(status))
        return Presence::Active;
    const QStringList numbers = m_powerSchoolStatus ? QStringList{QStringLiteral("0"), QStringLiteral("-1")} : QStringList{QStringLiteral("1")};
    const QStringList away = m_powerSchoolStatus ? QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")} : QStringList{QStringLiteral("0")};
    if (numbers.contains(status))
        return Presence::Active;
    if (!away.contains(status))
        row.report(intakeFinding("C06", {row.text(m_status), tr("active, inactive")}), m_status, row.text(m_status));
    return Presence::Gone;
}

void StudentPlanner::checkLogin(RowInput &row, const Record *student) const
{
    if (!row.has(m_login))
        return;
    const QString login = foldedLogin(row.text(m_login));
    const Record *owner = m_loginOwners.value(login);
    QString holder = m_staffLogins.value(login);
    if (owner && owner != student)
        holder = StudentFinder::displayName(*owner);
    if (!holder.isEmpty())
        row.report(intakeFinding("K05", {holder}), m_login, row.text(m_login));
}

void StudentPlanner::planNew(RowInput &row, qint64 school, const StudentFinder::Match &match)
{
    if (match.hidden) {
        // The record is out of this user's reach: acceptance alone cannot move it.
        if (match.hidden->archivedOn)
            row.report(intakeFinding("K03", {isoDay(*match.hidden->archivedOn)}));
        else
            row.report(intakeFinding("K02", {match.hidden->schoolName}));
        row.effect(RowStatus::Conflict);
        return;
    }
    const Presence presence = this->presence(row);
    if (presence == Presence::Gone) {
        row.effect(RowStatus::Skipped);
        return;
    }
    if (!mayCreate(row, match.key))
        return;
    const QString grade = row.text(m_grade);
    checkPlausible(row, grade);
    row.effect(RowStatus::Create);
    if (row.isHeld())
        return;
    static const StudentFields to;
    const bool saysGraduating = row.has(m_graduating);
    QVector<FieldValue> fields = m_copier.takeAll(row);
    fields.append({to.school, Value(school)});
    fields.append({to.status, Value(QStringLiteral("active"))});
    const qint64 graduating = options().schoolYear > 0 ? expectedGraduatingYear(grade, options().schoolYear) : 0;
    if (!saysGraduating && graduating > 0)
        fields.append({to.graduating, Value(graduating)});
    const qint64 student = writer().create(S, std::move(fields));
    if (options().schoolYear > 0)
        writeEnrollment(row, student, school, grade, grade, QStringLiteral("placed"));
}

void StudentPlanner::writeEnrollment(const RowInput &row, qint64 studentRef, qint64 school, const QString &grade, const QString &baseline,
                                     const QString &decision)
{
    constexpr EntityKind E = EntityKind::Enrollment;
    static const EnrollmentFields to;
    QVector<FieldValue> fields;
    fields.reserve(8);
    fields.append({to.student, Value(studentRef)});
    fields.append({to.year, Value(options().schoolYear)});
    fields.append({to.school, Value(school)});
    const auto add = [&fields](int field, Value value) {
        if (!value.isEmpty())
            fields.append({field, std::move(value)});
    };
    add(to.grade, Value(grade));
    add(to.entry, row.value(m_entry));
    add(to.exit, row.value(m_exit));
    add(to.baseline, Value(baseline));
    add(to.decision, Value(decision));
    writer().create(E, std::move(fields));
}

const Record *StudentPlanner::enrollmentOf(qint64 student) const
{
    return options().schoolYear > 0 ? m_enrollments.value(student) : nullptr;
}

void StudentPlanner::checkPerson(RowInput &row, const Record &student, int keys) const
{
    const bool firstAlike = alike(row.text(m_first), student.text("first_name")) || alike(row.text(m_first), student.text("preferred_name"));
    const bool lastAlike = alike(row.text(m_last), student.text("last_name"));
    const QString stateId = row.text(m_stateId);
    if (!stateId.isEmpty() && student.has("student_state_id") && stateId != student.text("student_state_id"))
        row.report(intakeFinding("K14", {stateId, student.text("student_state_id"), StudentFinder::displayName(student)}), m_stateId, stateId);
    if (firstAlike && lastAlike)
        return;
    // A new surname with the same first name and birth date is a change of name; another first name may be the twin, unless
    // a second identifier says the same.
    const bool sameBirth = row.has(m_birth) && row.value(m_birth) == student["birth_date"];
    if ((firstAlike && sameBirth) || (keys > 1 && (firstAlike || lastAlike)))
        return;
    row.report(intakeFinding("K06", {StudentFinder::displayName(student), row.text(m_first) + QLatin1Char(' ') + row.text(m_last)}), m_last,
               row.text(m_last));
}

void StudentPlanner::judgeGrade(RowInput &row, const Record &student, const Record *enrollment) const
{
    const QString fresh = row.text(m_grade);
    const QString old = student.text("grade");
    if (fresh == old) {
        if (!enrollment && m_enrolledBefore.contains(student.id))
            row.effect(RowStatus::Retain);
        if (enrollment && enrollment->text("decision") == QLatin1String("promote"))
            row.report(intakeFinding("K08", {schoolYearName(options().schoolYear)}), m_grade, fresh);
        return;
    }
    if (old.isEmpty() || !gradeStep(old) || !gradeStep(fresh))
        return;
    GradeFacts facts{old, {}, {}, {}, false};
    if (enrollment) {
        facts.baseline = enrollment->has("baseline_grade") ? enrollment->text("baseline_grade") : enrollment->text("grade");
        facts.decision = enrollment->text("decision");
    }
    const GradeVerdict verdict = gradeVerdict(facts, fresh);
    if (verdict.changes() && verdict.grade == fresh)
        row.effect(verdict.status);
    else
        row.report(intakeFinding("K07", {old, fresh, verdict.reason}), m_grade, fresh);
}

void StudentPlanner::checkPlausible(RowInput &row, const QString &grade) const
{
    const auto number = gradeNumber(grade);
    if (!number || options().schoolYear == 0)
        return;
    if (row.has(m_birth)) {
        const int age = ageOn(row.value(m_birth).integer(), QDate(static_cast<int>(options().schoolYear) - 1, 9, 1));
        if (age < *number + 4 || age > *number + 7)
            row.report(intakeFinding("C13", {QString::number(age), grade}), m_birth);
    }
    if (row.has(m_graduating) && row.value(m_graduating).integer() != expectedGraduatingYear(grade, options().schoolYear))
        row.report(intakeFinding("C14", {row.text(m_graduating), grade}), m_graduating, row.text(m_graduating));
}

QVector<FieldValue> StudentPlanner::statusChanges(const RowInput &row, const Record &student) const
{
    const bool archived = student.text("status") == QLatin1String("archived");
    if (row.status() == RowStatus::Archive && !archived)
        return {fieldValue(S, "status", Value(QStringLiteral("archived"))), fieldValue(S, "archived_on", Value(options().today)),
                fieldValue(S, "archive_reason", Value(row.text(m_grade) == graduatedGrade ? QStringLiteral("graduated") : QStringLiteral("left")))};
    if (archived)
        return {fieldValue(S, "status", Value(QStringLiteral("active"))), fieldValue(S, "archived_on", Value()), fieldValue(S, "archive_reason", Value())};
    return {};
}

void StudentPlanner::planPresent(RowInput &row, qint64 school, const Record &student, int keys)
{
    if (!mayUpdate(row))
        return;
    checkPerson(row, student, keys);
    const bool archived = student.text("status") == QLatin1String("archived");
    const Presence presence = this->presence(row);
    if (presence == Presence::Gone) {
        if (archived || row.isHeld())
            return;
        row.effect(RowStatus::Archive);
        if (!row.isHeld())
            writer().update(student, statusChanges(row, student));
        return;
    }
    if (archived)
        row.report(intakeFinding("K03", {isoDay(student["archived_on"])}));
    if (student.integer("school_id") != school)
        row.report(intakeFinding("K02", {m_schools.name(student.integer("school_id"))}), field("school_code"), row.text(field("school_code")));
    const Record *enrollment = enrollmentOf(student.id);
    judgeGrade(row, student, enrollment);
    checkPlausible(row, row.text(m_grade));

    QVector<FieldValue> fields = differences(m_copier, row, student);
    if (student.integer("school_id") != school)
        fields.append(fieldValue(S, "school_id", Value(school)));
    fields += statusChanges(row, student);
    const Record *enrolledHere = m_enrolledAt.value({student.id, school});
    if (!fields.isEmpty() || (options().schoolYear > 0 && !enrolledHere))
        row.effect(RowStatus::Update);
    if (row.isHeld())
        return;
    writer().update(student, fields);
    if (options().schoolYear == 0)
        return;
    const RowStatus status = row.status();
    const QString decision = status == RowStatus::Promote ? QStringLiteral("promote") : status == RowStatus::Retain ? QStringLiteral("retain") : QString();
    if (enrolledHere)
        updateEnrollment(row, *enrolledHere, row.text(m_grade), decision);
    else
        writeEnrollment(row, student.id, school, row.text(m_grade), student.has("grade") ? student.text("grade") : row.text(m_grade), decision);
}

void StudentPlanner::updateEnrollment(const RowInput &row, const Record &enrollment, const QString &grade, const QString &decision)
{
    QVector<FieldValue> fields;
    const QPair<const char *, Value> wanted[] = {{"grade", Value(grade)}, {"entry_date", row.value(m_entry)}, {"exit_date", row.value(m_exit)}, {"decision", Value(decision)}};
    for (const auto &[name, value] : wanted) {
        if (!value.isEmpty() && value != enrollment[name])
            fields.append(fieldValue(EntityKind::Enrollment, name, value));
    }
    writer().update(enrollment, fields);
}

} // namespace certdesk
