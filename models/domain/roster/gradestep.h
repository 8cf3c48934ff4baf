// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/roster/gradeladder.h"
#include "models/domain/rowstatus.h"

namespace certdesk {

/// What the one-step rule looks at: the grade a student holds, the one held when the previous school year closed, and
/// what was decided for the target year.
struct GradeFacts
{
    QString grade;
    QString baseline;      ///< empty: nothing is known, the present grade is taken
    QString decision;      ///< of the target year: "promote", "retain", "placed", "rollback" or empty
    QString schoolHighest; ///< highest grade of the home school; empty: open
    bool isArchived = false;
};

enum class GradeMove { Promote, Retain, RollBack };

/// The one place that says whether a move of one grade is allowed. `status` is what a plan row shows; a conflict carries the
/// code and the reason in words, K08 is `unchanged`.
struct GradeVerdict
{
    RowStatus status = RowStatus::Unchanged;
    QString code; ///< K07, K08, K10, or empty
    QString reason;
    QString grade; ///< the grade afterwards
    bool canBeOverridden = false; ///< with the right and a reason (R-011)

    bool changes() const { return status == RowStatus::Promote || status == RowStatus::Retain || status == RowStatus::Rollback; }
};

GradeVerdict gradeVerdict(const GradeFacts &facts, GradeMove move);
/// A wanted grade from a file: equal to the baseline or one above it is a move, anything else K07.
GradeVerdict gradeVerdict(const GradeFacts &facts, const QString &wantedGrade);

} // namespace certdesk
