// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QVector>
#include <functional>

namespace certdesk {

/// A path through the window as a list of acts and of things to wait for. It runs in the event loop like a person would: it
/// looks again and again whether what it waits for is there, and acts then. What does not come in time ends it. GUI thread.
class Walk : public QObject
{
    Q_OBJECT

public:
    explicit Walk(QObject *parent = nullptr);

    /// Steps that an act adds come right after it, all others at the end.
    void act(std::function<void()> what);
    /// `what` names it for the failure: "the plan of students.csv".
    void until(const QString &what, std::function<bool()> isThere);
    /// Lets the window come to rest, for a picture; nothing depends on it.
    void rest(int milliseconds);
    /// Inside an act: ends the walk.
    void fail(const QString &why);

    void start();
    bool isFinished() const { return m_isFinished; }
    /// Empty when all went well.
    QString failure() const { return m_failure; }

Q_SIGNALS:
    void finished();

private:
    struct Step
    {
        QString what;
        std::function<bool()> isThere;
        std::function<void()> act;
        int rest = 0;
    };
    void add(const Step &step);
    void look();
    void end();

    QVector<Step> m_steps;
    qsizetype m_next = 0;
    qsizetype m_insertAt = -1; ///< while an act runs
    QTimer m_timer;
    QElapsedTimer m_waited;
    QString m_failure;
    bool m_isFinished = false;
};

} // namespace certdesk
