// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certification/rowexchange.h"

#include "models/store/journalblock.h"
#include "models/store/mirror.h"
#include "models/store/rowcodec.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <algorithm>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RowExchange", text);
}

constexpr qsizetype idsAStatement = 400;

QJsonObject fieldsOf(const Record &record)
{
    QJsonObject fields;
    for (int i = 0; i < record.values.size(); ++i) {
        const FieldDef &field = record.def().fields[i];
        if (!field.secret && !field.derived && !record.values[i].isEmpty())
            fields.insert(field.key(), record.values[i].json());
    }
    return fields;
}

/// Names of the kinds as SQL literals; they come from our own description only.
QString kindList()
{
    QStringList names;
    for (const EntityKind kind : exchangedKinds())
        names.append(QStringLiteral("'%1'").arg(QLatin1String(entityDef(kind).name)));
    return names.join(QLatin1Char(','));
}

/// id → source_id (or the other way round) of a kind within an organization.
QHash<qint64, qint64> sources(Connection &connection, EntityKind kind, qint64 organization)
{
    QHash<qint64, qint64> map;
    auto statement = connection.prepare(QStringLiteral("SELECT id, source_id FROM %1 WHERE org_id = ? AND source_id IS NOT NULL")
                                            .arg(QLatin1String(entityDef(kind).table)));
    statement->query(Value(organization));
    while (statement->step())
        map.insert(statement->integer(0), statement->integer(1));
    return map;
}

QHash<EntityKind, QVector<qint64>> changedIds(Connection &connection, qint64 since, qint64 upTo)
{
    QHash<EntityKind, QVector<qint64>> ids;
    auto statement = connection.prepare(QStringLiteral("SELECT DISTINCT entity, record_id FROM journal WHERE sequence > ? AND sequence <= ? "
                                                       "AND entity IN (%1) ORDER BY entity, record_id").arg(kindList()));
    statement->query(Value(since), Value(upTo));
    while (statement->step())
        ids[*entityKindFromName(statement->text(0))].append(statement->integer(1));
    const QVector<EntityKind> kinds = exchangedKinds();
    eachBlock(connection, QStringLiteral("last_sequence > ? AND sequence <= ?"), {Value(since), Value(upTo)}, [&](const JournalBlock &block) {
        const auto kind = entityKindFromName(block.entity);
        if (!kind || !kinds.contains(*kind))
            return;
        QVector<qint64> &of = ids[*kind];
        const qint64 first = std::max(block.firstRecord, block.firstRecord + since + 1 - block.sequence);
        for (qint64 id = first; id <= block.lastRecord(); ++id)
            of.append(id);
    });
    for (QVector<qint64> &of : ids) {
        std::sort(of.begin(), of.end());
        of.erase(std::unique(of.begin(), of.end()), of.end());
    }
    return ids;
}

} // namespace

QVector<EntityKind> exchangedKinds()
{
    QVector<EntityKind> kinds;
    for (const EntityKind kind : entityKinds()) {
        if (entityDef(kind).owner == Owner::District && kind != EntityKind::SignOff && kind != EntityKind::Request)
            kinds.append(kind);
    }
    return kinds;
}

QJsonObject ExchangedRow::toJson() const
{
    return {{QStringLiteral("kind"), QString::fromLatin1(entityDef(kind).name)}, {QStringLiteral("source"), source}, {QStringLiteral("removed"), isRemoved},
            {QStringLiteral("organization"), organizationCode}, {QStringLiteral("fields"), fields}};
}

ExchangedRow ExchangedRow::fromJson(const QJsonObject &json)
{
    ExchangedRow row;
    row.kind = entityKindFromName(json.value(QLatin1String("kind")).toString()).value_or(EntityKind::None);
    row.source = json.value(QLatin1String("source")).toInteger();
    row.isRemoved = json.value(QLatin1String("removed")).toBool();
    row.organizationCode = json.value(QLatin1String("organization")).toString();
    row.fields = json.value(QLatin1String("fields")).toObject();
    return row;
}

