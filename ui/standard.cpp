// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/standard.h"

#include "ui/certification/certificationpages.h"
#include "ui/checks/findingspage.h"
#include "ui/frame/mainwindow.h"
#include "ui/frame/windowactions.h"
#include "ui/frame/workarea.h"
#include "ui/help/helppage.h"
#include "ui/home/homepage.h"
#include "ui/intake/importpage.h"
#include "ui/lists/lists.h"
#include "ui/roster/rosterpages.h"
#include "ui/settings/settingspage.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

using Place = PageEntry::Place;

QString tr(const char *text)
{
    return QCoreApplication::translate("certdesk::NavigationRail", text);
}

QVector<HelpPage::Shortcut> shortcutsOf(const MainWindow &window)
{
    QVector<HelpPage::Shortcut> shortcuts;
    const auto add = [&shortcuts](const QAction *action) {
        if (!action->shortcut().isEmpty())
            shortcuts.append({action->shortcut().toString(QKeySequence::NativeText), action->text().remove(QLatin1Char('&'))});
    };
    for (const QAction *action : window.actions()->all())
        add(action);
    add(window.workArea()->backAction());
    add(window.workArea()->forwardAction());
    for (const PageEntry &entry : window.workArea()->entries()) {
        const Page *page = window.workArea()->page(entry.name);
        const auto own = page ? page->pageActions() : QList<QAction *>();
        for (const QAction *action : own)
            add(action);
    }
    return shortcuts;
}

} // namespace

QVector<PageEntry> standardPages(MainWindow &window)
{
    QVector<PageEntry> pages;
    pages.append({QStringLiteral("home"), tr("Home"), QStringLiteral("home"), Place::Work, {}, [&window](const PageContext &context) {
                      return new HomePage(context, window.jobs());
                  }});
    pages += certificationPages();
    pages += listPages();
    pages += rosterPages();
    pages.append({QStringLiteral("findings"), tr("Findings"), QStringLiteral("problem"), Place::Hidden, {},
                  [](const PageContext &context) { return new FindingsPage(context); }});
    pages.append({QStringLiteral("import"), tr("Import"), QStringLiteral("import"), Place::Hidden, Right::ImportRoster,
                  [](const PageContext &context) { return new ImportPage(context); }});
    pages.append({QStringLiteral("settings"), tr("Settings"), QStringLiteral("settings"), Place::Foot, {},
                  [&window](const PageContext &context) { return new SettingsPage(context, window.actions()->password); }});
    pages.append({QStringLiteral("help"), tr("Help"), QStringLiteral("help"), Place::Foot, {}, [&window](const PageContext &context) {
                      return new HelpPage(context, [&window] { return shortcutsOf(window); });
                  }});
    return pages;
}

} // namespace certdesk
