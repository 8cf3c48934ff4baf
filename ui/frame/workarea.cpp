// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/workarea.h"

#include "models/domain/day.h"
#include "ui/common/banner.h"
#include "ui/common/icons.h"
#include "ui/common/navigationrail.h"
#include "ui/common/pageheader.h"
#include "ui/common/theme.h"
#include "ui/common/undobar.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace certdesk {

WorkArea::WorkArea(QWidget *parent)
    : QWidget(parent), m_back(new QAction(icons::icon(QStringLiteral("back")), tr("Back"), this)),
      m_forward(new QAction(icons::icon(QStringLiteral("forward")), tr("Forward"), this)), m_rail(new NavigationRail(this)),
      m_header(new PageHeader(this)), m_banner(new Banner(this)), m_stack(new QStackedWidget(this)), m_undoBar(new UndoBar(this))
{
    setObjectName(QStringLiteral("workArea"));
    m_stack->setObjectName(QStringLiteral("pageStack"));
    m_back->setObjectName(QStringLiteral("goBack"));
    m_forward->setObjectName(QStringLiteral("goForward"));
    m_back->setShortcuts({QKeySequence(Qt::ALT | Qt::Key_Left), QKeySequence(Qt::Key_Back)});
    m_forward->setShortcuts({QKeySequence(Qt::ALT | Qt::Key_Right), QKeySequence(Qt::Key_Forward)});
    m_header->setNavigation(m_back, m_forward);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(buildColumn(), 1);
    connect(m_rail, &NavigationRail::chosen, this, [this](const QString &name) { goTo({name, {}}); });
    connect(m_back, &QAction::triggered, this, [this] {
        m_history.correct(currentPage()->address());
        enter(m_history.back());
    });
    connect(m_forward, &QAction::triggered, this, [this] {
        m_history.correct(currentPage()->address());
        enter(m_history.forward());
    });
    connect(m_undoBar, &UndoBar::showRequested, this, &WorkArea::goTo);
    followActions();
}

QLayout *WorkArea::buildColumn()
{
    auto *notices = new QVBoxLayout;
    notices->setContentsMargins(spacing::margin, 0, spacing::margin, 0);
    notices->setSpacing(0);
    notices->addWidget(m_banner);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(spacing::margin, 0, spacing::margin, 0);
    foot->addWidget(m_undoBar);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::related);
    column->addWidget(m_header);
    column->addLayout(notices);
    column->addWidget(m_stack, 1);
    column->addLayout(foot);
    column->addSpacing(spacing::related);
    return column;
}

void WorkArea::start(const QVector<PageEntry> &entries, const PageContext &context)
{
    clear();
    m_entries = entries;
    m_context = context;
    m_rail->setEntries(entries);
}

void WorkArea::clear()
{
    m_banner->dismiss();
    m_undoBar->hide();
    m_history.clear();
    // The headers' buttons follow the actions of the pages: they go first.
    m_header->setActions({});
    const auto pages = m_pages;
    m_pages.clear();
    for (Page *page : pages) {
        m_stack->removeWidget(page);
        delete page;
    }
    m_entries.clear();
    m_rail->setEntries({});
    followActions();
}

bool WorkArea::has(const QString &page) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [&](const PageEntry &entry) { return entry.name == page; });
}

Page *WorkArea::currentPage() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

Page *WorkArea::makePage(const QString &name)
{
    if (Page *page = m_pages.value(name))
        return page;
    for (const PageEntry &entry : std::as_const(m_entries)) {
        if (entry.name != name)
            continue;
        Page *page = entry.create(m_context);
        m_pages.insert(name, page);
        m_stack->addWidget(page);
        page->setSchoolYear(m_context.schoolYear);
        connectPage(page);
        if (m_waitingDrafts.contains(name))
            page->restoreDraft(m_waitingDrafts.take(name).toObject());
        return page;
    }
    return nullptr;
}

void WorkArea::connectPage(Page *page)
{
    connect(page, &Page::headerChanged, this, [this, page] {
        if (page == currentPage())
            showHeader();
    });
    connect(page, &Page::addressChanged, this, [this, page] {
        if (page == currentPage())
            m_history.correct(page->address());
    });
    connect(page, &Page::navigationRequested, this, &WorkArea::goTo);
    connect(page, &Page::errorHappened, this, [this](const Error &error) { m_banner->showError(error); });
    connect(page, &Page::noticeGiven, this,
            [this](const QString &sentence, const PageAddress &leadsTo) { m_undoBar->showDone(sentence, 0, leadsTo); });
    connect(page, &Page::changeDone, this, [this](const QString &sentence, qint64 batch) {
        m_undoBar->showDone(sentence, batch);
        Q_EMIT changeDone(batch);
    });
    connect(page, &Page::jobStarted, this, &WorkArea::jobStarted);
}

bool WorkArea::goTo(const PageAddress &address)
{
    if (!has(address.page)) {
        m_banner->showMessage(Tone::Attention, tr("This page is not open to you."),
                              tr("Your account has no right to it, or the link is from another kind of database."));
        return false;
    }
    if (Page *before = currentPage(); before && m_pages.contains(before->name()))
        m_history.correct(before->address());
    m_history.visit(address);
    enter(address);
    return true;
}

void WorkArea::enter(const PageAddress &address)
{
    Page *page = makePage(address.page);
    if (!page)
        return;
    if (page != currentPage())
        m_banner->dismiss();
    m_stack->setCurrentWidget(page);
    m_rail->setCurrent(address.page);
    page->open(address);
    showHeader();
    followActions();
    Q_EMIT moved(address);
}

void WorkArea::showHeader()
{
    const Page *page = currentPage();
    if (!page)
        return;
    const QString name = schoolYearName(m_context.schoolYear);
    const QString year = page->showsSchoolYear() ? (m_pastYear ? tr("%1, a past year").arg(name) : name) : QString();
    m_header->setTitle(page->title(), year);
    m_header->setSentence(page->sentence());
    m_header->setActions(page->pageActions());
}

void WorkArea::followActions()
{
    m_back->setEnabled(m_active && m_history.canGoBack());
    m_forward->setEnabled(m_active && m_history.canGoForward());
}

void WorkArea::setActive(bool active)
{
    m_active = active;
    setEnabled(active);
    followActions();
}

void WorkArea::setSchoolYear(qint64 endYear, bool past)
{
    m_context.schoolYear = endYear;
    m_pastYear = past;
    for (Page *page : std::as_const(m_pages))
        page->setSchoolYear(endYear);
    showHeader();
}

QJsonObject WorkArea::drafts() const
{
    QJsonObject all = m_waitingDrafts;
    for (auto it = m_pages.begin(); it != m_pages.end(); ++it)
        if (const QJsonObject draft = it.value()->draft(); !draft.isEmpty())
            all.insert(it.key(), draft);
    return all;
}

void WorkArea::restoreDrafts(const QJsonObject &drafts)
{
    m_waitingDrafts = drafts;
}

void WorkArea::resizeEvent(QResizeEvent *event)
{
    m_rail->setCollapsed(width() < NavigationRail::collapseBelow);
    QWidget::resizeEvent(event);
}

} // namespace certdesk
