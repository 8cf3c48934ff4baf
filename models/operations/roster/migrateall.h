// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/roster/rosteroperation.h"

namespace certdesk {

/// "Migrate all n": a request for every open K02 issue that the person may see, or for the given ones of them. Plan and
/// commit it like any other roster operation; the issues it moves are solved by the batch. Rows whose name or date of birth
/// disagree with the person found are in the plan as K06 and stay open, like those in a grade that is not allowed (K07).
/// `school` (code) limits it to issues of one school; empty: all.
Result<RosterRequest> migrateAllRequest(Session &session, const QString &school = {}, const QVector<qint64> &issues = {});

/// The student card of R-130.
struct StudentCard
{
    qint64 student = 0;
    QString fullName;
    QString birthDate; ///< ISO
    QString schoolCode;
    QString schoolName;
    QString grade;
    qint64 graduatingYear = 0;
    QString state; ///< "active" or "archived"
    QString login;
    QString studentStateId;
    QString lastActivity; ///< ISO day of the last attempt, assessment, membership or enrollment; empty: none
    bool isHere = false;  ///< at the school that asks: a notice, or a restore when archived (R-134)
};

struct StudentSearch
{
    QVector<StudentCard> found;    ///< by login, state ID or local ID, exactly
    QVector<StudentCard> variants; ///< that a damaged identifier can mean
    QVector<StudentCard> near;     ///< keys and names that differ by very little
    QString elsewhere;             ///< name of a school that the person may not see
};
/// `here` is the code of the school that asks; empty: none.
Result<StudentSearch> searchStudent(Session &session, const QString &key, const QString &here = {});
QJsonObject studentSearchJson(const StudentSearch &search);

} // namespace certdesk
