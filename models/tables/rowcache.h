// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/viewreader.h"

#include <QCache>

namespace certdesk {

struct CachedRow
{
    qint64 version = 0;
    QVector<Value> values;
};

/// The rows someone looked at last, by id; the longest unused leave first. 16 pages of 64 rows.
class RowCache
{
public:
    static constexpr int pageRows = 64;
    static constexpr int mostRows = 16 * pageRows;

    RowCache() : m_rows(mostRows) {}
    const CachedRow *row(qint64 id) const { return m_rows.object(id); }
    bool contains(qint64 id) const { return m_rows.contains(id); }
    void put(const ViewRow &row) { m_rows.insert(row.id, new CachedRow{row.version, row.values}); }
    void remove(qint64 id) { m_rows.remove(id); }
    void clear() { m_rows.clear(); }
    QVector<qint64> ids() const { return m_rows.keys(); }

private:
    QCache<qint64, CachedRow> m_rows;
};

} // namespace certdesk
