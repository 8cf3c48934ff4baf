// SPDX-License-Identifier: GPL-3.0-or-later
// Of RosterPlanning: operations on chosen students: archive, restore, move, migrate (5.2, 5.4, 5.9).
#include "models/operations/roster/rosterplanning.h"

#include "models/domain/names.h"
#include "models/intake/values.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

using Kind = RosterRequest::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("RosterOperation", text);
}

/// A field that the person gives by name; grade and state have rules of their own and stand in options of their own.
Result<FieldValue> fieldValue(const QString &name, const QString &text)
{
    static const QStringList ruled{QStringLiteral("grade"), QStringLiteral("status"), QStringLiteral("archived_on"), QStringLiteral("archive_reason")};
    const EntityDef &def = entityDef(EntityKind::Student);
    const int field = def.find(QLatin1String(name.toLatin1()));
    if (field < 0 || def.fields[field].derived || def.fields[field].type == FieldType::Reference || def.fields[field].type == FieldType::Json
        || ruled.contains(name))
        return failure(Error::Kind::Invalid, QStringLiteral("NO-FIELD"), tr("A student has no field \"%1\" that can be set.").arg(name));
    switch (def.fields[field].type) {
    case FieldType::Day:
        if (const auto day = dayFromIso(text); day || text.isEmpty())
            return FieldValue{field, day ? Value(*day) : Value()};
        return failure(Error::Kind::Invalid, QStringLiteral("C03"), tr("\"%1\" is not a valid date.").arg(text), tr("Write it as YYYY-MM-DD."));
    case FieldType::Integer:
    case FieldType::Real: {
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        if (!isNumber)
            return failure(Error::Kind::Invalid, QStringLiteral("C02"), tr("\"%1\" is not a number.").arg(text));
        return FieldValue{field, def.fields[field].type == FieldType::Real ? Value(number) : Value(text.toLongLong())};
    }
    default:
        return FieldValue{field, Value(text)};
    }
}

} // namespace

Result<Migration> RosterPlanning::migration(qint64 student) const
{
    const auto school = schoolId(m_request.toSchool);
    if (!school)
        return tl::unexpected(school.error());
    Migration migration{student, *school, m_request.grade, {}};
    for (const auto &[name, text] : m_request.fields) {
        const auto field = fieldValue(name, text);
        if (!field)
            return tl::unexpected(field.error());
        migration.fields.append(*field);
    }
    return migration;
}

Done RosterPlanning::plan(RosterPlanner &planner, qint64 student, int row)
{
    switch (m_request.kind) {
    case Kind::Archive:
        planner.archive(student, m_request.archiveReason, row);
        return {};
    case Kind::Restore:
        planner.restore(student, m_school, m_request.grade, row);
        return {};
    case Kind::Migrate: {
        const auto wanted = migration(student);
        if (!wanted)
            return tl::unexpected(wanted.error());
        planner.migrate(*wanted, row);
        return {};
    }
    case Kind::NewAttempts:
        planner.newAttempts(student, {m_request.grade, m_request.sections, m_request.periods});
        return {};
    default:
        planner.move(student, m_request.kind == Kind::MoveUp ? GradeMove::Promote : GradeMove::RollBack, {row, {}});
        return {};
    }
}

/// the active students who keep the grade in the target year.
QVector<qint64> RosterPlanning::retained() const
{
    QSet<qint64> kept;
    for (const Record &enrollment : m_present.enrollments) {
        if (enrollment.text("decision") == QLatin1String("retain") && !enrollment.has("exit_date"))
            kept.insert(enrollment.integer("student_id"));
    }
    QVector<qint64> students;
    for (const Record &student : m_present.students) {
        if (kept.contains(student.id) && isActive(student) && isInSchool(student))
            students.append(student.id);
    }
    return students;
}

