// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/journal.h"

#include <QCoreApplication>
#include <sodium.h>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Journal", text);
}

QByteArray chained(const QByteArray &previous, const JournalEntry &entry)
{
    QByteArray text;
    text.reserve(entry.fields.size() + 160);
    const auto add = [&text](const QByteArray &part) { text.append(part).append('\x1f'); };
    add(QByteArray::number(entry.sequence));
    add(QByteArray::number(entry.at));
    add(entry.person.toUtf8());
    add(entry.command.toUtf8());
    add(entry.batchId.text().toLatin1());
    add(entry.entity.toUtf8());
    add(entry.recordId.text().toLatin1());
    add(entry.operation.toLatin1());
    add(QByteArray::number(entry.version));
    add(entry.fields);
    add(entry.reason.toUtf8());
    add(QByteArray::number(entry.sourceRow));
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char *>(previous.constData()),
                              static_cast<unsigned long long>(previous.size()));
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char *>(text.constData()),
                              static_cast<unsigned long long>(text.size()));
    QByteArray hash(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char *>(hash.data()));
    return hash;
}

} // namespace

JournalWriter::JournalWriter(Connection &connection) : m_connection(connection)
{
    const QString lock = connection.isSqlite() ? QString() : QStringLiteral(" FOR UPDATE");
    auto &head = connection.prepared(QStringLiteral("SELECT sequence, hash FROM journal_head WHERE one = 1") + lock);
    if (head.step()) {
        m_sequence = head.integer(0);
        m_hash = head.bytes(1);
    } else {
        connection.prepared(QStringLiteral("INSERT INTO journal_head (one, sequence, hash) VALUES (1, 0, ?)")).run(QByteArray("-"));
        m_hash = QByteArray("-");
    }
    head.reset();
}

JournalWriter::~JournalWriter() = default;

qint64 JournalWriter::append(JournalEntry &entry)
{
    if (!m_insert)
        m_insert = std::make_unique<BulkInsert>(
            m_connection, QStringLiteral("journal"),
            QStringLiteral("sequence at person command batch_id entity record_id operation version fields reason source_row hash").split(QLatin1Char(' ')));
    entry.sequence = ++m_sequence;
    m_hash = chained(m_hash, entry);
    m_insert->put(Value(entry.sequence));
    m_insert->put(Value(entry.at));
    m_insert->put(Value(entry.person));
    m_insert->put(Value(entry.command));
    m_insert->put(entry.batchId);
    m_insert->put(Value(entry.entity));
    m_insert->put(entry.recordId);
    m_insert->put(Value(entry.operation));
    m_insert->put(entry.version ? Value(entry.version) : Value());
    m_insert->put(Value(QString::fromUtf8(entry.fields)));
    m_insert->put(Value(entry.reason));
    m_insert->put(entry.sourceRow ? Value(entry.sourceRow) : Value());
    m_insert->put(m_hash);
    m_insert->endRow();
    return entry.sequence;
}

void JournalWriter::finish()
{
    if (!m_insert)
        return;
    m_insert->finish();
    m_connection.prepared(QStringLiteral("UPDATE journal_head SET sequence = ?, hash = ? WHERE one = 1")).run(Value(m_sequence), m_hash);
}

QString verifyJournal(Connection &connection)
{
    QByteArray previous("-");
    qint64 expected = 0;
    constexpr qint64 step = 10000;
    bool more = true;
    while (more) {
        more = false;
        auto statement = connection.prepare(QStringLiteral("SELECT sequence, at, person, command, batch_id, entity, record_id, operation, version, fields, reason, source_row, hash "
                                                           "FROM journal WHERE sequence > ? ORDER BY sequence LIMIT ?"));
        statement->query(Value(expected), Value(step));
        while (statement->step()) {
            more = true;
            JournalEntry entry;
            entry.sequence = statement->integer(0);
            entry.at = statement->integer(1);
            entry.person = statement->text(2);
            entry.command = statement->text(3);
            entry.batchId = statement->value(4);
            entry.entity = statement->text(5);
            entry.recordId = statement->value(6);
            entry.operation = statement->text(7);
            entry.version = statement->integer(8);
            entry.fields = statement->text(9).toUtf8();
            entry.reason = statement->text(10);
            entry.sourceRow = statement->integer(11);
            if (entry.sequence != ++expected)
                return tr("Journal entry %1 is missing.").arg(expected);
            previous = chained(previous, entry);
            if (previous != statement->bytes(12))
                return tr("Journal entry %1 was altered or moved.").arg(expected);
        }
    }
    auto &head = connection.prepared(QStringLiteral("SELECT sequence, hash FROM journal_head WHERE one = 1"));
    const bool whole = head.step() ? head.integer(0) == expected && (expected == 0 || head.bytes(1) == previous) : expected == 0;
    head.reset();
    return whole ? QString() : tr("The newest journal entries after %1 are missing.").arg(expected);
}

} // namespace certdesk
