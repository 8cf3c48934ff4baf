// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/roster/rosterplanning.h"

#include "models/domain/names.h"
#include "models/store/roster/hiddenstudents.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

using Kind = RosterRequest::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("RosterOperation", text);
}

QString operationName(Kind kind)
{
    switch (kind) {
    case Kind::UpgradeByFile:
    case Kind::UpgradeByFilter:
        return QStringLiteral("upgrade");
    case Kind::Archive:
        return QStringLiteral("archive");
    case Kind::Restore:
        return QStringLiteral("restore");
    case Kind::MoveUp:
    case Kind::MoveBack:
        return QStringLiteral("move");
    case Kind::NewAttempts:
        return QStringLiteral("new-attempt");
    case Kind::Migrate:
        break;
    }
    return QStringLiteral("migrate");
}

} // namespace

Result<PlannedRosterOperation> RosterPlanning::run(Progress *progress)
{
    m_planned.request = m_request;
    m_planned.targetYear = m_request.targetYear ? m_request.targetYear : m_session.info().schoolYear + 1;
    if (const auto loaded = load(); !loaded)
        return tl::unexpected(loaded.error());
    if (m_request.rows) {
        m_planned.file = m_request.rows;
    } else if (!m_request.file.isEmpty()) {
        auto file = readRosterFile(m_request.file, m_planned.targetYear, progress);
        if (!file)
            return tl::unexpected(file.error());
        m_planned.file = std::move(*file);
    }
    RosterPlanner planner(operationName(m_request.kind), m_present,
                          {m_planned.targetYear, m_session.today(), m_request.accepted, m_request.overrides, m_request.reason,
                           m_request.changesGraduatingYear, m_request.opensNewAttempts});
    const auto done = m_request.kind == Kind::UpgradeByFilter ? upgradeByFilter(planner)
                      : m_request.kind == Kind::UpgradeByFile ? upgradeByFile(planner)
                                                              : eachChosen(planner);
    if (!done)
        return tl::unexpected(done.error());
    m_planned.plan = planner.plan();
    return m_planned;
}

Done RosterPlanning::load()
{
    if (const Done loaded = loadRoster(); !loaded)
        return loaded;
    m_lookup.read(m_present.students);
    m_planned.keys = m_lookup.keys();
    for (qsizetype i = 0; i < m_present.students.size(); ++i)
        m_places.insert(m_present.students[i].id, i);
    for (const Record &enrollment : std::as_const(m_present.enrollments)) {
        if (enrollment.has("baseline_grade"))
            m_baselines.insert(enrollment.integer("student_id"), enrollment.text("baseline_grade"));
    }
    const auto hidden = studentsElsewhere(m_session);
    if (!hidden)
        return tl::unexpected(hidden.error());
    for (const StudentElsewhere &student : *hidden) {
        for (const QString &key : {student.studentStateId, foldedLogin(student.login)})
            m_hiddenAt.insert(key, student.schoolName);
    }
    m_hiddenAt.remove(QString());
    if (m_request.school.isEmpty())
        return {};
    const auto school = schoolId(m_request.school);
    if (!school)
        return tl::unexpected(school.error());
    m_school = *school;
    return {};
}

Done RosterPlanning::loadRoster()
{
    QVector<Record> enrollments;
    QVector<Record> gradeChanges;
    const QVector<QPair<EntityKind, QVector<Record> *>> wanted{
        {EntityKind::Student, &m_present.students}, {EntityKind::Enrollment, &enrollments},
        {EntityKind::School, &m_present.schools},   {EntityKind::Member, &m_present.members},
        {EntityKind::GradeChange, &gradeChanges},   {EntityKind::Assessment, &m_present.assessments},
        {EntityKind::TestingPeriod, &m_present.testingPeriods}};
    for (const auto &[kind, rows] : wanted) {
        auto read = m_session.records(kind);
        if (!read)
            return tl::unexpected(read.error());
        *rows = std::move(*read);
    }
    for (const Record &enrollment : std::as_const(enrollments)) {
        if (enrollment.integer("school_year") == m_planned.targetYear)
            m_present.enrollments.append(enrollment);
        else if (enrollment.integer("school_year") == m_planned.targetYear - 1)
            m_present.earlierEnrollments.append(enrollment);
    }
    for (const Record &change : std::as_const(gradeChanges)) {
        if (change.integer("school_year") == m_planned.targetYear)
            m_present.gradeChanges.append(change);
    }
    return {};
}

