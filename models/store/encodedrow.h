// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/store/connection.h"

#include <QVarLengthArray>
#include <array>

namespace certdesk {

/// The fields of a record in UTF-8, written once for the three who need them: row hash, insert and journal. Made to be used
/// again for row after row without allocating.
class EncodedRow
{
public:
    void encode(const Record &record);
    /// The same of fields that stand wherever they are; no null pointers.
    void encode(const EntityDef &def, const Value *const *fields);
    /// The row that a statement stands on, its fields from this column on; without making values of them, and without hash.
    void read(const EntityDef &def, const Statement &row, int firstColumn);
    /// BLAKE2b-128 over the stored fields that are neither secret nor derived, references as ids: equal rows have equal hashes.
    QByteArrayView hash() const { return QByteArrayView(m_hash.data(), static_cast<qsizetype>(m_hash.size())); }
    /// {"field":value,…} of the fields with a value, without secret and derived ones.
    void appendJson(QByteArray &out) const;
    /// All fields in order; the row has to stay as it is until the insert ends its row.
    void put(BulkInsert &insert) const;

private:
    struct Cell
    {
        enum class Type : quint8 { Empty, Integer, Real, Text };
        Type type = Type::Empty;
        bool isHidden = false; ///< secret or derived: stands in m_hidden, not in m_shown
        qint32 begin = 0;
        qint32 length = 0;
        union {
            qint64 integer = 0;
            double real;
        };
    };
    QByteArrayView textOf(const Cell &cell) const;

    const EntityDef *m_def = nullptr;
    QVarLengthArray<Cell, 64> m_cells;
    QByteArray m_shown; ///< what the hash covers, fields ended by a separator
    QByteArray m_hidden;
    std::array<char, 16> m_hash{};
};

/// Appends the text in UTF-8.
void appendUtf8(QByteArray &out, const QString &text);
/// Appends UTF-8 as a JSON string with its quotation marks.
void appendJsonString(QByteArray &out, QByteArrayView utf8);

} // namespace certdesk
