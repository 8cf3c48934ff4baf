// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/certification/wizardsteps.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("WizardSteps", text);
}

Blocker blocker(const char *code, WizardStep step, const QString &message, const QString &next)
{
    return {QString::fromLatin1(code), stepName(step), message, next};
}

const RunFacts *newest(const WizardFacts &facts, WizardStep step, bool completedOnly)
{
    const RunFacts *found = nullptr;
    for (const RunFacts &run : facts.runs) {
        if (run.step != step || (completedOnly && run.status != QLatin1String("RES_COMPLETED")))
            continue;
        if (!found || run.requestedAt > found->requestedAt || (run.requestedAt == found->requestedAt && run.id > found->id))
            found = &run;
    }
    return found;
}

QString timeText(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate);
}

/// The gate of one of the three report steps.
class Gate
{
public:
    Gate(const WizardFacts &facts, WizardStep step) : m_facts(facts), m_step(step) {}

    StepStatus check(QVector<Blocker> &blockers)
    {
        const qsizetype before = blockers.size();
        if (m_step == WizardStep::Snapshot) {
            if (!m_facts.needsSnapshot)
                return StepStatus::NotRequired;
            if (m_facts.currentSnapshot == 0) {
                blockers.append(blocker("C-246", m_step, tr("There is no snapshot yet."), tr("Take Snapshot.")));
                return StepStatus::NotStarted;
            }
        }
        const RunFacts *any = newest(m_facts, m_step, false);
        const RunFacts *done = newest(m_facts, m_step, true);
        const bool isOld = done && m_step == WizardStep::Snapshot && done->snapshotVersion != m_facts.currentSnapshot;
        if (!done || isOld)
            explainMissing(isOld ? nullptr : any, blockers);
        else
            checkRun(*done, blockers);
        if (blockers.size() == before)
            return StepStatus::Complete;
        return any ? StepStatus::InProgress : StepStatus::NotStarted;
    }

private:
    void explainMissing(const RunFacts *any, QVector<Blocker> &blockers) const
    {
        if (any && any->status == QLatin1String("RES_FAILED"))
            blockers.append(blocker("C-516", m_step, tr("The report could not be made: %1").arg(any->failure), tr("Generate Report again.")));
        else if (any)
            blockers.append(blocker("C-502", m_step,
                                    tr("The report is %1 since %2. You will be told when it is ready.").arg(labelOfCode(any->status), timeText(any->requestedAt)),
                                    tr("Wait for the report.")));
        else
            blockers.append(blocker(gateCode(), m_step, m_step == WizardStep::Snapshot ? tr("The current snapshot has no report yet.")
                                                                                      : tr("%1: there is no report of this round yet.").arg(labelOfCode(stepName(m_step))),
                                    m_step == WizardStep::Snapshot ? tr("Review State Snapshot.") : tr("Generate Report.")));
    }
    void checkRun(const RunFacts &run, QVector<Blocker> &blockers) const
    {
        if (run.fatal > 0 && blocksOnFatal())
            blockers.append(blocker("C-500", m_step,
                                    tr("%1 FATAL findings are open in %2. Correct them and run the report again.")
                                        .arg(run.fatal)
                                        .arg(run.fatalRules.join(QLatin1String(", "))),
                                    tr("Open the report and correct the records.")));
        if (m_step != WizardStep::Validation && !run.isViewed)
            blockers.append(blocker("C-501", m_step, tr("Open the report '%1' before going on.").arg(run.title), tr("Open the report.")));
    }
    bool blocksOnFatal() const
    {
        if (m_step == WizardStep::StateValidation)
            return m_facts.fatalBlocksState;
        return m_step != WizardStep::Snapshot || m_facts.fatalBlocksSnapshot;
    }
    const char *gateCode() const
    {
        return m_step == WizardStep::Validation ? "C-236" : m_step == WizardStep::StateValidation ? "C-241" : "C-247";
    }

    const WizardFacts &m_facts;
    WizardStep m_step;
};

QString shownDay(DayNumber day)
{
    return QLocale().toString(QDate::fromJulianDay(day), QLocale::ShortFormat);
}

