// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/grid/gridview.h"

#include "models/tables/recordtable.h"
#include "ui/common/grid/cellpainter.h"
#include "ui/common/grid/gridheader.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

namespace certdesk {

namespace {
/// How long a repaint waits for rows that are on their way: below that nobody sees a difference, and one picture is
/// better than two.
constexpr int longestWait = 8;
} // namespace

GridView::GridView(QWidget *parent) : QTableView(parent), m_header(new GridHeader(this))
{
    setHorizontalHeader(m_header);
    // A click on a title sorts; it does not choose the whole column.
    disconnect(m_header, &QHeaderView::sectionPressed, this, nullptr);
    disconnect(m_header, &QHeaderView::sectionEntered, this, nullptr);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setSelectionBehavior(SelectItems);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setTabKeyNavigation(true);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, m_header, [this] {
        m_header->placeFilters();
        m_header->viewport()->update();
    });
    applyDensity();
}

void GridView::setModel(QAbstractItemModel *model)
{
    m_table = qobject_cast<RecordTable *>(model);
    QTableView::setModel(model);
    applyDensity();
}

int GridView::rowHeightFor(Density density) const
{
    const int text = fontMetrics().height();
    switch (density) {
    case Density::Compact:
        return text + 8;
    case Density::Normal:
        return text + 14;
    case Density::Comfortable:
        return text + 22;
    }
    return text;
}

void GridView::setDensity(Density density)
{
    m_density = density;
    applyDensity();
}

void GridView::applyDensity()
{
    const int top = firstVisibleRow();
    verticalHeader()->setMinimumSectionSize(8);
    verticalHeader()->setDefaultSectionSize(rowHeightFor(m_density));
    if (top > 0 && model())
        scrollTo(model()->index(top, qMax(0, columnAt(0))), PositionAtTop);
}

void GridView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyDensity();
}

int GridView::firstVisibleRow() const
{
    return qMax(0, rowAt(0));
}

int GridView::lastVisibleRow() const
{
    const int row = rowAt(viewport()->height() - 1);
    return row >= 0 ? row : (model() ? model()->rowCount() - 1 : -1);
}

bool GridView::isFrozen(int column) const
{
    return m_header->offset() > 0 && column == m_header->frozenColumn();
}

QRect GridView::visualRect(const QModelIndex &index) const
{
    QRect rect = QTableView::visualRect(index);
    if (index.isValid() && isFrozen(index.column()))
        rect.moveLeft(0);
    return rect;
}

QModelIndex GridView::indexAt(const QPoint &point) const
{
    if (m_header->offset() > 0 && point.x() < m_header->frozenWidth()) {
        const int row = rowAt(point.y());
        return row < 0 || !model() ? QModelIndex() : model()->index(row, m_header->frozenColumn(), rootIndex());
    }
    return QTableView::indexAt(point);
}

void GridView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const int before = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    if (index.column() == m_header->frozenColumn()) {
        horizontalScrollBar()->setValue(before);
        return;
    }
    const int hidden = m_header->frozenWidth() - columnViewportPosition(index.column());
    if (m_header->offset() > 0 && hidden > 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
}

QRegion GridView::visualRegionForSelection(const QItemSelection &) const
{
    return viewport()->rect();
}

void GridView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dx != 0)
        viewport()->update(); // the frozen column does not move with the others
    if (dy != 0)
        orderRows();
}

/// Asks for the rows before they are painted; most have come when the paint event does.
void GridView::orderRows()
{
    if (m_table && m_table->rowCount() > 0)
        m_table->request(firstVisibleRow(), lastVisibleRow());
}

QVector<GridView::Column> GridView::visibleColumns(bool frozen) const
{
    QVector<Column> columns;
    const bool split = m_header->offset() > 0;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int logical = m_header->logicalIndex(visual);
        if (m_header->isSectionHidden(logical) || (split && (logical == m_header->frozenColumn()) != frozen))
            continue;
        Column column;
        column.logical = logical;
        column.left = frozen ? 0 : columnViewportPosition(logical);
        column.width = columnWidth(logical);
        if (column.left + column.width <= (split && !frozen ? m_header->frozenWidth() : 0) || column.left > viewport()->width())
            continue;
        const QModelIndex any = model()->index(0, logical);
        const QVariant type = any.data(RecordTable::TypeRole);
        column.type = type.isValid() ? type.toInt() : -1;
        column.right = column.type == static_cast<int>(ColumnType::Integer) || column.type == static_cast<int>(ColumnType::Real);
        column.state = m_automatic.contains(logical) ? static_cast<int>(CellPainter::Automatic) : 0;
        const auto looks = m_looks.constFind(logical);
        column.looks = looks == m_looks.cend() ? nullptr : &*looks;
        columns.append(column);
    }
    return columns;
}

void GridView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    if (!model() || model()->rowCount() == 0)
        return;
    const int first = firstVisibleRow();
    const int last = lastVisibleRow();
    if (m_table) {
        m_table->request(first, last);
        m_table->takeArrived(first, last, longestWait);
    }
    const bool split = m_header->offset() > 0;
    if (split)
        painter.setClipRect(viewport()->rect().adjusted(m_header->frozenWidth(), 0, 0, 0));
    paintRows(painter, visibleColumns(false), first, last);
    if (!split)
        return;
    painter.setClipping(false);
    painter.fillRect(QRect(0, 0, m_header->frozenWidth(), viewport()->height()), palette().base());
    paintRows(painter, visibleColumns(true), first, last);
    painter.fillRect(QRect(m_header->frozenWidth() - 1, 0, 1, rowViewportPosition(last) + rowHeight(last)), theme::controlBorder(palette()));
}

