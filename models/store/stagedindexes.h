// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connection.h"

namespace certdesk {

/// Indexes cost more than all else in a large load: two thirds of it when they grow row by row, little when they are built
/// over the finished table. So a load that is larger than what the table holds drops them first and builds them afterwards,
/// inside the same transaction: whoever else reads sees them all the time, and a failure brings them back. SQLite only;
/// elsewhere this does nothing. A key that turns out to be there twice is found when its index is built (DB-CONSTRAINT).
class StagedIndexes
{
public:
    explicit StagedIndexes(Connection &connection) : m_connection(connection) {}
    /// Drops the indexes of a table, if `rows` that come or go are many and not fewer than those that stay.
    void drop(const QString &table, qint64 rows);
    void restore(const QString &table);
    void restoreAll();

private:
    Connection &m_connection;
    QHash<QString, QStringList> m_dropped; ///< statements by table
};

} // namespace certdesk
