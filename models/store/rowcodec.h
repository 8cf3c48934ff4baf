// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/store/connection.h"

namespace certdesk {

/// Columns of a record's table in the order in which rows are read: id, org_id, version, then the fields.
QString recordColumns(const EntityDef &def, const QString &alias = {});
/// Columns of an insert: id, org_id, version, hash, then the fields.
QStringList insertColumns(const EntityDef &def);
Record readRecord(EntityKind kind, const Statement &statement);
/// See EncodedRow::hash().
QByteArray rowHash(const Record &record);
/// Fills the derived fields (name and login keys) from the others.
void deriveFields(Record &record);
/// See EncodedRow::appendJson().
QByteArray fieldsJson(const Record &record);
/// {"field":[before,after],…} of the fields that differ; empty when none does.
QByteArray differenceJson(const Record &before, const Record &after);

} // namespace certdesk
