// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/roster/rosteroperation.h"

#include "models/domain/names.h"
#include "models/store/batch.h"

#include <QCoreApplication>
#include <QJsonArray>

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

QString keyOf(const Record &student)
{
    for (const char *field : {"login", "student_state_id", "local_id"}) {
        if (student.has(field))
            return student.text(field);
    }
    return student.text("last_name") + QLatin1String(", ") + student.text("first_name");
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
        if (!m_request.file.isEmpty()) {
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
    void index();
    Result<qint64> findOne(const QString &key);
    qint64 findRow(const RosterFile::Row &row) const;
    bool isInSchool(const Record &student) const { return m_school == 0 || student.integer("school_id") == m_school; }
    Done upgradeByFilter(RosterPlanner &planner);
    Done upgradeByFile(RosterPlanner &planner);
    void decideAbsent(RosterPlanner &planner, const QSet<qint64> &listed);
    Done eachChosen(RosterPlanner &planner);
    Result<Migration> migration(qint64 student);
    Result<qint64> schoolId(const QString &code) const;
    static RosterPlanRow unknown(int row, const QString &key);

    Session &m_session;
    const RosterRequest &m_request;
    PlannedRosterOperation m_planned;
    PresentRoster m_present;
    QHash<QString, qint64> m_byStateId;
    QHash<QString, qint64> m_byLogin;
    QMultiHash<QString, qint64> m_byLocalId;
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
    index();
    if (m_request.school.isEmpty())
        return {};
    const auto school = schoolId(m_request.school);
    if (!school)
        return tl::unexpected(school.error());
    m_school = *school;
    return {};
}

void Planning::index()
{
    for (const Record &student : std::as_const(m_present.students)) {
        if (student.has("student_state_id"))
            m_byStateId.insert(student.text("student_state_id"), student.id);
        if (student.has("login"))
            m_byLogin.insert(foldedLogin(student.text("login")), student.id);
        if (student.has("local_id"))
            m_byLocalId.insert(student.text("local_id"), student.id);
        m_planned.keys.insert(student.id, keyOf(student));
    }
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
    const qint64 found = findRow({0, key, key, key, {}, {}});
    if (found)
        return found;
    return failure(Error::Kind::NotFound, QStringLiteral("K01"), tr("No student has the login or ID you gave."), tr("Check it with: list students"));
}

qint64 Planning::findRow(const RosterFile::Row &row) const
{
    if (const qint64 byState = m_byStateId.value(row.stateId))
        return byState;
    if (const qint64 byLogin = m_byLogin.value(foldedLogin(row.login)))
        return byLogin;
    const auto local = m_byLocalId.values(row.localId);
    return local.size() == 1 ? local.first() : 0;
}

RosterPlanRow Planning::unknown(int row, const QString &key)
{
    RosterPlanRow unknown;
    unknown.fileRow = row;
    unknown.status = RowStatus::Error;
    unknown.code = QStringLiteral("K01");
    unknown.message = tr("No student has %1").arg(key);
    unknown.next = tr("Register now, choose the person, or skip.");
    return unknown;
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
    // most grades one above the baseline mean that the file was exported after the SIS rolled over.
    int same = 0;
    int above = 0;
    QHash<qint64, QString> present;
    for (const Record &student : std::as_const(m_present.students))
        present.insert(student.id, student.text("grade"));
    for (const RosterFile::Row &row : m_planned.file->rows) {
        const QString grade = present.value(findRow(row));
        same += row.grade == grade;
        above += gradeAfter(grade) == row.grade;
    }
    const bool isAfterRollover = m_planned.file->hasGrades && above > same;
    QSet<qint64> listed;
    for (const RosterFile::Row &row : m_planned.file->rows) {
        const qint64 student = findRow(row);
        if (student == 0) {
            planner.report(unknown(row.row, row.key()));
            continue;
        }
        listed.insert(student);
        if (isAfterRollover && !row.grade.isEmpty())
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
            covered.insert({student.integer("school_id"), student.text("grade")});
    }
    for (const Record &student : std::as_const(m_present.students)) {
        const bool isAbsent = student.text("status") != QLatin1String("archived") && !listed.contains(student.id) && isInSchool(student)
                              && covered.contains({student.integer("school_id"), student.text("grade")});
        if (!isAbsent)
            continue;
        m_planned.absent.append(keyOf(student));
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
        if (field < 0 || def.fields[field].derived || def.fields[field].type == FieldType::Reference)
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
            if (const qint64 student = findRow(row))
                chosen.append({student, row.row});
            else
                planner.report(unknown(row.row, row.key()));
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

QJsonObject countsJson(const RosterPlan &plan)
{
    QJsonObject counts;
    for (int i = 0; i < rowStatusCount; ++i) {
        if (plan.counts[static_cast<std::size_t>(i)] != 0)
            counts.insert(rowStatusName(static_cast<RowStatus>(i)), plan.counts[static_cast<std::size_t>(i)]);
    }
    return counts;
}

} // namespace

Result<PlannedRosterOperation> planRosterOperation(Session &session, const RosterRequest &request, Progress *progress)
{
    if (const auto allowed = session.require(Right::BatchOperations); !allowed)
        return tl::unexpected(allowed.error());
    if (!request.overrides.isEmpty()) {
        if (const auto allowed = session.require(Right::OverrideRules); !allowed)
            return tl::unexpected(allowed.error());
        if (request.reason.trimmed().isEmpty())
            return failure(Error::Kind::Invalid, QStringLiteral("NO-REASON"), tr("An override needs a reason."), tr("Give it with --reason."));
    }
    return Planning(session, request).run(progress);
}

Result<qint64> commitRosterOperation(Session &session, const PlannedRosterOperation &planned, Progress *progress)
{
    for (const RosterPlanRow &row : planned.plan.rows) {
        if (row.status == RowStatus::Conflict || row.status == RowStatus::Error)
            return failure(Error::Kind::Refused, row.code, row.message, row.next);
    }
    if (planned.plan.changes.isEmpty())
        return 0;
    BatchInfo batch;
    batch.kind = planned.plan.operation;
    batch.schoolYear = planned.targetYear;
    if (!planned.request.school.isEmpty())
        batch.schools = {planned.request.school};
    batch.counts = countsJson(planned.plan);
    if (planned.file) {
        batch.fileName = planned.file->file.path.section(QLatin1Char('/'), -1);
        batch.fileBytes = planned.file->file.size;
        batch.fileSha256 = planned.file->file.sha256;
        batch.fileModifiedAt = planned.file->file.modified;
    }
    for (const QString &code : planned.request.overrides)
        batch.overrides.append(QJsonObject{{QStringLiteral("code"), code}, {QStringLiteral("reason"), planned.request.reason}});
    CommitBatch command(QStringLiteral("RosterOperation"), Right::BatchOperations, batch, planned.plan.changes);
    command.setReason(planned.request.reason);
    const auto done = session.apply(command, progress);
    if (!done)
        return tl::unexpected(done.error());
    return command.batchId();
}

QJsonObject rosterOperationJson(const PlannedRosterOperation &planned)
{
    QJsonArray errors;
    for (const RosterPlanRow &row : planned.plan.rows) {
        if (row.code.isEmpty())
            continue;
        QJsonObject error{{QStringLiteral("student"), planned.keys.value(row.student)}, {QStringLiteral("status"), rowStatusName(row.status)},
                          {QStringLiteral("code"), row.code},                           {QStringLiteral("message"), row.message},
                          {QStringLiteral("next"), row.next}};
        if (row.fileRow)
            error.insert(QStringLiteral("row"), row.fileRow);
        errors.append(error);
    }
    return {{QStringLiteral("operation"), planned.plan.operation},
            {QStringLiteral("year"), schoolYearName(planned.targetYear)},
            {QStringLiteral("rows"), static_cast<int>(planned.plan.rows.size())},
            {QStringLiteral("counts"), countsJson(planned.plan)},
            {QStringLiteral("errors"), errors},
            {QStringLiteral("absent"), QJsonArray::fromStringList(planned.absent)}};
}

} // namespace certdesk
