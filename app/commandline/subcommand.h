// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/arguments.h"

#include <functional>

namespace certdesk::cli {

class Call;

/// Exit codes of the contract that a subcommand returns itself; errors get theirs from exitCodeOf().
inline constexpr int exitDone = 0;
inline constexpr int exitAttention = 1; ///< done, and something needs attention
inline constexpr int exitWrongCall = 2;
inline constexpr int exitRefused = 3;
inline constexpr int exitNotDone = 4;
inline constexpr int exitConflict = 5;
int exitCodeOf(const Error &error);

/// One verb of certdeskctl. `words` may be several ("user add"); positionals follow them.
struct Subcommand
{
    enum class Needs {
        Nothing,  ///< runs without a database; may open one itself through Call::databaseUrl()
        SignIn,   ///< the frame opens the database and signs in; Call::session() is there
    };

    QString words;
    QString summary; ///< one line
    Needs needs = Needs::SignIn;
    QVector<Option> options;
    QVector<Positional> positionals;
    std::function<Result<int>(Call &)> run; ///< the exit code, 0 or 1
    QString details = {}; ///< further help text
};

/// All subcommands, in the order they were added.
class Registry
{
public:
    void add(Subcommand subcommand) { m_subcommands.append(std::move(subcommand)); }
    const QVector<Subcommand> &subcommands() const { return m_subcommands; }
    const Subcommand *find(const QString &words) const;
    /// True when a subcommand starts with these words.
    bool isGroup(const QString &words) const;

private:
    QVector<Subcommand> m_subcommands;
};

/// Options that every subcommand takes, before or after its words.
const QVector<Option> &commonOptions();

struct ParsedCall
{
    const Subcommand *subcommand = nullptr; ///< null with help: the overview
    QString group;                          ///< help for a group of subcommands: "user"
    Arguments arguments;
    bool help = false;
};
Result<ParsedCall> parse(const Registry &registry, const QStringList &arguments);

} // namespace certdesk::cli
