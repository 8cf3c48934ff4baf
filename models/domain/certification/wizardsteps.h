// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certification/blocker.h"
#include "models/domain/certification/participation.h"

namespace certdesk {

enum class WizardStep { Validation, StateValidation, Snapshot, Submit };
/// "validation", "stateValidation", "snapshot", "submit": also the kind of a stored result.
QString stepName(WizardStep step);

/// One report of this round in the queue, seen by one person.
struct RunFacts
{
    qint64 id = 0;
    WizardStep step = WizardStep::Validation;
    QString title;
    QString status; ///< RES_QUEUED, RES_RUNNING, RES_COMPLETED, RES_FAILED
    qint64 requestedAt = 0;
    qint64 fatal = 0; ///< open FATAL and REFUSE findings, and rules that could not be checked (C-303)
    QStringList fatalRules;
    qint64 snapshotVersion = 0;
    bool isViewed = false; ///< by this person
    QString failure;
};

/// What the wizard of one person at one participant stands on.
struct WizardFacts
{
    QString role; ///< certifier, reviewer, or empty: neither
    UserStatus userStatus = UserStatus::NotApplicable;
    ParticipantStatus status = ParticipantStatus::InProgress;
    bool isPublished = true;
    bool isClosed = false;
    bool isEnded = false;
    bool hasSigned = false;
    bool needsSnapshot = true; ///< false: the event has no snapshot step
    bool fatalBlocksState = true;
    bool fatalBlocksSnapshot = true;
    qint64 currentSnapshot = 0; ///< version available in this round, 0: none
    QVector<RunFacts> runs;     ///< of this round, any order
    QStringList certifierNames; ///< for the message to a Reviewer
    DayNumber start = 0;
    DayNumber opens = 0;
    DayNumber dueDate = 0;
    DayNumber today = 0;
};

struct WizardState
{
    StepStatus validation = StepStatus::NotStarted;
    StepStatus stateValidation = StepStatus::NotStarted;
    StepStatus snapshot = StepStatus::NotStarted;
    StepStatus submit = StepStatus::NotStarted;
    /// Everything that stands between the person and the next step or the submission; empty when signed or ready.
    QVector<Blocker> blockers;

    StepStatus of(WizardStep step) const;
    bool isPassed(WizardStep step) const; ///< complete or not required
    QVector<Blocker> blockersOf(WizardStep step) const;
};

/// C-236, C-241, C-247, C-250 and C-258 in one place: screens, command line and store ask here.
WizardState wizardState(const WizardFacts &facts);
/// C-258 alone: what stops a submission whatever the steps say.
QVector<Blocker> submissionBlockers(const WizardFacts &facts);
/// A step can be worked on when all earlier gates are passed; else their blockers.
QVector<Blocker> entryBlockers(const WizardState &state, WizardStep step);

} // namespace certdesk
