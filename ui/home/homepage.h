// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/home/homefacts.h"
#include "ui/common/page.h"

#include <QTimer>

class QVBoxLayout;

namespace certdesk {

class JobList;

/// What needs me today (W-010): cards by urgency, alerts, jobs, three charts; one quiet line when all is done. It reads
/// again when something it shows has changed.
class HomePage : public Page
{
    Q_OBJECT

public:
    HomePage(const PageContext &context, JobList *jobs, QWidget *parent = nullptr);

    QString title() const override { return tr("Home"); }
    QString sentence() const override;
    void open(const PageAddress &address) override;
    void setSchoolYear(qint64 endYear) override;
    void refresh() override;
    /// What it shows; read from the store, or set by a test.
    void showFacts(const HomeFacts &facts);

private:
    void rebuild();
    QWidget *makeCard(const HomeFacts::Card &card);
    QWidget *makeDone();
    QWidget *makeFirstSteps();
    QWidget *makeThingsToTry();
    QWidget *makeAlerts();
    QWidget *makeJobs();
    QWidget *makeChart(const HomeFacts::Chart &chart);

    PageContext m_context;
    JobList *m_jobs;
    HomeFacts m_facts;
    bool m_known = false;
    int m_generation = 0;
    QTimer m_soon;
    QVBoxLayout *m_column;
};

} // namespace certdesk
