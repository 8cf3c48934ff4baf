// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/job.h"

#include <QFrame>
#include <QVector>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace certdesk {

class TextLabel;

/// All jobs of this window, newest first; ended ones stay until they are cleared. It owns them.
class JobList : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    void add(Job *job);
    const QVector<Job *> &jobs() const { return m_jobs; }
    int runningCount() const;
    void clearEnded();
    void cancelAll();

Q_SIGNALS:
    void added(Job *job);
    void changed();
    void ended(Job *job);

private:
    QVector<Job *> m_jobs;
};

/// One job: title, bar with counts, remaining time after two seconds, Cancel, and when it has ended its sentence with
/// a button to the result (W-050).
class JobBar : public QFrame
{
    Q_OBJECT

public:
    explicit JobBar(Job *job, QWidget *parent = nullptr);
    Job *job() const { return m_job; }

Q_SIGNALS:
    void showRequested(const PageAddress &address);

private:
    void follow();
    void followEnd();

    Job *m_job;
    TextLabel *m_title;
    QLabel *m_sign;
    QProgressBar *m_bar;
    TextLabel *m_counts;
    QPushButton *m_cancel;
    QPushButton *m_show;
};

/// The jobs as a popup over the status bar.
class JobsPopup : public QFrame
{
    Q_OBJECT

public:
    explicit JobsPopup(JobList *jobs, QWidget *parent = nullptr);
    QSize sizeHint() const override;

Q_SIGNALS:
    void showRequested(const PageAddress &address);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild();

    JobList *m_jobs;
    QWidget *m_inside;
    QVBoxLayout *m_column;
    TextLabel *m_empty;
    QPushButton *m_clear;
};

} // namespace certdesk
