// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/journal.h"

#include "models/store/sha256.h"

#include <algorithm>
#include <charconv>

namespace certdesk {

namespace {

constexpr char separator = '\x1f';
/// Below it a thread costs more than it saves.
constexpr std::size_t entriesABlock = 1024;

void appendNumber(QByteArray &text, qint64 number)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    text.append(digits.data(), end.ptr - digits.data()).append(separator);
}

void appendPart(QByteArray &text, QByteArrayView part)
{
    text.append(part).append(separator);
}

struct Words
{
    QByteArrayView person;
    QByteArrayView command;
    QByteArrayView entity;
    QByteArrayView operation;
    QByteArrayView reason;
};

/// What the hash of an entry covers; returns where the fields begin.
qsizetype appendCanonical(QByteArray &text, const JournalEntry &entry, const Words &words, QByteArrayView fields)
{
    appendNumber(text, entry.sequence);
    appendNumber(text, entry.at);
    appendPart(text, words.person);
    appendPart(text, words.command);
    appendPart(text, entry.batchId.text().toLatin1());
    appendPart(text, words.entity);
    appendPart(text, entry.recordId.text().toLatin1());
    appendPart(text, words.operation);
    appendNumber(text, entry.version);
    const qsizetype begin = text.size();
    appendPart(text, fields);
    appendPart(text, words.reason);
    appendNumber(text, entry.sourceRow);
    return begin;
}

} // namespace

QByteArray chained(const QByteArray &previous, const JournalEntry &entry)
{
    QByteArray text;
    text.reserve(entry.fields.size() + 160);
    const QByteArray person = entry.person.toUtf8();
    const QByteArray command = entry.command.toUtf8();
    const QByteArray entity = entry.entity.toUtf8();
    const QByteArray operation = entry.operation.toUtf8();
    const QByteArray reason = entry.reason.toUtf8();
    appendCanonical(text, entry, {person, command, entity, operation, reason}, entry.fields);
    const Sha256 hash = sha256(previous, text);
    return QByteArray(hash.data(), static_cast<qsizetype>(hash.size()));
}

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

JournalWriter::~JournalWriter()
{
    // A transaction that is given up may still be hashing.
    if (m_future.valid())
        m_future.wait();
}

int JournalWriter::wordOf(LastWord &last, const QString &text)
{
    if (last.index >= 0 && last.text == text)
        return last.index;
    const QByteArray utf8 = text.toUtf8();
    const auto known = std::find(m_words.cbegin(), m_words.cend(), utf8);
    last.text = text;
    last.index = static_cast<int>(known - m_words.cbegin());
    if (known == m_words.cend())
        m_words.push_back(utf8);
    return last.index;
}

qint64 JournalWriter::append(JournalEntry &entry)
{
    return append(entry, entry.fields);
}

qint64 JournalWriter::append(JournalEntry &entry, QByteArrayView fields)
{
    if (!m_filling)
        m_filling = std::make_unique<Block>();
    entry.sequence = ++m_sequence;
    m_isChanged = true;
    Buffered buffered;
    buffered.sequence = entry.sequence;
    buffered.at = entry.at;
    buffered.version = entry.version;
    buffered.sourceRow = entry.sourceRow;
    buffered.batchId = entry.batchId;
    buffered.recordId = entry.recordId;
    buffered.person = wordOf(m_lastWords[0], entry.person);
    buffered.command = wordOf(m_lastWords[1], entry.command);
    buffered.entity = wordOf(m_lastWords[2], entry.entity);
    buffered.operation = wordOf(m_lastWords[3], entry.operation);
    buffered.reason = wordOf(m_lastWords[4], entry.reason);
    const auto word = [this](int index) { return QByteArrayView(m_words[static_cast<std::size_t>(index)]); };
    const Words words{word(buffered.person), word(buffered.command), word(buffered.entity), word(buffered.operation), word(buffered.reason)};
    buffered.begin = m_filling->text.size();
    buffered.fields = appendCanonical(m_filling->text, entry, words, fields);
    buffered.fieldsLength = fields.size();
    buffered.end = m_filling->text.size();
    m_filling->entries.push_back(std::move(buffered));
    if (m_filling->entries.size() >= entriesABlock)
        passOn();
    return entry.sequence;
}

