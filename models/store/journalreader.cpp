// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/journalreader.h"

#include "models/domain/names.h"
#include "models/store/rowcodec.h"
#include "models/store/scopefilter.h"

#include <QCoreApplication>
#include <algorithm>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("JournalReader", text);
}

/// Ids of the visible records that the key names.
QVector<qint64> recordsNamed(Connection &connection, const Scope &scope, EntityKind kind, const QString &key)
{
    const EntityDef &def = entityDef(kind);
    QStringList conditions;
    QVector<Value> values;
    for (const QVector<int> &natural : def.keys) {
        const FieldDef &field = def.fields[natural.first()];
        if (natural.size() != 1 || (field.type != FieldType::Text && field.type != FieldType::Integer))
            continue;
        bool isNumber = true;
        const Value value = field.type == FieldType::Text ? Value(key) : Value(key.toLongLong(&isNumber));
        if (!isNumber)
            continue;
        conditions.append(QStringLiteral("t.%1 = ?").arg(field.key()));
        values.append(value);
    }
    bool isId = false;
    const qint64 id = key.toLongLong(&isId);
    if (isId) {
        conditions.append(QStringLiteral("t.id = ?"));
        values.append(Value(id));
    }
    QVector<qint64> ids;
    if (conditions.isEmpty())
        return ids;
    auto statement = connection.prepare(QStringLiteral("SELECT t.id FROM %1 t WHERE (%2) AND %3")
                                            .arg(QLatin1String(def.table), conditions.join(QLatin1String(" OR ")),
                                                 scopeCondition(scope, kind, QStringLiteral("t"))));
    for (int i = 0; i < values.size(); ++i)
        statement->bind(i + 1, values[i]);
    while (statement->step())
        ids.append(statement->integer(0));
    return ids;
}

/// Entries that stand in blocks, newest first, at most `limit`; counts them all.
class EntriesOfBlocks
{
public:
    EntriesOfBlocks(Connection &connection, const QString &condition, const QVector<qint64> &records, bool anyRecord, qint64 limit)
        : m_connection(connection), m_records(records), m_anyRecord(anyRecord), m_limit(limit)
    {
        QVector<JournalBlock> blocks;
        eachBlock(connection, condition, {}, [&blocks](const JournalBlock &block) { blocks.append(block); });
        std::for_each(blocks.crbegin(), blocks.crend(), [this](const JournalBlock &block) { take(block); });
    }
    qint64 total() const { return m_total; }
    const QVector<JournalEntry> &entries() const { return m_entries; }

private:
    void take(const JournalBlock &block)
    {
        const auto wanted = std::count_if(m_records.cbegin(), m_records.cend(), [&block](qint64 id) { return block.holds(id); });
        const qint64 count = m_anyRecord ? block.count() : wanted;
        m_total += count;
        const qint64 room = m_limit < 0 ? count : std::min(m_limit - m_entries.size(), count);
        const auto kind = entityKindFromName(block.entity);
        if (room <= 0 || !kind)
            return;
        QVector<JournalEntry> entries;
        for (BlockEntries one(block); one.next();) {
            if (m_anyRecord ? one.record() <= block.lastRecord() - room : !m_records.contains(one.record()))
                continue;
            const Record record = createdRecord(m_connection, *kind, one.record());
            entries.append({one.sequence(), block.at, block.person, block.command, block.batchId, block.entity, Value(one.record()), record.version,
                            QStringLiteral("create"), fieldsJson(record), block.reason, one.sourceRow()});
        }
        std::move(entries.rbegin(), entries.rend(), std::back_inserter(m_entries));
    }

    Connection &m_connection;
    const QVector<qint64> &m_records;
    bool m_anyRecord;
    qint64 m_limit;
    qint64 m_total = 0;
    QVector<JournalEntry> m_entries;
};

JournalPage readPage(Connection &connection, const Scope &scope, const JournalQuery &query)
{
    QStringList conditions{scopeConditionForTable(scope, QStringLiteral("journal"), QStringLiteral("t"))};
    if (query.entity)
        conditions.append(QStringLiteral("t.entity = '%1'").arg(QLatin1String(entityDef(*query.entity).name)));
    const QString ofBlocks = conditions.join(QLatin1String(" AND "));
    QVector<qint64> ids;
    if (!query.key.isEmpty()) {
        ids = recordsNamed(connection, scope, *query.entity, query.key);
        if (ids.isEmpty())
            fail(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("No record has this key, or you may not see it."), tr("Check the key."));
        QStringList list;
        for (const qint64 id : ids)
            list.append(QString::number(id));
        conditions.append(QStringLiteral("t.record_id IN (%1)").arg(list.join(QLatin1Char(','))));
    }
    const QString where = conditions.join(QLatin1String(" AND "));
    JournalPage page;
    auto count = connection.prepare(QStringLiteral("SELECT COUNT(*) FROM journal t WHERE ") + where);
    const EntriesOfBlocks inBlocks(connection, ofBlocks, ids, query.key.isEmpty(), query.limit);
    const qint64 single = count->step() ? count->integer(0) : 0;
    page.total = single + inBlocks.total();
    auto statement = connection.prepare(QStringLiteral("SELECT sequence, at, person, command, batch_id, entity, record_id, version, operation, fields, reason, source_row "
                                                       "FROM journal t WHERE %1 ORDER BY sequence DESC LIMIT ?").arg(where));
    statement->query(Value(query.limit < 0 ? single : query.limit));
    while (statement->step())
        page.entries.append({statement->integer(0), statement->integer(1), statement->text(2), statement->text(3), statement->value(4),
                             statement->text(5), statement->value(6), statement->integer(7), statement->text(8), statement->text(9).toUtf8(),
                             statement->text(10), statement->integer(11)});
    page.entries += inBlocks.entries();
    std::sort(page.entries.begin(), page.entries.end(), [](const JournalEntry &a, const JournalEntry &b) { return a.sequence < b.sequence; });
    if (query.limit >= 0 && page.entries.size() > query.limit)
        page.entries.remove(0, page.entries.size() - query.limit);
    return page;
}

} // namespace

Result<JournalPage> readJournal(Session &session, const JournalQuery &query)
{
    if (const Done allowed = session.require(Right::ViewJournal); !allowed)
        return tl::unexpected(allowed.error());
    return session.read<JournalPage>([&](Connection &connection) { return readPage(connection, session.scope(), query); });
}

} // namespace certdesk
