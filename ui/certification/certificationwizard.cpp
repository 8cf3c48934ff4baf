// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certification/certificationwizard.h"


#include "ui/certification/runpanel.h"
#include "ui/certification/snapshotpanel.h"
#include "ui/certification/submitpanel.h"

#include <QPushButton>

namespace certdesk {

namespace {

constexpr int lastStep = static_cast<int>(WizardStep::Submit);

WizardStep stepAt(int index)
{
    return static_cast<WizardStep>(index);
}

} // namespace

CertificationWizard::CertificationWizard(QWidget *parent)
    : WizardFrame(parent), m_validation(new RunPanel(WizardStep::Validation, tr("Generate Report"))),
      m_stateValidation(new RunPanel(WizardStep::StateValidation, tr("Generate Report"))), m_snapshot(new SnapshotPanel), m_submit(new SubmitPanel)
{
    addStep(tr("District Validation"), tr("Is your data right?"), m_validation);
    addStep(tr("State Validation"), tr("Does the state have the same data?"), m_stateValidation);
    addStep(tr("Snapshot"), tr("Is this what you certify?"), m_snapshot);
    addStep(tr("Certify and Submit"), tr("Do you certify these numbers?"), m_submit);
    setSentence(0, tr("The event's rules run on your own database. FATAL findings have to be corrected first."));
    setSentence(1, tr("The state runs its rules on its copy of your data. Open the report before going on."));
    setNextText(lastStep, tr("Submit Certification to State"));
    for (RunPanel *panel : {m_validation, m_stateValidation}) {
        connect(panel, &RunPanel::runWanted, this, &CertificationWizard::runWanted);
        connect(panel, &RunPanel::resultOpened, this, &CertificationWizard::resultOpened);
    }
    connect(m_snapshot, &SnapshotPanel::runWanted, this, &CertificationWizard::runWanted);
    connect(m_snapshot, &SnapshotPanel::resultOpened, this, &CertificationWizard::resultOpened);
    connect(m_snapshot, &SnapshotPanel::snapshotWanted, this, &CertificationWizard::snapshotWanted);
    connect(m_submit, &SubmitPanel::edited, this, &CertificationWizard::showGates);
    connect(this, &WizardFrame::nextClicked, this, &CertificationWizard::next);
    connect(this, &WizardFrame::stepWanted, this, &CertificationWizard::go);
    connect(this, &WizardFrame::reasonClicked, this, &CertificationWizard::actionWanted);
    showGates();
}

void CertificationWizard::present(const CertificationDetails &view)
{
    const bool signedNow = view.isSigned && !m_view.isSigned;
    m_view = view;
    m_validation->present(view);
    m_stateValidation->present(view);
    m_snapshot->present(view);
    m_submit->present(view);
    if (signedNow)
        m_submit->clearPassword();
    showGates();
}

void CertificationWizard::setRunning(bool running)
{
    m_running = running;
    m_validation->setRunning(running);
    m_stateValidation->setRunning(running);
    m_snapshot->setRunning(running);
    showGates();
}

bool CertificationWizard::mayEnter(int step) const
{
    if (step == lastStep && m_view.facts.role == QLatin1String("reviewer"))
        return false;
    for (int before = 0; before < step; ++before) {
        if (!m_view.state.isPassed(stepAt(before)))
            return false;
    }
    return true;
}

void CertificationWizard::goToFirstOpenStep()
{
    int step = 0;
    while (step < lastStep && m_view.state.isPassed(stepAt(step)) && mayEnter(step + 1))
        ++step;
    setCurrentStep(step);
    showGates();
}

void CertificationWizard::go(int step)
{
    if (mayEnter(step))
        setCurrentStep(step);
    showGates();
}

void CertificationWizard::next(int step)
{
    if (step == lastStep)
        Q_EMIT submitWanted(m_submit->comment(), m_submit->password());
    else
        go(step + 1);
}

void CertificationWizard::showGates()
{
    const bool isReviewer = m_view.facts.role == QLatin1String("reviewer");
    for (int step = 0; step <= lastStep; ++step) {
        const bool isPassed = m_view.state.isPassed(stepAt(step)) || (step == lastStep && m_view.isSigned);
        setStepState(step, step == currentStep() ? StepState::Here : isPassed ? StepState::Done : StepState::NotYet);
        QVector<Reason> reasons;
        if (!(step == lastStep && m_view.isSigned)) {
            for (const Blocker &blocker : m_view.state.blockersOf(stepAt(step)))
                reasons.append({blocker.code, blocker.message, {}});
        }
        if (step == lastStep && reasons.isEmpty() && !m_view.isSigned && !m_submit->isAccepted())
            reasons.append({QStringLiteral("sign"), tr("Agree to the statement and give your password."), {}});
        if (m_running)
            reasons.append({QStringLiteral("running"), tr("A report or snapshot is being made."), {}});
        setReasons(step, reasons);
    }
    // A Reviewer ends with step 3: the review is complete, nothing is signed (C-248).
    setNextVisible(static_cast<int>(WizardStep::Snapshot), !isReviewer);
    setNextVisible(lastStep, !m_view.isSigned);
}

} // namespace certdesk
