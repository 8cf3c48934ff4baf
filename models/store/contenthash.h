// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entities.h"
#include "models/domain/error.h"

#include <QString>
#include <QVector>
#include <optional>

namespace certdesk {

class Connection;
class Progress;
class Session;

/// The content hash of one kind: SHA-256 over its row hashes, sorted by natural key; hexadecimal.
struct EntityHash
{
    EntityKind kind = EntityKind::None;
    qint64 rows = 0;
    QString sha256;
};

/// A row's hash is BLAKE2b-256 over its organization's code and its fields by name, empty ones left out, references
/// replaced by the natural keys of the records they name; so ids, versions, journal and batches are not in, and a new column
/// without values changes nothing. Rows stand in the order of the hashes of their natural keys, which is the same everywhere.
struct ContentHash
{
    QString sha256; ///< over the names and hashes of the kinds below
    qint64 rows = 0;
    QVector<EntityHash> entities; ///< parents first; with the question for one kind, only that
};

/// Of the whole database, whoever asks: a hash tells no record. Runs in one read transaction. Memory: 64 bytes a row of the
/// largest kind and 24 a record that others refer to.
Result<ContentHash> contentHash(Session &session, std::optional<EntityKind> only = {}, Progress *progress = nullptr);
/// The same inside models/store; throws StoreFailure.
ContentHash computeContentHash(Connection &connection, std::optional<EntityKind> only = {}, Progress *progress = nullptr);

} // namespace certdesk
