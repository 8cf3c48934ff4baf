// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace certdesk {
class Connection;
class Progress;
} // namespace certdesk

namespace certdesk::cli {

/// Ctrl-C and SIGTERM: the running change is cancelled and rolled back. The handler itself only stores the signal number
/// and wakes a thread; that thread cancels the progress and interrupts the statement that runs. A second signal ends the
/// program at once (the database rolls back what was not committed).
class Interruption
{
public:
    /// Once, before any thread starts.
    static void install(Progress *progress);
    /// The connection whose running statement is to be interrupted; null: none.
    static void watch(Connection *connection);
    /// 130 or 143 after a signal, 0 without.
    static int exitCode();
};

/// Is standard error a terminal: a bar, else plain lines.
bool standardErrorIsTerminal();

} // namespace certdesk::cli
