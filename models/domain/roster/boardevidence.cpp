// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/roster/boardevidence.h"

#include "models/domain/roster/rosterplan.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SchoolBoard", text);
}

const QStringList groupKinds{QStringLiteral("groups"), QStringLiteral("sections"), QStringLiteral("enrollments")};
const QStringList studentKinds{QStringLiteral("students"), QStringLiteral("oneroster"), QStringLiteral("clever")};

BoardCount count(const char *name, const QString &label, const char *entity, const QVector<qint64> &ids, bool isOpen = false)
{
    return {QString::fromLatin1(name), label, QString::fromLatin1(entity), ids, isOpen};
}

} // namespace

BoardEvidences::BoardEvidences(const BoardFacts &facts) : m_facts(facts)
{
    for (const Record &student : facts.students) {
        if (isActive(student))
            m_active.append(&student);
    }
    for (const Record &enrollment : facts.enrollments) {
        const qint64 student = enrollment.integer("student_id");
        if (enrollment.integer("school_year") < facts.schoolYear)
            m_lastYear.insert(student);
        else if (enrollment.integer("school_id") == facts.school.id || !m_thisYear.contains(student))
            m_thisYear.insert(student, &enrollment);
    }
}

BoardEvidence BoardEvidences::of(int step) const
{
    switch (step) {
    case 1:
        return promotion();
    case 2:
        return newStudents();
    case 3:
        return migrations();
    case 4:
        return passwords();
    case 5:
        return groups();
    case 6:
        return staff();
    case 7:
        return leavingClass();
    case 8:
        return leavers();
    default:
        return oldGroups();
    }
}

QVector<qint64> BoardEvidences::batches(const QStringList &kinds) const
{
    QVector<qint64> ids;
    for (const BoardBatch &batch : m_facts.batches) {
        if (kinds.contains(batch.kind))
            ids.append(batch.id);
    }
    return ids;
}

void BoardEvidences::open(BoardEvidence &evidence, const Record &record) const
{
    evidence.open.append(record.id);
    evidence.names.append(record.kind == EntityKind::Student ? fullName(record) : record.text("group_name"));
}

void BoardEvidences::addIssues(BoardEvidence &evidence, const char *name, const QString &label, const char *code, const QStringList &kinds) const
{
    QVector<qint64> ids;
    for (const BoardIssue &issue : m_facts.issues) {
        if (!issue.isOpen || issue.code != QLatin1String(code) || (!kinds.isEmpty() && !kinds.contains(issue.batchKind)))
            continue;
        ids.append(issue.id);
        evidence.open.append(issue.id);
        evidence.names.append(issue.text);
    }
    evidence.counts.append(count(name, label, "issues", ids, true));
}

/// Every active student of the previous year has a promote, retain or archive decision. Who came new to this year is placed.
BoardEvidence BoardEvidences::promotion() const
{
    BoardEvidence evidence;
    QVector<qint64> promoted;
    QVector<qint64> retained;
    for (const Record *student : m_active) {
        const Record *year = m_thisYear.value(student->id);
        const QString decision = year ? year->text("decision") : QString();
        if (decision == QLatin1String("promote"))
            promoted.append(student->id);
        else if (decision == QLatin1String("retain"))
            retained.append(student->id);
        else if (decision != QLatin1String("placed"))
            open(evidence, *student);
    }
    evidence.counts = {count("undecided", tr("Without a decision"), "students", evidence.open, true), count("promoted", tr("Promoted"), "students", promoted),
                       count("retained", tr("Retained"), "students", retained)};
    evidence.isStarted = !promoted.isEmpty() || !retained.isEmpty();
    evidence.isMet = evidence.open.isEmpty() && (evidence.isStarted || !m_active.isEmpty());
    return evidence;
}

BoardEvidence BoardEvidences::newStudents() const
{
    BoardEvidence evidence;
    const QVector<qint64> imports = batches(studentKinds);
    QVector<qint64> lowest;
    QVector<qint64> placed;
    const QString low = m_facts.school.text("low_grade");
    for (const Record *student : m_active) {
        const Record *year = m_thisYear.value(student->id);
        if (!low.isEmpty() && student->text("grade") == low && year)
            lowest.append(student->id);
        if (year && year->text("decision") == QLatin1String("placed") && !m_lastYear.contains(student->id))
            placed.append(student->id);
    }
    evidence.counts = {count("imports", tr("Student imports"), "batches", imports), count("lowestGrade", tr("In the lowest grade %1").arg(low), "students", lowest),
                       count("new", tr("New this year"), "students", placed)};
    evidence.isStarted = !imports.isEmpty();
    evidence.isMet = evidence.isStarted && (low.isEmpty() || !lowest.isEmpty());
    return evidence;
}

BoardEvidence BoardEvidences::migrations() const
{
    BoardEvidence evidence;
    addIssues(evidence, "waiting", tr("Registered at another school"), "K02", {});
    QVector<qint64> settled;
    for (const BoardIssue &issue : m_facts.issues) {
        if (!issue.isOpen && issue.code == QLatin1String("K02"))
            settled.append(issue.id);
    }
    evidence.counts.append(count("settled", tr("Settled"), "issues", settled));
    evidence.isStarted = true;
    evidence.isMet = evidence.open.isEmpty();
    evidence.isBroken = !evidence.isMet;
    return evidence;
}

