// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certification/certificationcommand.h"

namespace certdesk {

/// Writes the next published version of an event and brings its participations in line with it. Returns its number.
qint64 writeVersion(Transaction &transaction, Record &event, const EventDocument &document);
/// C-074 and C-080: new participants start in round 1, those that left are ended, those that come back resume.
qsizetype alignParticipations(Transaction &transaction, const Record &event, const EventDocument &document);
/// SHA-256 over the rules of the event's groups as they stand now: what identifies its rule pack (C-306).
QString eventRulePack(Connection &connection, const EventDocument &document);
QString categoryName(Connection &connection, qint64 category);
qint64 categoryId(Connection &connection, const QString &name);

} // namespace certdesk
