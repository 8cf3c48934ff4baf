// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace certdesk {

/// One reason why something cannot be done yet, in words for the person, with the place where it is solved (C-233).
struct Blocker
{
    QString code;    ///< "C-500", "C-146"
    QString place;   ///< step or tab: "validation", "stateValidation", "snapshot", "submit"; "category", "groups", …
    QString message;
    QString next;

    bool operator==(const Blocker &) const = default;
};

} // namespace certdesk
