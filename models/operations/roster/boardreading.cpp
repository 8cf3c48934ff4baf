// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/roster/boardreading.h"

#include "models/operations/celltext.h"
#include "models/store/roster/schoolyear.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SchoolBoard", text);
}

/// The tables from which every board is made; read once for all schools.
struct BoardTables
{
    QVector<Record> schools;
    QVector<Record> students;
    QVector<Record> enrollments;
    QVector<Record> groups;
    QVector<Record> members;
    QVector<Record> steps;
};

Result<BoardTables> readTables(Session &session)
{
    if (const auto allowed = session.require(Right::BatchOperations); !allowed)
        return tl::unexpected(allowed.error());
    BoardTables tables;
    const QVector<QPair<EntityKind, QVector<Record> *>> wanted{{EntityKind::School, &tables.schools},         {EntityKind::Student, &tables.students},
                                                               {EntityKind::Enrollment, &tables.enrollments}, {EntityKind::Group, &tables.groups},
                                                               {EntityKind::Member, &tables.members},         {EntityKind::RosterStep, &tables.steps}};
    for (const auto &[kind, rows] : wanted) {
        auto read = session.records(kind);
        if (!read)
            return tl::unexpected(read.error());
        *rows = std::move(*read);
    }
    return tables;
}

Done addBookkeeping(Session &session, BoardFacts &facts)
{
    const auto batches = readSchoolBatches(session, facts.school.id, facts.schoolYear);
    const auto issues = readSchoolIssues(session, facts.school.id);
    if (!batches || !issues)
        return tl::unexpected(batches ? issues.error() : batches.error());
    for (const BatchInfo &batch : *batches) {
        BoardBatch known{batch.id, batch.kind, {}, batch.committedAt};
        for (const QJsonValue &id : batch.outcomes.value(QLatin1String("absent")).toArray())
            known.absent.append(id.toInteger());
        facts.batches.append(known);
    }
    for (const SchoolIssue &known : *issues) {
        const BatchIssue &issue = known.issue;
        facts.issues.append({issue.id, issue.code, known.batchKind, tr("Row %1: %2").arg(issue.row).arg(issue.message),
                             issue.state == QLatin1String("open") || issue.state == QLatin1String("waiting")});
    }
    return {};
}

Result<SchoolBoard> boardOf(Session &session, const BoardTables &tables, const Record &school, qint64 schoolYear)
{
    BoardFacts facts;
    facts.school = school;
    facts.schoolYear = schoolYear;
    QSet<qint64> students;
    for (const Record &student : tables.students) {
        if (student.integer("school_id") != school.id)
            continue;
        facts.students.append(student);
        students.insert(student.id);
    }
    for (const Record &enrollment : tables.enrollments) {
        const qint64 year = enrollment.integer("school_year");
        if (students.contains(enrollment.integer("student_id")) && (year == schoolYear || year == schoolYear - 1))
            facts.enrollments.append(enrollment);
    }
    QSet<qint64> groups;
    for (const Record &group : tables.groups) {
        if (group.integer("school_id") != school.id)
            continue;
        facts.groups.append(group);
        groups.insert(group.id);
    }
    for (const Record &member : tables.members) {
        if (groups.contains(member.integer("group_id")))
            facts.members.append(member);
    }
    for (const Record &step : tables.steps) {
        if (step.integer("school_id") == school.id && step.integer("school_year") == schoolYear)
            facts.steps.append(step);
    }
    if (const Done added = addBookkeeping(session, facts); !added)
        return tl::unexpected(added.error());
    return schoolBoard(facts);
}

QJsonArray idsJson(const QVector<qint64> &ids)
{
    QJsonArray array;
    for (const qint64 id : ids)
        array.append(id);
    return array;
}

QJsonObject stepJson(const BoardStep &step)
{
    QJsonArray counts;
    for (const BoardCount &count : step.counts)
        counts.append(QJsonObject{{QStringLiteral("name"), count.name}, {QStringLiteral("label"), count.label}, {QStringLiteral("value"), count.ids.size()},
                                  {QStringLiteral("entity"), count.entity}, {QStringLiteral("ids"), idsJson(count.ids)}});
    return {{QStringLiteral("step"), step.number},
            {QStringLiteral("title"), step.title},
            {QStringLiteral("purpose"), step.purpose},
            {QStringLiteral("action"), step.action},
            {QStringLiteral("state"), boardStateName(step.state)},
            {QStringLiteral("counts"), counts},
            {QStringLiteral("attention"), QJsonArray::fromStringList(step.attention)},
            {QStringLiteral("signedBy"), step.signedBy.isEmpty() ? QJsonValue() : QJsonValue(step.signedBy)},
            {QStringLiteral("signedAt"), step.signedAt ? QJsonValue(isoTime(step.signedAt)) : QJsonValue()},
            {QStringLiteral("note"), step.note},
            {QStringLiteral("effects"), QJsonArray::fromStringList(step.effects)}};
}

Result<qint64> commit(Session &session, const char *name, BatchInfo batch, const QVector<RowChange> &changes, const QString &reason)
{
    batch.kind = QString::fromLatin1(name);
    CommitBatch command(QString::fromLatin1(name), Right::BatchOperations, batch, changes);
    command.setReason(reason);
    if (const auto done = session.apply(command); !done)
        return tl::unexpected(done.error());
    return command.batchId();
}

