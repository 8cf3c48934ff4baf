// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/linkkeeper.h"

#include "models/store/storethread.h"
#include "ui/common/job.h"
#include "ui/frame/windowservices.h"

#include <QDateTime>
#include <QLocale>

namespace certdesk {

namespace {

constexpr int afterCommit = 2000;   ///< milliseconds; gathers the commits of one moment
constexpr int atLeastEvery = 60000; ///< C-384

bool isNoLink(const Error &error)
{
    return error.code == QLatin1String("LINK-NONE");
}

} // namespace

LinkKeeper::LinkKeeper(StoreThread &store, const WindowServices &services, QObject *parent)
    : QObject(parent), m_store(store), m_services(services), m_task(afterCommit, atLeastEvery)
{
    connect(&m_store, &StoreThread::changed, this, [this] { read(true); });
    connect(&m_task, &BackgroundTask::ended, this, [this] {
        const Result<bool> &result = m_task.result();
        m_error = result ? std::optional<Error>() : result.error();
        if (result && *result)
            m_store.checkForChanges();
        read(false);
    });
}

void LinkKeeper::start()
{
    m_health = {};
    m_error.reset();
    if (m_services.exchange)
        m_task.start([exchange = m_services.exchange, url = m_store.url()](Progress &progress) { return exchange(url, progress); });
    read(false);
}

void LinkKeeper::stop()
{
    m_task.stop();
}

Job *LinkKeeper::synchronizeNow()
{
    if (!m_services.exchange || !m_health.isConnected)
        return nullptr;
    Job *job = Job::start(tr("Exchange with the state"), tr("rows"), [exchange = m_services.exchange, url = m_store.url()](Progress &progress) -> Result<Job::Notice> {
        const auto done = exchange(url, progress);
        if (!done)
            return tl::unexpected(done.error());
        return Job::Notice{tr("in step with the state"), {}, 0};
    });
    connect(job, &Job::ended, this, [this, job] {
        m_error = job->state() == Job::State::Failed ? std::optional<Error>(job->error()) : std::nullopt;
        read(false);
    });
    return job;
}

void LinkKeeper::look()
{
    read(false);
}

void LinkKeeper::read(bool mayExchange)
{
    if (!m_services.link || !m_task.isStarted())
        return;
    m_store.run<LinkHealth>(this, m_services.link, [this, mayExchange](const Result<LinkHealth> &health) {
        if (!health || !m_task.isStarted())
            return;
        m_health = *health;
        if (mayExchange && m_health.isConnected && m_health.waiting > 0)
            m_task.runSoon();
        tell();
    });
}

void LinkKeeper::tell()
{
    m_words = m_store.info().isState ? LinkWords() : compose();
    Q_EMIT told(m_words);
}

QString LinkKeeper::lastExchange() const
{
    if (m_health.lastSuccess == 0)
        return tr("Nothing was exchanged yet.");
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(m_health.lastSuccess);
    return tr("Last exchange: %1.").arg(QLocale().toString(when, QLocale::ShortFormat));
}

LinkWords LinkKeeper::compose() const
{
    const int waiting = static_cast<int>(m_health.waiting);
    if (!m_health.isConnected)
        return {Tone::Neutral, tr("Not connected to a state"), tr("An administrator connects the district in Settings."), {}};
    LinkWords link{Tone::Good, tr("In step with the state"), lastExchange(), m_health.problems.join(QLatin1Char('\n'))};
    if (waiting > 0) {
        link.tone = Tone::Waiting;
        link.words = tr("%n row(s) wait for the state", nullptr, waiting);
    }
    if (!m_health.problems.isEmpty()) {
        link.tone = Tone::Problem;
        link.words = tr("The state refused %n row(s)", nullptr, static_cast<int>(m_health.problems.size()));
        link.more = tr("Correct them and they are sent again. %1").arg(lastExchange());
    }
    if (m_error && !isNoLink(*m_error) && m_error->kind != Error::Kind::Cancelled) {
        link.tone = Tone::Attention;
        link.words = waiting > 0 ? tr("State out of reach, %n row(s) wait", nullptr, waiting) : tr("State out of reach");
        link.more = QStringLiteral("%1 %2\n%3").arg(m_error->message, m_error->next, lastExchange());
    }
    return link;
}

} // namespace certdesk
