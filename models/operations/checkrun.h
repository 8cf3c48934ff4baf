// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/rules/ruleengine.h"

#include <QJsonObject>

namespace certdesk {

/// What a person asks for: rules by code or group, limited to a year or a school, on the rows of this database, at the state on
/// those of one district, or on a snapshot.
struct CheckOptions
{
    QStringList rules;
    QString group;
    qint64 schoolYear = 0;
    QString schoolCode;
    QString on = QStringLiteral("local"); ///< "local", "state" (in a state database), "snapshot:ID"
    QString organizationCode;             ///< at the state: one district; empty: all
    QHash<QString, Value> parameters;     ///< "EX-10:min_gap"
};

struct CheckReport
{
    CheckRunResult run;
    QJsonObject document; ///< see findingsreport.h; "rules" and "findings" are those of the command line's JSON
};

/// Runs the check and stores the findings of whole rules when everything of the database was looked at. Used by the window and
/// the command line.
Result<CheckReport> runCheck(Session &session, const CheckOptions &options, Progress *progress = nullptr);

/// Journals that a report was written (S-031): which format, how many findings. Needs the right to export.
Done noteReport(Session &session, const CheckReport &report, const QString &format);

} // namespace certdesk
