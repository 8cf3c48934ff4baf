// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QStatusBar>

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace certdesk {

class JobList;

/// The foot of the window (W-001): database, person and role, school year chip, link to the state, running jobs.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(JobList *jobs, QWidget *parent = nullptr);

    void showDatabase(const QString &name, const QString &place);
    void showPerson(const QString &name, const QString &roles);
    /// The chosen year and the one that runs now; a year before it tints the chip (W-003).
    void showSchoolYear(qint64 chosen, qint64 current);
    /// Empty words: there is nothing to say of a link.
    void showLink(Tone tone, const QString &words, const QString &more = {});
    QMenu *linkMenu() const { return m_linkMenu; }
    /// Nothing that names data; for the lock screen.
    void hideAll();
    QToolButton *jobsButton() const { return m_jobsButton; }
    QMenu *personMenu() const { return m_personMenu; }
    bool isPastYear() const { return m_past; }

Q_SIGNALS:
    void schoolYearChosen(qint64 endYear);
    void jobsWanted();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void followJobs();
    void tint();

    JobList *m_jobs;
    QLabel *m_database;
    QToolButton *m_person;
    QToolButton *m_year;
    QToolButton *m_link;
    QToolButton *m_jobsButton;
    QMenu *m_personMenu;
    QMenu *m_yearMenu;
    QMenu *m_linkMenu;
    QAction *m_linkMore;
    Tone m_linkTone = Tone::Neutral;
    bool m_past = false;
};

} // namespace certdesk
