// SPDX-License-Identifier: GPL-3.0-or-later
// A plug-in for any program of Qt Widgets: ends the process as soon as it has painted (P-11).
#include <QCoreApplication>
#include <QEvent>
#include <QGenericPlugin>
#include <QTimer>
#include <QWidget>
#include <cstdlib>

class FirstPaint : public QObject
{
public:
    explicit FirstPaint(QObject *parent) : QObject(parent), m_wanted(qEnvironmentVariable("FIRSTPAINT_WIDGET"))
    {
        QCoreApplication::instance()->installEventFilter(this);
    }
    bool eventFilter(QObject *receiver, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && receiver->isWidgetType() && isWanted(static_cast<QWidget *>(receiver)))
            QTimer::singleShot(0, this, [] { std::_Exit(0); }); // once it is on the screen
        return false;
    }

private:
    bool isWanted(const QWidget *widget) const
    {
        for (; widget && !m_wanted.isEmpty(); widget = widget->parentWidget()) {
            if (widget->objectName() == m_wanted)
                return true;
        }
        return m_wanted.isEmpty();
    }

    QString m_wanted;
};

class FirstPaintPlugin : public QGenericPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "firstpaint.json")

public:
    QObject *create(const QString &, const QString &) override { return new FirstPaint(this); }
};

#include "firstpaint.moc"
