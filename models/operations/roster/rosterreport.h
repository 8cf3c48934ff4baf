// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/roster/assessmentchoice.h"
#include "models/reports/tablereport.h"
#include "models/store/session.h"

namespace certdesk {

/// A class roster, or assessment results by section and testing window, for one group or for students by grade,
/// school and class.
struct RosterReportRequest
{
    enum class Kind { Roster, Results };
    Kind kind = Kind::Roster;
    QString group;            ///< by name or id; alone, or with the school that has it
    QString grade;            ///< canonical
    QString school;           ///< code
    qint64 graduatingYear = 0;
    /// The year whose enrollments count; 0: the present roster, or on a past day (Session::setAsOf) that day's year.
    qint64 schoolYear = 0;
    std::optional<bool> withArchived; ///< unset: on for past days and years (R-009)
    AssessmentChoice choice = AssessmentChoice::Latest;
};

/// Reads within the person's scope: teachers get their groups and students. Needs ViewRoster.
Result<TableReport> makeRosterReport(Session &session, const RosterReportRequest &request, Progress *progress = nullptr);
/// Writes it and notes it in the journal, with the group it is about. Needs Export.
Done writeRosterReport(Session &session, const RosterReportRequest &request, const TableReport &report, ReportFormat format, const QString &path);

} // namespace certdesk
