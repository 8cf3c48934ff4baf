// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certification/blocker.h"
#include "models/domain/day.h"

namespace certdesk {

/// What publication depends on (C-146), C-141, C-142.
struct PublishFacts
{
    struct Group
    {
        QString code;
        bool exists = true;
        bool isActive = true;
    };
    bool mayPublish = true;
    QString name;
    qint64 schoolYear = 0;
    QString level;
    QString categoryName;
    bool categoryExists = true;
    bool categoryPublished = true;
    bool categoryActive = true;
    bool categoryFitsLevel = true;
    QVector<Group> groups;
    qsizetype participants = 0;
    DayNumber start = 0;
    DayNumber opens = 0;
    DayNumber end = 0;
    QString snapshotMethod;
    DayNumber snapshotDay = 0; ///< of the time for missing or full snapshots; 0: none given
};

/// Every failure at once; empty: the event can be published.
QVector<Blocker> publishBlockers(const PublishFacts &facts);

} // namespace certdesk
