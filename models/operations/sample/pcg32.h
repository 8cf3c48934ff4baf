// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>

namespace certdesk::sample {

/// PCG-XSH-RR 64/32 (O'Neill 2014): the same numbers on every platform. Integer arithmetic only, so that the sample is the
/// same bytes everywhere. Each part of the sample draws from its own stream: a change of one part leaves the others.
class Pcg32
{
public:
    Pcg32(quint64 seed, quint64 stream) : m_increment((stream << 1U) | 1U)
    {
        next();
        m_state += seed;
        next();
    }

    quint32 next()
    {
        const quint64 old = m_state;
        m_state = old * 6364136223846793005ULL + m_increment;
        const auto shifted = static_cast<quint32>(((old >> 18U) ^ old) >> 27U);
        const auto turn = static_cast<quint32>(old >> 59U);
        return (shifted >> turn) | (shifted << ((32U - turn) & 31U));
    }

    /// 0 … bound-1, each equally likely. `bound` is at least 1.
    int below(qint64 bound)
    {
        const auto limit = static_cast<quint32>(bound);
        const quint32 threshold = (0U - limit) % limit;
        for (;;) {
            if (const quint32 value = next(); value >= threshold)
                return static_cast<int>(value % limit);
        }
    }
    int between(int least, int most) { return least + below(most - least + 1); }
    /// True in `permille` of 1000 cases.
    bool chance(int permille) { return below(1000) < permille; }
    template <class T> const T &pick(const QVector<T> &list) { return list[below(list.size())]; }
    template <class T> void shuffle(QVector<T> &list)
    {
        for (qsizetype i = list.size() - 1; i > 0; --i)
            list.swapItemsAt(i, below(i + 1));
    }

private:
    quint64 m_state = 0;
    quint64 m_increment;
};

} // namespace certdesk::sample
