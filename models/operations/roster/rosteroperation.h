// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/roster/rosterplan.h"
#include "models/operations/roster/rosterfile.h"
#include "models/store/session.h"

namespace certdesk {

/// A student whom a kept row names (K02), with what the row says about the person.
struct MigrationWish
{
    RosterFile::Row row;
    QString name;       ///< of the row; empty: it names none
    QString birthDate;  ///< as written there
    QString toSchool;   ///< code
    qint64 issue = 0;
};

/// What a person asks for, in the window or on the command line.
struct RosterRequest
{
    enum class Kind { UpgradeByFile, UpgradeByFilter, Archive, Restore, MoveUp, MoveBack, Migrate, NewAttempts };
    enum class Absent { Later, Retain, Archive };
    /// whether the file was exported before or after the SIS rolled over; Detect takes what most grades say.
    enum class Rollover { Detect, Before, After };

    Kind kind = Kind::UpgradeByFilter;
    QString file;
    std::optional<RosterFile> rows; ///< of the file when it was read and mapped already
    QSet<int> skipped;       ///< rows of the file that the person leaves out
    QString grade;           ///< filter, or the grade of a migration; allGrades in a filter
    qint64 graduatingYear = 0;
    QString school;          ///< code; empty: all schools of the person
    QString toSchool;        ///< code, of a migration
    QStringList students;    ///< login, state ID or local ID
    QStringList retain;      ///< of the filtered students, likewise
    QStringList except;      ///< of the filtered students: left as they are
    Absent absent = Absent::Later;
    Rollover rollover = Rollover::Detect;
    bool changesGraduatingYear = false; ///< R-007: what is offered is taken
    bool opensNewAttempts = false; ///< R-192: in the same batch, for those who repeat a grade
    bool ofRetained = false;       ///< new attempts for everybody on the retained list of the target year
    QStringList sections;          ///< of new attempts; empty: all
    QStringList periods;           ///< likewise
    QString archiveReason = QStringLiteral("left");
    QVector<QPair<QString, QString>> fields; ///< FIELD=VALUE, of a migration
    QVector<MigrationWish> wishes; ///< of a migration: all of them, in one batch
    bool goodRowsOnly = false;     ///< rows that hold back are left out; else nothing is written while there are any
    QString reason;
    QSet<QString> accepted;
    QSet<QString> overrides;
    qint64 targetYear = 0; ///< 0: the year after the database's current one
};

/// Filter of R-114: every grade, the highest first, in one batch.
inline const QString allGrades = QStringLiteral("all");

/// What the grades of a file say about the day it was exported.
struct RolloverFinding
{
    int same = 0;  ///< rows with the grade that the student began the year with
    int above = 0; ///< rows with the grade after it
    bool isAfter = false;
};

/// The plan of a request together with what the batch record needs.
struct PlannedRosterOperation
{
    RosterRequest request;
    RosterPlan plan;
    std::optional<RosterFile> file;
    qint64 targetYear = 0;
    QStringList absent; ///< keys of the students of covered grades who are not in the file (R-101)
    QVector<qint64> absentStudents; ///< the same
    int covered = 0;    ///< active students of the covered grades (R-052): those in the file and the absent
    std::optional<RolloverFinding> rollover;
    QHash<qint64, QString> keys; ///< by student: login, state ID or local ID
};

/// Reads what is needed within the person's scope and plans; changes nothing.
Result<PlannedRosterOperation> planRosterOperation(Session &session, const RosterRequest &request, Progress *progress);
/// Commits a plan as one batch; refused while rows hold it back. Returns the batch; 0 when there was nothing to do.
Result<qint64> commitRosterOperation(Session &session, const PlannedRosterOperation &planned, Progress *progress);
/// What is different between two plans of one request, a line a student: for B08, before it is confirmed again.
QStringList rosterPlanDifference(const PlannedRosterOperation &before, const PlannedRosterOperation &after);
/// The counts in words, for the question before the commit: "Promote 148 students from grade 09 to grade 10 for 2026-27".
QStringList rosterOperationInWords(const PlannedRosterOperation &planned);
/// {"operation","year","rows":n,"counts","errors":[…],"warnings":[…],"absent":[…],"newAttempts":[…]}
QJsonObject rosterOperationJson(const PlannedRosterOperation &planned);

} // namespace certdesk
