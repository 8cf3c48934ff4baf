// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/store/connection.h"

#include <array>

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
/// The same for fields that stand wherever they are: the derived ones are made in `derived`, which has to stay, and pointed to.
void deriveFields(EntityKind kind, const Value **fields, std::array<Value, 4> &derived);
/// Fails when a required field is empty (C01) or a text too long (C07).
void checkFields(const EntityDef &def, const Value *const *fields);
/// See EncodedRow::appendJson().
QByteArray fieldsJson(const Record &record);
/// {"field":[before,after],…} of the fields that differ; empty when none does.
QByteArray differenceJson(const Record &before, const Record &after);

} // namespace certdesk
