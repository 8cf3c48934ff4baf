// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certificates/attemptstory.h"

#include <QWidget>

namespace certdesk {

/// Beside a row of the certificates grid: its findings with what to do, the sittings of the exam with the days between, its
/// evidence (T-096).
class AttemptPanel : public QWidget
{
    Q_OBJECT

public:
    explicit AttemptPanel(const AttemptStory &story, QWidget *parent = nullptr);

Q_SIGNALS:
    void rowWanted(qint64 attempt);
    void evidenceWanted();

private:
    void addFindings(const AttemptStory &story);
    void addSittings(const AttemptStory &story);
    void addEvidence(const AttemptStory &story);
};

} // namespace certdesk
