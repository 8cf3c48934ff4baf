// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/roster/rosterplanning.h"

#include "models/domain/names.h"
#include "models/domain/roster/gradeladder.h"
#include "models/intake/values.h"
#include "models/operations/roster/studentlookup.h"
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
    case Kind::Migrate:
        break;
    }
    return QStringLiteral("migrate");
}

/// Builds one plan; lives as long as its reading.
class Planning
{
public:
    Planning(Session &session, const RosterRequest &request) : m_session(session), m_request(request) {}

    Result<PlannedRosterOperation> run(Progress *progress)
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
                              {m_planned.targetYear, m_session.today(), m_request.accepted, m_request.overrides});
        const auto done = m_request.kind == Kind::UpgradeByFilter ? upgradeByFilter(planner)
                          : m_request.kind == Kind::UpgradeByFile ? upgradeByFile(planner)
                                                                  : eachChosen(planner);
        if (!done)
            return tl::unexpected(done.error());
        m_planned.plan = planner.plan();
        return m_planned;
    }

private:
    Done load();
    Result<qint64> findOne(const QString &key);
    bool isInSchool(const Record &student) const { return m_school == 0 || student.integer("school_id") == m_school; }
    Done upgradeByFilter(RosterPlanner &planner);
    Done upgradeByFile(RosterPlanner &planner);
    void decideAbsent(RosterPlanner &planner, const QSet<qint64> &listed);
    Done eachChosen(RosterPlanner &planner);
    Result<Migration> migration(qint64 student);
    Result<qint64> schoolId(const QString &code) const;
    QString baselineOf(const Record &student) const;
    bool isAfterRollover() const;
    /// The student of a row of the file; 0 after the row was reported as unknown, at another school, or seen before.
    qint64 studentOf(RosterPlanner &planner, const RosterFile::Row &row) const;
    RosterPlanRow unknown(const RosterFile::Row &row) const;
    RosterPlanRow elsewhere(const RosterFile::Row &row, const QString &school) const;

    Session &m_session;
    const RosterRequest &m_request;
    PlannedRosterOperation m_planned;
    PresentRoster m_present;
    StudentLookup m_lookup;
    QHash<qint64, qsizetype> m_places; ///< of the students in m_present
    QHash<qint64, QString> m_baselines; ///< by student, of the target year
    QHash<QString, QString> m_hiddenAt;  ///< state ID or login of a student out of reach: name of the school
    qint64 m_school = 0;
};

