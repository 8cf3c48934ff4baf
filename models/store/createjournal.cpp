// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/createjournal.h"

namespace certdesk {

namespace {
/// Whoever looks for one entry reads its block: 18 bytes an entry.
constexpr qint64 largestBlock = 8192;
} // namespace

void CreateJournal::add(const CreatedRow &row)
{
    if (!m_usesBlocks || !row.isNew) {
        finish();
        QByteArray &json = m_transaction.m_json;
        json.resize(0);
        row.row.appendJson(json);
        m_transaction.journal(m_kind, row.id, row.version, QStringLiteral("create"), json, row.sourceRow);
        return;
    }
    if (m_content.count() == largestBlock || row.id != m_next)
        finish();
    if (m_content.count() == 0)
        m_first = row.id;
    m_content.add(row.row.hash(), row.sourceRow);
    m_next = row.id + 1;
    m_transaction.touched(m_kind, row.id);
}

void CreateJournal::finish()
{
    if (m_content.count() > 0)
        m_transaction.m_journal.appendCreates(m_transaction.entryFor(m_kind), m_first, entityDef(m_kind).fields.size(), m_content);
}

} // namespace certdesk
