// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/output.h"
#include "app/commandline/subcommand.h"
#include "models/store/session.h"

namespace certdesk::cli {

/// What a running subcommand has: its arguments, the signed-in session, where its output goes, and the progress that
/// Ctrl-C cancels.
class Call
{
public:
    Call(const Registry &registry, const Arguments &arguments, Progress &progress);
    ~Call();

    const Registry &registry() const { return m_registry; }
    const Arguments &arguments() const { return m_arguments; }
    Output &out() { return m_output; }
    bool isJson() const { return m_output.isJson(); }
    Progress &progress() { return m_progress; }

    Result<DatabaseUrl> databaseUrl() const;
    /// First line of --password-file, else $CERTDESK_PASSWORD.
    Result<QString> password() const;
    /// Opens the database of the call and signs in; the frame does it for subcommands that need it.
    Done signIn();
    Session &session() { return *m_session; }
    void closeSession();

private:
    const Registry &m_registry;
    const Arguments &m_arguments;
    Progress &m_progress;
    Output m_output;
    std::unique_ptr<Session> m_session;
};

/// The first line of a password file, without its line end (F-PASSWORD when it cannot be read or is empty).
Result<QString> passwordFromFile(const QString &path);

} // namespace certdesk::cli
