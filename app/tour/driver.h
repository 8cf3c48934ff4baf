// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tour/stage.h"
#include "app/tour/walk.h"
#include "ui/frame/mainwindow.h"
#include "ui/frame/workarea.h"

#include <QAbstractButton>
#include <QAction>

namespace certdesk {

class Page;

/// Hands for a walk: finds what a person would press or fill in the real window, by name. What is not there, or cannot be
/// pressed, ends the walk with its name.
class Driver
{
public:
    Driver(MainWindow &window, Walk &walk) : m_window(window), m_walk(walk) {}

    MainWindow &window() const { return m_window; }
    Walk &walk() const { return m_walk; }
    /// Null when the page is not the present one, or has no such widget.
    template <class T> T *find(const char *name) const { return m_window.findChild<T *>(QString::fromLatin1(name)); }
    template <class T> T *find() const { return m_window.findChild<T *>(); }
    Page *page() const { return m_window.workArea()->currentPage(); }
    QString sentence() const;

    // Steps, in the order in which they are called.
    void signIn(const Player &player);
    void go(const PageAddress &address);
    void go(const char *page) { go({QString::fromLatin1(page), {}}); }
    void press(const char *button);
    void trigger(const char *action);
    void type(const char *lineEdit, const QString &text);
    void choose(const char *comboBox, const QVariant &data);
    /// A job that was begun after the last call of this kind has ended well.
    void untilJobsAreDone(const QString &what);

    // At once, inside an act.
    void pressNow(const char *button) const;
    void triggerNow(const char *action) const;

private:
    bool usable(const QWidget *widget, const char *name) const;

    MainWindow &m_window;
    Walk &m_walk;
};

} // namespace certdesk