bool ApplyExchangedRows::resolve(Transaction &transaction, const ExchangedRow &row, Record &record, QString &reason) const
{
    for (int i = 0; i < record.values.size(); ++i) {
        const FieldDef &field = record.def().fields[i];
        record.values[i] = Value::fromJson(row.fields.value(field.key()));
        if (field.type != FieldType::Reference || record.values[i].isEmpty())
            continue;
        // What the state owns is named by its own id; the rest by the district's.
        const bool isOwn = entityDef(field.reference).owner == Owner::State;
        const qint64 target = isOwn ? record.values[i].integer()
                                    : mirroredId(transaction.connection(), field.reference, m_organization, record.values[i].integer());
        if (target == 0) {
            reason = tr("The %1 this row belongs to is not at the state.").arg(QLatin1String(entityDef(field.reference).name));
            return false;
        }
        record.values[i] = Value(target);
    }
    return true;
}

void ApplyExchangedRows::write(Transaction &transaction, const ExchangedRow &row, Record &record)
{
    Connection &connection = transaction.connection();
    const qint64 known = mirroredId(connection, row.kind, m_organization, row.source);
    record.organization = m_organization;
    if (known == 0) {
        transaction.insert(record);
        setSourceId(connection, row.kind, record.id, row.source);
        return;
    }
    record.id = known;
    record.version = transaction.get(row.kind, known).version;
    transaction.update(record);
}

void ApplyExchangedRows::remove(Transaction &transaction, const ExchangedRow &row)
{
    const qint64 known = mirroredId(transaction.connection(), row.kind, m_organization, row.source);
    if (known == 0)
        return;
    transaction.remove(row.kind, known, transaction.get(row.kind, known).version);
}

void ApplyExchangedRows::perform(Transaction &transaction)
{
    Connection &connection = transaction.connection();
    const QString claim = QStringLiteral("batch:%1").arg(m_organizationCode);
    if (!m_messageId.isEmpty() && linkState(connection, claim) == m_messageId) {
        m_applied = static_cast<int>(m_rows.size());
        return;
    }
    const auto organization = recordsWhere(connection, Scope::wholeDatabase(), EntityKind::Organization, QStringLiteral("t.code = ?"), {Value(m_organizationCode)});
    if (organization.isEmpty())
        fail(Error::Kind::Denied, QStringLiteral("C-386"), tr("The state does not know this district."), tr("Connect to the state again."));
    m_organization = organization.first().id;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].organizationCode != m_organizationCode || !exchangedKinds().contains(m_rows[i].kind))
            m_refusals.append({i, tr("The row belongs to another organization."), false});
        else if (m_rows[i].kind == EntityKind::CategoryMember && !m_rows[i].isRemoved
                 && m_rows[i].fields.value(QLatin1String("organization_code")).toString() != m_organizationCode)
            m_refusals.append({i, tr("The member belongs to another organization."), false});
    }
    const bool isOwn = m_refusals.isEmpty();
    for (qsizetype i = 0; isOwn && i < m_rows.size(); ++i) {
        const ExchangedRow &row = m_rows[i];
        Record record(row.kind);
        QString reason;
        if (!row.isRemoved && !resolve(transaction, row, record, reason)) {
            m_refusals.append({i, reason, false});
            continue;
        }
        try {
            if (row.isRemoved)
                remove(transaction, row);
            else
                write(transaction, row, record);
            ++m_applied;
        } catch (const StoreFailure &failure) {
            if (failure.error.kind == Error::Kind::Unavailable || failure.error.kind == Error::Kind::Cancelled)
                throw;
            m_refusals.append({i, failure.error.message, row.isRemoved});
            break; // the engine may have ended the transaction
        }
    }
    if (!m_refusals.isEmpty())
        refuse("C-385", tr("The state refused rows of this batch."), tr("They are listed under Sync problems; the others are sent again."));
    setLinkState(connection, claim, m_messageId);
}

