// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/domain/rights.h"
#include "ui/common/job.h"

#include <QAction>
#include <QJsonObject>
#include <QList>
#include <QWidget>
#include <functional>

namespace certdesk {

class Preferences;
class StoreThread;
class ViewMemory;

/// One page of the window. The frame draws the title, the sentence of state, the actions, the banner, the undo bar and
/// the jobs; the page is only what stands below: filter row, grid or form, details, totals (W-002). A page never opens
/// another page, a box or a bar itself: it asks for them with the protected helpers. GUI thread only.
class Page : public QWidget
{
    Q_OBJECT

public:
    /// `name` is the word of the address ("students") and becomes the objectName.
    explicit Page(const QString &name, QWidget *parent = nullptr);

    QString name() const { return m_name; }
    virtual QString title() const = 0;
    /// One sentence of state: "1,204 students, 31 need attention". Empty while it is not known.
    virtual QString sentence() const { return {}; }
    /// Shown at the right of the title, in this order; the first is the main action. Owned by the page. Each has a text, an
    /// objectName, a tool tip and, where it has one, a shortcut. Actions after the third stand in the More menu.
    virtual QList<QAction *> pageActions() const { return {}; }

    /// Where the person is now, with filters and selection, so that Back, Forward and links return to it (W-005).
    virtual PageAddress address() const { return {m_name, {}}; }
    /// Shows what the address says. Called each time the page is entered, also with no parameters.
    virtual void open(const PageAddress &address) { Q_UNUSED(address) }

    /// The year chosen in the status bar, as the calendar year in which it ends. Called before the first open().
    virtual void setSchoolYear(qint64 endYear) { Q_UNUSED(endYear) }
    virtual bool showsSchoolYear() const { return true; }
    /// F5: read again.
    virtual void refresh() {}
    /// Ctrl+F and Ctrl+Shift+F; a page with a grid hands them to it.
    virtual void findInPage() {}
    virtual void toggleFilterRow() {}
    /// What is typed and not yet stored (W-033); empty when there is nothing. Kept when the window locks or closes.
    virtual QJsonObject draft() const { return {}; }
    virtual void restoreDraft(const QJsonObject &draft) { Q_UNUSED(draft) }
    /// Name of the file in resources/help without ".html".
    virtual QString helpTopic() const { return m_name; }
    /// What Ctrl+P prints, as HTML below title, filters and date; empty when the page cannot be printed.
    virtual QString printableHtml() const { return {}; }

Q_SIGNALS:
    /// Title, sentence or actions are others now.
    void headerChanged();
    /// The page moved by itself (filter, selection); the frame corrects the present entry of its history.
    void addressChanged();
    void navigationRequested(const PageAddress &address);
    void errorHappened(const Error &error);
    void noticeGiven(const QString &sentence, const PageAddress &leadsTo);
    void changeDone(const QString &sentence, qint64 undoBatch);
    void jobStarted(Job *job);

protected:
    void goTo(const PageAddress &address) { Q_EMIT navigationRequested(address); }
    /// A banner: what happened, what was kept, what to do (W-031).
    void showError(const Error &error) { Q_EMIT errorHappened(error); }
    void showNotice(const QString &sentence, const PageAddress &leadsTo = {}) { Q_EMIT noticeGiven(sentence, leadsTo); }
    /// The undo bar for ten seconds (W-032): "148 students promoted". 0: nothing to undo.
    void showDone(const QString &sentence, qint64 undoBatch) { Q_EMIT changeDone(sentence, undoBatch); }
    /// Hands a running job to the frame, which shows it in the status bar and owns it from now on.
    void startJob(Job *job) { Q_EMIT jobStarted(job); }

private:
    QString m_name;
};

/// What a page is built with. The pointers outlive the page.
struct PageContext
{
    StoreThread *store = nullptr;
    Preferences *preferences = nullptr; ///< how days are written
    ViewMemory *memory = nullptr; ///< columns, widths and filters of this person (W-006)
    qint64 schoolYear = 0;
    bool stateDatabase = false;
    bool sample = false;
};

/// One line of the navigation rail and how its page is made; the composition root lists them all.
struct PageEntry
{
    /// District, State: in such a database only. Hidden: not in the rail; reached by links and, where it has a word, by Find.
    enum class Place { Work, District, State, Foot, Hidden };

    QString name;
    QString word; ///< in the rail
    QString icon; ///< a name of resources/icons
    Place place = Place::Work;
    std::optional<Right> right; ///< without it the line is absent; empty: for everyone
    std::function<Page *(const PageContext &)> create;
};

} // namespace certdesk
