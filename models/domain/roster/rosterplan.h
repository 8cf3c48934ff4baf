// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/day.h"
#include "models/domain/record.h"
#include "models/domain/roster/gradestep.h"

#include <QHash>
#include <QSet>
#include <array>

namespace certdesk {

/// The present records that the operations of sections 5.1 to 5.11 look at; loaded by the caller within the person's scope.
struct PresentRoster
{
    QVector<Record> students;
    QVector<Record> enrollments; ///< of the target year
    QVector<Record> schools;
    QVector<Record> members; ///< of the students concerned, in groups that are not archived
    QVector<Record> earlierEnrollments; ///< of the year before the target year
    QVector<Record> gradeChanges;       ///< of the target year
    QVector<Record> assessments;
    QVector<Record> testingPeriods;
};

struct RosterOptions
{
    qint64 targetYear = 0; ///< end year of the school year that is prepared
    DayNumber today = 0;
    QSet<QString> accepted;  ///< statuses and codes that Review would ask about: "retain", "K10"
    QSet<QString> overrides; ///< codes overridden with a reason: "K07"
    QString reason = {};     ///< stands in the grade history
    bool changesGraduatingYear = false; ///< the offer of R-007 is taken
    bool opensNewAttempts = false;      ///< in the same batch, for those who repeat a grade (R-192)
};

/// Something to know about a row or a plan that holds nothing back: K09, C14, an open testing period.
struct RosterNotice
{
    QString code;
    QString message;
    QString next;
    QVector<qint64> students; ///< of a notice about the whole plan
};

struct RosterPlanRow
{
    qint64 student = 0;
    int fileRow = 0; ///< 0: the operation has no file
    QString key;     ///< of a row of the file that leads to no student of the plan
    RowStatus status = RowStatus::Unchanged;
    QString code;
    QString message;
    QString next;
    QString oldGrade;
    QString newGrade;
    qint64 oldSchool = 0;
    qint64 newSchool = 0;
    qint64 issue = 0; ///< the kept row of a batch that it comes from
    bool isHeld = false; ///< a status that waits to be accepted: nothing of the row is written
    qint64 graduatingYear = 0;
    qint64 offeredGraduatingYear = 0; ///< R-007: what the new grade would mean; 0: what stands there fits
    QVector<qint64> resultsLeft;      ///< assessments in the grade left (R-115)
    QVector<qint64> resultsEntered;   ///< assessments in the grade entered: K09
    bool offersNewAttempts = false;   ///< R-102: without new attempts the student cannot be assessed again
    QStringList effects;              ///< what else happens, in words (R-183)
    QVector<RosterNotice> notices;
};

/// What an operation on chosen students would do, and, as it stands, what it does: the dry run is this value, and the
/// commit applies its changes.
struct RosterPlan
{
    QString operation; ///< "upgrade", "archive", …: the kind of the batch
    QVector<RosterPlanRow> rows;
    QVector<RowChange> changes;
    std::array<int, rowStatusCount> counts{};
    QVector<RosterNotice> notices;

    int count(RowStatus status) const { return counts[static_cast<std::size_t>(status)]; }
    /// Rows that hold back an all-or-nothing commit.
    int heldBack() const;
};

/// What a move knows beside the student.
struct MoveSource
{
    int fileRow = 0;
    QString fileGrade; ///< canonical; stands in the grade history (R-116)
};

struct Migration
{
    qint64 student = 0;
    qint64 toSchool = 0;
    QString grade; ///< empty: as it is
    QVector<FieldValue> fields;
    qint64 issue = 0; ///< the kept row that this solves
};

/// Which attempts are opened again.
struct NewAttempts
{
    QString grade; ///< empty: the one the student is in
    QStringList sections; ///< empty: all
    QStringList periods;  ///< testing periods; empty: all
};

/// Builds plans of the roster operations. Pure: reads PresentRoster, asks nobody, writes nothing. One planner makes one plan.
class RosterPlanner
{
public:
    RosterPlanner(const QString &operation, const PresentRoster &present, const RosterOptions &options);