QVector<ExchangedRow> exchangedRows(Connection &connection, EntityKind kind, const QVector<qint64> &ids)
{
    const QString code = ownCode(connection);
    const EntityDef &def = entityDef(kind);
    QVector<ExchangedRow> rows;
    for (qsizetype from = 0; from < ids.size(); from += idsAStatement) {
        QStringList list;
        for (qsizetype i = from; i < std::min(ids.size(), from + idsAStatement); ++i)
            list.append(QString::number(ids[i]));
        for (Record record : recordsWhere(connection, Scope::wholeDatabase(), kind, QStringLiteral("t.id IN (%1)").arg(list.join(QLatin1Char(','))))) {
            for (int i = 0; i < record.values.size(); ++i) {
                if (def.fields[i].type == FieldType::Reference && !record.values[i].isEmpty() && entityDef(def.fields[i].reference).owner == Owner::State)
                    record.values[i] = Value(sourceId(connection, def.fields[i].reference, record.values[i].integer()));
            }
            rows.append({kind, record.id, false, code, fieldsOf(record)});
        }
    }
    return rows;
}

PendingRows pendingRows(Connection &connection, qint64 since)
{
    PendingRows pending;
    auto &head = connection.prepared(QStringLiteral("SELECT sequence FROM journal_head"));
    head.reset();
    pending.upTo = head.step() ? head.integer(0) : 0;
    head.reset();
    const QString code = ownCode(connection);
    const auto ids = changedIds(connection, since, pending.upTo);
    QVector<ExchangedRow> present, removed;
    for (const EntityKind kind : exchangedKinds()) {
        const auto rows = exchangedRows(connection, kind, ids.value(kind));
        QSet<qint64> found;
        for (const ExchangedRow &row : rows)
            found.insert(row.source);
        present += rows;
        for (const qint64 id : ids.value(kind)) {
            if (!found.contains(id))
                removed.append({kind, id, true, code, {}});
        }
    }
    std::reverse(removed.begin(), removed.end());
    pending.rows = removed + present;
    return pending;
}

qint64 pendingCount(Connection &connection, qint64 since)
{
    // Records of blocks are counted by their blocks, whatever else happened to them.
    auto statement = connection.prepare(
        QStringLiteral("SELECT COUNT(*) FROM (SELECT DISTINCT entity, record_id FROM journal j WHERE sequence > ? AND entity IN (%1) AND NOT EXISTS "
                       "(SELECT 1 FROM journal_block b WHERE b.last_sequence > ? AND b.entity = j.entity AND j.record_id "
                       "BETWEEN b.first_record AND b.first_record + b.last_sequence - b.sequence)) AS changed").arg(kindList()));
    statement->query(Value(since), Value(since));
    const qint64 single = statement->step() ? statement->integer(0) : 0;
    auto blocks = connection.prepare(QStringLiteral("SELECT CAST(COALESCE(SUM(last_sequence - sequence + 1), 0) AS BIGINT) FROM journal_block "
                                                    "WHERE last_sequence > ? AND entity IN (%1)").arg(kindList()));
    blocks->query(Value(since));
    return single + (blocks->step() ? blocks->integer(0) : 0);
}

QHash<qint64, QString> exchangeDigests(Connection &connection, EntityKind kind, qint64 organization, bool isState)
{
    const EntityDef &def = entityDef(kind);
    QHash<EntityKind, QHash<qint64, qint64>> maps;
    for (const FieldDef &field : def.fields) {
        // District rows are compared by district ids; rows of the state by the state's: each side translates what it has to.
        if (field.type == FieldType::Reference && isState == (entityDef(field.reference).owner != Owner::State) && !maps.contains(field.reference))
            maps.insert(field.reference, sources(connection, field.reference, organization));
    }
    const QHash<qint64, qint64> own = isState ? sources(connection, kind, organization) : QHash<qint64, qint64>();
    QHash<qint64, QString> digests;
    auto statement = connection.prepare(QStringLiteral("SELECT %1 FROM %2 t WHERE t.org_id = ? ORDER BY t.id")
                                            .arg(recordColumns(def, QStringLiteral("t")), QLatin1String(def.table)));
    statement->query(Value(organization));
    while (statement->step()) {
        Record record = readRecord(kind, *statement);
        for (int i = 0; i < record.values.size(); ++i) {
            const FieldDef &field = def.fields[i];
            if (field.type == FieldType::Reference && !record.values[i].isEmpty() && maps.contains(field.reference))
                record.values[i] = Value(maps[field.reference].value(record.values[i].integer()));
        }
        const qint64 key = isState ? own.value(record.id, -record.id) : record.id;
        digests.insert(key, QString::fromLatin1(rowHash(record).toHex()));
    }
    return digests;
}

} // namespace certdesk