BoardEvidence BoardEvidences::passwords() const
{
    BoardEvidence evidence;
    const QVector<qint64> changes = batches({QStringLiteral("passwords")});
    evidence.counts = {count("batches", tr("Password changes"), "batches", changes)};
    evidence.isStarted = evidence.isMet = !changes.isEmpty();
    evidence.isSettledBySignature = true;
    return evidence;
}

/// This year has groups, every served grade has a grade-level group, nobody waits from a group file, nobody is without a group.
BoardEvidence BoardEvidences::groups() const
{
    BoardEvidence evidence;
    QVector<qint64> ofThisYear;
    QVector<qint64> gradeLevel;
    QSet<qint64> ids;
    for (const Record &group : m_facts.groups) {
        if (group.integer("school_year") != m_facts.schoolYear || !isActive(group))
            continue;
        (group.text("kind") == QLatin1String("grade-level") ? gradeLevel : ofThisYear).append(group.id);
        ids.insert(group.id);
    }
    QSet<qint64> placed;
    for (const Record &member : m_facts.members) {
        if (!member.has("to_date") && ids.contains(member.integer("group_id")))
            placed.insert(member.integer("student_id"));
    }
    evidence.counts = {count("groups", tr("Groups of this year"), "groups", ofThisYear), count("gradeLevel", tr("Grade-level groups"), "groups", gradeLevel)};
    addIssues(evidence, "unknown", tr("Unknown in a group file"), "K01", groupKinds);
    QVector<qint64> without;
    for (const Record *student : m_active) {
        if (placed.contains(student->id))
            continue;
        without.append(student->id);
        open(evidence, *student);
    }
    evidence.counts.append(count("withoutGroup", tr("Students without a group"), "students", without, true));
    const qsizetype served = servedGrades(m_facts.school).size();
    const bool isBuilt = !ofThisYear.isEmpty() && gradeLevel.size() >= std::max<qsizetype>(served, 1);
    evidence.isStarted = !ofThisYear.isEmpty() || !gradeLevel.isEmpty();
    evidence.isMet = isBuilt && evidence.open.isEmpty();
    evidence.isBroken = isBuilt && !evidence.isMet;
    return evidence;
}

BoardEvidence BoardEvidences::staff() const
{
    BoardEvidence evidence;
    const QVector<qint64> imports = batches({QStringLiteral("staff"), QStringLiteral("oneroster"), QStringLiteral("clever")});
    evidence.counts = {count("imports", tr("Staff imports"), "batches", imports)};
    evidence.isStarted = evidence.isMet = !imports.isEmpty();
    evidence.isSettledBySignature = true;
    return evidence;
}

BoardEvidence BoardEvidences::leavingClass() const
{
    BoardEvidence evidence;
    for (const Record *student : m_active) {
        if (student->has("graduating_year") && student->integer("graduating_year") < m_facts.schoolYear)
            open(evidence, *student);
    }
    QVector<qint64> graduates;
    for (const Record &student : m_facts.students) {
        if (!isActive(student) && student.integer("graduating_year") == m_facts.schoolYear - 1)
            graduates.append(student.id);
    }
    evidence.counts = {count("leaving", tr("Active, with a graduating year that is over"), "students", evidence.open, true),
                       count("archived", tr("Archived of last year's class"), "students", graduates)};
    evidence.isStarted = !graduates.isEmpty();
    evidence.isMet = evidence.open.isEmpty();
    evidence.isSettledBySignature = true;
    return evidence;
}

/// Active, absent from the newest file, and nothing decided about it: a retained student is not a leaver.
BoardEvidence BoardEvidences::leavers() const
{
    BoardEvidence evidence;
    QSet<qint64> absent;
    for (const BoardBatch &batch : m_facts.batches) {
        if (batch.kind == QLatin1String("upgrade") || batch.kind == QLatin1String("students")) {
            absent = QSet<qint64>(batch.absent.cbegin(), batch.absent.cend());
            evidence.isStarted = true;
            break;
        }
    }
    for (const Record *student : m_active) {
        const Record *year = m_thisYear.value(student->id);
        if (absent.contains(student->id) && !(year && year->text("decision") == QLatin1String("retain")))
            open(evidence, *student);
    }
    evidence.counts = {count("absent", tr("Active, absent from the newest file"), "students", evidence.open, true)};
    evidence.isMet = evidence.open.isEmpty();
    evidence.isSettledBySignature = true;
    return evidence;
}

BoardEvidence BoardEvidences::oldGroups() const
{
    BoardEvidence evidence;
    QVector<qint64> kept;
    QVector<qint64> archived;
    for (const Record &group : m_facts.groups) {
        if (group.integer("school_year") >= m_facts.schoolYear)
            continue;
        if (!isActive(group))
            archived.append(group.id);
        else if (group.isTrue("keep"))
            kept.append(group.id);
        else
            open(evidence, group);
    }
    evidence.counts = {count("oldGroups", tr("Active groups of earlier years"), "groups", evidence.open, true), count("kept", tr("Kept"), "groups", kept),
                       count("archived", tr("Archived"), "groups", archived)};
    evidence.isStarted = !archived.isEmpty();
    evidence.isMet = evidence.open.isEmpty();
    return evidence;
}

} // namespace certdesk
