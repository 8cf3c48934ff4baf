// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/windowactions.h"

#include "ui/common/icons.h"

#include <QWidget>

namespace certdesk {

WindowActions::WindowActions(QWidget *window) : QObject(window), m_window(window)
{
    find = add("find", "search", tr("Find"), QKeySequence(Qt::CTRL | Qt::Key_K));
    lock = add("lock", "lock", tr("Lock"), QKeySequence(Qt::CTRL | Qt::Key_L));
    home = add("goHome", "home", tr("Home"), QKeySequence(Qt::ALT | Qt::Key_Home));
    refresh = add("refresh", "refresh", tr("Read again"), QKeySequence(Qt::Key_F5));
    findInPage = add("findInPage", "search", tr("Find in this page"), QKeySequence(Qt::CTRL | Qt::Key_F));
    filterRow = add("filterRow", "filter", tr("Filter row"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    undo = add("undoLast", "undo", tr("Undo the last change"), QKeySequence::Undo);
    print = add("print", "print", tr("Print this page"), QKeySequence(Qt::CTRL | Qt::Key_P));
    jobs = add("showJobs", "sync", tr("Jobs"), QKeySequence(Qt::CTRL | Qt::Key_J));
    synchronize = add("synchronizeNow", "sync", tr("Synchronise now"), {});
    linkProblems = add("showLinkProblems", "problem", tr("What the state refused"), {});
    linkSettings = add("openLinkSettings", "settings", tr("Link to the state"), {});
    settings = add("openSettings", "settings", tr("Settings"), QKeySequence(Qt::CTRL | Qt::Key_Comma));
    help = add("openHelp", "help", tr("Help for this page"), QKeySequence(Qt::Key_F1));
    shortcuts = add("openShortcuts", "help", tr("Keyboard shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_F1));
    password = add("changePassword", "lock", tr("Change my password"), {});
    newWindow = add("newWindow", "panel", tr("New window"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), true);
    signOut = add("signOut", "user", tr("Sign out"), {});
    otherDatabase = add("otherDatabase", "database", tr("Open another database"), QKeySequence(Qt::CTRL | Qt::Key_O), true);
    quit = add("quit", "close", tr("Close the window"), QKeySequence(Qt::CTRL | Qt::Key_Q), true);
}

QAction *WindowActions::add(const char *name, const char *icon, const QString &text, const QKeySequence &keys, bool always)
{
    auto *action = new QAction(icons::icon(QString::fromLatin1(icon)), text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(keys);
    m_window->addAction(action);
    m_all.append(action);
    if (always)
        m_always.append(action);
    return action;
}

void WindowActions::setWorking(bool working)
{
    for (QAction *action : std::as_const(m_all))
        action->setEnabled(working || m_always.contains(action));
}

} // namespace certdesk
