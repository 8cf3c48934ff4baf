// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/day.h"
#include "models/domain/record.h"

#include <QJsonObject>
#include <array>

namespace certdesk {

inline constexpr int boardStepCount = 9;

///
enum class BoardState { NotStarted, InProgress, Done, NotApplicable, HandledByRosterSource, NeedsAttention };
/// "not-started", "in-progress", "done", "not-applicable", "handled-by-roster-source", "needs-attention"
QString boardStateName(BoardState state);
QString boardStateTitle(BoardState state);

/// A live number with the records behind it: every count is a link.
struct BoardCount
{
    QString name;  ///< "undecided"
    QString label; ///< "Without a decision"
    QString entity; ///< list that shows the rows: "students", "groups", "issues", "batches"
    QVector<qint64> ids;
    bool isOpen = false; ///< has to be empty for the step to be done
};

struct BoardStep
{
    int number = 0;
    QString title;
    QString purpose; ///< what it does and why
    QString action;  ///< what its button says
    BoardState state = BoardState::NotStarted;
    QVector<BoardCount> counts;
    QStringList attention; ///< names of the rows that break the evidence (R-034)
    QString signedBy;
    qint64 signedAt = 0; ///< milliseconds since 1970 UTC
    QString note;
    QStringList effects; ///< of starting it now, before steps that come first (R-033)
    const BoardCount *count(const char *name) const;
};

/// The returning-school board of one school and year.
struct SchoolBoard
{
    qint64 school = 0;
    QString schoolCode;
    QString schoolName;
    qint64 schoolYear = 0;
    QString rosterSource;
    bool isRosteredElsewhere = false; ///< by a single-sign-on service: starts at step 9 (R-032)
    int opensAt = 1;
    QString reason;   ///< of the recommended order
    QString notice;   ///< K11
    std::array<BoardStep, boardStepCount> steps;
};

/// 7, 8, 9, 1, 2, 3, 6, 5, 4
const std::array<int, boardStepCount> &recommendedBoardOrder();

struct BoardBatch
{
    qint64 id = 0;
    QString kind;
    QVector<qint64> absent; ///< students of covered grades who were not in the file
    qint64 committedAt = 0;
};

struct BoardIssue
{
    qint64 id = 0;
    QString code;
    QString batchKind;
    QString text; ///< row and message
    bool isOpen = false;
};

/// What the nine evidences are computed from; loaded by the caller within the person's scope.
struct BoardFacts
{
    Record school;
    qint64 schoolYear = 0;
    QVector<Record> students;    ///< of the school, archived ones too
    QVector<Record> enrollments; ///< of these students, in this year and the one before
    QVector<Record> groups;      ///< of the school, archived ones too
    QVector<Record> members;     ///< of these groups
    QVector<Record> steps;       ///< roster_step of this school and year
    QVector<BoardBatch> batches; ///< committed ones of this school and year, newest first
    QVector<BoardIssue> issues;  ///< of this school
};

SchoolBoard schoolBoard(const BoardFacts &facts);
bool isSingleSignOnSource(const QString &rosterSource);
/// The grades from the lowest to the highest that a school serves; empty when it does not say.
QStringList servedGrades(const Record &school);

} // namespace certdesk