void GridView::paintRows(QPainter &painter, const QVector<Column> &columns, int first, int last)
{
    CellPainter cells(painter, palette(), font());
    const QItemSelectionModel *selection = selectionModel();
    const bool hasSelection = selection->hasSelection();
    const QModelIndex current = currentIndex();
    const int focus = hasFocus() || viewport()->hasFocus() ? CellPainter::Focused : 0;
    const int height = verticalHeader()->defaultSectionSize();
    int top = rowViewportPosition(first);
    for (int row = first; row <= last; ++row, top += height) {
        const int rowState = row == m_hoveredRow ? CellPainter::Hovered : 0;
        const bool loaded = !m_table || model()->index(row, 0).data(RecordTable::LoadedRole).toBool();
        for (const Column &column : columns) {
            const QModelIndex index = model()->index(row, column.logical);
            const QRect rect(column.left, top, column.width, height);
            int state = rowState | column.state;
            if (hasSelection && selection->isSelected(index))
                state |= CellPainter::Selected;
            if (index == current)
                state |= CellPainter::Current | focus;
            const int marks = m_table ? index.data(RecordTable::MarksRole).toInt() : 0;
            if (marks != 0)
                state |= (marks & RecordTable::Glow ? CellPainter::Glowing : 0) | (marks & RecordTable::Pending ? CellPainter::Pending : 0)
                         | (marks & RecordTable::Refused ? CellPainter::Refused : 0);
            cells.background(rect, state);
            if (!loaded)
                cells.placeholder(rect);
            else
                paintContent(cells, index, column, rect, state);
            cells.edges(rect, state);
        }
    }
}

void GridView::paintContent(CellPainter &cells, const QModelIndex &index, const Column &column, const QRect &rect, int state)
{
    if (column.type == static_cast<int>(ColumnType::Status)) {
        if (const auto look = statusLook(index.data(RecordTable::StatusRole).toString()))
            cells.chip(rect, *look);
        return;
    }
    const QString text = index.data(Qt::DisplayRole).toString();
    if (column.looks) {
        if (const auto look = (*column.looks)(text)) {
            cells.chip(rect, *look);
            return;
        }
    }
    cells.text(rect, text, column.right, state);
}

void GridView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyWanted();
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && state() != EditingState && currentIndex().isValid() && !(event->modifiers() & Qt::ControlModifier)) {
        const int step = event->modifiers() & Qt::ShiftModifier ? -1 : 1;
        const QModelIndex next = currentIndex().siblingAtRow(currentIndex().row() + step);
        if (next.isValid())
            setCurrentIndex(next);
        return;
    }
    const bool isDropDown = event->key() == Qt::Key_Down && event->modifiers() & Qt::AltModifier;
    if (isDropDown && state() != EditingState && currentIndex().isValid()) {
        edit(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() & Qt::ShiftModifier && currentIndex().isValid()) {
        selectionModel()->select(currentIndex(), QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
        return;
    }
    QTableView::keyPressEvent(event);
}

/// Enter ends an editor and goes one row down, as in a spreadsheet.
void GridView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    QTableView::closeEditor(editor, hint);
    if (hint != QAbstractItemDelegate::SubmitModelCache || !currentIndex().isValid())
        return;
    const QModelIndex next = currentIndex().siblingAtRow(currentIndex().row() + 1);
    if (next.isValid())
        setCurrentIndex(next);
}

void GridView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (m_table)
        m_table->setPinned(current.isValid() ? m_table->idAt(current.row()) : 0);
}

void GridView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && !(index.flags() & Qt::ItemIsEditable))
        Q_EMIT cellActivated(index);
    QTableView::mouseDoubleClickEvent(event);
}

void GridView::showTooltip(const QPoint &globalPosition, const QModelIndex &index)
{
    QStringList lines;
    const QString text = index.data(Qt::DisplayRole).toString();
    if (CellPainter::isElided(text, columnWidth(index.column()), fontMetrics()))
        lines.append(text);
    const QString error = index.data(RecordTable::ErrorRole).toString();
    if (!error.isEmpty())
        lines.append(error);
    if (m_automatic.contains(index.column()) && !text.isEmpty())
        lines.append(m_automatic.value(index.column()));
    if (lines.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(globalPosition, lines.join(QLatin1Char('\n')), viewport(), visualRect(index));
}

bool GridView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showTooltip(help->globalPos(), indexAt(help->pos()));
        return true;
    }
    if (event->type() == QEvent::MouseMove || event->type() == QEvent::Leave) {
        const int row = event->type() == QEvent::Leave ? -1 : rowAt(static_cast<QMouseEvent *>(event)->position().toPoint().y());
        if (row != m_hoveredRow) {
            for (const int changed : {m_hoveredRow, row}) {
                if (changed >= 0)
                    viewport()->update(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed));
            }
            m_hoveredRow = row;
        }
    }
    return QTableView::viewportEvent(event);
}

} // namespace certdesk
