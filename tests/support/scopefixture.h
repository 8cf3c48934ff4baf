// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testdatabase.h"

namespace certdesk::test {

/// A small district for everything about who sees what. Two schools, two teachers, a school administrator, technical staff
/// and a student. Every text that teacher "ada" may not see holds `hiddenFromTeacher`, every text that the administrator of
/// the first school may not see holds `hiddenFromSchool` (which those of the second school hold too).
struct ScopeFixture
{
    explicit ScopeFixture(const TestDatabase &database);

    static QString hiddenFromTeacher() { return QStringLiteral("Quillfern"); }
    static QString hiddenFromSchool() { return QStringLiteral("Ostermoor"); }
    static QString password() { return QStringLiteral("brindle oak 4417"); }

    qint64 firstSchool = 0;  ///< 100
    qint64 secondSchool = 0; ///< 200
    qint64 ownStudent = 0;   ///< in a group of ada
    qint64 otherStudent = 0; ///< same school, taught by bea
    qint64 farStudent = 0;   ///< second school
    qint64 ownAttempt = 0;
    qint64 otherAttempt = 0;
    qint64 farAttempt = 0;
};

/// Adds an account with the fixture's password through the command; schools by code.
void addAccount(Session &session, const QString &name, const QString &role, const QStringList &schoolCodes = {}, const QString &databaseLogin = {});

} // namespace certdesk::test
