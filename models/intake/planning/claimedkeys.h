// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <string>
#include <vector>

namespace certdesk {

/// Which row was the first with a key. For hundreds of thousands of keys: the texts lie one behind the other, so that nothing is
/// asked for or given back key by key.
class ClaimedKeys
{
public:
    static constexpr int nobody = -1;

    /// Answers the row that has the key already; else the key is now this row's.
    int claim(QStringView key, int row)
    {
        if (2 * (m_count + 1) > m_slots.size())
            grow();
        const size_t hash = qHash(key);
        Slot &slot = m_slots[placeOf(key, hash)];
        if (slot.row != nobody)
            return slot.row;
        slot = {hash, m_texts.size(), static_cast<quint32>(key.size()), row};
        m_texts.append(key.utf16(), static_cast<size_t>(key.size()));
        ++m_count;
        return nobody;
    }

private:
    struct Slot
    {
        size_t hash = 0;
        size_t begin = 0;
        quint32 length = 0;
        int row = nobody;
    };

    size_t placeOf(QStringView key, size_t hash) const
    {
        const size_t mask = m_slots.size() - 1;
        size_t place = hash & mask;
        while (m_slots[place].row != nobody && !(m_slots[place].hash == hash && textOf(m_slots[place]) == key))
            place = (place + 1) & mask;
        return place;
    }

    QStringView textOf(const Slot &slot) const { return QStringView(m_texts.data() + slot.begin, static_cast<qsizetype>(slot.length)); }

    void grow()
    {
        std::vector<Slot> before(std::max<size_t>(64, 4 * m_slots.size()));
        before.swap(m_slots);
        for (const Slot &slot : before) {
            if (slot.row != nobody)
                m_slots[placeOf(textOf(slot), slot.hash)] = slot;
        }
    }

    std::vector<Slot> m_slots;
    std::u16string m_texts;
    size_t m_count = 0;
};

} // namespace certdesk
