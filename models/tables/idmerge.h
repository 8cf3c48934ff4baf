// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>

namespace certdesk {

/// How one ordered vector of distinct row ids becomes another, in steps an item model can announce: first the removals,
/// then the moves, then the insertions. Pure; computed on the database thread, walked on the GUI thread.
struct IdMerge
{
    struct Span
    {
        qsizetype first = 0;
        qsizetype count = 0;
        bool operator==(const Span &) const = default;
    };
    struct Move
    {
        qsizetype from = 0; ///< position when this move is made
        qsizetype to = 0;   ///< position after it
        bool operator==(const Move &) const = default;
    };

    QVector<Span> removals;   ///< in positions of the old vector, last span first
    QVector<Move> moves;      ///< among the rows that stay
    QVector<Span> insertions; ///< in positions of the new vector, first span first
    /// The order is so different that single steps would cost more than they keep: announce a new layout instead.
    bool isWholesale = false;

    bool isEmpty() const { return removals.isEmpty() && moves.isEmpty() && insertions.isEmpty() && !isWholesale; }
    qsizetype removedRows() const;

    /// Past these numbers of steps the merge is wholesale.
    static constexpr qsizetype mostSpans = 500;
    static constexpr qsizetype mostMoves = 200;
    static constexpr qsizetype mostOrdered = 20000;

    static IdMerge between(const QVector<qint64> &before, const QVector<qint64> &after);
};

/// Puts `id` back into `after` behind the row it followed in `before`, so that a row someone works on stays where it is.
QVector<qint64> withPinned(const QVector<qint64> &before, QVector<qint64> after, qint64 id);

} // namespace certdesk
