// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>
#include <QVector>

namespace certdesk {

/// The actions of the window with their shortcuts, in one list, so that help, Find and the conflict test see the same.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QWidget *window);

    QAction *find;
    QAction *lock;
    QAction *help;
    QAction *shortcuts;
    QAction *settings;
    QAction *refresh;
    QAction *findInPage;
    QAction *filterRow;
    QAction *undo;
    QAction *print;
    QAction *jobs;
    QAction *synchronize;
    QAction *linkProblems;
    QAction *linkSettings;
    QAction *home;
    QAction *password;
    QAction *newWindow;
    QAction *signOut;
    QAction *otherDatabase;
    QAction *quit;

    const QVector<QAction *> &all() const { return m_all; }
    /// Those that need a person who is signed in and not locked out.
    void setWorking(bool working);

private:
    QAction *add(const char *name, const char *icon, const QString &text, const QKeySequence &keys, bool always = false);

    QWidget *m_window;
    QVector<QAction *> m_all;
    QVector<QAction *> m_always;
};

} // namespace certdesk
