// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/scope.h"
#include "models/store/command.h"
#include "models/store/connection.h"

#include <QHash>
#include <functional>
#include <memory>

namespace certdesk {

class Progress;

/// Facts of the open database that hold for its life.
struct DatabaseInfo
{
    bool isState = false;
    QString organizationName;
    QString organizationCode;
    qint64 organization = 0; ///< id of the own organization row
    qint64 schoolYear = 0;   ///< current school year (end year)
    bool isSample = false;
};

/// One person on one connection: the door to the store. Bound to the thread that opened it; the command line uses it
/// directly, the window through StoreThread. Every call returns a Result; nothing throws past it.
class Session
{
public:
    /// Opens a database whose schema is this program's and has not signed anybody in: reads and commands are refused.
    static Result<std::unique_ptr<Session>> open(const DatabaseUrl &url, Connection::Mode mode = Connection::Mode::ReadWrite);
    ~Session();

    /// Signs in; wrong name and wrong password give the same answer in the same time (S-003).
    Done signIn(const QString &name, const QString &password);
    /// The program itself, for set-up, sample and exchange; never reachable by a person's input.
    void actAsProgram();
    void signOut();
    /// Asked again before something that binds (S-008); counts failures like a sign-in.
    Done confirmPassword(const QString &password);
    bool isSignedIn() const { return m_signedIn; }

    const Person &person() const { return m_person; }
    const Scope &scope() const { return m_person.scope; }
    const DatabaseInfo &info() const { return m_info; }
    const DatabaseUrl &url() const { return m_connection->url(); }
    /// Set when the file was found damaged at opening: it is then open for reading only, and `next` names the newest good
    /// backup (S-042).
    const std::optional<Error> &damage() const { return m_damage; }
    bool isOnNetworkShare() const { return m_connection->isOnNetworkShare(); }

    /// What lists, checks and plans take as today: --as-of, else the database's own day.
    DayNumber today();
    void setAsOf(DayNumber day) { m_asOf = day; }
    std::optional<DayNumber> asOf() const { return m_asOf; }
    /// Stops the clock at a time (milliseconds since 1970 UTC), for what the sample's people did on other days (C-009).
    void setClock(qint64 now) { m_clock = now; }
    /// The database's own time in milliseconds since 1970 UTC (C-009); --as-of does not move it.
    qint64 now();

    /// Checks the right, runs the command in one transaction with its journal, and commits.
    Result<Change> apply(Command &command, Progress *progress = nullptr);
    Done require(Right right) const;
    /// Signed in, and no password change is waiting (S-005).
    Done requireSignedIn() const;

    std::optional<Record> record(EntityKind kind, qint64 id);
    /// All visible records of a kind, by id. For the small tables and for plans; grids page through views.
    Result<QVector<Record>> records(EntityKind kind);
    QString setting(const QString &name);

    /// Runs `work` in one read transaction and turns a StoreFailure into an Error. For the readers of models/store.
    template <class T> Result<T> read(const std::function<T(Connection &)> &work)
    {
        return reading<T>([&] { return work(*m_connection); });
    }
    void interrupt() { m_connection->interrupt(); }
    Connection &connection() { return *m_connection; }

private:
    Session() = default;
    void openConnection(const DatabaseUrl &url, Connection::Mode mode);
    void loadInfo();
    void loadPerson(qint64 accountId);
    template <class T> Result<T> reading(const std::function<T()> &work)
    {
        if (const Done ready = requireSignedIn(); !ready)
            return tl::unexpected(ready.error());
        const bool own = !m_connection->inTransaction();
        try {
            if (own)
                m_connection->beginRead();
            if constexpr (std::is_void_v<T>) {
                work();
                if (own)
                    m_connection->commit();
                return {};
            } else {
                T value = work();
                if (own)
                    m_connection->commit();
                return value;
            }
        } catch (const StoreFailure &failure) {
            if (own)
                m_connection->rollback();
            return tl::unexpected(failure.error);
        }
    }
    static tl::unexpected<Error> notSignedIn();

    std::unique_ptr<Connection> m_connection;
    Person m_person;
    DatabaseInfo m_info;
    bool m_signedIn = false;
    std::optional<DayNumber> m_asOf;
    std::optional<qint64> m_clock;
    std::optional<Error> m_damage;
};

} // namespace certdesk
