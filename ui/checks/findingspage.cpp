// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checks/findingspage.h"

#include "models/operations/checkrun.h"
#include "ui/common/storejob.h"

#include <QLocale>
#include <QPointer>

namespace certdesk {

namespace {

ListPage::Words words()
{
    ListPage::Words words;
    words.title = FindingsPage::tr("Findings");
    words.sentence = [](qint64 rows) {
        return FindingsPage::tr("%1 finding(s)", nullptr, static_cast<int>(rows)).replace(QStringLiteral("%1"), QLocale().toString(rows));
    };
    words.emptyWhy = FindingsPage::tr("No findings");
    words.emptyMore = FindingsPage::tr("The checks follow each change by themselves; you can also run them all now.");
    words.nextStep = FindingsPage::tr("Run the checks");
    words.leadsTo = PageAddress{QStringLiteral("findings"), {}}.set("run", QStringLiteral("1"));
    return words;
}

} // namespace

FindingsPage::FindingsPage(const PageContext &context, QWidget *parent)
    : ListPage(QStringLiteral("findings"), QStringLiteral("findings"), words(), context, parent), m_run(new QAction(tr("Run the checks"), this))
{
    m_run->setObjectName(QStringLiteral("runChecks"));
    m_run->setToolTip(tr("Look at all data with all rules"));
    m_run->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    m_run->setEnabled(context.store->person().may(Right::RunChecks));
    connect(m_run, &QAction::triggered, this, &FindingsPage::run);
    connect(context.store, &StoreThread::findingsChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

QList<QAction *> FindingsPage::pageActions() const
{
    return {m_run};
}

void FindingsPage::open(const PageAddress &address)
{
    ListPage::open(address);
    if (!address.parameter("run").isEmpty() && m_run->isEnabled())
        run();
}

void FindingsPage::run()
{
    if (m_running)
        return;
    m_running = true;
    m_run->setEnabled(false);
    Job *job = startStoreJob<CheckReport>(
        *context().store, tr("Checks"), tr("rules"),
        [](Session &session, Progress &progress) { return runCheck(session, {}, &progress); },
        [](const CheckReport &report) {
            const auto found = report.run.result.findings.size();
            return Job::Notice{found == 0 ? tr("nothing found") : tr("%n finding(s)", nullptr, static_cast<int>(found)),
                               {QStringLiteral("findings"), {}}, 0};
        });
    connect(job, &Job::ended, this, [this] {
        m_running = false;
        m_run->setEnabled(true);
        refresh();
    });
    startJob(job);
}

} // namespace certdesk
