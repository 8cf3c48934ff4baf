// SPDX-License-Identifier: GPL-3.0-or-later
// What a Grid shows around its rows, and how it keeps selection and place while rows come and go.
#include "ui/common/grid/grid.h"

#include "models/tables/displaytext.h"
#include "ui/common/announce.h"
#include "ui/common/emptystate.h"
#include "ui/common/grid/gridcopy.h"
#include "ui/common/grid/griddelegate.h"
#include "ui/common/grid/gridheader.h"
#include "ui/common/grid/gridview.h"
#include "ui/common/text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QScrollBar>

namespace certdesk {

namespace {
constexpr qsizetype mostKept = 2000;     ///< chosen rows that are found again after a new question
constexpr qint64 mostCopied = 100000;
} // namespace

QString Grid::countText() const
{
    const QLocale locale;
    if (!m_table->hasAnswer())
        return tr("Reading…");
    if (!m_table->isComplete())
        return tr("Counting…");
    const qint64 shown = m_table->rowCount();
    if (shown == m_table->totalRows())
        return shown == 1 ? tr("1 row") : tr("%1 rows").arg(locale.toString(shown));
    return tr("%1 of %2 rows").arg(locale.toString(shown), locale.toString(m_table->totalRows()));
}

void Grid::showCounts()
{
    const QString text = countText();
    if (m_counts->text() != text) {
        m_counts->setText(text);
        if (m_table->isComplete())
            announce(m_counts, text);
    }
    const qint64 rows = selectedRows();
    m_selected->setText(rows > 1 ? tr("%1 rows selected").arg(QLocale().toString(rows)) : QString());
}

QString Grid::chipText(int column, const QString &typed) const
{
    return tr("%1: %2").arg(m_table->view().columns[column].title, typed.trimmed());
}

void Grid::showChips()
{
    QVector<FilterChipRow::Chip> chips;
    if (!m_search->text().trimmed().isEmpty())
        chips.append({QStringLiteral("search"), tr("Find: %1").arg(m_search->text().trimmed()), true});
    for (const PageFilter &filter : std::as_const(m_pageFilters)) {
        if (!filter.chip.isEmpty())
            chips.append({filter.key, filter.chip, true});
    }
    for (int i = 0; i < m_table->columnCount(); ++i) {
        const QString typed = m_view->gridHeader()->filterText(i);
        if (!typed.trimmed().isEmpty())
            chips.append({QStringLiteral("column:%1").arg(i), chipText(i, typed), true});
    }
    if (m_table->leftRows() > 0)
        chips.append({QStringLiteral("left"), m_table->leftRows() == 1 ? tr("1 row left this list") : tr("%1 rows left this list").arg(m_table->leftRows()), false});
    m_chips->setChips(chips);
}

void Grid::showEmpty()
{
    const bool empty = m_table->hasAnswer() && m_table->isComplete() && m_table->rowCount() == 0;
    if (!empty) {
        m_empty->hide();
        return;
    }
    if (isNarrowed() && m_table->totalRows() > 0)
        m_empty->setReason(tr("No row fits"), tr("The filters hide %1 rows.").arg(QLocale().toString(m_table->totalRows())), tr("Clear filters"));
    else
        m_empty->setReason(m_emptyWhy.isEmpty() ? tr("Nothing here yet") : m_emptyWhy, m_emptyMore, m_emptyNext);
    placeEmpty();
    m_empty->show();
}

void Grid::placeEmpty()
{
    m_empty->setGeometry(m_view->viewport()->rect());
}

qint64 Grid::currentId() const
{
    return m_view->currentIndex().isValid() ? m_table->idAt(m_view->currentIndex().row()) : 0;
}

/// Rows of ranges that overlap are counted once; ranges, not cells, so that choosing a million rows is cheap.
qint64 Grid::selectedRows() const
{
    QVector<QPair<int, int>> spans;
    const QItemSelection selection = m_view->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        spans.append({range.top(), range.bottom()});
    std::sort(spans.begin(), spans.end());
    qint64 count = 0;
    int covered = -1;
    for (const auto &[top, bottom] : std::as_const(spans)) {
        const int from = std::max(top, covered + 1);
        if (bottom >= from)
            count += bottom - from + 1;
        covered = std::max(covered, bottom);
    }
    return count;
}

QVector<qint64> Grid::selectedIds() const
{
    QVector<int> rows;
    const QItemSelection selection = m_view->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    QVector<qint64> ids;
    for (const int row : std::as_const(rows))
        ids.append(m_table->idAt(row));
    return ids;
}

void Grid::goTo(qint64 id)
{
    m_wanted = id;
    restoreSelection();
}

void Grid::edit(qint64 id, int column)
{
    const int row = m_table->rowOf(id);
    if (row < 0)
        return;
    m_view->setCurrentIndex(m_table->index(row, column));
    m_view->edit(m_view->currentIndex());
}

void Grid::keepSelection()
{
    if (selectedRows() <= mostKept && m_view->selectionModel()->hasSelection())
        m_keptSelection = selectedIds();
    if (const qint64 current = currentId(); current != 0) {
        m_keptCurrent = current;
        m_keptColumn = m_view->currentIndex().column();
    }
}

/// After a new answer: the rows chosen before, as far as they are there, and the row that was asked for.
void Grid::restoreSelection()
{
    if (m_wanted != 0 && m_table->rowOf(m_wanted) >= 0) {
        m_keptCurrent = std::exchange(m_wanted, 0);
        m_keptSelection = {m_keptCurrent};
        if (m_view->isColumnHidden(m_keptColumn) || m_keptColumn == 0)
            m_keptColumn = std::max(0, m_view->gridHeader()->frozenColumn());
    }
    if (m_keptCurrent == 0)
        return;
    const int row = m_table->rowOf(m_keptCurrent);
    if (row < 0)
        return;
    QItemSelection selection;
    for (const qint64 id : std::as_const(m_keptSelection)) {
        if (const int kept = m_table->rowOf(id); kept >= 0)
            selection.select(m_table->index(kept, m_keptColumn), m_table->index(kept, m_keptColumn));
    }
    m_view->selectionModel()->setCurrentIndex(m_table->index(row, m_keptColumn), QItemSelectionModel::NoUpdate);
    m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_view->scrollTo(m_table->index(row, m_keptColumn));
    m_keptCurrent = 0;
    m_keptSelection.clear();
}

void Grid::keepPlace()
{
    const int top = m_view->firstVisibleRow();
    m_topId = m_table->idAt(top);
    m_topOffset = m_view->rowViewportPosition(top);
}

void Grid::restorePlace()
{
    const int row = m_table->rowOf(m_topId);
    if (row < 0)
        return;
    const int height = m_view->verticalHeader()->defaultSectionSize();
    QMetaObject::invokeMethod(m_view, "updateGeometries");
    m_view->verticalScrollBar()->setValue(row * height - m_topOffset);
}

/// A refused cell stays in edit with what was typed and the reason (T-085).
void Grid::takeRefusal(const RecordTable::CellEdit &edit, const Error &error)
{
    const int row = m_table->rowOf(edit.id);
    const bool isInvalid = error.kind == Error::Kind::Invalid || error.kind == Error::Kind::Refused;
    if (row >= 0 && isInvalid && isVisible()) {
        m_delegate->setTypedText(edit.id, edit.column, displayText(m_table->view().columns[edit.column].type, edit.value));
        m_view->setCurrentIndex(m_table->index(row, edit.column));
        m_view->edit(m_view->currentIndex());
    }
    Q_EMIT editRefused(edit, error);
}

void Grid::copySelection(bool withHeader)
{
    if (!m_view->selectionModel()->hasSelection())
        return;
    if (selectedRows() > mostCopied) {
        Q_EMIT errorHappened({Error::Kind::Refused, QStringLiteral("COPY"), tr("More than %1 rows cannot be copied.").arg(QLocale().toString(mostCopied)),
                              tr("Export the list instead."), {}});
        return;
    }
    QVector<int> columns;
    const QItemSelection selection = m_view->selectionModel()->selection();
    for (const int column : shownColumns()) {
        if (std::any_of(selection.cbegin(), selection.cend(), [&](const auto &range) { return range.left() <= column && column <= range.right(); }))
            columns.append(column);
    }
    const View view = m_table->view();
    const QVector<qint64> ids = selectedIds();
    const auto work = [view, ids, columns](Session &session) { return ViewReader(session).rows(view, ids, columns); };
    const auto then = [this, view, columns, withHeader](const Result<QVector<ViewRow>> &rows) {
        if (!rows) {
            Q_EMIT errorHappened(rows.error());
            return;
        }
        QVector<QStringList> lines;
        for (const ViewRow &row : *rows) {
            QStringList cells;
            for (int i = 0; i < columns.size(); ++i)
                cells.append(displayText(view.columns[columns[i]].type, row.values[i]));
            lines.append(cells);
        }
        QStringList header;
        for (const int column : columns)
            header.append(view.columns[column].title);
        QGuiApplication::clipboard()->setMimeData(tableAsMime(withHeader ? header : QStringList(), lines));
    };
    m_table->store()->run<QVector<ViewRow>>(this, work, then);
}

void Grid::fillDown()
{
    const QItemSelection selection = m_view->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int column = range.left(); column <= range.right(); ++column) {
            // One cell alone takes the value of the cell above it.
            const int from = range.height() == 1 ? range.top() - 1 : range.top();
            const QVariant value = m_table->index(from, column).data(RecordTable::ValueRole);
            for (int row = from + 1; from >= 0 && row <= range.bottom(); ++row)
                m_table->setData(m_table->index(row, column), value);
        }
    }
}

} // namespace certdesk
