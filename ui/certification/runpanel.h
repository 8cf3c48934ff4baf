// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certification/certificationreader.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QTreeWidget;

namespace certdesk {

class EmptyState;
class TextLabel;

/// A wizard step that runs a report: format, Generate Report, and the queue of this step's results, whose titles open them
/// (C-210, C-235, C-240). Used for steps 1, 2 and the review of step 3. Shows values; whoever owns it runs the work.
class RunPanel : public QWidget
{
    Q_OBJECT

public:
    RunPanel(WizardStep step, const QString &action, QWidget *parent = nullptr);
    void present(const CertificationDetails &view);
    void setRunning(bool running);
    QString format() const; ///< "html", "pdf", "csv", "xlsx"

Q_SIGNALS:
    void runWanted(certdesk::WizardStep step, const QString &format);
    void resultOpened(qint64 result);

private:
    void fillResults(const CertificationDetails &view);

    WizardStep m_step;
    QComboBox *m_format;
    QPushButton *m_run;
    TextLabel *m_open;
    QTreeWidget *m_results;
    EmptyState *m_empty;
};

} // namespace certdesk
