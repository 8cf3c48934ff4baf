// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/listpage.h"

namespace certdesk {

/// What the checks found, and the button that runs them.
class FindingsPage : public ListPage
{
    Q_OBJECT

public:
    explicit FindingsPage(const PageContext &context, QWidget *parent = nullptr);
    QList<QAction *> pageActions() const override;
    /// "run" as a parameter runs the checks at once.
    void open(const PageAddress &address) override;

private:
    void run();
    QAction *m_run;
    bool m_running = false;
};

} // namespace certdesk
