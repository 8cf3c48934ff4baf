// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/domain/scope.h"
#include "models/store/connection.h"

namespace certdesk {

/// Rows that stand for rows of another database: a district's rows at the state carry the organization of the district and
/// its row id as source_id; what the state publishes carries the state's row id as source_id at the district.

/// Id of the row that mirrors `source`, 0 when there is none.
qint64 mirroredId(Connection &connection, EntityKind kind, qint64 organization, qint64 source);
/// What a row mirrors, 0 when it is the database's own.
qint64 sourceId(Connection &connection, EntityKind kind, qint64 id);
void setSourceId(Connection &connection, EntityKind kind, qint64 id, qint64 source);

/// Records by a condition on the alias `t` with `?` for the values, by id, within the scope.
QVector<Record> recordsWhere(Connection &connection, const Scope &scope, EntityKind kind, const QString &condition,
                             const QVector<Value> &values = {});

/// Small facts of the exchange: cursors, claims, server time, time zone.
QString linkState(Connection &connection, const QString &name);
void setLinkState(Connection &connection, const QString &name, const QString &value);

} // namespace certdesk
