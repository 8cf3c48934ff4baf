// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connection.h"

namespace certdesk {

/// Brings the tables of a database to the program's schema. Each version is one transaction of the statements in
/// resources/schema/<version>/ in the order of their names; `NAME.sqlite.sql` and `NAME.postgresql.sql` run on one engine only.
class Migrator
{
public:
    explicit Migrator(Connection &connection, const QString &schema = QStringLiteral(":/schema")) : m_connection(connection), m_schema(schema) {}
    /// 0: not a CertDesk database yet.
    int databaseVersion();
    static int programVersion();
    int newestVersion() const; ///< of the schema given
    /// Throws StoreFailure; a newer database is refused with DB-NEWER, a foreign one with DB-FOREIGN.
    void check();
    void migrate();

private:
    void runVersion(int version);
    Connection &m_connection;
    QString m_schema;
};

QString readSetting(Connection &connection, const QString &name);
void writeSetting(Connection &connection, const QString &name, const QString &value);

} // namespace certdesk
