// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/statuswords.h"

#include <QCoreApplication>

namespace certdesk {

QString statusTitle(RowStatus status)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("certdesk::ImportReviewPanel", text); };
    switch (status) {
    case RowStatus::Skipped:
        return tr(QT_TRANSLATE_NOOP("certdesk::ImportReviewPanel", "left out"));
    case RowStatus::Error:
        return tr(QT_TRANSLATE_NOOP("certdesk::ImportReviewPanel", "in error"));
    case RowStatus::Duplicate:
        return tr(QT_TRANSLATE_NOOP("certdesk::ImportReviewPanel", "twice in the file"));
    case RowStatus::Conflict:
        return tr(QT_TRANSLATE_NOOP("certdesk::ImportReviewPanel", "in conflict"));
    case RowStatus::Migrate:
        return tr(QT_TRANSLATE_NOOP("certdesk::ImportReviewPanel", "come from another school"));
    case RowStatus::Restore:
        return tr(QT_TRANSLATE_NOOP("certdesk::ImportReviewPanel", "come back from the archive"));
    case RowStatus::Archive:
        return tr(QT_TRANSLATE_NOOP("certdesk::ImportReviewPanel", "go to the archive"));
    case RowStatus::Rollback:
        return tr(QT_TRANSLATE_NOOP("certdesk::ImportReviewPanel", "go back a grade"));
    case RowStatus::Promote:
        return tr(QT_TRANSLATE_NOOP("certdesk::ImportReviewPanel", "promoted"));
    case RowStatus::Retain:
        return tr(QT_TRANSLATE_NOOP("certdesk::ImportReviewPanel", "stay in the grade"));
    case RowStatus::Create:
        return tr(QT_TRANSLATE_NOOP("certdesk::ImportReviewPanel", "new"));
    case RowStatus::Update:
        return tr(QT_TRANSLATE_NOOP("certdesk::ImportReviewPanel", "changed"));
    case RowStatus::Unchanged:
        break;
    }
    return tr(QT_TRANSLATE_NOOP("certdesk::ImportReviewPanel", "unchanged"));
}

Tone statusTone(RowStatus status, bool held)
{
    if (held)
        return status == RowStatus::Error || status == RowStatus::Conflict ? Tone::Problem : Tone::Waiting;
    if (status == RowStatus::Unchanged || status == RowStatus::Skipped)
        return Tone::Neutral;
    return status == RowStatus::Duplicate ? Tone::Attention : Tone::Good;
}

} // namespace certdesk
