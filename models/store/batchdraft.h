// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/batch.h"

namespace certdesk {

/// A wizard that was left before its commit: what file, how it was read, what was corrected and decided. It stands in
/// the batch history of its owner with the state "draft" until it is continued or thrown away.
struct BatchDraft
{
    qint64 id = 0; ///< 0: not saved yet
    QString kind;
    QStringList schools; ///< codes
    qint64 schoolYear = 0;
    QString fileName;
    QString person;       ///< set by the store
    qint64 startedAt = 0; ///< set by the store
    QJsonObject content;  ///< belongs to the wizard
};

/// Saves a new draft or the new content of one's own. Returns its number.
Result<qint64> saveDraft(Session &session, const BatchDraft &draft);
/// One's own, newest first.
Result<QVector<BatchDraft>> readDrafts(Session &session);
/// Takes one's own draft away: after its commit, or because nobody wants it.
Done discardDraft(Session &session, qint64 id);
/// Other people's drafts for a school, with owner and age: who is at work there now.
Result<QVector<BatchDraft>> draftsOfOthers(Session &session, const QString &schoolCode);

} // namespace certdesk