/// A change of `record`, or its creation when it has no id, that gives it these values.
RowChange changeOf(const Record &record, const QVector<QPair<const char *, Value>> &values)
{
    RowChange change{record.id ? RowChange::Operation::Update : RowChange::Operation::Create, record.kind, record.id, record.version, {}, 0};
    for (const auto &[name, value] : values) {
        const int field = record.def().index(name);
        if (record.values[field] != value)
            change.fields.append({field, value});
    }
    return change;
}

} // namespace

Result<QVector<SchoolBoard>> readSchoolBoards(Session &session, qint64 schoolYear)
{
    const auto tables = readTables(session);
    if (!tables)
        return tl::unexpected(tables.error());
    QVector<SchoolBoard> boards;
    for (const Record &school : tables->schools) {
        if (school.text("status") == QLatin1String("archived"))
            continue;
        const auto board = boardOf(session, *tables, school, schoolYear ? schoolYear : session.info().schoolYear + 1);
        if (!board)
            return tl::unexpected(board.error());
        boards.append(*board);
    }
    std::sort(boards.begin(), boards.end(), [](const SchoolBoard &left, const SchoolBoard &right) { return left.schoolCode < right.schoolCode; });
    return boards;
}

Result<SchoolBoard> readSchoolBoard(Session &session, const QString &schoolCode, qint64 schoolYear)
{
    const auto tables = readTables(session);
    if (!tables)
        return tl::unexpected(tables.error());
    for (const Record &school : tables->schools) {
        if (school.text("school_code") == schoolCode)
            return boardOf(session, *tables, school, schoolYear ? schoolYear : session.info().schoolYear + 1);
    }
    return failure(Error::Kind::Invalid, QStringLiteral("K13"), tr("School %1 is unknown, or not one of yours.").arg(schoolCode), tr("Look it up with: list schools"));
}

Result<qint64> markBoardStep(Session &session, const SchoolBoard &board, int step, BoardMark mark, const QString &note)
{
    if (const auto allowed = session.require(Right::BatchOperations); !allowed)
        return tl::unexpected(allowed.error());
    if (step < 1 || step > boardStepCount)
        return failure(Error::Kind::Invalid, QStringLiteral("NO-STEP"), tr("The board has the steps 1 to 9."));
    if (mark == BoardMark::Sign && note.trimmed().isEmpty())
        return failure(Error::Kind::Invalid, QStringLiteral("NO-NOTE"), tr("A sign-off needs a note."), tr("Say what was checked."));
    const auto rows = session.records(EntityKind::RosterStep);
    if (!rows)
        return tl::unexpected(rows.error());
    Record record(EntityKind::RosterStep);
    for (const Record &row : *rows) {
        if (row.integer("school_id") == board.school && row.integer("school_year") == board.schoolYear && row.integer("step") == step)
            record = row;
    }
    BatchInfo batch;
    batch.schools = {board.schoolCode};
    batch.schoolYear = board.schoolYear;
    batch.options = {{QStringLiteral("step"), step}};
    if (mark == BoardMark::Clear) {
        if (record.id == 0)
            return failure(Error::Kind::Refused, QStringLiteral("NO-MARK"), tr("Step %1 carries no mark.").arg(step));
        return commit(session, "board", batch, {{RowChange::Operation::Remove, record.kind, record.id, record.version, {}, 0}}, note);
    }
    QJsonArray open;
    for (const BoardCount &count : board.steps[static_cast<std::size_t>(step - 1)].counts) {
        for (const qint64 id : count.isOpen ? count.ids : QVector<qint64>())
            open.append(id);
    }
    static const QHash<BoardMark, QString> states{{BoardMark::Sign, QStringLiteral("signed")}, {BoardMark::NotApplicable, QStringLiteral("not-applicable")},
                                                  {BoardMark::Open, QStringLiteral("opened")}};
    const QString evidence = QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("open"), open}}).toJson(QJsonDocument::Compact));
    const RowChange change = changeOf(record, {{"school_id", Value(board.school)}, {"school_year", Value(board.schoolYear)}, {"step", Value(step)},
                                               {"state", Value(states.value(mark))}, {"note", Value(note.trimmed())},
                                               {"signed_by", Value(session.person().name)}, {"signed_at", Value(session.now())}, {"evidence", Value(evidence)}});
    return commit(session, "board", batch, {change}, note);
}

QJsonObject schoolBoardJson(const SchoolBoard &board)
{
    QJsonArray steps;
    for (const BoardStep &step : board.steps)
        steps.append(stepJson(step));
    QJsonArray recommended;
    for (const int step : recommendedBoardOrder())
        recommended.append(step);
    return {{QStringLiteral("school"), board.schoolCode},
            {QStringLiteral("name"), board.schoolName},
            {QStringLiteral("year"), schoolYearName(board.schoolYear)},
            {QStringLiteral("rosterSource"), board.rosterSource},
            {QStringLiteral("opensAt"), board.opensAt},
            {QStringLiteral("reason"), board.reason},
            {QStringLiteral("notice"), board.notice.isEmpty() ? QJsonValue()
                                                              : QJsonValue(QJsonObject{{QStringLiteral("code"), QStringLiteral("K11")}, {QStringLiteral("message"), board.notice}})},
            {QStringLiteral("recommendedOrder"), recommended},
            {QStringLiteral("steps"), steps}};
}

} // namespace certdesk
