// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <QJsonObject>

namespace certdesk {

class Connection;

/// The natural key of a record as findings, the journal and conflicts show it (C-302): the fields of its first key that is
/// complete, a reference replaced by the key fields of the record it names ({"school_code":"101","local_id":"7"}). A name that
/// is taken already gets the kind in front ("student_school_code"); records of another organization than the database's own
/// get "organization_code". Empty for a record that is not there. No scope: the caller has checked that the record may be seen.
QJsonObject naturalKey(Connection &connection, EntityKind kind, qint64 id);
/// The same for a record that is at hand, stored or not any more.
QJsonObject naturalKey(Connection &connection, const Record &record);

} // namespace certdesk
