// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/contestedrows.h"

#include <algorithm>

namespace certdesk {

namespace {

std::string_view trimmed(std::string_view cell)
{
    const size_t first = cell.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view() : cell.substr(first, cell.find_last_not_of(" \t\r\n") - first + 1);
}

} // namespace

ContestedRows::ContestedRows(const Table &table, const Mapping &mapping, const ImportKind &kind, const ImportOptions &options)
    : m_table(table), m_mapping(mapping), m_kind(kind)
{
    if (!kind.onePersonARow)
        return;
    for (const char *name : {"student_state_id", "staff_id", "local_id", "login", "email"}) {
        const int field = kind.find(QLatin1String(name));
        if (field < 0 || mapping.columnOfField[field] < 0)
            continue;
        findSame(mapping.columnOfField[field], options);
        return;
    }
}

void ContestedRows::findSame(int keyColumn, const ImportOptions &options)
{
    QHash<QByteArrayView, int> first;
    first.reserve(m_table.rowCount());
    for (int row = 0; row < m_table.rowCount(); ++row) {
        const std::string_view cell = trimmed(m_table.cell(row, keyColumn));
        if (cell.empty() || (!options.skipped.isEmpty() && options.skipped.contains(m_table.line(row))))
            continue;
        const QByteArrayView key(cell.data(), static_cast<qsizetype>(cell.size()));
        const auto found = first.constFind(key);
        if (found == first.constEnd()) {
            first.insert(key, row);
        } else if (differ(row, *found)) {
            m_other.insert(row, *found);
            if (!m_other.contains(*found))
                m_other.insert(*found, row);
        }
    }
}

bool ContestedRows::differ(int left, int right) const
{
    return std::any_of(m_mapping.columnOfField.cbegin(), m_mapping.columnOfField.cend(),
                       [&](int column) { return column >= 0 && m_table.cell(left, column) != m_table.cell(right, column); });
}

QString ContestedRows::differing(int row) const
{
    QStringList names;
    for (int field = 0; field < m_kind.fields.size(); ++field) {
        const int column = m_mapping.columnOfField[field];
        if (column >= 0 && m_kind.fields[field].value != ValueKind::Secret && m_table.cell(row, column) != m_table.cell(other(row), column))
            names.append(QLatin1String(m_kind.fields[field].name));
    }
    return names.join(QStringLiteral(", "));
}

} // namespace certdesk
