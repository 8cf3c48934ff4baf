// SPDX-License-Identifier: GPL-3.0-or-later
// How the wizard goes from step to step: what each step waits for, which are passed over, what an answer of the desk leads to.
#include "ui/common/banner.h"
#include "ui/common/jobs.h"
#include "ui/common/wizardframe.h"
#include "ui/intake/commitpanel.h"
#include "ui/intake/commitwords.h"
#include "ui/intake/dialectpanel.h"
#include "ui/intake/importpage.h"
#include "ui/intake/intakedesk.h"
#include "ui/intake/mappingpanel.h"
#include "ui/intake/matchpanel.h"
#include "ui/intake/resultpanel.h"
#include "ui/intake/reviewpanel.h"
#include "ui/intake/sourcepanel.h"
#include "ui/intake/statuswords.h"

#include <QFileInfo>
#include <QLocale>
#include <QPushButton>

namespace certdesk {

namespace {

bool needsLook(const IntakeFindings &findings)
{
    return std::any_of(findings.cbegin(), findings.cend(), [](const IntakeFinding &finding) { return finding.isError() || finding.needsDecision(); });
}

using Reasons = QVector<WizardFrame::Reason>;

Reasons sourceReasons(const QString &file)
{
    if (file.isEmpty())
        return {{QStringLiteral("file"), ImportPage::tr("No file is chosen"), {}}};
    if (!QFileInfo::exists(file))
        return {{QStringLiteral("file"), ImportPage::tr("There is no such file"), {}}};
    return {};
}

Reasons dialectReasons(const IntakeDesk &desk)
{
    if (!desk.table())
        return {};
    for (const IntakeFinding &finding : desk.table()->findings) {
        if (finding.isError())
            return {{QStringLiteral("table"), ImportPage::tr("%1  %2").arg(finding.code, finding.message), {}}};
    }
    return {};
}

Reasons mappingReasons(const IntakeDesk &desk)
{
    Reasons reasons;
    const QStringList missing = desk.table() ? desk.missingFields() : QStringList();
    for (const QString &field : missing)
        reasons.append({QStringLiteral("missing"), ImportPage::tr("H03  Required field \"%1\" has no column").arg(field), {}});
    return reasons;
}

/// which row holds back, and why.
Reasons reviewReasons(const IntakeDesk &desk)
{
    Reasons reasons;
    const auto &review = desk.review();
    if (!review)
        return reasons;
    if (review->heldBack() > 0 && desk.mode() == CommitMode::AllOrNothing) {
        const ReviewLine first = review->line(review->firstHeld());
        const QString code = first.findings.isEmpty() ? statusTitle(first.status) : first.findings.first().code;
        reasons.append({QStringLiteral("held"),
                        review->heldBack() == 1 ? ImportPage::tr("Row %1 holds back (%2)").arg(first.row).arg(code)
                                                : ImportPage::tr("Row %1 (%2) and %3 more hold back").arg(QString::number(first.row), code, QLocale().toString(review->heldBack() - 1)),
                        {}});
    }
    const IntakeFinding *stop = desk.plan() ? desk.plan()->stop() : nullptr;
    if (stop)
        reasons.append({QStringLiteral("stop"), QStringLiteral("%1  %2").arg(stop->code, stop->message), {}});
    const bool keepsIssues = review->heldBack() > 0 && desk.mode() == CommitMode::GoodRows;
    if (!review->writesAnything() && !keepsIssues)
        reasons.append({QStringLiteral("nothing"), ImportPage::tr("Nothing would change"), {}});
    return reasons;
}

} // namespace

void ImportPage::followSource()
{
    m_desk->setOperation(m_source->operation());
    m_desk->setFile(m_source->file());
    m_furthest = Source;
    m_wizard->banner()->dismiss();
    m_match->showWork();
    markSteps();
    showReasons();
}

bool ImportPage::mayEnter(int step) const
{
    if (m_desk->isBusy() || m_wizard->currentStep() == Result)
        return false;
    switch (step) {
    case Source:
        return true;
    case Dialect:
        return m_desk->table() != nullptr;
    case Mapping:
    case Match:
        return m_desk->table() && m_desk->table()->isUsable() && (step == Mapping || m_desk->missingFields().isEmpty());
    default:
        return m_desk->review() && step <= m_furthest;
    }
}

void ImportPage::go(int step)
{
    m_wizard->setCurrentStep(step);
    m_furthest = qMax(m_furthest, step);
    if (step == Mapping)
        m_mapping->showMapping();
    if (step == Commit)
        m_commit->showPlan();
    markSteps();
    showSentences();
    showReasons();
}

/// Done is what lies before the furthest step, seen or passed over; all of it can be entered again.
void ImportPage::markSteps()
{
    const int here = m_wizard->currentStep();
    for (int step = Source; step <= Result; ++step) {
        if (step != here)
            m_wizard->setStepState(step, step < m_furthest ? WizardFrame::StepState::Done : WizardFrame::StepState::NotYet);
    }
    m_wizard->setStepState(here, WizardFrame::StepState::Here);
}

void ImportPage::next(int step)
{
    m_wizard->banner()->dismiss();
    switch (step) {
    case Source:
        m_wantsDialect = false;
        return m_desk->read();
    case Dialect:
        return go(Mapping);
    case Mapping:
    case Match:
        return plan(Review);
    case Review:
        return go(Commit);
    case Commit:
        return m_desk->commit();
    default:
        return startAnew();
    }
}

void ImportPage::plan(int leadsTo)
{
    m_afterPlan = leadsTo;
    m_desk->makePlan();
}

void ImportPage::takeTable()
{
    m_dialect->showTable(*m_desk->table(), m_desk->work().request.read);
    if (m_wantsDialect || needsLook(m_desk->table()->findings))
        return go(Dialect);
    go(Mapping);
}

void ImportPage::takeMapping()
{
    m_mapping->showMapping();
    m_furthest = qMin(m_furthest, int(Mapping));
    markSteps();
    showReasons();
}

void ImportPage::takePlan()
{
    m_review->showReview();
    m_commit->showPlan();
    go(m_afterPlan);
    if (m_countsBefore.isEmpty())
        return;
    QStringList differences;
    for (int i = 0; i < rowStatusCount; ++i) {
        const auto status = static_cast<RowStatus>(i);
        const int now = m_desk->review()->count(status);
        if (now != m_countsBefore.value(i))
            differences.append(tr("%1: %2, before %3").arg(statusTitle(status), QLocale().toString(now), QLocale().toString(m_countsBefore.value(i))));
    }
    m_countsBefore.clear();
    m_wizard->banner()->showMessage(Tone::Attention, tr("B08  The roster changed since the review"),
                                    differences.isEmpty() ? tr("The counts are the same; look at the rows and confirm again.")
                                                          : tr("Now %1. Look at it and confirm again.").arg(differences.join(QStringLiteral("; "))));
}

void ImportPage::takeStale()
{
    for (int i = 0; i < rowStatusCount; ++i)
        m_countsBefore.insert(i, m_desk->review()->count(static_cast<RowStatus>(i)));
    plan(Review);
}

void ImportPage::takeOutcome()
{
    m_result->showOutcome();
    go(Result);
    m_wizard->backButton()->hide();
}

void ImportPage::takeFailure(const Error &error)
{
    // What is missing to plan at all is settled at Match: the school, the year.
    const bool isAtMatch = m_wizard->currentStep() == Mapping && m_desk->missingFields().isEmpty();
    if (isAtMatch)
        go(Match);
    m_wizard->banner()->showError(error);
}

void ImportPage::showSentences()
{
    const QString file = QFileInfo(m_desk->work().request.file).fileName();
    const QString what = tr("%1, %2").arg(m_desk->operation().title, file);
    for (const int step : {Dialect, Mapping, Match, Review})
        m_wizard->setSentence(step, what);
    m_wizard->setNextText(Commit, commitVerb(*m_desk));
}

void ImportPage::showReasons()
{
    const bool busy = m_desk->isBusy();
    const Reasons waiting{{QStringLiteral("busy"), tr("Work is under way"), {}}};
    const Reasons review = reviewReasons(*m_desk);
    Reasons commit = review;
    if (m_commit->needsReason())
        commit.append({QStringLiteral("reason"), tr("The override needs a reason"), {}});
    m_wizard->setReasons(Source, busy ? waiting : sourceReasons(m_source->file()));
    m_wizard->setReasons(Dialect, busy ? waiting : dialectReasons(*m_desk));
    m_wizard->setReasons(Mapping, busy ? waiting : mappingReasons(*m_desk));
    m_wizard->setReasons(Match, busy ? waiting : Reasons());
    m_wizard->setReasons(Review, busy ? waiting : review);
    m_wizard->setReasons(Commit, busy ? waiting : commit);
    m_wizard->setNextText(Commit, commitVerb(*m_desk));
}

void ImportPage::startAnew()
{
    m_source->setFile({});
    m_wizard->setCurrentStep(Source);
    followSource();
}

} // namespace certdesk
