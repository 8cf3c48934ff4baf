// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certification/certificationreader.h"
#include "ui/common/wizardframe.h"

namespace certdesk {

class RunPanel;
class SnapshotPanel;
class SubmitPanel;

/// The four steps of a certification in the one wizard frame (C-230 to C-254). It holds order, gates and texts; what a step
/// does is asked for by signals, and each answer comes back as a new view. Closing never loses anything.
class CertificationWizard : public WizardFrame
{
    Q_OBJECT

public:
    explicit CertificationWizard(QWidget *parent = nullptr);
    void present(const CertificationDetails &view);
    void setRunning(bool running);
    const CertificationDetails &view() const { return m_view; }
    /// The wizard opens where the person left off: the first step that is not passed.
    void goToFirstOpenStep();

Q_SIGNALS:
    void runWanted(certdesk::WizardStep step, const QString &format);
    void resultOpened(qint64 result);
    void snapshotWanted(bool retake);
    void submitWanted(const QString &comment, const QString &password);
    void actionWanted(const QString &code); ///< a blocker's link: its code

private:
    void next(int step);
    void go(int step);
    void showGates();
    bool mayEnter(int step) const;

    CertificationDetails m_view;
    RunPanel *m_validation;
    RunPanel *m_stateValidation;
    SnapshotPanel *m_snapshot;
    SubmitPanel *m_submit;
    bool m_running = false;
};

} // namespace certdesk