/// K06: the row says another name or birth date than the person has whom its key finds.
QString RosterPlanning::disagreement(const MigrationWish &wish, const Record &student) const
{
    const QString known = student.text("first_name") + QLatin1Char(' ') + student.text("last_name");
    if (!wish.name.trimmed().isEmpty() && normalizedName(wish.name) != normalizedName(known)) {
        const QString withMiddle = student.text("first_name") + QLatin1Char(' ') + student.text("middle_name") + QLatin1Char(' ') + student.text("last_name");
        if (normalizedName(wish.name) != normalizedName(withMiddle))
            return tr("The ID belongs to %1, the file says %2").arg(known, wish.name);
    }
    const auto born = readDate(wish.birthDate.toUtf8().toStdString(), DateOrder::MonthFirst, DateUse::Birth, m_planned.targetYear);
    const auto other = readDate(wish.birthDate.toUtf8().toStdString(), DateOrder::DayFirst, DateUse::Birth, m_planned.targetYear);
    const qint64 birth = student.integer("birth_date");
    if (birth != 0 && (born || other) && !(born && born->first == birth) && !(other && other->first == birth))
        return tr("%1 has another date of birth than the file says").arg(known);
    return {};
}

/// every row in one batch; what does not fit the person stays as it is, and open.
Done RosterPlanning::eachWish(RosterPlanner &planner)
{
    for (const MigrationWish &wish : m_request.wishes) {
        const qint64 found = m_lookup.find(wish.row);
        RosterPlanRow left = rowError(wish.row, "K01", tr("No student has %1").arg(wish.row.key()), tr("Register now, or choose the person."));
        left.status = RowStatus::Conflict;
        left.issue = wish.issue;
        for (const QString &key : {wish.row.stateId, foldedLogin(wish.row.login)}) {
            if (found == 0 && m_hiddenAt.contains(key)) {
                left.code = QStringLiteral("K02");
                left.message = tr("Registered at %1, which is not one of your schools.").arg(m_hiddenAt.value(key));
                left.next = tr("Ask an administrator of both schools to migrate the student.");
            }
        }
        const QString mismatch = found ? disagreement(wish, student(found)) : QString();
        const auto school = schoolId(wish.toSchool);
        if (!mismatch.isEmpty()) {
            left.student = found;
            left.code = QStringLiteral("K06");
            left.message = mismatch;
            left.next = tr("Same person with a new name, or wrong ID? Migrate it singly, or correct the row.");
        } else if (found && !school) {
            left.code = school.error().code;
            left.message = school.error().message;
            left.next = school.error().next;
        }
        if (!found || !mismatch.isEmpty() || !school)
            planner.report(left);
        else
            planner.migrate({found, *school, wish.row.grade, {}, wish.issue}, wish.row.row);
    }
    return {};
}

Done RosterPlanning::eachChosen(RosterPlanner &planner)
{
    if (!m_request.wishes.isEmpty())
        return eachWish(planner);
    QVector<QPair<qint64, int>> chosen;
    for (const QString &key : m_request.students) {
        const auto student = findOne(key);
        if (!student)
            return tl::unexpected(student.error());
        chosen.append({*student, 0});
    }
    if (m_planned.file) {
        for (const RosterFile::Row &row : std::as_const(m_planned.file->rows)) {
            if (const qint64 student = studentOf(planner, row))
                chosen.append({student, row.row});
        }
    }
    if (m_request.kind == Kind::NewAttempts && m_request.ofRetained) {
        for (const qint64 student : retained())
            chosen.append({student, 0});
    }
    const bool isFilter = m_request.students.isEmpty() && !m_planned.file;
    if (m_request.kind == Kind::Archive && isFilter && (m_request.graduatingYear != 0 || !m_request.grade.isEmpty())) {
        const auto rows = filtered();
        if (!rows)
            return tl::unexpected(rows.error());
        for (const Record *student : *rows)
            chosen.append({student->id, 0});
    }
    for (const auto &[student, row] : std::as_const(chosen)) {
        if (const Done done = plan(planner, student, row); !done)
            return done;
    }
    return {};
}

} // namespace certdesk
