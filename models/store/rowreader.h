// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connection.h"
#include "models/domain/entities.h"

namespace certdesk {

/// Reads all rows of a kind by id, without making values of them: for passes over whole tables (hash, verification). Holds a
/// bounded number of rows on both engines. Scope is the caller's matter. Throws StoreFailure.
class RowReader
{
public:
    RowReader(Connection &connection, EntityKind kind);
    bool next();

    qint64 id() const { return m_id; }
    qint64 organization() const { return m_statement->integer(1); }
    QByteArray storedHash() const { return m_statement->bytes(3); }
    bool isEmpty(int field) const { return m_statement->isEmpty(field + firstField); }
    qint64 integer(int field) const { return m_statement->integer(field + firstField); }
    /// As Value::text() would give it, in UTF-8; valid until the next call.
    QByteArrayView utf8(int field) const { return m_statement->utf8(field + firstField); }

private:
    static constexpr int firstField = 4;
    void query();

    Connection &m_connection;
    std::unique_ptr<Statement> m_statement;
    qint64 m_id = 0;
    qint64 m_rowsRead = 0;
};

} // namespace certdesk