/// Hands the full block to the other thread, after taking back the one before.
void JournalWriter::passOn()
{
    writeHashed();
    m_hashing = std::move(m_filling);
    m_future = std::async(std::launch::async, [block = m_hashing.get(), previous = m_hash] { return hashBlock(*block, previous); });
}

QByteArray JournalWriter::hashBlock(Block &block, QByteArray previous)
{
    for (Buffered &entry : block.entries) {
        entry.hash = sha256(previous, QByteArrayView(block.text).sliced(entry.begin, entry.end - entry.begin));
        previous = QByteArray(entry.hash.data(), static_cast<qsizetype>(entry.hash.size()));
    }
    return previous;
}

void JournalWriter::writeHashed()
{
    if (!m_hashing)
        return;
    m_hash = m_future.get();
    if (!m_insert)
        m_insert = std::make_unique<BulkInsert>(
            m_connection, QStringLiteral("journal"),
            QStringLiteral("sequence at person command batch_id entity record_id operation version fields reason source_row hash").split(QLatin1Char(' ')));
    const auto putNumber = [this](qint64 number) { number ? m_insert->putInteger(number) : m_insert->putNull(); };
    for (const Buffered &entry : m_hashing->entries) {
        const auto word = [this](int index) { return QByteArrayView(m_words[static_cast<std::size_t>(index)]); };
        m_insert->putInteger(entry.sequence);
        m_insert->putInteger(entry.at);
        m_insert->putUtf8(word(entry.person));
        m_insert->putUtf8(word(entry.command));
        m_insert->put(entry.batchId);
        m_insert->putUtf8(word(entry.entity));
        m_insert->put(entry.recordId);
        m_insert->putUtf8(word(entry.operation));
        putNumber(entry.version);
        m_insert->putUtf8(QByteArrayView(m_hashing->text).sliced(entry.fields, entry.fieldsLength));
        m_insert->putUtf8(word(entry.reason));
        putNumber(entry.sourceRow);
        m_insert->putBytes(QByteArrayView(entry.hash.data(), static_cast<qsizetype>(entry.hash.size())));
        m_insert->endRow();
    }
    m_hashing.reset();
}

void JournalWriter::writeGathered()
{
    writeHashed();
    if (!m_filling)
        return;
    m_hashing = std::move(m_filling);
    m_future = std::async(std::launch::deferred, [block = m_hashing.get(), previous = m_hash] { return hashBlock(*block, previous); });
    writeHashed();
}

void JournalWriter::appendCreates(const JournalEntry &common, qint64 firstRecord, qint64 fieldCount, BlockContent &content)
{
    writeGathered();
    JournalBlock block;
    block.sequence = m_sequence + 1;
    block.lastSequence = m_sequence + content.count();
    block.at = common.at;
    block.person = common.person;
    block.command = common.command;
    block.batchId = common.batchId;
    block.entity = common.entity;
    block.firstRecord = firstRecord;
    block.fieldCount = fieldCount;
    block.reason = common.reason;
    block.content = content.take();
    block.hash = chained(m_hash, block);
    insertBlock(m_connection, block);
    m_sequence = block.lastSequence;
    m_hash = block.hash;
    m_isChanged = true;
}

void JournalWriter::finish()
{
    writeGathered();
    if (!m_isChanged)
        return;
    if (m_insert)
        m_insert->finish();
    m_connection.prepared(QStringLiteral("UPDATE journal_head SET sequence = ?, hash = ? WHERE one = 1")).run(Value(m_sequence), m_hash);
}

} // namespace certdesk
