// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checks/findingspage.h"

#include "models/operations/checkrun.h"
#include "models/reports/findingsreport.h"
#include "models/store/viewreader.h"
#include "ui/common/grid/grid.h"
#include "ui/common/icons.h"
#include "ui/common/prompt.h"
#include "ui/common/storejob.h"

#include <QFileInfo>
#include <QHash>
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

/// Where the record of a finding is shown; an empty address: nowhere by itself.
Result<PageAddress> recordOf(Session &session, qint64 finding)
{
    const View *view = viewByName(QStringLiteral("findings"));
    const auto rows = ViewReader(session).rows(*view, {finding}, {view->columnIndex(QStringLiteral("entity")), view->columnIndex(QStringLiteral("record"))});
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->isEmpty())
        return failure(Error::Kind::NotFound, QStringLiteral("GONE"), FindingsPage::tr("This finding is gone: the checks have run since."), FindingsPage::tr("Look at the list again."));
    static const QHash<QString, QString> pages{{QStringLiteral("student"), QStringLiteral("students")}, {QStringLiteral("attempt"), QStringLiteral("certificates")},
                                               {QStringLiteral("staff"), QStringLiteral("staff")}, {QStringLiteral("school"), QStringLiteral("schools")},
                                               {QStringLiteral("course"), QStringLiteral("courses")}, {QStringLiteral("group"), QStringLiteral("groups")},
                                               {QStringLiteral("program"), QStringLiteral("programs")}, {QStringLiteral("certificate"), QStringLiteral("certificate-list")}};
    const QString page = pages.value(rows->first().values[0].text());
    return page.isEmpty() ? PageAddress() : PageAddress{page, {}}.set("id", rows->first().values[1].text());
}

} // namespace

FindingsPage::FindingsPage(const PageContext &context, QWidget *parent)
    : ListPage(QStringLiteral("findings"), QStringLiteral("findings"), words(), context, parent), m_run(new QAction(icons::icon(QStringLiteral("check")), tr("Run the checks"), this)),
      m_save(new QAction(icons::icon(QStringLiteral("reports")), tr("Save report"), this)),
      m_show(new QAction(icons::icon(QStringLiteral("show")), tr("Show the record"), this))
{
    grid()->setWidth(QStringLiteral("message"), 46);
    grid()->setWidth(QStringLiteral("fix"), 46);
    m_run->setObjectName(QStringLiteral("runChecks"));
    m_run->setToolTip(tr("Look at all data with all rules"));
    m_run->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    m_run->setEnabled(context.store->person().may(Right::RunChecks));
    m_save->setObjectName(QStringLiteral("saveFindings"));
    m_save->setToolTip(tr("The report of the last run as PDF, HTML, CSV or Excel; run the checks first"));
    m_save->setEnabled(false);
    m_show->setObjectName(QStringLiteral("showFindingsRecord"));
    m_show->setToolTip(tr("Go to the record of the chosen finding, to correct it"));
    m_show->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_show->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QWidget::addAction(m_show);
    connect(m_show, &QAction::triggered, this, [this] { showRecord(grid()->currentId()); });
    connect(m_run, &QAction::triggered, this, &FindingsPage::run);
    connect(m_save, &QAction::triggered, this, &FindingsPage::save);
    connect(context.store, &StoreThread::findingsChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

QList<QAction *> FindingsPage::pageActions() const
{
    return QList<QAction *>{m_run, m_show, m_save} + ListPage::pageActions().mid(1); // its next step is to run the checks
}

void FindingsPage::showRecord(qint64 finding)
{
    if (finding == 0)
        return showNotice(tr("Choose a finding first"));
    context().store->run<PageAddress>(
        this, [finding](Session &session) { return recordOf(session, finding); },
        [this](const Result<PageAddress> &address) {
            if (!address)
                showError(address.error());
            else if (address->page.isEmpty())
                showNotice(tr("This finding is about a list; there is no single record to show"));
            else
                goTo(*address);
        });
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
    auto report = std::make_shared<CheckReport>();
    Job *job = startStoreJob<CheckReport>(
        *context().store, tr("Checks"), tr("rules"),
        [](Session &session, Progress &progress) { return runCheck(session, {}, &progress); },
        [report](const CheckReport &made) {
            *report = made;
            const auto found = made.run.result.findings.size();
            return Job::Notice{found == 0 ? tr("nothing found") : tr("%n finding(s)", nullptr, static_cast<int>(found)),
                               {QStringLiteral("findings"), {}}, 0};
        });
    connect(job, &Job::ended, this, [this, job, report] {
        m_running = false;
        m_run->setEnabled(true);
        if (job->state() == Job::State::Finished) {
            m_report = report;
            m_save->setEnabled(context().store->person().may(Right::Export));
        }
        refresh();
    });
    startJob(job);
}

void FindingsPage::save()
{
    const QString filter = tr("PDF (*.pdf);;HTML (*.html);;CSV (*.csv);;Excel (*.xlsx)");
    FileChooser::save(this, tr("Save the report"), QStringLiteral("findings.pdf"), filter, [this](const QString &fileName) {
        if (fileName.isEmpty() || !m_report)
            return;
        const QString suffix = QFileInfo(fileName).suffix().toLower();
        const auto format = reportFormatFromName(suffix);
        if (!format)
            return showError({Error::Kind::Invalid, QStringLiteral("FORMAT"), tr("A report is saved as HTML, PDF, CSV or XLSX."), tr("Give the file one of these endings."), {}});
        startJob(startStoreJob<bool>(
            *context().store, tr("Report of the checks"), tr("findings"),
            [report = m_report, format = *format, suffix, fileName](Session &session, Progress &) -> Result<bool> {
                if (const auto noted = noteReport(session, *report, suffix); !noted)
                    return tl::unexpected(noted.error());
                if (const auto written = writeFindings(report->document, format, fileName); !written)
                    return tl::unexpected(written.error());
                return true;
            },
            [fileName](const bool &) { return Job::Notice{tr("saved as %1").arg(QFileInfo(fileName).fileName()), {}, 0}; }));
    });
}

} // namespace certdesk
