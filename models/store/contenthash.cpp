// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/contenthash.h"

#include "models/domain/progress.h"
#include "models/store/rowreader.h"
#include "models/store/session.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cstring>
#include <sodium.h>

namespace certdesk {

namespace {

using KeyHash = std::array<unsigned char, 16>;
using RowHash = std::array<unsigned char, 32>;
constexpr qint64 rowsAReport = 8192;

struct HashedRow
{
    KeyHash key;
    RowHash row;
    bool operator<(const HashedRow &other) const
    {
        const int order = std::memcmp(key.data(), other.key.data(), key.size());
        return order != 0 ? order < 0 : std::memcmp(row.data(), other.row.data(), row.size()) < 0;
    }
};

/// Hashes of the natural keys of one kind by id. Ids are read in order and mostly without gaps, so the place is guessed first.
class KeyTable
{
public:
    void append(qint64 id, const KeyHash &hash)
    {
        m_ids.append(id);
        m_hashes.append(hash);
    }
    const KeyHash *find(qint64 id) const
    {
        if (m_ids.isEmpty())
            return nullptr;
        const qint64 guess = id - m_ids.first();
        if (guess >= 0 && guess < m_ids.size() && m_ids[guess] == id)
            return &m_hashes[guess];
        const auto place = std::lower_bound(m_ids.cbegin(), m_ids.cend(), id);
        return place != m_ids.cend() && *place == id ? &m_hashes[place - m_ids.cbegin()] : nullptr;
    }

private:
    QVector<qint64> m_ids;
    QVector<KeyHash> m_hashes;
};

class Hasher
{
public:
    Hasher(Connection &connection, Progress *progress) : m_connection(connection), m_progress(progress) {}
    ContentHash run(std::optional<EntityKind> only);

private:
    void loadOrganizations();
    EntityHash hashKind(EntityKind kind, bool withRows, bool withKeys);
    void appendField(QByteArray &out, const EntityDef &def, int field, const RowReader &row) const;
    KeyHash keyHash(const EntityDef &def, const RowReader &row);
    RowHash rowHash(const EntityDef &def, const RowReader &row);
    void appendHead(QByteArray &out, const EntityDef &def, const RowReader &row) const;
    void tick();

