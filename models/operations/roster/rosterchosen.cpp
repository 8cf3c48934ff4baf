// SPDX-License-Identifier: GPL-3.0-or-later
// Of RosterPlanning: operations on chosen students: archive, restore, move, migrate (5.2, 5.4, 5.9).
#include "models/operations/roster/rosterplanning.h"

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
    default:
        planner.move(student, m_request.kind == Kind::MoveUp ? GradeMove::Promote : GradeMove::RollBack, {row, {}});
        return {};
    }
}

Done RosterPlanning::eachChosen(RosterPlanner &planner)
{
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
