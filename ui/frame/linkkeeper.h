// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statelink/districtlink.h"
#include "ui/common/theme.h"
#include "ui/frame/backgroundtask.h"

#include <optional>

namespace certdesk {

class Job;
class StoreThread;
struct WindowServices;

/// How the link to the state stands, in the words of the status bar (C-387).
struct LinkWords
{
    Tone tone = Tone::Neutral;
    QString words;     ///< empty: nothing to say, as in a state database
    QString more;      ///< last exchange, what waits, and what to do when there is trouble
    QString refused;   ///< the rows that the state refused, a line each
};

/// Keeps a district in step with its state while its window is open (C-384): exchanges shortly after each commit that leaves
/// rows waiting and at least every minute, on connections of its own, and tells how the link stands. At a state database the
/// same clock makes the planned snapshots that are due. GUI thread; what it starts runs elsewhere.
class LinkKeeper : public QObject
{
    Q_OBJECT

public:
    LinkKeeper(StoreThread &store, const WindowServices &services, QObject *parent = nullptr);

    /// The store is open and a person is signed in.
    void start();
    void stop();
    /// By hand; the job is for the frame to show. Null when there is nothing to exchange with.
    Job *synchronizeNow();
    /// Reads how the link stands.
    void look();
    const LinkWords &words() const { return m_words; }

Q_SIGNALS:
    void told(const certdesk::LinkWords &words);

private:
    void read(bool mayExchange);
    void tell();
    LinkWords compose() const;
    QString lastExchange() const;

    StoreThread &m_store;
    const WindowServices &m_services;
    BackgroundTask m_task;
    LinkHealth m_health;
    std::optional<Error> m_error; ///< of the last exchange
    LinkWords m_words;
};

} // namespace certdesk