    Connection &m_connection;
    Progress *m_progress;
    QHash<qint64, QByteArray> m_organizations;
    std::array<KeyTable, entityKindCount> m_keys;
    QByteArray m_text;
    qint64 m_done = 0;
};

QSet<EntityKind> referencesOf(EntityKind kind)
{
    QSet<EntityKind> kinds;
    for (const FieldDef &field : entityDef(kind).fields) {
        if (field.type == FieldType::Reference) {
            kinds.insert(field.reference);
            kinds.unite(referencesOf(field.reference));
        }
    }
    return kinds;
}

ContentHash Hasher::run(std::optional<EntityKind> only)
{
    QSet<EntityKind> wanted;
    QSet<EntityKind> referred;
    for (const EntityKind kind : entityKinds()) {
        if (only ? kind == *only : entityDef(kind).content) {
            wanted.insert(kind);
            referred.unite(referencesOf(kind));
        }
    }
    loadOrganizations();
    ContentHash total;
    QByteArray lines;
    for (const EntityKind kind : entityKinds()) {
        if (!wanted.contains(kind) && !referred.contains(kind))
            continue;
        const EntityHash hash = hashKind(kind, wanted.contains(kind), referred.contains(kind));
        if (!wanted.contains(kind))
            continue;
        total.entities.append(hash);
        total.rows += hash.rows;
        if (hash.rows > 0)
            lines.append(entityDef(kind).name).append(' ').append(hash.sha256.toLatin1()).append('\n');
    }
    QByteArray sha(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256(reinterpret_cast<unsigned char *>(sha.data()), reinterpret_cast<const unsigned char *>(lines.constData()),
                       static_cast<unsigned long long>(lines.size()));
    total.sha256 = QString::fromLatin1(sha.toHex());
    return total;
}

void Hasher::loadOrganizations()
{
    auto &statement = m_connection.prepared(QStringLiteral("SELECT id, code FROM organization"));
    while (statement.step())
        m_organizations.insert(statement.integer(0), statement.text(1).toUtf8());
    statement.reset();
}

EntityHash Hasher::hashKind(EntityKind kind, bool withRows, bool withKeys)
{
    const EntityDef &def = entityDef(kind);
    std::vector<HashedRow> rows;
    RowReader row(m_connection, kind);
    while (row.next()) {
        HashedRow hashed;
        hashed.key = keyHash(def, row);
        if (withKeys)
            m_keys[static_cast<std::size_t>(kind)].append(row.id(), hashed.key);
        if (withRows) {
            hashed.row = rowHash(def, row);
            rows.push_back(hashed);
        }
        tick();
    }
    std::sort(rows.begin(), rows.end());
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (const HashedRow &hashed : rows)
        crypto_hash_sha256_update(&state, hashed.row.data(), hashed.row.size());
    QByteArray sha(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char *>(sha.data()));
    return {kind, static_cast<qint64>(rows.size()), QString::fromLatin1(sha.toHex())};
}

void Hasher::tick()
{
    if (!m_progress || ++m_done % rowsAReport != 0)
        return;
    if (m_progress->isCancelled())
        throw StoreFailure{Progress::cancelledError().value()};
    m_progress->report(QCoreApplication::translate("ContentHash", "Reading"), m_done, 0);
}

/// "name=length:bytes"; nothing for an empty field.
void Hasher::appendField(QByteArray &out, const EntityDef &def, int field, const RowReader &row) const
{
    const FieldDef &wanted = def.fields[field];
    if (row.isEmpty(field))
        return;
    const auto add = [&](const char *bytes, qsizetype length) {
        out.append(wanted.name).append('=').append(QByteArray::number(length)).append(':').append(bytes, length);
    };
    if (wanted.type == FieldType::Reference) {
        if (const KeyHash *key = m_keys[static_cast<std::size_t>(wanted.reference)].find(row.integer(field)))
            add(reinterpret_cast<const char *>(key->data()), static_cast<qsizetype>(key->size()));
        else
            add("?", 1);
        return;
    }
    const QByteArrayView text = row.utf8(field);
    add(text.data(), text.size());
}

void Hasher::appendHead(QByteArray &out, const EntityDef &def, const RowReader &row) const
{
    out.append(def.name).append('\n');
    if (def.kind != EntityKind::Organization)
        out.append(m_organizations.value(row.organization()));
    out.append('\n');
}

KeyHash Hasher::keyHash(const EntityDef &def, const RowReader &row)
{
    const auto complete = std::find_if(def.keys.cbegin(), def.keys.cend(), [&row](const QVector<int> &key) {
        return std::none_of(key.cbegin(), key.cend(), [&row](int field) { return row.isEmpty(field); });
    });
    m_text.resize(0);
    appendHead(m_text, def, row);
    for (const int field : complete != def.keys.cend() ? *complete : def.keys.last())
        appendField(m_text, def, field, row);
    KeyHash hash;
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char *>(m_text.constData()),
                       static_cast<unsigned long long>(m_text.size()), nullptr, 0);
    return hash;
}

RowHash Hasher::rowHash(const EntityDef &def, const RowReader &row)
{
    m_text.resize(0);
    appendHead(m_text, def, row);
    for (int field = 0; field < def.fields.size(); ++field) {
        if (!def.fields[field].secret && !def.fields[field].derived)
            appendField(m_text, def, field, row);
    }
    RowHash hash;
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char *>(m_text.constData()),
                       static_cast<unsigned long long>(m_text.size()), nullptr, 0);
    return hash;
}

} // namespace

ContentHash computeContentHash(Connection &connection, std::optional<EntityKind> only, Progress *progress)
{
    return Hasher(connection, progress).run(only);
}

Result<ContentHash> contentHash(Session &session, std::optional<EntityKind> only, Progress *progress)
{
    return session.read<ContentHash>([&](Connection &connection) { return computeContentHash(connection, only, progress); });
}

} // namespace certdesk
