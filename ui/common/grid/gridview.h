// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/grid/celllook.h"

#include <QTableView>

namespace certdesk {

class CellPainter;
class GridHeader;
class RecordTable;

/// The rows of a Grid: fixed row height, first column frozen, cells drawn by CellPainter. It orders the rows it shows from
/// a RecordTable before it paints them; with any other model it just paints. The composition around it is Grid.
class GridView : public QTableView
{
    Q_OBJECT

public:
    enum class Density { Compact, Normal, Comfortable };

    explicit GridView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    GridHeader *gridHeader() const { return m_header; }
    void setDensity(Density density);
    Density density() const { return m_density; }
    void setCellLooks(int column, CellLooks looks) { m_looks.insert(column, std::move(looks)); }
    /// These cells are filled by the program: they look different, and their tooltip says from where.
    void setAutomatic(int column, const QString &source) { m_automatic.insert(column, source); }

    int firstVisibleRow() const;
    int lastVisibleRow() const;
    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

Q_SIGNALS:
    void cellActivated(const QModelIndex &index); ///< Enter while not editing with Ctrl, or double click on a fixed cell
    void copyWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    struct Column
    {
        int logical = 0;
        int left = 0;
        int width = 0;
        int type = 0;
        bool right = false;
        int state = 0;
        const CellLooks *looks = nullptr;
    };
    QVector<Column> visibleColumns(bool frozen) const;
    void paintRows(QPainter &painter, const QVector<Column> &columns, int first, int last);
    void paintContent(CellPainter &cells, const QModelIndex &index, const Column &column, const QRect &rect, int state);
    void orderRows();
    int rowHeightFor(Density density) const;
    void applyDensity();
    bool isFrozen(int column) const;
    void showTooltip(const QPoint &globalPosition, const QModelIndex &index);

    GridHeader *m_header;
    RecordTable *m_table = nullptr;
    Density m_density = Density::Normal;
    int m_hoveredRow = -1;
    QHash<int, CellLooks> m_looks;
    QHash<int, QString> m_automatic;
};

} // namespace certdesk
