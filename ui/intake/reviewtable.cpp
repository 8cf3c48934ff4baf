// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/reviewtable.h"

#include "models/operations/intake/fieldtitle.h"

#include <QLocale>

namespace certdesk {

namespace {

constexpr int keptLines = 600;

} // namespace

ReviewTable::ReviewTable(QObject *parent) : QAbstractTableModel(parent), m_lines(keptLines)
{
}

void ReviewTable::setReview(std::shared_ptr<const Review> review, const QVector<int> &shown)
{
    beginResetModel();
    m_review = std::move(review);
    m_shown = shown;
    m_lines.clear();
    m_columns.clear();
    if (m_review) {
        const auto &columns = m_review->mapping().columns;
        for (int column = 0; column < columns.size(); ++column) {
            if (columns[column].applied && columns[column].field != QLatin1String("password"))
                m_columns.append(column);
        }
    }
    endResetModel();
}

void ReviewTable::setShown(const QVector<int> &shown)
{
    beginResetModel();
    m_shown = shown;
    endResetModel();
}

ReviewLine ReviewTable::line(int row) const
{
    const int index = indexAt(row);
    if (!m_review || index < 0)
        return {};
    if (const ReviewLine *kept = m_lines.object(index))
        return *kept;
    auto *line = new ReviewLine(m_review->line(index));
    const ReviewLine copy = *line;
    m_lines.insert(index, line);
    return copy;
}

int ReviewTable::columnOf(int fileColumn) const
{
    const auto position = m_columns.indexOf(fileColumn);
    return position < 0 ? -1 : static_cast<int>(position) + FirstCell;
}

int ReviewTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstCell + static_cast<int>(m_columns.size());
}

QString ReviewTable::cellText(const ReviewLine &line, int index, int fileColumn) const
{
    const QString raw = m_review->cell(index, fileColumn);
    const QString field = m_review->mapping().columns[fileColumn].field;
    for (const ReviewChange &change : line.changes) {
        if (change.field == field)
            return change.before.isEmpty() ? change.after : tr("%1 → %2").arg(change.before, change.after);
    }
    return raw;
}

QVariant ReviewTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_review)
        return {};
    const int file = fileColumn(index.column());
    if (role == Qt::EditRole && file >= 0)
        return m_review->cell(indexAt(index.row()), file);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const ReviewLine line = this->line(index.row());
    if (file >= 0)
        return cellText(line, indexAt(index.row()), file);
    switch (index.column()) {
    case RowColumn:
        return line.row > 0 ? QLocale().toString(line.row) : tr("not in the file");
    case StatusColumn:
        // The held ones look different; the view turns the words into a chip.
        return QString(rowStatusName(line.status) + (line.held ? QLatin1String("!") : QLatin1String()));
    case PersonColumn:
        return line.person;
    case CodeColumn:
        return line.findings.isEmpty() ? QString() : line.findings.first().code;
    default:
        break;
    }
    if (line.findings.isEmpty() || (!line.held && !line.effect.isEmpty()))
        return line.effect;
    const IntakeFinding &first = line.findings.first();
    return first.next.isEmpty() ? first.message : tr("%1. %2").arg(first.message, first.next);
}

bool ReviewTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const int column = fileColumn(index.column());
    if (role != Qt::EditRole || column < 0 || !m_review)
        return false;
    const int line = indexAt(index.row());
    if (m_review->cell(line, column) == value.toString())
        return false;
    Q_EMIT correctionWanted(m_review->fileRow(line), column, value.toString());
    return true;
}

QVariant ReviewTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    switch (section) {
    case RowColumn:
        return tr("Row");
    case StatusColumn:
        return tr("Status");
    case PersonColumn:
        return tr("Who or what");
    case WhatColumn:
        return tr("What happens");
    case CodeColumn:
        return tr("Code");
    default:
        break;
    }
    const int column = fileColumn(section);
    if (!m_review || column < 0)
        return {};
    return fieldTitle(m_review->mapping().columns[column].field);
}

Qt::ItemFlags ReviewTable::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (m_review && fileColumn(index.column()) >= 0 && m_review->tableRow(indexAt(index.row())) >= 0)
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace certdesk
