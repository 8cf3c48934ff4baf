// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/session.h"

namespace certdesk {

/// Who belongs to a group, as its panel shows them; within the person's scope.
struct GroupMembers
{
    struct Person
    {
        qint64 id = 0;
        QString name;
        QString detail; ///< role or grade
    };
    QVector<Person> staff;
    QVector<Person> members;
};

Result<GroupMembers> readGroupMembers(Session &session, qint64 group);

} // namespace certdesk