Result<qint64> RosterPlanning::schoolId(const QString &code) const
{
    for (const Record &school : m_present.schools) {
        if (school.text("school_code") == code)
            return school.id;
    }
    return failure(Error::Kind::Invalid, QStringLiteral("K13"), tr("School %1 is unknown, or not one of yours.").arg(code), tr("Look it up with: list schools"));
}

Result<qint64> RosterPlanning::findOne(const QString &key) const
{
    if (const qint64 found = m_lookup.find(key))
        return found;
    for (const QString &written : {key, foldedLogin(key)}) {
        if (const auto found = m_hiddenAt.constFind(written); found != m_hiddenAt.cend())
            return failure(Error::Kind::Refused, QStringLiteral("K02"), tr("Registered at %1, which is not one of your schools.").arg(*found),
                           tr("Ask an administrator of both schools to migrate the student."));
    }
    if (const QStringList damaged = m_lookup.variants(key); !damaged.isEmpty())
        return failure(Error::Kind::NotFound, QStringLiteral("K01"), tr("No student has the login or ID you gave."),
                       tr("The identifier looks damaged: did you mean %1?").arg(damaged.join(QLatin1String(", "))));
    const QStringList near = m_lookup.near(key);
    return failure(Error::Kind::NotFound, QStringLiteral("K01"), tr("No student has the login or ID you gave."),
                   near.isEmpty() ? tr("Check it with: list students") : tr("Did you mean %1?").arg(near.join(QLatin1String(", "))));
}

Result<QSet<qint64>> RosterPlanning::findAll(const QStringList &keys) const
{
    QSet<qint64> found;
    for (const QString &key : keys) {
        const auto student = findOne(key);
        if (!student)
            return tl::unexpected(student.error());
        found.insert(*student);
    }
    return found;
}

QString RosterPlanning::baselineOf(const Record &student) const
{
    return m_baselines.value(student.id, student.text("grade"));
}

RosterPlanRow RosterPlanning::rowError(const RosterFile::Row &row, const char *code, const QString &message, const QString &next) const
{
    RosterPlanRow error;
    error.fileRow = row.row;
    error.key = row.key();
    error.status = RowStatus::Error;
    error.code = QString::fromLatin1(code);
    error.message = message;
    error.next = next;
    return error;
}

RosterPlanRow RosterPlanning::unknown(const RosterFile::Row &row) const
{
    if (row.key().isEmpty())
        return rowError(row, "C01", tr("The row has no login, state ID or local ID"), tr("Fill in"));
    const QStringList near = m_lookup.near(row.key());
    return rowError(row, "K01", tr("No student has %1").arg(row.key()),
                    near.isEmpty() ? tr("Register now, choose the person, or skip.")
                                   : tr("Did you mean %1? Correct it, register now, or skip.").arg(near.join(QLatin1String(", "))));
}

qint64 RosterPlanning::studentOf(RosterPlanner &planner, const RosterFile::Row &row) const
{
    if (row.isFooter || m_request.skipped.contains(row.row)) {
        RosterPlanRow left = rowError(row, row.isFooter ? "R06" : "", row.isFooter ? tr("This looks like a total or footer line") : tr("Left out"), {});
        left.status = RowStatus::Skipped;
        planner.report(left);
        return 0;
    }
    const qint64 found = m_lookup.find(row);
    if (found != 0) {
        // The school of a restore says where the students go, nothing about where they were.
        if (isInSchool(student(found)) || m_request.kind == Kind::Restore)
            return found;
        planner.migrateListed(found, m_school, {row.row, row.grade});
        return 0;
    }
    for (const QString &key : {row.stateId, foldedLogin(row.login)}) {
        if (const auto hidden = m_hiddenAt.constFind(key); hidden != m_hiddenAt.cend()) {
            RosterPlanRow there = rowError(row, "K02", tr("Registered at %1").arg(*hidden), tr("Ask an administrator of both schools to migrate the student."));
            there.status = RowStatus::Conflict;
            planner.report(there);
            return 0;
        }
    }
    planner.report(unknown(row));
    return 0;
}

} // namespace certdesk