bool passed(StepStatus status)
{
    return status == StepStatus::Complete || status == StepStatus::NotRequired;
}

} // namespace

QString stepName(WizardStep step)
{
    switch (step) {
    case WizardStep::Validation:
        return QStringLiteral("validation");
    case WizardStep::StateValidation:
        return QStringLiteral("stateValidation");
    case WizardStep::Snapshot:
        return QStringLiteral("snapshot");
    case WizardStep::Submit:
        break;
    }
    return QStringLiteral("submit");
}

StepStatus WizardState::of(WizardStep step) const
{
    switch (step) {
    case WizardStep::Validation:
        return validation;
    case WizardStep::StateValidation:
        return stateValidation;
    case WizardStep::Snapshot:
        return snapshot;
    case WizardStep::Submit:
        break;
    }
    return submit;
}

bool WizardState::isPassed(WizardStep step) const
{
    return passed(of(step));
}

QVector<Blocker> WizardState::blockersOf(WizardStep step) const
{
    QVector<Blocker> found;
    for (const Blocker &one : blockers) {
        if (one.place == stepName(step))
            found.append(one);
    }
    return found;
}

QVector<Blocker> submissionBlockers(const WizardFacts &facts)
{
    QVector<Blocker> blockers;
    const auto refuse = [&](const char *code, const QString &message, const QString &next) {
        blockers.append(blocker(code, WizardStep::Submit, message, next));
    };
    if (facts.role == QLatin1String("reviewer"))
        refuse("C-505", tr("Reviewers cannot submit. Certifiers of this event: %1.").arg(facts.certifierNames.join(QLatin1String(", "))),
               tr("Ask one of them."));
    else if (facts.role.isEmpty())
        refuse("C-258", tr("You are not a Certifier of this participant."), tr("Ask the District administrator to add you to the category."));
    if (!facts.isPublished || facts.isEnded)
        refuse("C-258", tr("The state has not published this event for you, or has ended your participation."), tr("Ask the state."));
    if (facts.isClosed)
        refuse("C-514", tr("The state closed this event. You can read it; nothing more can be sent."), tr("Ask the state to reopen it."));
    if (facts.opens != 0 && facts.today < facts.opens)
        refuse("C-503", tr("Certification opens on %1. You can review until then.").arg(shownDay(facts.opens)), tr("Come back on that day."));
    if (facts.dueDate != 0 && facts.today > facts.dueDate)
        refuse("C-504", tr("The due date was %1. Ask the state for an extension.").arg(shownDay(facts.dueDate)), tr("Ask the state."));
    if (facts.status != ParticipantStatus::InProgress && facts.status != ParticipantStatus::Recertification)
        refuse("C-258", tr("The certification stands at \"%1\".").arg(statusLabel(facts.status)), tr("Nothing is to be signed now."));
    if (facts.hasSigned)
        refuse("C-258", tr("You have signed this round already."), tr("Nothing is to be signed now."));
    return blockers;
}

WizardState wizardState(const WizardFacts &facts)
{
    WizardState state;
    state.validation = Gate(facts, WizardStep::Validation).check(state.blockers);
    state.stateValidation = Gate(facts, WizardStep::StateValidation).check(state.blockers);
    state.snapshot = Gate(facts, WizardStep::Snapshot).check(state.blockers);
    if (facts.role != QLatin1String("certifier")) {
        state.submit = StepStatus::NotRequired;
        return state;
    }
    if (facts.hasSigned) {
        state.submit = StepStatus::Complete;
        state.blockers.clear();
        return state;
    }
    const bool ready = passed(state.validation) && passed(state.stateValidation) && passed(state.snapshot);
    state.submit = ready ? StepStatus::InProgress : StepStatus::NotStarted;
    state.blockers += submissionBlockers(facts);
    return state;
}

QVector<Blocker> entryBlockers(const WizardState &state, WizardStep step)
{
    QVector<Blocker> blockers;
    for (const WizardStep earlier : {WizardStep::Validation, WizardStep::StateValidation, WizardStep::Snapshot}) {
        if (earlier >= step)
            break;
        if (!state.isPassed(earlier))
            blockers += state.blockersOf(earlier);
    }
    return blockers;
}

} // namespace certdesk
