// SPDX-License-Identifier: GPL-3.0-or-later
// How a RecordTable asks the store and merges its answers.
#include "models/tables/recordtable.h"

#include "models/domain/progress.h"
#include "models/tables/rowmailbox.h"

#include <QElapsedTimer>
#include <QPointer>

namespace certdesk {

namespace {

struct IdAnswer
{
    QVector<qint64> ids;
    qint64 total = 0;
    IdMerge plan;
};

bool isNarrowed(const ViewQuery &query)
{
    return !query.filters.isEmpty() || !query.search.trimmed().isEmpty();
}

Result<qint64> totalOf(ViewReader &reader, const ViewQuery &query, qsizetype found)
{
    if (!isNarrowed(query))
        return found;
    ViewQuery whole = query;
    whole.filters.clear();
    whole.search.clear();
    return reader.count(whole);
}

} // namespace

void RecordTable::setQuery(const ViewQuery &query)
{
    m_query = query;
    m_query.view = m_view.name;
    m_left = 0;
    ask(false);
}

void RecordTable::refresh()
{
    readRows(m_cache.ids(), true);
    ask(true);
}

void RecordTable::ask(bool merge)
{
    if (merge && m_merging) {
        m_mergeAgain = true;
        return;
    }
    const bool first = !merge || !m_complete;
    m_merging = true;
    m_mergeAgain = false;
    const quint64 generation = ++m_generation;
    m_mailbox->setGeneration(generation);
    const ViewQuery query = m_query;
    const QVector<int> columns = m_columns;
    const View view = m_view;
    const QVector<qint64> before = first ? QVector<qint64>() : m_ids;
    const qint64 pinned = m_pinned;
    if (first)
        m_answered = m_complete = false;
    // The store outlives its work, this table may not: what comes early is handed over by way of the store.
    const auto work = [store = m_store, guard = QPointer<RecordTable>(this), query, columns, view, before, pinned, generation,
                       first, mailbox = m_mailbox](Session &session) -> Result<IdAnswer> {
        const auto isWanted = [&] { return mailbox->isWanted(generation); };
        if (!isWanted())
            return tl::unexpected(Progress::cancelledError().value());
        ViewReader reader(session);
        const auto head = [&](const QVector<qint64> &ids) {
            const auto rows = reader.rows(view, ids.mid(0, RowCache::pageRows), columns);
            if (!rows)
                return;
            QMetaObject::invokeMethod(store, [guard, generation, ids, rows = *rows] {
                if (guard)
                    guard->takeHead(generation, ids, rows);
            });
        };
        auto ids = first ? reader.ids(query, head, isWanted) : reader.ids(query, {}, isWanted);
        if (!ids)
            return tl::unexpected(ids.error());
        const auto total = totalOf(reader, query, ids->size());
        if (!total)
            return tl::unexpected(total.error());
        IdAnswer answer{*ids, *total, {}};
        if (!first) {
            answer.ids = withPinned(before, answer.ids, pinned);
            answer.plan = IdMerge::between(before, answer.ids);
        }
        return answer;
    };
    m_store->run<IdAnswer>(this, work, [this, generation, first](const Result<IdAnswer> &answer) {
        if (generation != m_generation)
            return;
        m_merging = false;
        if (!answer) {
            m_answered = true;
            Q_EMIT queryFailed(answer.error());
            return;
        }
        takeIds(generation, !first, answer->ids, answer->total, answer->plan);
        if (m_mergeAgain)
            ask(true);
    });
}

void RecordTable::takeHead(quint64 generation, const QVector<qint64> &ids, const QVector<ViewRow> &rows)
{
    if (generation != m_generation)
        return;
    for (const ViewRow &row : rows) {
        if (row.values.size() == m_columns.size())
            m_cache.put(row);
    }
    replaceIds(ids);
    m_total = std::max<qint64>(m_total, ids.size());
    m_answered = true;
    Q_EMIT queryAnswered();
    Q_EMIT countsChanged();
}

void RecordTable::replaceIds(const QVector<qint64> &ids)
{
    beginResetModel();
    m_ids = ids;
    endResetModel();
}

void RecordTable::takeIds(quint64 generation, bool merge, const QVector<qint64> &ids, qint64 total, const IdMerge &plan)
{
    Q_UNUSED(generation)
    m_total = total;
    const bool hadHead = m_answered;
    m_complete = m_answered = true;
    if (merge) {
        m_left += plan.removedRows();
        applyMerge(ids, plan);
    } else if (hadHead && m_ids.size() < ids.size() && std::equal(m_ids.cbegin(), m_ids.cend(), ids.cbegin())) {
        beginInsertRows({}, static_cast<int>(m_ids.size()), static_cast<int>(ids.size()) - 1);
        m_ids = ids;
        endInsertRows();
    } else if (!hadHead || m_ids != ids) {
        replaceIds(ids);
    }
    if (!merge)
        Q_EMIT queryAnswered();
    Q_EMIT countsChanged();
}

void RecordTable::applyMerge(const QVector<qint64> &ids, const IdMerge &plan)
{
    if (plan.isEmpty())
        return;
    Q_EMIT mergeStarts();
    if (plan.isWholesale) {
        relayout(ids);
        Q_EMIT mergeEnded();
        return;
    }
    for (const IdMerge::Span &span : plan.removals) {
        beginRemoveRows({}, static_cast<int>(span.first), static_cast<int>(span.first + span.count) - 1);
        m_ids.remove(span.first, span.count);
        endRemoveRows();
    }
    for (const IdMerge::Move &move : plan.moves) {
        const int from = static_cast<int>(move.from);
        const int to = static_cast<int>(move.to);
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        m_ids.move(move.from, move.to);
        endMoveRows();
    }
    for (const IdMerge::Span &span : plan.insertions) {
        beginInsertRows({}, static_cast<int>(span.first), static_cast<int>(span.first + span.count) - 1);
        m_ids.insert(span.first, span.count, 0);
        std::copy_n(ids.cbegin() + span.first, span.count, m_ids.begin() + span.first);
        endInsertRows();
        if (span.count <= RowCache::pageRows) {
            for (qsizetype i = 0; i < span.count; ++i)
                m_glowingNext.insert(ids[span.first + i]);
        }
    }
    Q_ASSERT(m_ids == ids);
    if (!m_glowingNext.isEmpty() && !m_glowTimer.isActive())
        m_glowTimer.start();
    Q_EMIT mergeEnded();
}

/// The last resort: rows keep their places in selections and editors by id, everything else is laid out anew.
void RecordTable::relayout(const QVector<qint64> &ids)
{
    const auto kept = std::min(ids.size(), m_ids.size());
    if (ids.size() < m_ids.size()) {
        beginRemoveRows({}, static_cast<int>(kept), static_cast<int>(m_ids.size()) - 1);
        m_ids.resize(kept);
        endRemoveRows();
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QVector<qint64> idsBefore;
    QHash<qint64, int> places;
    for (const QModelIndex &index : before) {
        idsBefore.append(m_ids[index.row()]);
        places.insert(idsBefore.last(), -1);
    }
    m_ids.resize(kept);
    std::copy_n(ids.cbegin(), kept, m_ids.begin());
    if (!before.isEmpty()) {
        for (int i = 0; i < kept; ++i) {
            if (const auto place = places.find(ids[i]); place != places.end())
                *place = i;
        }
    }
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = places.value(idsBefore[i], -1);
        after.append(row < 0 ? QModelIndex() : index(row, before[i].column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
    if (ids.size() > kept) {
        beginInsertRows({}, static_cast<int>(kept), static_cast<int>(ids.size()) - 1);
        m_ids = ids;
        endInsertRows();
    }
}

void RecordTable::onChanged(const Change &change)
{
    if (!m_answered)
        return;
    const bool own = m_view.kind != EntityKind::None && change.touches(m_view.kind);
    bool related = change.wholeKinds.contains(m_view.kind);
    for (const EntityKind kind : m_related)
        related = related || change.touches(kind);
    if (m_view.kind == EntityKind::None)
        related = true; // bookkeeping rows come and go with any command
    if (!own && !related)
        return;
    QVector<qint64> again;
    if (related) {
        again = m_cache.ids();
    } else {
        for (const RecordRef &ref : change.records) {
            if (ref.kind == m_view.kind && m_cache.contains(ref.id))
                again.append(ref.id);
        }
    }
    readRows(again, true);
    ask(true);
}

QVector<qint64> RecordTable::missingRows(int from, int to) const
{
    QVector<qint64> missing;
    for (int row = std::max(0, from); row < std::min<qsizetype>(to, m_ids.size()); ++row) {
        const qint64 id = m_ids[row];
        if (!m_cache.contains(id) && !m_onTheWay.contains(id))
            missing.append(id);
    }
    return missing;
}

void RecordTable::request(int first, int last)
{
    const QVector<qint64> seen = missingRows(first, last + 1);
    const bool isJump = seen.size() > last - first && seen.size() > 1;
    m_lookedAt = {first, last};
    // After a jump the rows that are looked at come alone, for somebody waits; their neighbours when the view rests.
    if (isJump) {
        m_restTimer.start();
        return readRows(seen, false);
    }
    if (!seen.isEmpty() || !m_restTimer.isActive())
        requestPages();
}

/// Whole pages, so that a slow scroll asks rarely.
void RecordTable::requestPages()
{
    const auto [first, last] = m_lookedAt;
    readRows(missingRows(first / RowCache::pageRows * RowCache::pageRows, (last / RowCache::pageRows + 1) * RowCache::pageRows), false);
}

void RecordTable::readRows(const QVector<qint64> &ids, bool again)
{
    if (ids.isEmpty())
        return;
    if (!again)
        m_onTheWay.unite(QSet<qint64>(ids.begin(), ids.end()));
    const quint64 epoch = m_mailbox->epoch();
    const quint64 ticket = again ? 0 : m_mailbox->nextTicket();
    const QVector<int> columns = m_columns;
    const auto work = [ids, again, epoch, ticket, columns, view = m_view, mailbox = m_mailbox](Session &session) -> Result<bool> {
        RowMailbox::Letter letter{epoch, ids, {}, again, false, {}};
        if (mailbox->epoch() != epoch || (ticket != 0 && mailbox->isOvertaken(ticket))) {
            letter.dropped = true;
        } else if (auto rows = ViewReader(session).rows(view, ids, columns)) {
            letter.rows = std::move(*rows);
        } else {
            letter.error = rows.error();
        }
        mailbox->put(std::move(letter));
        return true;
    };
    m_store->run<bool>(this, work, [this](const Result<bool> &) { drain(true); });
}

void RecordTable::takeArrived(int first, int last, int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    const auto isWaiting = [&] {
        for (int row = first; row <= last && row < m_ids.size(); ++row) {
            if (m_onTheWay.contains(m_ids[row]))
                return true;
        }
        return false;
    };
    while (!m_onTheWay.isEmpty() && isWaiting()) {
        const int left = milliseconds - static_cast<int>(clock.elapsed());
        const auto letters = m_mailbox->take(left);
        if (letters.isEmpty())
            return;
        for (const auto &letter : letters) {
            for (const qint64 id : letter.asked)
                m_onTheWay.remove(id);
            if (letter.error)
                QMetaObject::invokeMethod(this, [this, error = *letter.error] { Q_EMIT queryFailed(error); }, Qt::QueuedConnection);
            takeRows(letter.asked, letter.epoch == m_mailbox->epoch() ? letter.rows : QVector<ViewRow>(), letter.again, letter.again);
        }
    }
}

void RecordTable::drain(bool announce)
{
    for (const auto &letter : m_mailbox->take(0)) {
        if (!letter.again) {
            for (const qint64 id : letter.asked)
                m_onTheWay.remove(id);
        }
        if (letter.error)
            Q_EMIT queryFailed(*letter.error);
        else if (letter.epoch == m_mailbox->epoch() && !letter.dropped)
            takeRows(letter.asked, letter.rows, letter.again, announce);
        else if (announce)
            announceRows(letter.asked); // a view that still shows these rows asks again when it paints
    }
}

void RecordTable::takeRows(const QVector<qint64> &asked, const QVector<ViewRow> &rows, bool again, bool announce)
{
    for (const ViewRow &row : rows) {
        const CachedRow *old = m_cache.row(row.id);
        if (again && !old)
            continue;
        const bool isOther = !old || old->values != row.values;
        if (again && isOther)
            m_glowingNext.insert(row.id);
        m_cache.put(row);
        if (again && isOther && announce)
            announceRow(row.id);
    }
    if (!m_glowingNext.isEmpty() && !m_glowTimer.isActive())
        m_glowTimer.start();
    if (!again && announce && !rows.isEmpty())
        announceRows(asked);
}

void RecordTable::announceRows(const QVector<qint64> &ids)
{
    const int first = rowOf(ids.first());
    const int last = rowOf(ids.last());
    if (first >= 0 && last >= first)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

} // namespace certdesk
