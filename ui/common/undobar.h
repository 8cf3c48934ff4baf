// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/pageaddress.h"

#include <QFrame>
#include <QTimer>

class QPushButton;
class QToolButton;

namespace certdesk {

class TextLabel;

/// "148 students promoted · Undo", for ten seconds (W-032). The time stands still while the pointer or the focus is on it.
class UndoBar : public QFrame
{
    Q_OBJECT

public:
    static constexpr int shownFor = 10000; ///< milliseconds

    explicit UndoBar(QWidget *parent = nullptr);
    /// `undoBatch` 0: a notice without Undo. An address adds "Show".
    void showDone(const QString &sentence, qint64 undoBatch, const PageAddress &leadsTo = {});
    QString sentence() const;
    bool isCounting() const { return m_timer.isActive(); }

Q_SIGNALS:
    void undoRequested(qint64 batch);
    void showRequested(const PageAddress &address);

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QTimer m_timer;
    TextLabel *m_text;
    QPushButton *m_undo;
    QPushButton *m_show;
    QToolButton *m_close;
    qint64 m_batch = 0;
    PageAddress m_leadsTo;
};

} // namespace certdesk
