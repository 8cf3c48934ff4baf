// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/bulkload.h"

#include "models/domain/scope.h"
#include "models/store/journal.h"
#include "models/store/migrator.h"
#include "models/store/rowcodec.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace certdesk {

namespace {

QStringList columnsOf(const EntityDef &def)
{
    QStringList columns{QStringLiteral("id"), QStringLiteral("org_id"), QStringLiteral("source_id"), QStringLiteral("version"), QStringLiteral("hash")};
    for (const FieldDef &field : def.fields)
        columns.append(field.key());
    return columns;
}

} // namespace

BulkLoad::BulkLoad(const QString &path)
{
    DatabaseUrl url;
    url.path = path;
    m_connection = orFail(Connection::open(url, Connection::Mode::ReadWrite));
    // The file is thrown away after any failure, so nothing has to survive one.
    m_connection->execute(QStringLiteral("PRAGMA synchronous = OFF"));
    m_connection->prepare(QStringLiteral("PRAGMA journal_mode = OFF"))->step();
    m_connection->execute(QStringLiteral("PRAGMA cache_size = -65536"));
    m_organization = readSetting(*m_connection, QStringLiteral("organization")).toLongLong();
    for (const EntityKind kind : entityKinds()) {
        auto &head = m_connection->prepared(QStringLiteral("SELECT next_id FROM id_head WHERE name = ?"));
        head.query(Value(QString(QLatin1String(entityDef(kind).table))));
        m_nextIds.insert(kind, head.step() ? head.integer(0) : 1);
        head.reset();
    }
    m_connection->begin();
    dropIndexes();
}

BulkLoad::~BulkLoad() = default;

void BulkLoad::dropIndexes()
{
    QStringList names;
    auto statement = m_connection->prepare(
        QStringLiteral("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN "
                       "('student', 'enrollment', 'member', 'attempt', 'evidence', 'evidence_link') ORDER BY rowid"));
    while (statement->step()) {
        names.append(statement->text(0));
        m_indexes.append(statement->text(1));
    }
    statement.reset();
    for (const QString &name : std::as_const(names))
        m_connection->execute(QStringLiteral("DROP INDEX %1").arg(name));
}

qint64 BulkLoad::add(Record &record)
{
    if (record.organization == 0)
        record.organization = m_organization;
    if (record.id == 0)
        record.id = m_nextIds[record.kind];
    record.version = 1;
    deriveFields(record);
    write(record, 0);
    return record.id;
}

void BulkLoad::addCopy(const Record &record, qint64 sourceId)
{
    write(record, sourceId);
}

void BulkLoad::write(const Record &record, qint64 sourceId)
{
    auto &rows = m_inserts[record.kind];
    if (!rows)
        rows = std::make_unique<BulkInsert>(*m_connection, QLatin1String(record.def().table), columnsOf(record.def()));
    rows->put(Value(record.id));
    rows->put(Value(record.organization));
    rows->put(sourceId == 0 ? Value() : Value(sourceId));
    rows->put(Value(1));
    rows->put(rowHash(record));
    for (const Value &value : std::as_const(record.values))
        rows->put(value);
    rows->endRow();
    qint64 &next = m_nextIds[record.kind];
    next = std::max(next, record.id + 1);
    ++m_counts[record.kind];
}

void BulkLoad::addFile(const QString &sha256, const QByteArray &content)
{
    auto &statement = m_connection->prepared(QStringLiteral("INSERT INTO stored_file (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING"));
    statement.run(Value(sha256), content);
}

void BulkLoad::setSetting(const QString &name, const QString &value)
{
    writeSetting(*m_connection, name, value);
}

void BulkLoad::finish(const QString &command, qint64 at)
{
    for (auto &[kind, rows] : m_inserts)
        rows->finish();
    QJsonObject counts;
    for (const EntityKind kind : entityKinds()) {
        if (m_counts.contains(kind))
            counts.insert(QLatin1String(entityDef(kind).plural), m_counts.value(kind));
        m_connection->prepared(QStringLiteral("INSERT INTO id_head (name, next_id) VALUES (?, ?) "
                                              "ON CONFLICT (name) DO UPDATE SET next_id = excluded.next_id"))
            .run(Value(QString(QLatin1String(entityDef(kind).table))), Value(m_nextIds.value(kind)));
    }
    JournalWriter journal(*m_connection);
    JournalEntry entry;
    entry.at = at;
    entry.person = Person::program().name;
    entry.command = command;
    entry.fields = QJsonDocument(counts).toJson(QJsonDocument::Compact);
    journal.append(entry);
    journal.finish();
    for (const QString &sql : std::as_const(m_indexes))
        m_connection->execute(sql);
    m_connection->commit();
    m_connection->execute(QStringLiteral("ANALYZE"));
    m_connection->prepare(QStringLiteral("PRAGMA journal_mode = WAL"))->step();
}

} // namespace certdesk
