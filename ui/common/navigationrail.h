// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QVBoxLayout;

namespace certdesk {

struct PageEntry;

/// The column at the left: icon and word, icons alone when collapsed (W-001). Up, Down, Home and End walk it; Enter or
/// Space opens. It knows names only; the window opens the pages.
class NavigationRail : public QWidget
{
    Q_OBJECT

public:
    static constexpr int collapseBelow = 1100; ///< width of the window in pixels

    explicit NavigationRail(QWidget *parent = nullptr);
    /// In this order; entries of the place Hidden are left out.
    void setEntries(const QVector<PageEntry> &entries);
    void setCurrent(const QString &name);
    QString current() const;
    void setCollapsed(bool collapsed);
    bool isCollapsed() const { return m_collapsed; }
    /// A small number beside the word ("31"); empty removes it.
    void setCount(const QString &name, const QString &count);

Q_SIGNALS:
    void chosen(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QAbstractButton *find(const QString &name) const;
    void addHeading(const QString &text);
    void resized();
    void walk(QAbstractButton *from, int step);

    QButtonGroup *m_group;
    QWidget *m_scroll;
    QWidget *m_inside;
    QVBoxLayout *m_column;
    QVector<QWidget *> m_headings;
    bool m_collapsed = false;
};

} // namespace certdesk
