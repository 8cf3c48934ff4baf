// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connection.h"
#include "models/store/session.h"
#include "models/store/view.h"

namespace certdesk {

struct ViewRow
{
    qint64 id = 0;
    qint64 version = 0; ///< 0 for bookkeeping tables
    QVector<Value> values; ///< in the order of the asked columns
};

/// Reads lists within a scope: first the ordered vector of ids, then rows by id, a page at a time. Never OFFSET.
class ViewReader
{
public:
    explicit ViewReader(Session &session) : m_session(session) {}

    /// `head` gets the first headSize ids as soon as the engine has them, so that a window can show them while the rest is
    /// being read; not called for shorter lists.
    /// `isWanted` is asked now and then: a list that a newer question has overtaken is left with Cancelled.
    Result<QVector<qint64>> ids(const ViewQuery &query, const std::function<void(const QVector<qint64> &)> &head = {},
                                const std::function<bool()> &isWanted = {});
    static constexpr qsizetype headSize = 256;
    /// Rows in the order of `ids`; rows that are gone or not visible any more are absent. `columns` are indexes of the view.
    Result<QVector<ViewRow>> rows(const View &view, const QVector<qint64> &ids, const QVector<int> &columns);
    Result<qint64> count(const ViewQuery &query);

private:
    Session &m_session;
};

} // namespace certdesk
