// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/sample/district.h"
#include "models/store/bulkload.h"

namespace certdesk::sample {

struct SampleAccount
{
    QString database;
    QString user;
    QString role;
    QString displayName;
    QString password;
    qint64 staffId = 0;
    QVector<qint64> schools; ///< empty: all schools
    QString hash;
};

/// The fictional sign-ins of all three databases; passwords are three words each.
QVector<SampleAccount> makeAccounts(const QVector<District> &districts, quint64 seed);
/// Argon2 takes 0.1 s a hash by design: on all cores.
void hashPasswords(QVector<SampleAccount> &accounts);
void storeAccounts(const QVector<SampleAccount> &accounts, const QString &database, BulkLoad &load);
/// A line each: database, user, role, password, TAB between.
QByteArray accountsText(const QVector<SampleAccount> &accounts);

} // namespace certdesk::sample
