// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/plan.h"

namespace certdesk {

/// Rows of one file that name the same person with different data (R05): both are told, for only the person at the screen knows
/// which one is right. Identical rows are R04 and not meant here, nor are rows that the person has left out.
class ContestedRows
{
public:
    ContestedRows(const Table &table, const Mapping &mapping, const ImportKind &kind, const ImportOptions &options);

    /// The other row, or -1.
    int other(int row) const { return m_other.value(row, -1); }
    /// True for all rows of a key but the first.
    bool isLater(int row) const { return other(row) >= 0 && other(row) < row; }
    /// The fields in which a row and its other differ, for the message.
    QString differing(int row) const;

private:
    void findSame(int keyColumn, const ImportOptions &options);
    bool differ(int left, int right) const;

    const Table &m_table;
    const Mapping &m_mapping;
    const ImportKind &m_kind;
    QHash<int, int> m_other;
};

} // namespace certdesk