    void move(qint64 student, GradeMove move, const MoveSource &source = {});
    /// the grade that a file of the target year states.
    void moveTo(qint64 student, const QString &grade, const MoveSource &source = {});
    /// A leaver, or K10 accepted for a senior: archived with reason, memberships end.
    void archive(qint64 student, const QString &reason, int fileRow = 0);
    /// Back to work at a school and grade; empty grade: the one it left with.
    void restore(qint64 student, qint64 school, const QString &grade, int fileRow = 0);
    void migrate(const Migration &migration, int fileRow = 0);
    /// K02: a student of another school, named in a file of this one. Goes up as it comes, once accepted.
    void migrateListed(qint64 student, qint64 toSchool, const MoveSource &source);
    /// The next attempt at what the student has taken in a grade; the earlier ones stay.
    void newAttempts(qint64 student, NewAttempts wanted);
    /// A row that names nobody: K01 and the like.
    void report(const RosterPlanRow &row);

    RosterPlan plan();

private:
    const Record *student(qint64 id) const;
    /// Of the target year: at the home school, else the one that is open.
    const Record *enrollment(const Record &student) const;
    const Record *school(qint64 id) const;
    /// the school that takes the students of another after their highest grade; null when none or several do.
    const Record *followOnSchool(qint64 from, const QString &grade) const;
    GradeFacts facts(const Record &student) const;
    QString contactOf(qint64 school) const;

    void apply(const Record &student, const GradeVerdict &verdict, const MoveSource &source);
    void writeMove(const Record &student, const GradeVerdict &verdict, const MoveSource &source, RosterPlanRow &row);
    bool meetsArchived(const Record &student, const MoveSource &source);
    bool leavesTheSchool(const Record &student, const GradeVerdict &verdict, const MoveSource &source);
    void planMigration(const Migration &migration, int fileRow);
    void moveToSchool(const Record &student, const Migration &migration, const QString &decision, const char *kind);
    void preview(RosterPlanRow &row) const;
    int openAttempts(const Record &student, qint64 school, const NewAttempts &wanted);
    void openOffered(const Record &student, RosterPlanRow &row);
    void update(const Record &record, const QVector<QPair<const char *, Value>> &values);
    void enroll(const Record &student, qint64 school, const QString &grade, const QString &baseline, const QString &decision);
    void keepTrace(const Record &student);
    void remember(const Record &student, qint64 school, const char *kind, const QString &grade, const QString &fileGrade = {});
    int endMemberships(qint64 student);
    void noteOpenTesting();
    /// Notes the student as planned; false, after a row "duplicate", when it is in the plan already.
    bool isFirst(qint64 student, int fileRow);
    RosterPlanRow &addRow(qint64 student, int fileRow, RowStatus status);
    void hold(RosterPlanRow &row, const char *code, const QString &message, const QString &next);
    bool isOverridden(const QString &code) const { return m_options.overrides.contains(code); }
    bool isAccepted(const QString &code, RowStatus status) const;

    const PresentRoster &m_present;
    RosterOptions m_options;
    RosterPlan m_plan;
    QHash<qint64, qsizetype> m_students;
    QMultiHash<qint64, qsizetype> m_enrollments;
    QHash<qint64, qsizetype> m_schools;
    QMultiHash<qint64, qsizetype> m_members;
    QMultiHash<qint64, qsizetype> m_assessments;
    QHash<qint64, qint64> m_historyNumbers; ///< by student: of the last grade change of the year
    QHash<qint64, int> m_seen; ///< students already in the plan, with their row
    int m_fileRow = 0;         ///< of the row whose changes are being written
};

/// "Robin Alder"
QString fullName(const Record &person);
/// What is proposed when the one asked for is refused (K07, K10).
QString nextForCode(const QString &code, const QString &contact);

} // namespace certdesk
