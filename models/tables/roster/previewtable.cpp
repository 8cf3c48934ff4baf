// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/roster/previewtable.h"

#include <QHash>

namespace certdesk {

void PreviewTable::show(const OperationPreview &preview)
{
    beginResetModel();
    m_columns = preview.columns;
    m_rows = preview.rows;
    m_leftOut.clear();
    m_retained.clear();
    m_hasTicks = m_hasRetain = false;
    for (const PreviewRow &row : std::as_const(m_rows)) {
        m_hasTicks |= row.mayBeLeftOut;
        m_hasRetain |= row.mayBeRetained;
    }
    m_first = int(m_hasTicks) + int(m_hasRetain);
    endResetModel();
}

void PreviewTable::update(const OperationPreview &preview)
{
    QHash<QString, const PreviewRow *> planned;
    for (const PreviewRow &row : preview.rows)
        planned.insert(row.key, &row);
    for (PreviewRow &row : m_rows) {
        if (const PreviewRow *now = planned.value(row.key)) {
            const bool mayBeLeftOut = row.mayBeLeftOut;
            const bool mayBeRetained = row.mayBeRetained;
            row = *now;
            row.mayBeLeftOut = mayBeLeftOut;
            row.mayBeRetained = mayBeRetained;
        } else {
            row.status = RowStatus::Skipped;
            row.word = tr("left out");
            row.why.clear();
            row.holdsBack = false;
        }
    }
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void PreviewTable::clear()
{
    show({});
}

QVariant PreviewTable::checkState(const PreviewRow &row, int column) const
{
    if (isTickColumn(column) && row.mayBeLeftOut)
        return m_leftOut.contains(row.key) ? Qt::Unchecked : Qt::Checked;
    if (isRetainColumn(column) && row.mayBeRetained)
        return m_retained.contains(row.key) ? Qt::Checked : Qt::Unchecked;
    return {};
}

QVariant PreviewTable::data(const QModelIndex &index, int role) const
{
    const PreviewRow &row = m_rows[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::CheckStateRole:
        return checkState(row, column);
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (column == statusColumn())
            return row.word;
        if (column > statusColumn())
            return row.why;
        return column < m_first ? QVariant() : QVariant(row.cells.value(column - m_first));
    case Qt::AccessibleTextRole:
        if (isTickColumn(column))
            return tr("Include %1").arg(row.cells.value(0));
        if (isRetainColumn(column))
            return tr("Retain %1").arg(row.cells.value(0));
        return {};
    case StatusRole:
        return column == statusColumn() ? QVariant(static_cast<int>(row.status)) : QVariant();
    case HoldsBackRole:
        return row.holdsBack;
    default:
        return {};
    }
}

QVariant PreviewTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (isTickColumn(section))
        return tr("Include");
    if (isRetainColumn(section))
        return tr("Retain");
    if (section == statusColumn())
        return tr("What happens");
    return section > statusColumn() ? tr("Why") : m_columns.value(section - m_first);
}

Qt::ItemFlags PreviewTable::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && checkState(m_rows[index.row()], index.column()).isValid() ? flags | Qt::ItemIsUserCheckable : flags;
}

bool PreviewTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || !checkState(m_rows[index.row()], index.column()).isValid())
        return false;
    const bool isChecked = value.toInt() == Qt::Checked;
    const QString &key = m_rows[index.row()].key;
    QSet<QString> &marked = isTickColumn(index.column()) ? m_leftOut : m_retained;
    if (isChecked == isTickColumn(index.column()))
        marked.remove(key);
    else
        marked.insert(key);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT decided();
    return true;
}

} // namespace certdesk
