// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certificates/attemptcommands.h"
#include "models/store/session.h"

namespace certdesk {

/// All that stands beside one attempt: its findings, the other sittings of the exam, its evidence.
struct AttemptStory
{
    struct FindingLine
    {
        QString rule;
        QString severity;
        QString message;
        QString fix;
    };
    struct Sitting
    {
        qint64 id = 0;
        qint64 rowNumber = 0;
        Value day;
        QString precision;
        QString outcome;
        QString verification;
        std::optional<qint64> gap; ///< days since the sitting before
    };
    struct EvidenceLine
    {
        QString kind;
        QString fileName;
        QString line;
        qint64 pageFrom = 0;
        qint64 pageTo = 0;
    };

    Record attempt;
    QString student;
    QVector<FindingLine> findings;
    QVector<Sitting> sittings; ///< of the student in the exam family, oldest first
    QVector<EvidenceLine> evidence;
};

/// Within the scope of the person.
Result<AttemptStory> readAttemptStory(Session &session, qint64 attempt);

/// What AddAttempt would store, without storing it: for filled cells while one types. Refusals are left out.
Result<AttemptFill> previewAttempt(Session &session, const AttemptFields &fields);

/// Ids of attempts with findings in the order of `ids`, for "next finding"; at most the first after `current`.
Result<qint64> nextFinding(Session &session, const QVector<qint64> &ids, qsizetype from, bool backwards);

} // namespace certdesk
