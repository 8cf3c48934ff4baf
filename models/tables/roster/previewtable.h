// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/domain/rowstatus.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QStringList>
#include <functional>

namespace certdesk {

class Progress;
class Session;

/// One line of what an operation would do.
struct PreviewRow
{
    QString key; ///< names the row from one plan to the next
    QStringList cells;
    RowStatus status = RowStatus::Unchanged;
    QString word; ///< what happens: "moves up"
    QString why;  ///< message, next step, effects
    bool mayBeLeftOut = false;
    bool mayBeRetained = false;
    bool holdsBack = false;
};

/// The plan of an operation as a person reviews it, with the commit of exactly this plan.
struct OperationPreview
{
    QStringList columns;
    QVector<PreviewRow> rows;
    QStringList words;   ///< "Promote 148 students from grade 09 to grade 10 for 2026-27"
    QString warning;     ///< stands above the rows
    QStringList asks;    ///< statuses and codes that wait to be accepted
    int heldBack = 0;
    bool changesNothing = false;
    bool cannotBeUndone = false;
    std::function<Result<qint64>(Session &, Progress *)> commit; ///< the batch; 0: nothing to do
};

/// The rows of an OperationPreview. A person may untick rows and mark them to be retained; the owner then makes the plan anew and
/// hands it in, and the rows that the new plan no longer names stay where they are, left out.
class PreviewTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { StatusRole = Qt::UserRole + 1, HoldsBackRole };

    explicit PreviewTable(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    /// A plan of other rows.
    void show(const OperationPreview &preview);
    /// The same rows, decided anew.
    void update(const OperationPreview &preview);
    void clear();

    QSet<QString> leftOut() const { return m_leftOut; }
    QSet<QString> retained() const { return m_retained; }
    int statusColumn() const { return m_first + static_cast<int>(m_columns.size()); }
    const QVector<PreviewRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() || m_columns.isEmpty() ? 0 : statusColumn() + 2; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void decided(); ///< a tick was set or taken away

private:
    QVariant checkState(const PreviewRow &row, int column) const;
    bool isTickColumn(int column) const { return m_hasTicks && column == 0; }
    bool isRetainColumn(int column) const { return m_hasRetain && column == (m_hasTicks ? 1 : 0); }

    QStringList m_columns;
    QVector<PreviewRow> m_rows;
    QSet<QString> m_leftOut;
    QSet<QString> m_retained;
    bool m_hasTicks = false;
    bool m_hasRetain = false;
    int m_first = 0; ///< columns before the cells
};

} // namespace certdesk
