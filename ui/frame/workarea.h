// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"
#include "ui/frame/pagehistory.h"

#include <QHash>
#include <QVector>

class QStackedWidget;

namespace certdesk {

class Banner;
class NavigationRail;
class PageHeader;
class UndoBar;

/// Everything a signed-in person works in: rail, header, banner, the pages, undo bar. It makes pages when they are first
/// entered, walks the history and carries what pages ask for up to the window.
class WorkArea : public QWidget
{
    Q_OBJECT

public:
    explicit WorkArea(QWidget *parent = nullptr);

    /// Only what the person may; the pages of the person before are gone afterwards.
    void start(const QVector<PageEntry> &entries, const PageContext &context);
    void clear();
    bool has(const QString &page) const;
    /// False when there is no such page for this person; a banner says so.
    bool goTo(const PageAddress &address);
    Page *currentPage() const;
    /// Null while the page was never entered.
    Page *page(const QString &name) const { return m_pages.value(name); }
    void setSchoolYear(qint64 endYear, bool past);

    const PageHistory &history() const { return m_history; }
    /// While the window is locked neither key nor mouse walks the history.
    void setActive(bool active);
    QAction *backAction() const { return m_back; }
    QAction *forwardAction() const { return m_forward; }
    Banner *banner() const { return m_banner; }
    UndoBar *undoBar() const { return m_undoBar; }
    NavigationRail *rail() const { return m_rail; }
    PageHeader *header() const { return m_header; }
    const QVector<PageEntry> &entries() const { return m_entries; }
    /// Drafts of all pages by page name (W-033).
    QJsonObject drafts() const;
    void restoreDrafts(const QJsonObject &drafts);

Q_SIGNALS:
    void moved(const PageAddress &address);
    void jobStarted(Job *job);
    /// A batch that can be undone.
    void changeDone(qint64 batch);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLayout *buildColumn();
    void connectPage(Page *page);
    Page *makePage(const QString &name);
    void enter(const PageAddress &address);
    void showHeader();
    void followActions();

    QVector<PageEntry> m_entries;
    PageContext m_context;
    bool m_pastYear = false;
    bool m_active = true;
    PageHistory m_history;
    QHash<QString, Page *> m_pages;
    QJsonObject m_waitingDrafts;
    QAction *m_back;
    QAction *m_forward;
    NavigationRail *m_rail;
    PageHeader *m_header;
    Banner *m_banner;
    QStackedWidget *m_stack;
    UndoBar *m_undoBar;
};

} // namespace certdesk
