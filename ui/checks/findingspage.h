// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/listpage.h"

namespace certdesk {

struct CheckReport;

/// What the checks found; each finding leads to its record. Runs all checks and saves their report.
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
    void save();
    void showRecord(qint64 finding);
    QAction *m_run;
    QAction *m_save;
    QAction *m_show;
    std::shared_ptr<CheckReport> m_report; ///< of the last run from here
    bool m_running = false;
};

} // namespace certdesk