Done Planning::load()
{
    auto students = m_session.records(EntityKind::Student);
    auto enrollments = m_session.records(EntityKind::Enrollment);
    auto schools = m_session.records(EntityKind::School);
    auto members = m_session.records(EntityKind::Member);
    if (!students || !enrollments || !schools || !members)
        return tl::unexpected(!students ? students.error() : !enrollments ? enrollments.error() : !schools ? schools.error() : members.error());
    m_present.students = std::move(*students);
    m_present.schools = std::move(*schools);
    m_present.members = std::move(*members);
    for (const Record &enrollment : std::as_const(*enrollments)) {
        if (enrollment.integer("school_year") == m_planned.targetYear)
            m_present.enrollments.append(enrollment);
    }
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

Result<qint64> Planning::schoolId(const QString &code) const
{
    for (const Record &school : m_present.schools) {
        if (school.text("school_code") == code)
            return school.id;
    }
    return failure(Error::Kind::Invalid, QStringLiteral("K13"), tr("School %1 is unknown, or not one of yours.").arg(code), tr("Look it up with: list schools"));
}

Result<qint64> Planning::findOne(const QString &key)
{
    const qint64 found = m_lookup.find(key);
    if (found)
        return found;
    const QStringList near = m_lookup.near(key);
    return failure(Error::Kind::NotFound, QStringLiteral("K01"), tr("No student has the login or ID you gave."),
                   near.isEmpty() ? tr("Check it with: list students") : tr("Did you mean %1?").arg(near.join(QLatin1String(", "))));
}

QString Planning::baselineOf(const Record &student) const
{
    return m_baselines.value(student.id, student.text("grade"));
}

RosterPlanRow Planning::unknown(const RosterFile::Row &row) const
{
    const QStringList near = m_lookup.near(row.key());
    RosterPlanRow unknown;
    unknown.fileRow = row.row;
    unknown.key = row.key();
    unknown.status = RowStatus::Error;
    unknown.code = QStringLiteral("K01");
    unknown.message = tr("No student has %1").arg(row.key());
    unknown.next = near.isEmpty() ? tr("Register now, choose the person, or skip.")
                                  : tr("Did you mean %1? Correct it, register now, or skip.").arg(near.join(QLatin1String(", ")));
    return unknown;
}

RosterPlanRow Planning::elsewhere(const RosterFile::Row &row, const QString &school) const
{
    RosterPlanRow there;
    there.fileRow = row.row;
    there.key = row.key();
    there.status = RowStatus::Conflict;
    there.code = QStringLiteral("K02");
    there.message = tr("Registered at %1").arg(school);
    there.next = tr("Migrate");
    return there;
}

qint64 Planning::studentOf(RosterPlanner &planner, const RosterFile::Row &row) const
{
    if (row.isFooter || m_request.skipped.contains(row.row)) {
        RosterPlanRow left;
        left.fileRow = row.row;
        left.key = row.key();
        left.status = RowStatus::Skipped;
        left.code = row.isFooter ? QStringLiteral("R06") : QString();
        left.message = row.isFooter ? tr("This looks like a total or footer line") : tr("Left out");
        planner.report(left);
        return 0;
    }
    const qint64 student = m_lookup.find(row);
    if (student != 0) {
        const Record &record = m_present.students[m_places.value(student)];
        if (isInSchool(record))
            return student;
        for (const Record &school : m_present.schools) {
            if (school.id == record.integer("school_id"))
                planner.report(elsewhere(row, school.text("name")));
        }
        return 0;
    }
    for (const QString &key : {row.stateId, foldedLogin(row.login)}) {
        if (const auto found = m_hiddenAt.constFind(key); found != m_hiddenAt.cend()) {
            planner.report(elsewhere(row, *found));
            return 0;
        }
    }
    planner.report(unknown(row));
    return 0;
}

/// most grades one above the baseline mean that the file was exported after the SIS rolled over.
bool Planning::isAfterRollover() const
{
    if (!m_planned.file->hasGrades)
        return false;
    int same = 0;
    int above = 0;
    for (const RosterFile::Row &row : m_planned.file->rows) {
        const qint64 student = m_lookup.find(row);
        if (student == 0)
            continue;
        const QString baseline = baselineOf(m_present.students[m_places.value(student)]);
        same += row.grade == baseline;
        above += gradeAfter(baseline) == row.grade;
    }
    return above > same;
}

Done Planning::upgradeByFilter(RosterPlanner &planner)
{
    QSet<qint64> retained;
    for (const QString &key : m_request.retain) {
        const auto student = findOne(key);
        if (!student)
            return tl::unexpected(student.error());
        retained.insert(*student);
    }
    for (const Record &student : std::as_const(m_present.students)) {
        if (student.text("status") == QLatin1String("archived") || !isInSchool(student) || student.text("grade") != m_request.grade)
            continue;
        if (m_request.graduatingYear != 0 && student.integer("graduating_year") != m_request.graduatingYear)
            continue;
        planner.move(student.id, retained.contains(student.id) ? GradeMove::Retain : GradeMove::Promote);
    }
    return {};
}

Done Planning::upgradeByFile(RosterPlanner &planner)
{
    const bool afterRollover = isAfterRollover();
    QSet<qint64> listed;
    for (const RosterFile::Row &row : m_planned.file->rows) {
        const qint64 student = studentOf(planner, row);
        if (student == 0)
            continue;
        listed.insert(student);
        if (afterRollover && !row.grade.isEmpty())
            planner.moveTo(student, row.grade, row.row);
        else
            planner.move(student, GradeMove::Promote, row.row);
    }
    decideAbsent(planner, listed);
    return {};
}

void Planning::decideAbsent(RosterPlanner &planner, const QSet<qint64> &listed)
{
    QSet<QPair<qint64, QString>> covered;
    for (const Record &student : std::as_const(m_present.students)) {
        if (listed.contains(student.id))
            covered.insert({student.integer("school_id"), baselineOf(student)});
    }
    for (const Record &student : std::as_const(m_present.students)) {
        const bool isAbsent = student.text("status") != QLatin1String("archived") && !listed.contains(student.id) && isInSchool(student)
                              && covered.contains({student.integer("school_id"), baselineOf(student)});
        if (!isAbsent)
            continue;
        m_planned.absent.append(m_lookup.keyOf(student.id));
        if (m_request.absent == RosterRequest::Absent::Retain)
            planner.move(student.id, GradeMove::Retain);
        else if (m_request.absent == RosterRequest::Absent::Archive)
            planner.archive(student.id, m_request.archiveReason);
    }
}

Result<Migration> Planning::migration(qint64 student)
{
    const auto school = schoolId(m_request.toSchool);
    if (!school)
        return tl::unexpected(school.error());
    Migration migration{student, *school, m_request.grade, {}};
    const EntityDef &def = entityDef(EntityKind::Student);
    for (const auto &[name, value] : m_request.fields) {
        const int field = def.find(QLatin1String(name.toLatin1()));
        // Grade and state have rules of their own and stand in options of their own.
        static const QStringList ruled{QStringLiteral("grade"), QStringLiteral("status"), QStringLiteral("archived_on"), QStringLiteral("archive_reason")};
        if (field < 0 || def.fields[field].derived || def.fields[field].type == FieldType::Reference || ruled.contains(name))
            return failure(Error::Kind::Invalid, QStringLiteral("NO-FIELD"), tr("A student has no field \"%1\" that can be set.").arg(name));
        const auto day = def.fields[field].type == FieldType::Day ? dayFromIso(value) : std::nullopt;
        if (def.fields[field].type == FieldType::Day && !day)
            return failure(Error::Kind::Invalid, QStringLiteral("C03"), tr("\"%1\" is not a valid date.").arg(value), tr("Write it as YYYY-MM-DD."));
        const bool isNumber = def.fields[field].type == FieldType::Integer;
        migration.fields.append({field, day ? Value(*day) : isNumber ? Value(value.toLongLong()) : Value(value)});
    }
    return migration;
}

Done Planning::eachChosen(RosterPlanner &planner)
{
    QVector<QPair<qint64, int>> chosen;
    for (const QString &key : m_request.students) {
        const auto student = findOne(key);
        if (!student)
            return tl::unexpected(student.error());
        chosen.append({*student, 0});
    }
    if (m_planned.file) {
        for (const RosterFile::Row &row : m_planned.file->rows) {
            if (const qint64 student = studentOf(planner, row))
                chosen.append({student, row.row});
        }
    }
    if (m_request.kind == Kind::Archive && m_request.graduatingYear != 0) {
        for (const Record &student : std::as_const(m_present.students)) {
            if (student.integer("graduating_year") == m_request.graduatingYear && isInSchool(student) && student.text("status") != QLatin1String("archived"))
                chosen.append({student.id, 0});
        }
    }
    for (const auto &[student, row] : std::as_const(chosen)) {
        if (m_request.kind == Kind::Archive) {
            planner.archive(student, m_request.archiveReason, row);
        } else if (m_request.kind == Kind::Restore) {
            planner.restore(student, m_school, m_request.grade, row);
        } else if (m_request.kind == Kind::Migrate) {
            const auto wanted = migration(student);
            if (!wanted)
                return tl::unexpected(wanted.error());
            planner.migrate(*wanted, row);
        } else {
            planner.move(student, m_request.kind == Kind::MoveUp ? GradeMove::Promote : GradeMove::RollBack, row);
        }
    }
    return {};
}

} // namespace

Result<PlannedRosterOperation> makeRosterPlan(Session &session, const RosterRequest &request, Progress *progress)
{
    return Planning(session, request).run(progress);
}

} // namespace certdesk
