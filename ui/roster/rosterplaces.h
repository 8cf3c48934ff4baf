// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/pageaddress.h"

#include <QVector>

namespace certdesk {

struct Person;

/// One operation where the roster chapter says that it is found.
struct RosterPlace
{
    const char *name; ///< objectName of its button
    QString word;
    QString tip;
    PageAddress leadsTo;
};

/// Side panel of the Students page; those the person has no right to are left out.
QVector<RosterPlace> batchOperations(const Person &person);
QVector<RosterPlace> groupOperations(const Person &person);

} // namespace certdesk
