// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace certdesk {

/// Looks at all input of the program: tells when nobody has touched it for the idle time (S-004) and when the back or
/// forward button of a mouse was pressed anywhere (W-005).
class InputWatch : public QObject
{
    Q_OBJECT

public:
    explicit InputWatch(QObject *parent = nullptr);
    /// 0 switches it off.
    void setIdleMinutes(int minutes);
    QTimer &timer() { return m_timer; }

Q_SIGNALS:
    void idle();
    void backPressed(QObject *receiver);
    void forwardPressed(QObject *receiver);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QTimer m_timer;
};

} // namespace certdesk
