// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace certdesk {

class TextLabel;

/// Back and forward, title with the school year, one sentence of state, actions (W-001, W-002). The first action is the
/// filled button; after the third the rest is in More.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(QWidget *parent = nullptr);
    void setTitle(const QString &title, const QString &schoolYear = {});
    QString title() const { return m_titleText; }
    void setSentence(const QString &sentence);
    QString sentence() const;
    /// The actions stay with their owner.
    void setActions(const QList<QAction *> &actions);
    void setNavigation(QAction *back, QAction *forward);
    /// Stands at the far right; its words go when the header is narrow.
    void setFind(QAction *find);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void elideTitle();
    QWidget *makeButton(QAction *action, bool main);

    QString m_titleText;
    QString m_yearText;
    QToolButton *m_back;
    QToolButton *m_forward;
    QToolButton *m_find;
    TextLabel *m_title;
    TextLabel *m_year;
    TextLabel *m_sentence;
    QHBoxLayout *m_actions;
    QList<QWidget *> m_buttons;
};

} // namespace certdesk
