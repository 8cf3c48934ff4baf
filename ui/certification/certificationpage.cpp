// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certification/certificationpage.h"

#include "models/domain/certification/statuses.h"
#include "models/operations/certification/certificationdesk.h"
#include "models/store/storethread.h"
#include "ui/certification/eventlistpanel.h"
#include "ui/common/icons.h"
#include "ui/common/job.h"
#include "ui/common/theme.h"
#include "ui/common/whendone.h"

#include <QAction>
#include <QBoxLayout>

namespace certdesk {

namespace {

struct ListRead
{
    QVector<EventRow> rows;
    DayNumber today = 0;
    bool hasLink = false;
};

} // namespace

CertificationPage::CertificationPage(const PageContext &context, QWidget *parent)
    : Page(QStringLiteral("certification"), parent), m_context(context), m_list(new EventListPanel), m_sync(new QAction(icons::icon(QStringLiteral("sync")), tr("Sync now"), this)),
      m_categories(new QAction(icons::icon(QStringLiteral("groups")), tr("Members"), this))
{
    m_categories->setObjectName(QStringLiteral("openCategories"));
    m_categories->setToolTip(tr("Who certifies and reviews: Certification Category"));
    connect(m_categories, &QAction::triggered, this, [this] { goTo({QStringLiteral("categories"), {}}); });
    m_sync->setObjectName(QStringLiteral("syncNow"));
    m_sync->setToolTip(tr("Exchange changes with the state now"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::margin, 0, spacing::margin, spacing::group);
    column->addWidget(m_list);
    connect(m_sync, &QAction::triggered, this, &CertificationPage::synchronize);
    connect(m_list, &EventListPanel::nextStepWanted, this, [this] { goTo(PageAddress{QStringLiteral("settings"), {}}.set("section", QStringLiteral("link"))); });
    connect(m_list, &EventListPanel::selectionChanged, this, &Page::addressChanged);
    connect(m_list, &EventListPanel::rowOpened, this, [this](qint64 participation) {
        goTo(PageAddress{QStringLiteral("certify"), {}}.set("participation", QString::number(participation)));
    });
    connect(context.store, &StoreThread::changed, this, [this](const Change &change) {
        for (const EntityKind kind : {EntityKind::Participation, EntityKind::SignOff, EntityKind::Request, EntityKind::EventVersion,
                                      EntityKind::CategoryMember, EntityKind::WizardProgress}) {
            if (change.touches(kind) && isVisible())
                return refresh();
        }
    });
}

QString CertificationPage::sentence() const
{
    int open = 0;
    for (int i = 0; i < m_list->table().rowCount(); ++i) {
        const UserStatus status = m_list->table().row(i).userStatus;
        open += status == UserStatus::Open || status == UserStatus::Incomplete || status == UserStatus::Overdue;
    }
    return open ? tr("%n event(s) wait for your certification", nullptr, open) : tr("No event waits for your certification");
}

PageAddress CertificationPage::address() const
{
    PageAddress address{name(), {}};
    if (const qint64 selected = m_list->selectedParticipation())
        address.set("participation", QString::number(selected));
    return address;
}

void CertificationPage::open(const PageAddress &address)
{
    m_wanted = address.parameter("participation").toLongLong();
    refresh();
}

void CertificationPage::refresh()
{
    const int generation = ++m_generation;
    const auto read = m_context.store->run<ListRead>([](Session &session) -> Result<ListRead> {
        auto rows = CertificationDesk(session).rows();
        if (!rows)
            return tl::unexpected(rows.error());
        return ListRead{*rows, statusDay(session), hasLink(session)};
    });
    whenDone(read, this, [this, generation](const Result<ListRead> &list) {
        if (generation != m_generation)
            return;
        if (!list)
            return showError(list.error());
        if (list->hasLink)
            m_list->setReasonForNone(tr("No event is published for you"), tr("You see events of the categories you belong to; the district administrator adds members."));
        else
            m_list->setReasonForNone(tr("This district is not connected to a state"), tr("Certification needs the state. An administrator connects the district once."), tr("Connect to state"));
        m_list->setRows(list->rows, list->today);
        if (m_wanted)
            m_list->selectParticipation(std::exchange(m_wanted, 0));
        Q_EMIT headerChanged();
    });
}

void CertificationPage::synchronize()
{
    auto *job = new Job(tr("Exchange with the state"), tr("rows"));
    startJob(job);
    const auto progress = job->progress();
    m_sync->setEnabled(false);
    const auto done = m_context.store->run<SyncReport>([progress](Session &session) { return CertificationDesk(session).synchronize(progress.get()); });
    whenDone(done, this, [this, job](const Result<SyncReport> &report) {
        m_sync->setEnabled(true);
        if (!report)
            return job->finish(tl::unexpected(report.error()));
        job->finish(Job::Notice{tr("%1 rows sent, %2 received").arg(report->sent).arg(report->received), address(), 0});
        m_context.store->checkForChanges();
        refresh();
    });
}

} // namespace certdesk
