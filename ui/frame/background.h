// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/linkkeeper.h"

namespace certdesk {

class StatusLine;
class WindowActions;

/// What the window does by itself while a person works in it: keeps the district in step with its state and the findings up
/// with the data, and shows in the status bar how the link stands. GUI thread.
class Background : public QObject
{
    Q_OBJECT

public:
    Background(StoreThread &store, const WindowServices &services, StatusLine &status, WindowActions &actions);
    void start();
    void stop();
    const LinkWords &link() const { return m_link.words(); }

Q_SIGNALS:
    /// An exchange that the person asked for; the receiver owns it.
    void jobStarted(Job *job);

private:
    void followLink();
    void synchronize();

    StoreThread &m_store;
    const WindowServices &m_services;
    StatusLine &m_status;
    WindowActions &m_actions;
    LinkKeeper m_link;
    BackgroundTask m_checks;
};

} // namespace certdesk
