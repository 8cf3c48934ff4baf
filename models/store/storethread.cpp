// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storethread.h"

#include "models/domain/progress.h"
#include "models/store/journalblock.h"

#include <QCoreApplication>
#include <QTimer>

namespace certdesk {

namespace {

/// How often the journal is looked at for changes of other programs.
constexpr int pollMilliseconds = 2000;
constexpr qint64 listedRecords = 2000;

qint64 lastSequence(Connection &connection)
{
    auto &statement = connection.prepared(QStringLiteral("SELECT sequence FROM journal_head WHERE one = 1"));
    const qint64 sequence = statement.step() ? statement.integer(0) : 0;
    statement.reset();
    return sequence;
}

Change changesSince(Connection &connection, qint64 sequence, qint64 last)
{
    Change change;
    change.sequence = last;
    if (last - sequence > listedRecords) {
        change.wholeKinds = entityKinds();
        return change;
    }
    auto statement = connection.prepare(QStringLiteral("SELECT DISTINCT entity, record_id FROM journal WHERE sequence > ? AND entity IS NOT NULL"));
    statement->query(Value(sequence));
    while (statement->step()) {
        if (const auto kind = entityKindFromName(statement->text(0)))
            change.records.append({*kind, statement->integer(1)});
    }
    eachBlock(connection, QStringLiteral("last_sequence > ?"), {Value(sequence)}, [&change](const JournalBlock &block) {
        if (const auto kind = entityKindFromName(block.entity)) {
            for (qint64 id = block.firstRecord; id <= block.lastRecord(); ++id)
                change.records.append({*kind, id});
        }
    });
    return change;
}

} // namespace

StoreThread::StoreThread(QObject *parent) : QObject(parent), m_worker(new QObject)
{
    qRegisterMetaType<Change>();
    m_thread.setObjectName(QStringLiteral("database"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(m_worker, [this] {
        auto *timer = new QTimer(m_worker);
        QObject::connect(timer, &QTimer::timeout, m_worker, [this] { announceForeignChanges(); });
        timer->start(pollMilliseconds);
    });
}

StoreThread::~StoreThread()
{
    QMetaObject::invokeMethod(m_worker, [this] {
        m_session.reset();
        delete m_worker;
    });
    m_thread.quit();
    m_thread.wait();
}

QFuture<Result<DatabaseInfo>> StoreThread::open(const DatabaseUrl &url)
{
    m_url = url;
    auto promise = std::make_shared<QPromise<Result<DatabaseInfo>>>();
    promise->start();
    QMetaObject::invokeMethod(m_worker, [this, promise, url] {
        m_session.reset();
        auto session = Session::open(url);
        Result<DatabaseInfo> result = session ? Result<DatabaseInfo>((*session)->info()) : Result<DatabaseInfo>(tl::unexpected(session.error()));
        if (session) {
            m_session = std::move(*session);
            m_seenSequence = lastSequence(m_session->connection());
            const DatabaseInfo info = m_session->info();
            QMetaObject::invokeMethod(this, [this, info] {
                m_info = info;
                m_isOpen = true;
                m_person = Person();
                Q_EMIT opened();
            });
        }
        promise->addResult(result);
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<Person>> StoreThread::signIn(const QString &name, const QString &password)
{
    return run<Person>([this, name, password](Session &session) -> Result<Person> {
        if (const auto done = session.signIn(name, password); !done)
            return tl::unexpected(done.error());
        const Person person = session.person();
        QMetaObject::invokeMethod(this, [this, person] {
            m_person = person;
            Q_EMIT signedIn();
        });
        return person;
    });
}

void StoreThread::close()
{
    QMetaObject::invokeMethod(m_worker, [this] {
        m_session.reset();
        QMetaObject::invokeMethod(this, [this] {
            m_isOpen = false;
            m_person = Person();
            Q_EMIT closed();
        });
    });
}

Result<Change> StoreThread::applyNow(Session &session, Command &command, Progress *progress)
{
    auto done = session.apply(command, progress);
    if (done) {
        m_seenSequence = std::max(m_seenSequence, done->sequence);
        const Change change = *done;
        QMetaObject::invokeMethod(this, [this, change] { Q_EMIT changed(change); });
    }
    return done;
}

QFuture<Result<Change>> StoreThread::apply(std::shared_ptr<Command> command, std::shared_ptr<Progress> progress)
{
    return run<Change>([this, command, progress](Session &session) { return applyNow(session, *command, progress.get()); });
}

void StoreThread::apply(std::shared_ptr<Command> command, QObject *receiver, std::function<void(const Result<Change> &)> then)
{
    run<Change>(receiver, [this, command](Session &session) { return applyNow(session, *command, nullptr); }, std::move(then));
}

void StoreThread::checkForChanges()
{
    QMetaObject::invokeMethod(m_worker, [this] { announceForeignChanges(); });
}

void StoreThread::announceForeignChanges()
{
    if (!m_session)
        return;
    try {
        Connection &connection = m_session->connection();
        const qint64 last = lastSequence(connection);
        if (last <= m_seenSequence)
            return;
        const Change change = changesSince(connection, m_seenSequence, last);
        m_seenSequence = last;
        QMetaObject::invokeMethod(this, [this, change] { Q_EMIT changed(change); });
    } catch (const StoreFailure &) {
        // The next look, or the next read of the person, tells that the database cannot be reached.
    }
}

tl::unexpected<Error> StoreThread::notOpen()
{
    return failure(Error::Kind::NotFound, QStringLiteral("DB-CLOSED"), QCoreApplication::translate("StoreThread", "No database is open."),
                   QCoreApplication::translate("StoreThread", "Open one first."));
}

} // namespace certdesk
