// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/accounts/issuepasswords.h"
#include "models/store/session.h"

#include <QMap>

namespace certdesk {

/// New passwords for all: students, adults or both, of a school or of all.
struct PasswordRequest
{
    bool students = false;
    bool staff = false;
    QString school;          ///< code; empty: all schools of the person
    QStringList only;        ///< these students or staff alone: login, ID or e-mail; empty: all
    QString group;           ///< students of this group alone, by name or id
    bool withOwn = false;    ///< the operator's own account too
    bool mustChange = true;  ///< at the first sign-in
    QString sharedPassword;  ///< the same for all; empty: a passphrase each
    QString out;             ///< where the passphrases are written, CSV or XLSX
    QString reason;
};

struct PasswordPlanRow
{
    enum class Outcome { Issue, Create, LeftOut, Error };
    Outcome outcome = Outcome::Issue;
    qint64 account = 0;
    qint64 version = 0;
    EntityKind person = EntityKind::Student;
    qint64 personId = 0; ///< 0: an account of nobody on the roster
    QString login;
    QString firstName;
    QString lastName;
    QString email;
    QString role;
    QString grade;
    QString school; ///< code
    QString cause;  ///< why it is left out: "sso", "archived", "own", "disabled", "no-login", "beyond"
    QString code;
    QString message;
};

/// What would happen, and as it stands what happens; holds no password.
struct PlannedPasswordOperation
{
    PasswordRequest request;
    QVector<PasswordPlanRow> rows;

    int count(PasswordPlanRow::Outcome outcome) const;
    QMap<QString, int> leftOut() const; ///< by cause
    QMap<QString, int> byRole() const;  ///< of those who get one
    QMap<QString, int> byGrade() const;
};

/// Who gets a password, who gets an account with it and who is left out. Needs BatchOperations; changes nothing.
Result<PlannedPasswordOperation> planPasswordOperation(Session &session, const PasswordRequest &request, Progress *progress = nullptr);
/// Hashes in the background of the caller's thread, writes the list of passphrases, and commits one batch. Returns the batch; 0
/// when nobody gets one. Cancelled or refused: no list stays and nothing is changed.
Result<qint64> commitPasswordOperation(Session &session, const PlannedPasswordOperation &planned, Progress *progress = nullptr);
/// {"operation","rows","counts":{"update","create","skipped","error"},"leftOut","byRole","byGrade","errors"}
QJsonObject passwordOperationJson(const PlannedPasswordOperation &planned);

} // namespace certdesk
