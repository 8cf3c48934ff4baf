// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/walk.h"

namespace certdesk {

namespace {

constexpr int lookEvery = 30;      ///< milliseconds
constexpr int patience = 180000; ///< milliseconds; only a walk that hangs waits so long

} // namespace

Walk::Walk(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &Walk::look);
}

void Walk::add(const Step &step)
{
    if (m_insertAt < 0)
        m_steps.append(step);
    else
        m_steps.insert(m_insertAt++, step);
}

void Walk::act(std::function<void()> what)
{
    add({{}, {}, std::move(what), 0});
}

void Walk::until(const QString &what, std::function<bool()> isThere)
{
    add({what, std::move(isThere), {}, 0});
}

void Walk::rest(int milliseconds)
{
    add({{}, {}, {}, milliseconds});
}

void Walk::fail(const QString &why)
{
    if (m_failure.isEmpty())
        m_failure = why;
}

void Walk::start()
{
    m_waited.start();
    m_timer.start();
}

void Walk::look()
{
    if (m_next == m_steps.size() || !m_failure.isEmpty())
        return end();
    const Step step = m_steps[m_next];
    if ((step.isThere && !step.isThere()) || m_waited.elapsed() < step.rest) {
        if (m_waited.elapsed() > patience)
            fail(tr("This did not come: %1").arg(step.what));
        return;
    }
    ++m_next;
    m_waited.restart();
    if (!step.act)
        return;
    m_insertAt = m_next;
    step.act();
    m_insertAt = -1;
}

void Walk::end()
{
    m_timer.stop();
    m_isFinished = true;
    Q_EMIT finished();
}

} // namespace certdesk
