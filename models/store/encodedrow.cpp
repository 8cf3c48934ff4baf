// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/encodedrow.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <sodium.h>

namespace certdesk {

namespace {

constexpr char unitSeparator = '\x1f';

constexpr qsizetype longestEscape = 6; ///< \u00xx

/// Returns the end; there has to be room for the longest escape of each byte and the quotation marks.
char *writeJsonString(char *place, QByteArrayView utf8)
{
    static constexpr char digits[] = "0123456789abcdef";
    *place++ = '"';
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            *place++ = '\\';
            *place++ = c;
        } else if (static_cast<unsigned char>(c) >= 0x20) {
            *place++ = c;
        } else {
            std::memcpy(place, "\\u00", 4);
            place[4] = digits[(c >> 4) & 15];
            place[5] = digits[c & 15];
            place += longestEscape;
        }
    }
    *place++ = '"';
    return place;
}

void appendInteger(QByteArray &out, qint64 number)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), end.ptr - digits.data());
}

} // namespace

void appendUtf8(QByteArray &out, const QString &text)
{
    const qsizetype start = out.size();
    out.resize(start + text.size());
    char *place = out.data() + start;
    for (const QChar c : text) {
        if (c.unicode() >= 0x80) {
            out.resize(start);
            out.append(text.toUtf8());
            return;
        }
        *place++ = static_cast<char>(c.unicode());
    }
}

void appendJsonString(QByteArray &out, QByteArrayView utf8)
{
    const qsizetype start = out.size();
    out.resize(start + longestEscape * utf8.size() + 2);
    const char *end = writeJsonString(out.data() + start, utf8);
    out.resize(end - out.constData());
}

void EncodedRow::encode(const Record &record)
{
    QVarLengthArray<const Value *, 64> fields(record.values.size());
    std::transform(record.values.cbegin(), record.values.cend(), fields.begin(), [](const Value &value) { return &value; });
    encode(record.def(), fields.constData());
}

void EncodedRow::encode(const EntityDef &def, const Value *const *fields)
{
    m_def = &def;
    m_cells.resize(def.fields.size());
    m_shown.resize(0);
    m_hidden.resize(0);
    for (int i = 0; i < m_cells.size(); ++i) {
        const FieldDef &field = def.fields[i];
        const Value &value = *fields[i];
        Cell &cell = m_cells[i];
        cell = Cell();
        cell.isHidden = field.secret || field.derived;
        QByteArray &out = cell.isHidden ? m_hidden : m_shown;
        cell.begin = static_cast<qint32>(out.size());
        if (value.isInteger()) {
            cell.type = Cell::Type::Integer;
            cell.integer = value.integer();
            appendInteger(out, cell.integer);
        } else if (value.isReal()) {
            cell.type = Cell::Type::Real;
            cell.real = value.real();
            out.append(value.text().toLatin1());
        } else if (value.isText()) {
            cell.type = Cell::Type::Text;
            appendUtf8(out, value.textRef());
        }
        cell.length = static_cast<qint32>(out.size()) - cell.begin;
        if (!cell.isHidden)
            out.append(unitSeparator);
    }
    crypto_generichash(reinterpret_cast<unsigned char *>(m_hash.data()), m_hash.size(), reinterpret_cast<const unsigned char *>(m_shown.constData()),
                       static_cast<unsigned long long>(m_shown.size()), nullptr, 0);
}

void EncodedRow::read(const EntityDef &def, const Statement &row, int firstColumn)
{
    m_def = &def;
    m_cells.resize(def.fields.size());
    m_shown.resize(0);
    m_hidden.resize(0);
    for (int i = 0; i < m_cells.size(); ++i) {
        Cell &cell = m_cells[i];
        cell = Cell();
        cell.isHidden = def.fields[i].secret || def.fields[i].derived;
        if (cell.isHidden || row.isEmpty(firstColumn + i))
            continue;
        if (row.isNumber(firstColumn + i)) {
            const Value number = row.value(firstColumn + i);
            cell.type = Cell::Type::Integer; // the JSON of a real is its text, too
            cell.begin = static_cast<qint32>(m_shown.size());
            if (number.isInteger())
                appendInteger(m_shown, number.integer());
            else
                m_shown.append(number.text().toLatin1());
            cell.length = static_cast<qint32>(m_shown.size()) - cell.begin;
            continue;
        }
        const QByteArrayView text = row.utf8(firstColumn + i);
        cell.type = Cell::Type::Text;
        cell.begin = static_cast<qint32>(m_shown.size());
        cell.length = static_cast<qint32>(text.size());
        m_shown.append(text);
    }
}

QByteArrayView EncodedRow::textOf(const Cell &cell) const
{
    return QByteArrayView((cell.isHidden ? m_hidden : m_shown).constData() + cell.begin, cell.length);
}

void EncodedRow::appendJson(QByteArray &out) const
{
    // Room for the longest it can get, then bytes without asking for room again: this runs for every row of a load.
    const qsizetype start = out.size();
    qsizetype most = 2;
    for (int i = 0; i < m_cells.size(); ++i)
        most += static_cast<qsizetype>(std::strlen(m_def->fields[i].name)) + 6 + longestEscape * m_cells[i].length;
    out.resize(start + most);
    char *const begin = out.data() + start;
    char *place = begin;
    *place++ = '{';
    for (int i = 0; i < m_cells.size(); ++i) {
        const Cell &cell = m_cells[i];
        if (cell.isHidden || cell.type == Cell::Type::Empty)
            continue;
        if (place != begin + 1)
            *place++ = ',';
        const char *name = m_def->fields[i].name;
        *place++ = '"';
        while (*name)
            *place++ = *name++;
        *place++ = '"';
        *place++ = ':';
        if (cell.type == Cell::Type::Text) {
            place = writeJsonString(place, textOf(cell));
        } else {
            std::memcpy(place, textOf(cell).data(), static_cast<std::size_t>(cell.length));
            place += cell.length;
        }
    }
    *place++ = '}';
    out.resize(place - out.constData());
}

void EncodedRow::put(BulkInsert &insert) const
{
    for (const Cell &cell : m_cells) {
        switch (cell.type) {
        case Cell::Type::Empty:
            insert.putNull();
            break;
        case Cell::Type::Integer:
            insert.putInteger(cell.integer);
            break;
        case Cell::Type::Real:
            insert.put(Value(cell.real));
            break;
        case Cell::Type::Text:
            insert.putUtf8(textOf(cell));
            break;
        }
    }
}

} // namespace certdesk
