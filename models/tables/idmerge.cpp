// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/idmerge.h"

#include <QBitArray>
#include <QHash>
#include <QSet>
#include <algorithm>

namespace certdesk {

namespace {

/// Membership of ids: one bit an id while they are dense, which they are in practice; a hash otherwise.
class IdSet
{
public:
    IdSet(const QVector<qint64> &ids, qsizetype from, qsizetype to)
    {
        qint64 highest = 0;
        for (qsizetype i = from; i < to; ++i)
            highest = std::max(highest, ids[i]);
        m_isDense = highest < 64 * 1024 * 1024;
        if (m_isDense)
            m_bits.resize(highest + 1);
        for (qsizetype i = from; i < to; ++i) {
            if (m_isDense)
                m_bits.setBit(ids[i]);
            else
                m_hash.insert(ids[i]);
        }
    }
    bool contains(qint64 id) const { return m_isDense ? id < m_bits.size() && m_bits.testBit(id) : m_hash.contains(id); }

private:
    QBitArray m_bits;
    QSet<qint64> m_hash;
    bool m_isDense = true;
};

void extend(QVector<IdMerge::Span> &spans, qsizetype position)
{
    if (!spans.isEmpty() && spans.last().first + spans.last().count == position)
        ++spans.last().count;
    else
        spans.append({position, 1});
}

/// Marks a longest ascending subsequence: the rows that need not move.
QVector<bool> ascending(const QVector<qsizetype> &ranks)
{
    QVector<qsizetype> tails;
    QVector<qsizetype> previous(ranks.size(), -1);
    for (qsizetype i = 0; i < ranks.size(); ++i) {
        const auto place = std::lower_bound(tails.begin(), tails.end(), ranks[i], [&](qsizetype at, qsizetype rank) { return ranks[at] < rank; });
        if (place != tails.begin())
            previous[i] = *(place - 1);
        if (place == tails.end())
            tails.append(i);
        else
            *place = i;
    }
    QVector<bool> stays(ranks.size(), false);
    for (qsizetype i = tails.isEmpty() ? -1 : tails.last(); i >= 0; i = previous[i])
        stays[i] = true;
    return stays;
}

/// Moves that turn `now` into `wanted`; both hold the same ids, `offset` rows stand before them.
QVector<IdMerge::Move> movesBetween(QVector<qint64> now, const QVector<qint64> &wanted, qsizetype offset, bool &tooMany)
{
    QHash<qint64, qsizetype> rankOf;
    for (qsizetype i = 0; i < wanted.size(); ++i)
        rankOf.insert(wanted[i], i);
    QVector<qsizetype> ranks(now.size());
    for (qsizetype i = 0; i < now.size(); ++i)
        ranks[i] = rankOf.value(now[i]);
    const QVector<bool> stays = ascending(ranks);
    QSet<qint64> moving;
    for (qsizetype i = 0; i < now.size(); ++i) {
        if (!stays[i])
            moving.insert(now[i]);
    }
    tooMany = moving.size() > IdMerge::mostMoves;
    QVector<IdMerge::Move> moves;
    if (tooMany)
        return moves;
    // In the wanted order each moving row is put right behind its final neighbour, which stands already.
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (!moving.contains(wanted[i]))
            continue;
        const qsizetype from = now.indexOf(wanted[i]);
        now.removeAt(from);
        const qsizetype to = i == 0 ? 0 : now.indexOf(wanted[i - 1]) + 1;
        now.insert(to, wanted[i]);
        if (from != to)
            moves.append({offset + from, offset + to});
    }
    return moves;
}

QVector<qint64> only(const QVector<qint64> &ids, qsizetype from, qsizetype to, const IdSet &wanted)
{
    QVector<qint64> kept;
    for (qsizetype i = from; i < to; ++i) {
        if (wanted.contains(ids[i]))
            kept.append(ids[i]);
    }
    return kept;
}

} // namespace

qsizetype IdMerge::removedRows() const
{
    qsizetype count = 0;
    for (const Span &span : removals)
        count += span.count;
    return count;
}

IdMerge IdMerge::between(const QVector<qint64> &before, const QVector<qint64> &after)
{
    IdMerge merge;
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    const qsizetype beforeEnd = before.size() - tail;
    const qsizetype afterEnd = after.size() - tail;
    if (head == beforeEnd && head == afterEnd)
        return merge;
    const IdSet inBefore(before, head, beforeEnd);
    const IdSet inAfter(after, head, afterEnd);
    for (qsizetype i = head; i < beforeEnd; ++i) {
        if (!inAfter.contains(before[i]))
            extend(merge.removals, i);
    }
    std::reverse(merge.removals.begin(), merge.removals.end());
    for (qsizetype i = head; i < afterEnd; ++i) {
        if (!inBefore.contains(after[i]))
            extend(merge.insertions, i);
    }
    const QVector<qint64> now = only(before, head, beforeEnd, inAfter);
    const QVector<qint64> wanted = only(after, head, afterEnd, inBefore);
    if (now != wanted) {
        bool tooMany = now.size() > mostOrdered;
        if (!tooMany)
            merge.moves = movesBetween(now, wanted, head, tooMany);
        merge.isWholesale = tooMany;
    }
    merge.isWholesale = merge.isWholesale || merge.removals.size() > mostSpans || merge.insertions.size() > mostSpans;
    return merge;
}

QVector<qint64> withPinned(const QVector<qint64> &before, QVector<qint64> after, qint64 id)
{
    const qsizetype was = before.indexOf(id);
    if (id == 0 || was < 0)
        return after;
    const qsizetype now = after.indexOf(id);
    if (now >= 0)
        after.removeAt(now);
    // Behind the nearest row above that is still there.
    for (qsizetype above = was - 1; above >= 0 && above > was - 1000; --above) {
        const qsizetype place = after.indexOf(before[above]);
        if (place >= 0) {
            after.insert(place + 1, id);
            return after;
        }
    }
    after.insert(std::min(was, after.size()), id);
    return after;
}

} // namespace certdesk
