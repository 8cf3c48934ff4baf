// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/background.h"

#include "models/store/storethread.h"
#include "ui/frame/statusline.h"
#include "ui/frame/windowactions.h"
#include "ui/frame/windowservices.h"

#include <QMenu>

namespace certdesk {

namespace {

constexpr int afterChange = 1000; ///< milliseconds; gathers the changes of one moment before the checks look at them

} // namespace

Background::Background(StoreThread &store, const WindowServices &services, StatusLine &status, WindowActions &actions)
    : m_store(store), m_services(services), m_status(status), m_actions(actions), m_link(store, services), m_checks(afterChange, 0)
{
    m_status.linkMenu()->addActions({m_actions.synchronize, m_actions.linkProblems, m_actions.linkSettings});
    connect(&m_link, &LinkKeeper::told, this, &Background::followLink);
    connect(m_actions.synchronize, &QAction::triggered, this, &Background::synchronize);
    connect(&m_store, &StoreThread::changed, &m_checks, &BackgroundTask::runSoon);
    connect(&m_checks, &BackgroundTask::ended, this, [this] {
        if (m_checks.result().value_or(false))
            m_store.announceFindings();
    });
}

void Background::start()
{
    const bool isDistrict = !m_store.info().isState;
    for (QAction *action : {m_actions.synchronize, m_actions.linkProblems, m_actions.linkSettings})
        action->setVisible(isDistrict);
    m_link.start();
    if (m_services.check)
        m_checks.start([check = m_services.check, url = m_store.url()](Progress &progress) { return check(url, progress); });
}

void Background::stop()
{
    m_link.stop();
    m_checks.stop();
}

void Background::followLink()
{
    const LinkWords &link = m_link.words();
    m_status.showLink(link.tone, link.words, link.more);
    m_actions.linkProblems->setVisible(!link.refused.isEmpty());
}

void Background::synchronize()
{
    if (Job *job = m_link.synchronizeNow())
        Q_EMIT jobStarted(job);
    else
        m_actions.linkSettings->trigger();
}

} // namespace certdesk
