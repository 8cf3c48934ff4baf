// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reports/sheet.h"
#include "models/store/certification/certificationreader.h"

namespace certdesk {

struct EventReportOptions
{
    qint64 event = 0; ///< 0: all that the person sees
    qint64 schoolYear = 0;
    bool withReviewers = true;
};

/// The Event Report (C-175, C-176) as one table: a line for each member of each participant, or one for a participant without.
struct EventReport
{
    QVector<SheetColumn> columns;
    QVector<QVector<Value>> rows;
};

/// Needs the right "event report"; the person sees the events of the own categories.
Result<EventReport> makeEventReport(Session &session, const EventReportOptions &options);
/// "csv", "xlsx", "html" or "pdf" (which needs fonts); through a temporary file, and journaled (S-031).
Done writeEventReport(Session &session, const EventReport &report, const QString &format, const QString &path);

} // namespace certdesk
