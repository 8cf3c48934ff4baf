// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/intake/review.h"

#include <QAbstractTableModel>
#include <QCache>

namespace certdesk {

/// The lines of a review that pass the filter. A cell of the file can be corrected; that is only wanted here.
class ReviewTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { RowColumn, StatusColumn, PersonColumn, WhatColumn, CodeColumn, FirstCell };

    explicit ReviewTable(QObject *parent = nullptr);
    void setReview(std::shared_ptr<const Review> review, const QVector<int> &shown);
    void setShown(const QVector<int> &shown);
    const std::shared_ptr<const Review> &review() const { return m_review; }
    int indexAt(int row) const { return m_shown.value(row, -1); }
    const QVector<int> &shown() const { return m_shown; }
    ReviewLine line(int row) const;
    /// Column of the file behind a column of the grid, or -1.
    int fileColumn(int column) const { return m_columns.value(column - FirstCell, -1); }
    /// The grid's column of a column of the file, or -1.
    int columnOf(int fileColumn) const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_shown.size()); }
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void correctionWanted(int fileRow, int column, const QString &text);

private:
    QString cellText(const ReviewLine &line, int index, int fileColumn) const;

    std::shared_ptr<const Review> m_review;
    QVector<int> m_shown;
    QVector<int> m_columns; ///< of the file, those that feed a field
    mutable QCache<int, ReviewLine> m_lines;
};

} // namespace certdesk
