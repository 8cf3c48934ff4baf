// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certification/districtcommands.h"

namespace certdesk {

class Progress;
class Session;

/// Codes of the rules that an event runs in a step, in the order of its groups, each once. Throws StoreFailure.
QStringList eventRules(Connection &connection, const EventDocument &document, WizardStep step);

/// Runs the event's rules of a step on the rows of this database: at the district on its own, at the state on those of the
/// participant or of its current snapshot (C-307: the same engine everywhere). Gives the entry for the queue. What could not
/// be checked counts as FATAL (C-303). The session must see the participant's rows: the program's own.
Result<RecordResult::Input> runEventRules(Session &session, const ParticipationFacts &facts, WizardStep step, const QString &format,
                                          Progress *progress = nullptr);

} // namespace certdesk
