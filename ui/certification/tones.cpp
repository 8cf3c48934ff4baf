// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certification/tones.h"

#include <QHash>

namespace certdesk {

Tone toneOfStatus(const QString &code)
{
    static const QHash<QString, Tone> tones{
        {QStringLiteral("PST_IN_PROGRESS"), Tone::Neutral},   {QStringLiteral("PST_SENT"), Tone::Waiting},
        {QStringLiteral("PST_APPROVED"), Tone::Good},         {QStringLiteral("PST_REQUESTED"), Tone::Waiting},
        {QStringLiteral("PST_RECERT"), Tone::Attention},      {QStringLiteral("UST_PENDING"), Tone::Waiting},
        {QStringLiteral("UST_COMPLETE"), Tone::Good},         {QStringLiteral("UST_OVERDUE"), Tone::Problem},
        {QStringLiteral("UST_INCOMPLETE"), Tone::Attention},  {QStringLiteral("UST_OPEN"), Tone::Attention},
        {QStringLiteral("EVT_PUBLISHED"), Tone::Good},        {QStringLiteral("EVT_CHANGED"), Tone::Attention},
        {QStringLiteral("RES_FAILED"), Tone::Problem},        {QStringLiteral("RES_COMPLETED"), Tone::Good},
        {QStringLiteral("RES_RUNNING"), Tone::Waiting},       {QStringLiteral("RES_QUEUED"), Tone::Waiting},
    };
    return tones.value(code, Tone::Neutral);
}

Tone toneOfStep(StepStatus status)
{
    switch (status) {
    case StepStatus::Complete:
    case StepStatus::NotRequired:
        return Tone::Good;
    case StepStatus::InProgress:
        return Tone::Attention;
    default:
        return Tone::Neutral;
    }
}

} // namespace certdesk
