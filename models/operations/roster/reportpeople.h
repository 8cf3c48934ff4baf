// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/roster/rosterreport.h"

namespace certdesk {

/// The students a report is about, as they were in the year or on the day it looks at.
struct ReportPeople
{
    struct Line
    {
        Record student;
        QString grade;
        qint64 school = 0;
        Value from; ///< of the membership
        Value to;
    };
    QVector<Line> lines; ///< by last and first name
    std::optional<Record> group;
    QString teacher;     ///< of the group
    QHash<qint64, Record> schools;
    qint64 schoolYear = 0;
    DayNumber day = 0;   ///< the past day that is looked at; 0: now
    bool withArchived = false;
};

Result<ReportPeople> readReportPeople(Session &session, const RosterReportRequest &request);

} // namespace certdesk
