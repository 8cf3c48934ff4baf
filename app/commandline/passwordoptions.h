// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/call.h"
#include "models/operations/intake/newaccounts.h"

namespace certdesk::cli {

/// --shared-password-file and --generate-passwords of an import and of a plan that is applied.
QVector<Option> passwordOptions();
bool wantsPasswords(const Arguments &arguments);
/// Wrong calls: both at once, another kind than students and staff, several files for one file of passwords.
Done checkPasswordOptions(const Arguments &arguments, const QString &kind, qsizetype files);

/// The accounts of one import, and the file that tells the generated passwords: it is written before the import is committed, so
/// that a full disk stops it, and appears with keep() afterwards.
class ImportPasswords
{
public:
    explicit ImportPasswords(Call &call);
    ~ImportPasswords();

    Done count(const ImportPlan &plan);
    Done make(const ImportPlan &plan);
    Done keep();
    const QVector<RowChange> &changes() const { return m_accounts.changes; }
    /// Adds "accounts" to the answer of an import that asked for them, and says it in words.
    void report(QJsonObject &document, bool committed) const;

private:
    class PasswordFile;

    Call &m_call;
    NewAccounts m_accounts;
    std::unique_ptr<PasswordFile> m_file;
};

} // namespace certdesk::cli
