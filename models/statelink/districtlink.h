// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statelink/statelink.h"
#include "models/store/session.h"

namespace certdesk {

/// Makes the link that a district database is set to; Error LINK-NONE when it is set to none (C-002).
Result<std::unique_ptr<StateLink>> linkOf(Session &district);
bool hasLink(Session &district);
/// Where the state is, as it may be shown; empty when there is no link.
QString linkAddress(Session &district);

/// Stores where the state is; needs the right to configure, and a state that answers and takes the district (the direct
/// transport). Nothing is stored otherwise.
Done setStateDatabase(Session &district, const QString &url);

/// C-388: a state with another schema is told in plain words, and nothing is exchanged.
Done sameVersion(const StateLink::Hello &hello);

struct LinkTest
{
    StateLink::Hello hello;
    qint64 waiting = 0; ///< rows that wait to be sent
};
/// Asks the state at an address for an answer, or the state of the link where the address is empty. Changes nothing on
/// either side.
Result<LinkTest> testLink(Session &district, const QString &url = {});

/// What the status bar says (C-387): rows waiting, last success, what the state refused then.
struct LinkHealth
{
    bool isConnected = false;
    qint64 waiting = 0;
    qint64 lastSuccess = 0; ///< milliseconds since 1970 UTC; 0: never
    QStringList problems;
};
Result<LinkHealth> linkHealth(Session &district);

} // namespace certdesk
