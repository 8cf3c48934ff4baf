// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certification/certificationreader.h"

#include <QWidget>

class QPushButton;

namespace certdesk {

class RunPanel;
class TextLabel;

/// Step 3: which frozen data set will be certified, taking or retaking it, and its review (C-245, C-246).
class SnapshotPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SnapshotPanel(QWidget *parent = nullptr);
    void present(const CertificationDetails &view);
    void setRunning(bool running);

Q_SIGNALS:
    void snapshotWanted(bool retake);
    void runWanted(certdesk::WizardStep step, const QString &format);
    void resultOpened(qint64 result);

private:
    TextLabel *m_facts;
    TextLabel *m_explanation;
    QPushButton *m_take;
    RunPanel *m_review;
    bool m_hasSnapshot = false;
};

} // namespace certdesk
