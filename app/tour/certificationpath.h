// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tour/driver.h"
#include "app/tour/story.h"

namespace certdesk {

class WizardFrame;

/// The whole path of the program once, through the window alone: the district is connected, its roster and attempts come in from
/// files, the checks run, the state makes and publishes an event, each certifier walks the four steps, the state approves. It
/// adds its steps to the walk of a driver and tells the story as it goes. Both outlive it, as it outlives the walk.
class CertificationPath
{
public:
    CertificationPath(Driver &driver, const Stage &stage, Story &story);
    /// In the order of the path; each part begins with its own sign-in.
    void add();

    /// What each certifier's list says at the end: "PST_APPROVED UST_COMPLETE".
    QStringList statuses() const { return m_statuses; }

private:
    void addConnection();
    void addImports();
    void untilStep(const QString &what, int step);
    void addImport(const Stage::File &file, bool withPicture);
    void addChecks();
    void addReport(const char *format);
    void addCategory();
    void addEvent();
    void addMembers();
    void addCertifier(const Player &certifier, bool isFirst);
    void addOpening(const Player &certifier);
    void addRuns();
    void addView(const char *results, int step);
    void addSubmission(const Player &certifier);
    void addApproval();
    void addEnd();
    void addMember(const QString &person, const char *role);
    void addRowOf(const QString &person, bool isLast);

    void chapter(const QString &title);
    void tell(std::function<QString()> sentence);
    void picture(const QString &name);
    WizardFrame *wizard() const;
    QString importCounts() const;
    void readRow(const QString &person, bool isLast);

    Driver &m_driver;
    Walk &m_walk;
    Stage m_stage;
    Story &m_story;
    QStringList m_statuses;
};

} // namespace certdesk
