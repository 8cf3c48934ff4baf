// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/session.h"

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QThread>

namespace certdesk {

/// The store for a window: one Session on its own thread. Work is queued in order; only values cross. Lives on the GUI
/// thread. `changed` tells what a command of this window, or of anybody else on the same database, has touched.
class StoreThread : public QObject
{
    Q_OBJECT

public:
    explicit StoreThread(QObject *parent = nullptr);
    ~StoreThread() override;

    /// Opens a database; a database opened before is closed. Nobody is signed in afterwards.
    QFuture<Result<DatabaseInfo>> open(const DatabaseUrl &url);
    QFuture<Result<Person>> signIn(const QString &name, const QString &password);
    void close();

    /// Runs `work` on the database thread. `T` must be a value.
    template <class T> QFuture<Result<T>> run(std::function<Result<T>(Session &)> work)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        QMetaObject::invokeMethod(
            m_worker,
            [this, promise, work = std::move(work)] {
                promise->addResult(m_session ? work(*m_session) : Result<T>(notOpen()));
                promise->finish();
            },
            Qt::QueuedConnection);
        return promise->future();
    }
    /// The same for a receiver on the GUI thread, which may be gone when the answer comes: then nobody is told. (A
    /// continuation with a context asserts in that case with Qt 6.4.)
    template <class T>
    void run(QObject *receiver, std::function<Result<T>(Session &)> work, std::function<void(const Result<T> &)> then)
    {
        QMetaObject::invokeMethod(
            m_worker,
            [this, guard = QPointer<QObject>(receiver), work = std::move(work), then = std::move(then)] {
                Result<T> result = m_session ? work(*m_session) : Result<T>(notOpen());
                QMetaObject::invokeMethod(this, [guard, then, result = std::move(result)] {
                    if (guard)
                        then(result);
                });
            },
            Qt::QueuedConnection);
    }
    /// Applies a command on the database thread; `changed` follows when it was committed. The command is shared, so that its
    /// results can be read when the future is done.
    QFuture<Result<Change>> apply(std::shared_ptr<Command> command, std::shared_ptr<Progress> progress = {});

    void apply(std::shared_ptr<Command> command, QObject *receiver, std::function<void(const Result<Change> &)> then);

    const DatabaseInfo &info() const { return m_info; }
    const Person &person() const { return m_person; }
    const DatabaseUrl &url() const { return m_url; }
    bool isOpen() const { return m_isOpen; }
    /// After a command of another connection of this program (a job): look for its changes now.
    void checkForChanges();
    /// Findings are no records and stand in no journal: whoever has stored others says so.
    void announceFindings() { Q_EMIT findingsChanged(); }

Q_SIGNALS:
    void changed(const certdesk::Change &change);
    void findingsChanged();
    void opened();
    void signedIn();
    void closed();

private:
    static tl::unexpected<Error> notOpen();
    Result<Change> applyNow(Session &session, Command &command, Progress *progress);
    void announceForeignChanges();

    QThread m_thread;
    QObject *m_worker;
    std::unique_ptr<Session> m_session; ///< touched on the database thread only
    qint64 m_seenSequence = 0;          ///< database thread only
    DatabaseInfo m_info;
    Person m_person;
    DatabaseUrl m_url;
    bool m_isOpen = false;
};

} // namespace certdesk

Q_DECLARE_METATYPE(certdesk::Change)
