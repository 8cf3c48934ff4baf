// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/roster/schoolboard.h"
#include "models/store/session.h"

namespace certdesk {

/// The board of a school that the person may see, computed now. Year 0: the year that is prepared, after the current one.
Result<SchoolBoard> readSchoolBoard(Session &session, const QString &schoolCode, qint64 schoolYear = 0);
/// Of every school that the person may see, by code.
Result<QVector<SchoolBoard>> readSchoolBoards(Session &session, qint64 schoolYear = 0);

enum class BoardMark {
    Sign,          ///< with a note; what stands open then is a listed exception where the step allows it
    NotApplicable, ///< needs no evidence
    Open,          ///< a step that the roster source handles is opened on purpose (R-032)
    Clear,         ///< takes the mark back
};
/// Marks a step, as one batch (kind "board") that can be undone. Needs BatchOperations. Returns the batch.
Result<qint64> markBoardStep(Session &session, const SchoolBoard &board, int step, BoardMark mark, const QString &note);

QJsonObject schoolBoardJson(const SchoolBoard &board);

} // namespace certdesk
