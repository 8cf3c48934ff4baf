// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>

namespace certdesk {

class MainWindow;

/// Walks the window on the sample by itself, leaves a picture of each screen and prints what it does (W-082). It drives the
/// real window and never touches a record.
class Tour : public QObject
{
    Q_OBJECT

public:
    Tour(MainWindow &window, const QString &folder, QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    /// Exit code: 0, or 5 when the sample or a picture could not be made.
    void finished(int code);

private:
    void begin();
    void next();
    void picture(const QString &name);
    void tell(const QString &sentence);

    MainWindow &m_window;
    QString m_folder;
    QTimer m_rest;
    QTimer m_patience;
    QVector<std::function<void()>> m_steps;
    int m_step = 0;
    int m_pictures = 0;
    bool m_failed = false;
};

} // namespace certdesk
