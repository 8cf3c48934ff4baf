// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certification/eventlist.h"
#include "models/domain/certification/wizardsteps.h"
#include "ui/common/theme.h"

#include <QStringList>

namespace certdesk {

/// Everything that the wizard shows of one participation, for one person: read in one go, shown as it is.
struct CertificationView
{
    struct Total
    {
        QString name; ///< "Attempts"
        qint64 count = 0;
        qint64 lastYear = -1; ///< -1: no certified year before
    };

    EventRow row;
    WizardFacts facts;
    WizardState state;
    QVector<Total> totals;
    qint64 snapshotRows = 0;
    qint64 snapshotTakenAt = 0;
    QString snapshotCause;
    QString statement; ///< what is signed, with its version
    QStringList signedBy;
    QStringList missing;
    QVector<QPair<QString, QString>> links; ///< name, address
    bool isSigned = false;
    qint64 signedAt = 0;
};

/// The tone that goes with a status code of section 5.
Tone toneOfStatus(const QString &code);
Tone toneOfStep(StepStatus status);

} // namespace certdesk
