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
};

struct RosterOptions
{
    qint64 targetYear = 0; ///< end year of the school year that is prepared
    DayNumber today = 0;
    QSet<QString> accepted;  ///< statuses and codes that Review would ask about: "retain", "K10"
    QSet<QString> overrides; ///< codes overridden with a reason: "K07"
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
};

/// What an operation on chosen students would do, and, as it stands, what it does: the dry run is this value, and the
/// commit applies its changes.
struct RosterPlan
{
    QString operation; ///< "upgrade", "archive", …: the kind of the batch
    QVector<RosterPlanRow> rows;
    QVector<RowChange> changes;
    std::array<int, rowStatusCount> counts{};

    int count(RowStatus status) const { return counts[static_cast<std::size_t>(status)]; }
    /// Rows that hold back an all-or-nothing commit.
    int heldBack() const { return count(RowStatus::Conflict) + count(RowStatus::Error); }
};

struct Migration
{
    qint64 student = 0;
    qint64 toSchool = 0;
    QString grade; ///< empty: as it is
    QVector<FieldValue> fields;
};

/// Builds plans of the roster operations. Pure: reads PresentRoster, asks nobody, writes nothing. One planner makes one plan.
class RosterPlanner
{
public:
    RosterPlanner(const QString &operation, const PresentRoster &present, const RosterOptions &options);

    void move(qint64 student, GradeMove move, int fileRow = 0);
    /// the grade that a file of the target year states.
    void moveTo(qint64 student, const QString &grade, int fileRow = 0);
    /// K10 accepted for a senior, or a leaver: archived with reason, memberships end.
    void archive(qint64 student, const QString &reason, int fileRow = 0);
    /// Back to work at a school and grade; empty grade: the one it left with.
    void restore(qint64 student, qint64 school, const QString &grade, int fileRow = 0);
    void migrate(const Migration &migration, int fileRow = 0);
    /// A row that names nobody: K01 and the like.
    void report(const RosterPlanRow &row);

    RosterPlan plan() const { return m_plan; }

private:
    const Record *student(qint64 id) const;
    const Record *enrollment(qint64 student) const;
    const Record *school(qint64 id) const;
    GradeFacts facts(const Record &student) const;
    void apply(const Record &student, GradeVerdict verdict, int fileRow, const QString &decision);
    void update(const Record &record, const QVector<QPair<const char *, Value>> &values);
    void enroll(const Record &student, qint64 school, const QString &grade, const QString &baseline, const QString &decision);
    void endMemberships(qint64 student);
    /// Notes the student as planned; false, after a row "duplicate", when it is in the plan already.
    bool isFirst(qint64 student, int fileRow);
    RosterPlanRow &addRow(qint64 student, int fileRow, RowStatus status);
    bool isOverridden(const QString &code) const { return m_options.overrides.contains(code); }

    const PresentRoster &m_present;
    RosterOptions m_options;
    RosterPlan m_plan;
    QHash<qint64, qsizetype> m_students;
    QHash<qint64, qsizetype> m_enrollments;
    QHash<qint64, qsizetype> m_schools;
    QMultiHash<qint64, qsizetype> m_members;
    int m_fileRow = 0; ///< of the row that was added last: its changes carry it
    QHash<qint64, int> m_seen; ///< students already in the plan, with their row
};

} // namespace certdesk
