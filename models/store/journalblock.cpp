// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/journalblock.h"

#include "models/store/rowcodec.h"
#include "models/store/sha256.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace certdesk {

namespace {

constexpr qsizetype rowHashBytes = 16;
constexpr char separator = '\x1f';
const QString columns = QStringLiteral("sequence, last_sequence, at, person, command, batch_id, entity, first_record, field_count, reason, hash, content");

JournalBlock readRow(const Statement &row)
{
    JournalBlock block;
    block.sequence = row.integer(0);
    block.lastSequence = row.integer(1);
    block.at = row.integer(2);
    block.person = row.text(3);
    block.command = row.text(4);
    block.batchId = row.value(5);
    block.entity = row.text(6);
    block.firstRecord = row.integer(7);
    block.fieldCount = row.integer(8);
    block.reason = row.text(9);
    block.hash = row.bytes(10);
    block.content = row.bytes(11);
    return block;
}

/// Takes one later entry of the record back.
void takeBack(Record &record, const QString &operation, const QByteArray &fields)
{
    const bool removes = operation == QLatin1String("remove");
    if (!removes && operation != QLatin1String("update"))
        return; // notes change nothing; of a record that came back, the removal before tells what it was
    if (removes)
        record.values.fill(Value());
    const QJsonObject object = QJsonDocument::fromJson(fields).object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const int field = record.def().find(QLatin1String(it.key().toLatin1()));
        if (field >= 0 && (removes || it.value().isArray()))
            record.values[field] = Value::fromJson(removes ? it.value() : it.value().toArray().at(0));
    }
}

} // namespace

void BlockContent::add(QByteArrayView rowHash, qint64 sourceRow)
{
    Q_ASSERT(rowHash.size() == rowHashBytes);
    m_bytes.append(rowHash);
    // Rows come one after the other: the step to the next is one byte, most times.
    const qint64 step = sourceRow - m_lastRow;
    auto rest = (static_cast<quint64>(step) << 1) ^ static_cast<quint64>(step >> 63);
    for (; rest >= 0x80; rest >>= 7)
        m_bytes.append(static_cast<char>(rest | 0x80));
    m_bytes.append(static_cast<char>(rest));
    m_lastRow = sourceRow;
    ++m_count;
}

QByteArray BlockContent::take()
{
    QByteArray bytes = std::move(m_bytes);
    *this = BlockContent();
    return bytes;
}

bool BlockEntries::next()
{
    if (m_record >= m_block.lastRecord() || m_place + rowHashBytes >= m_block.content.size())
        return false;
    m_hash = QByteArrayView(m_block.content).sliced(m_place, rowHashBytes);
    m_place += rowHashBytes;
    quint64 step = 0;
    for (int shift = 0; shift < 64 && m_place < m_block.content.size(); shift += 7) {
        const auto byte = static_cast<quint8>(m_block.content[m_place++]);
        step |= static_cast<quint64>(byte & 0x7f) << shift;
        if (byte < 0x80)
            break;
    }
    m_row += static_cast<qint64>(step >> 1) ^ -static_cast<qint64>(step & 1);
    ++m_record;
    return true;
}

QByteArray chained(const QByteArray &previous, const JournalBlock &block)
{
    QByteArray text = previous;
    const auto add = [&text](const QByteArray &part) { text.append(part).append(separator); };
    for (const qint64 number : {block.sequence, block.lastSequence, block.at, block.firstRecord, block.fieldCount})
        add(QByteArray::number(number));
    for (const QString &word : {block.person, block.command, block.batchId.text(), block.entity, block.reason})
        add(word.toUtf8());
    const Sha256 hash = sha256(text, block.content);
    return QByteArray(hash.data(), static_cast<qsizetype>(hash.size()));
}

void insertBlock(Connection &connection, const JournalBlock &block)
{
    connection.prepared(QStringLiteral("INSERT INTO journal_block (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").arg(columns))
        .run(Value(block.sequence), Value(block.lastSequence), Value(block.at), Value(block.person), Value(block.command), block.batchId,
             Value(block.entity), Value(block.firstRecord), Value(block.fieldCount), Value(block.reason), block.hash, block.content);
}

void eachBlock(Connection &connection, const QString &condition, const QVector<Value> &values, const std::function<void(const JournalBlock &)> &take)
{
    auto statement = connection.prepare(QStringLiteral("SELECT %1 FROM journal_block t WHERE %2 ORDER BY sequence").arg(columns, condition));
    for (int i = 0; i < values.size(); ++i)
        statement->bind(i + 1, values[i]);
    while (statement->step())
        take(readRow(*statement));
}

std::optional<JournalBlock> blockOf(Connection &connection, EntityKind kind, qint64 id)
{
    auto &statement = connection.prepared(
        QStringLiteral("SELECT %1 FROM journal_block WHERE entity = ? AND ? BETWEEN first_record AND first_record + last_sequence - sequence").arg(columns));
    statement.query(Value(QString::fromLatin1(entityDef(kind).name)), Value(id));
    std::optional<JournalBlock> block;
    if (statement.step())
        block = readRow(statement);
    statement.reset();
    return block;
}

Record createdRecord(Connection &connection, EntityKind kind, qint64 id)
{
    const EntityDef &def = entityDef(kind);
    Record record(kind);
    record.id = id;
    auto &stored = connection.prepared(QStringLiteral("SELECT %1 FROM %2 WHERE id = ?").arg(recordColumns(def), QLatin1String(def.table)));
    stored.query(Value(id));
    if (stored.step())
        record = readRecord(kind, stored);
    stored.reset();
    auto &later = connection.prepared(QStringLiteral("SELECT operation, fields FROM journal WHERE record_id = ? AND entity = ? ORDER BY sequence DESC"));
    later.query(Value(id), Value(QString::fromLatin1(def.name)));
    while (later.step())
        takeBack(record, later.text(0), later.text(1).toUtf8());
    later.reset();
    for (int field = 0; field < def.fields.size(); ++field) {
        if (def.fields[field].secret || def.fields[field].derived)
            record.values[field] = Value();
    }
    record.version = 1;
    return record;
}

} // namespace certdesk
