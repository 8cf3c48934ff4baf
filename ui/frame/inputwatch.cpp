// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/inputwatch.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWidget>

namespace certdesk {

InputWatch::InputWatch(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &InputWatch::idle);
    qApp->installEventFilter(this);
}

void InputWatch::setIdleMinutes(int minutes)
{
    m_timer.stop();
    m_timer.setInterval(minutes * 60 * 1000);
    if (minutes > 0)
        m_timer.start();
}

bool InputWatch::eventFilter(QObject *object, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto button = static_cast<QMouseEvent *>(event)->button();
        if (qobject_cast<QWidget *>(object) && (button == Qt::BackButton || button == Qt::ForwardButton)) {
            if (button == Qt::BackButton)
                Q_EMIT backPressed(object);
            else
                Q_EMIT forwardPressed(object);
            return true;
        }
        [[fallthrough]];
    }
    case QEvent::KeyPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        if (m_timer.interval() > 0)
            m_timer.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(object, event);
}

} // namespace certdesk
