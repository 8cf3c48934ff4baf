// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/store/connection.h"

#include <QMap>
#include <map>
#include <memory>

namespace certdesk {

/// Fills a new database file that nobody uses yet with rows that no person entered: the sample. Rows get versions, hashes and
/// derived fields as always, but one journal entry stands for all of them, indexes are built at the end, and the entry checks
/// (unique state IDs, say) are left out: a sample holds faults. Not a way to change anything that exists. Throws StoreFailure;
/// after a failure the file is to be thrown away. Bound to one thread.
class BulkLoad
{
public:
    explicit BulkLoad(const QString &path);
    ~BulkLoad();

    /// Stores a record. Without an id it gets the next one of its kind, without an organization the own one. Parents first.
    qint64 add(Record &record);
    /// Stores the copy of a district's row in the state database: `record` has the state's ids and organization already,
    /// `sourceId` is the id in the district. Its derived fields are those of the original.
    void addCopy(const Record &record, qint64 sourceId);
    void addFile(const QString &sha256, const QByteArray &content);
    void setSetting(const QString &name, const QString &value);
    /// One journal entry, the id heads, the indexes; the file is then ready to be opened. `at`: milliseconds since 1970 UTC.
    void finish(const QString &command, qint64 at);
    qint64 nextId(EntityKind kind) const { return m_nextIds.value(kind); }

    Connection &connection() { return *m_connection; }

private:
    void write(const Record &record, qint64 sourceId);
    void dropIndexes();

    std::unique_ptr<Connection> m_connection;
    std::map<EntityKind, std::unique_ptr<BulkInsert>> m_inserts;
    QMap<EntityKind, qint64> m_nextIds;
    QMap<EntityKind, qint64> m_counts;
    QStringList m_indexes;
    qint64 m_organization = 0;
};

} // namespace certdesk
