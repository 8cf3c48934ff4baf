// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/databasesummary.h"

#include "models/domain/entities.h"
#include "models/store/connection.h"
#include "models/store/migrator.h"

namespace certdesk {

namespace {

DatabaseSummary read(Connection &connection)
{
    Migrator migrator(connection);
    DatabaseSummary summary;
    summary.schemaVersion = migrator.databaseVersion();
    summary.programSchemaVersion = Migrator::programVersion();
    const bool isOlder = summary.schemaVersion > 0 && summary.schemaVersion < summary.programSchemaVersion;
    if (!isOlder)
        migrator.check();
    summary.engine = connection.engine();
    summary.isState = readSetting(connection, QStringLiteral("edition")) == QLatin1String("state");
    summary.isSample = !readSetting(connection, QStringLiteral("sample")).isEmpty();
    summary.schoolYear = readSetting(connection, QStringLiteral("school_year")).toLongLong();
    auto &organization = connection.prepared(QStringLiteral("SELECT code, name FROM organization WHERE id = ?"));
    organization.query(Value(readSetting(connection, QStringLiteral("organization")).toLongLong()));
    if (organization.step()) {
        summary.organizationCode = organization.text(0);
        summary.organizationName = organization.text(1);
    }
    organization.reset();
    if (isOlder)
        return summary;
    for (const EntityKind kind : entityKinds()) {
        auto count = connection.prepare(QStringLiteral("SELECT COUNT(*) FROM %1").arg(QLatin1String(entityDef(kind).table)));
        summary.rowCounts.append({QString::fromLatin1(entityDef(kind).plural), count->step() ? count->integer(0) : 0});
    }
    return summary;
}

} // namespace

Result<DatabaseSummary> summarizeDatabase(const DatabaseUrl &url)
{
    auto connection = Connection::open(url, Connection::Mode::ReadOnly);
    if (!connection)
        return tl::unexpected(connection.error());
    try {
        return read(**connection);
    } catch (const StoreFailure &failed) {
        return tl::unexpected(failed.error);
    }
}

} // namespace certdesk
