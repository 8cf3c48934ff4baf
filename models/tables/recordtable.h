// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storethread.h"
#include "models/store/viewreader.h"
#include "models/tables/idmerge.h"
#include "models/tables/rowcache.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace certdesk {

class RowMailbox;

/// What a drop-down puts into a cell: the value shown, and the fields that go with it.
struct CellChoice
{
    Value value;
    QVector<QPair<QByteArray, Value>> with;
};

/// The table behind every grid: an ordered vector of row ids and the rows someone looks at. It never sorts, filters or
/// counts itself; the store does, on its thread, and answers that came too late are dropped by their generation number.
/// Changes of anybody are merged in, so that selection, scroll and the cell in edit stay (W-024). GUI thread only.
class RecordTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ValueRole = Qt::UserRole, ///< the raw Value
        TypeRole,                 ///< ColumnType as an int
        StatusRole,               ///< status code, for columns of that type
        IdRole,
        VersionRole,
        LoadedRole,  ///< false while the row is on its way
        GlowRole,    ///< changed by someone a moment ago
        PendingRole, ///< typed here, not yet stored
        ErrorRole,   ///< why the store refused what was typed; empty otherwise
        MarksRole,   ///< Glow, Pending and Refused as one number, for delegates
    };
    enum Mark { Glow = 1, Pending = 2, Refused = 4 };

    /// A wanted change of one cell; `with` are further fields that the person chose by it (the number of a course).
    struct CellEdit
    {
        qint64 id = 0;
        qint64 version = 0;
        int column = 0;
        Value value;
        QVector<QPair<QByteArray, Value>> with = {};
    };
    using EditCommand = std::function<std::shared_ptr<Command>(const CellEdit &)>;

    RecordTable(StoreThread *store, const QString &view, QObject *parent = nullptr);
    ~RecordTable() override;

    StoreThread *store() const { return m_store; }
    const View &view() const { return m_view; }
    const ViewQuery &query() const { return m_query; }
    /// Asks for other rows or another order. The rows chosen stay chosen by their ids: see Grid.
    void setQuery(const ViewQuery &query);
    /// The same question again; what changed is merged in.
    void refresh();
    /// Only these columns are read (and those a shown one needs); all at first. A grid names what it shows.
    void setReadColumns(const QVector<int> &columns);

    qint64 idAt(int row) const { return row >= 0 && row < m_ids.size() ? m_ids[row] : 0; }
    int rowOf(qint64 id) const { return static_cast<int>(m_ids.indexOf(id)); }
    const QVector<qint64> &ids() const { return m_ids; }
    /// Rows without filters and search: the m of "n of m".
    qint64 totalRows() const { return m_total; }
    bool isComplete() const { return m_complete; }  ///< all ids are here
    bool hasAnswer() const { return m_answered; }   ///< the present query has been answered, at least its first rows
    /// Rows that live refreshes took away since the last setQuery or forgetLeftRows.
    qint64 leftRows() const { return m_left; }
    void forgetLeftRows();

    /// Orders the rows to be read soon; cheap when they are here.
    void request(int first, int last);
    /// Takes answers that have come in, waiting at most `milliseconds` while one of the rows is on its way, so that a jump is
    /// painted once and not twice. Announces nothing: the caller is about to look at these rows.
    void takeArrived(int first, int last, int milliseconds);
    /// The row someone works on: a live refresh does not move it. 0: none.
    void setPinned(qint64 id) { m_pinned = id; }

    /// How setData becomes a command. Without one nothing can be edited.
    void setEditCommand(EditCommand command) { m_editCommand = std::move(command); }
    /// Plain records: the field is updated as it stands, with this right.
    void makeEditable(Right right, const QString &commandName);
    bool hasPendingEdits() const { return !m_edits.isEmpty(); }
    const Value *value(int row, int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Takes a Value, a CellChoice, or text as a person types it. False: it is no such value, or the cell cannot be edited.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void countsChanged();
    void queryFailed(const certdesk::Error &error);
    /// The query was answered anew (not a merge): choose rows again by id.
    void queryAnswered();
    /// Around a merge of live changes: keep the place one looks at.
    void mergeStarts();
    void mergeEnded();
    void editDone(qint64 id, int column);
    void editFailed(const certdesk::RecordTable::CellEdit &edit, const certdesk::Error &error);

private:
    using CellKey = QPair<qint64, int>;

    void ask(bool merge);
    void takeHead(quint64 generation, const QVector<qint64> &ids, const QVector<ViewRow> &rows);
    void takeIds(quint64 generation, bool merge, const QVector<qint64> &ids, qint64 total, const IdMerge &plan);
    void applyMerge(const QVector<qint64> &ids, const IdMerge &plan);
    void relayout(const QVector<qint64> &ids);
    void replaceIds(const QVector<qint64> &ids);
    void onChanged(const Change &change);
    QVector<qint64> missingRows(int from, int to) const;
    void requestPages();
    void readRows(const QVector<qint64> &ids, bool again);
    void drain(bool announce);
    void takeRows(const QVector<qint64> &asked, const QVector<ViewRow> &rows, bool again, bool announce);
    void announceRow(qint64 id);
    void announceRows(const QVector<qint64> &ids); ///< that stand together
    void sendNext(qint64 id);
    void finishEdit(qint64 id, const Result<ViewRow> &result);
    void stopGlow();
    void findRelatedKinds();
    int marksOf(qint64 id, int column) const;
    QString textOf(const CachedRow &row, int column) const;
    QString editText(int row, int column) const;
    std::optional<Value> typedValue(int column, const QVariant &variant) const;
    const Value *pendingValue(qint64 id, int column) const;

    StoreThread *m_store;
    View m_view;
    ViewQuery m_query;
    QVector<int> m_columns;    ///< that are read, ascending
    QVector<int> m_place;      ///< of a view column among them; -1: not read
    QVector<int> m_precision;  ///< view column that holds the precision of a day column; -1: none
    QVector<qint64> m_ids;
    qint64 m_total = 0;
    qint64 m_left = 0;
    qint64 m_pinned = 0;
    bool m_complete = false;
    bool m_answered = false;
    bool m_merging = false;  ///< a refresh is on its way
    bool m_mergeAgain = false;
    quint64 m_generation = 0;
    std::shared_ptr<RowMailbox> m_mailbox;
    mutable RowCache m_cache;
    QSet<qint64> m_onTheWay;
    QPair<int, int> m_lookedAt; ///< first and last row
    QTimer m_restTimer;
    QSet<EntityKind> m_related; ///< other kinds that show in the rows
    QTimer m_glowTimer;
    QSet<qint64> m_glowing;
    QSet<qint64> m_glowingNext;
    EditCommand m_editCommand;
    QHash<qint64, QVector<CellEdit>> m_edits; ///< by row; the first of each is under way
    QHash<CellKey, QString> m_errors;
};

} // namespace certdesk

Q_DECLARE_METATYPE(certdesk::Value)
Q_DECLARE_METATYPE(certdesk::CellChoice)
