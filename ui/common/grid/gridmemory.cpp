// SPDX-License-Identifier: GPL-3.0-or-later
// What a Grid remembers per person (W-006) and writes into addresses (W-005).
#include "ui/common/grid/grid.h"

#include "ui/common/grid/gridheader.h"
#include "ui/common/grid/gridview.h"
#include "ui/common/viewmemory.h"

#include <QLineEdit>
#include <QToolButton>
#include <QVariantMap>

namespace certdesk {

int Grid::widthFor(int column) const
{
    static const QHash<ColumnType, int> characters{{ColumnType::Text, 20}, {ColumnType::Code, 13}, {ColumnType::Integer, 9}, {ColumnType::Real, 9},
                                                   {ColumnType::Day, 12}, {ColumnType::SchoolYear, 11}, {ColumnType::Flag, 7}, {ColumnType::Time, 20},
                                                   {ColumnType::Status, 15}};
    const int wanted = m_widths.value(column, characters.value(m_table->view().columns[column].type, 14));
    const int title = m_view->fontMetrics().horizontalAdvance(m_table->view().columns[column].title) + 48;
    return std::max(title, wanted * m_view->fontMetrics().averageCharWidth() + 24);
}

QVector<int> Grid::shownColumns() const
{
    QVector<int> columns;
    const GridHeader *header = m_view->gridHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        if (!header->isSectionHidden(header->logicalIndex(visual)))
            columns.append(header->logicalIndex(visual));
    }
    return columns;
}

void Grid::readShownColumns()
{
    m_table->setReadColumns(shownColumns());
    m_view->gridHeader()->placeFilters();
    m_view->viewport()->update();
}

void Grid::resetColumns()
{
    m_recalling = true;
    GridHeader *header = m_view->gridHeader();
    int place = 0;
    for (const QString &name : std::as_const(m_defaultColumns)) {
        if (column(name) >= 0)
            header->moveSection(header->visualIndex(column(name)), place++);
    }
    for (int i = 0; i < m_table->columnCount(); ++i) {
        const bool shown = m_defaultColumns.isEmpty() || m_defaultColumns.contains(m_table->view().columns[i].name);
        header->setSectionHidden(i, !shown);
        header->resizeSection(i, widthFor(i));
    }
    m_recalling = false;
    readShownColumns();
    if (m_started)
        m_rememberTimer.start();
}

void Grid::remember()
{
    m_rememberTimer.stop();
    if (!m_memory || !m_started)
        return;
    const GridHeader *header = m_view->gridHeader();
    QVariantMap kept;
    QStringList order;
    QStringList hidden;
    QVariantMap widths;
    QVariantMap filters;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        const QString name = m_table->view().columns[column].name;
        order.append(name);
        if (header->isSectionHidden(column))
            hidden.append(name);
        else if (header->sectionSize(column) != widthFor(column))
            widths.insert(name, header->sectionSize(column));
    }
    kept.insert(QStringLiteral("order"), order);
    kept.insert(QStringLiteral("hidden"), hidden);
    kept.insert(QStringLiteral("widths"), widths);
    kept.insert(QStringLiteral("sort"), m_sort);
    kept.insert(QStringLiteral("density"), static_cast<int>(m_view->density()));
    kept.insert(QStringLiteral("filterRow"), m_filterButton->isChecked());
    m_memory->setValue(m_key + QStringLiteral("/grid"), kept);
    // Filters on names and identifiers are data of pupils, so the settings do not hold typed texts of those columns.
    for (int i = 0; i < m_table->columnCount(); ++i) {
        const ViewColumn &column = m_table->view().columns[i];
        const bool harmless = column.type != ColumnType::Text && column.type != ColumnType::Code;
        if (harmless && !header->filterText(i).trimmed().isEmpty())
            filters.insert(column.name, header->filterText(i));
    }
    m_memory->setValue(m_key + QStringLiteral("/filters"), filters);
}

void Grid::recall()
{
    if (!m_memory)
        return;
    const QVariantMap kept = m_memory->value(m_key + QStringLiteral("/grid")).toMap();
    if (kept.isEmpty())
        return;
    m_recalling = true;
    GridHeader *header = m_view->gridHeader();
    int place = 0;
    for (const QString &name : kept.value(QStringLiteral("order")).toStringList()) {
        if (column(name) >= 0)
            header->moveSection(header->visualIndex(column(name)), place++);
    }
    const QStringList hidden = kept.value(QStringLiteral("hidden")).toStringList();
    const QVariantMap widths = kept.value(QStringLiteral("widths")).toMap();
    for (int i = 0; i < m_table->columnCount(); ++i) {
        const QString name = m_table->view().columns[i].name;
        header->setSectionHidden(i, hidden.contains(name));
        if (widths.contains(name))
            header->resizeSection(i, widths.value(name).toInt());
    }
    m_view->setDensity(static_cast<GridView::Density>(kept.value(QStringLiteral("density"), 1).toInt()));
    if (m_sort.isEmpty())
        m_sort = kept.value(QStringLiteral("sort")).toStringList();
    m_sort.removeIf([this](const QString &name) { return column(name.startsWith(QLatin1Char('-')) ? name.mid(1) : name) < 0; });
    m_filterButton->setChecked(kept.value(QStringLiteral("filterRow")).toBool());
    m_recalling = false;
    recallFilters();
    readShownColumns();
    showSortKeys();
}

void Grid::recallFilters()
{
    const QVariantMap filters = m_memory->value(m_key + QStringLiteral("/filters")).toMap();
    for (auto filter = filters.cbegin(); filter != filters.cend(); ++filter) {
        if (column(filter.key()) >= 0)
            m_view->gridHeader()->setFilterText(column(filter.key()), filter.value().toString());
    }
}

void Grid::showSortKeys()
{
    QVector<GridHeader::SortKey> keys;
    for (const QString &name : std::as_const(m_sort)) {
        const bool down = name.startsWith(QLatin1Char('-'));
        keys.append({column(down ? name.mid(1) : name), down});
    }
    m_view->gridHeader()->setSortKeys(keys);
}

void Grid::writeAddress(PageAddress &address) const
{
    if (!m_search->text().trimmed().isEmpty())
        address.set("find", m_search->text().trimmed());
    if (!m_sort.isEmpty())
        address.set("sort", m_sort.join(QLatin1Char(',')));
    for (int i = 0; i < m_table->columnCount(); ++i) {
        const QString typed = m_view->gridHeader()->filterText(i).trimmed();
        if (!typed.isEmpty())
            address.parameters.insert(QStringLiteral("where.") + m_table->view().columns[i].name, typed);
    }
    if (const PageFilter *only = onlyFilter()) {
        QStringList ids;
        for (const Value &id : only->filters.first().values)
            ids.append(QString::number(id.integer()));
        address.set("only", ids.join(QLatin1Char(',')));
    }
    if (const qint64 id = currentId(); id != 0)
        address.set("id", QString::number(id));
}

const Grid::PageFilter *Grid::onlyFilter() const
{
    for (const PageFilter &filter : m_pageFilters) {
        if (filter.key == QLatin1String("only"))
            return &filter;
    }
    return nullptr;
}

/// The records behind a count: `ids` with commas between; empty takes the limit away.
void Grid::showOnly(const QString &ids)
{
    const QString key = QStringLiteral("only");
    const QStringList chosen = ids.split(QLatin1Char(','), Qt::SkipEmptyParts);
    m_pageFilters.removeIf([&key](const PageFilter &filter) { return filter.key == key; });
    if (chosen.isEmpty())
        return;
    ViewFilter filter{QStringLiteral("id"), ViewFilter::Operator::OneOf, {}, {}};
    for (const QString &id : chosen)
        filter.values.append(Value(id.toLongLong()));
    m_pageFilters.append({key, tr("These %1").arg(chosen.size()), {filter}});
}

/// An address without filters leaves the present ones alone: it was written by a menu, not by Back.
void Grid::readAddress(const PageAddress &address)
{
    if (!m_started) {
        recall();
        m_started = true;
    }
    const bool names = address.parameters.contains(QStringLiteral("find")) || address.parameters.contains(QStringLiteral("sort"))
                       || address.parameters.contains(QStringLiteral("only"))
                       || std::any_of(address.parameters.keyBegin(), address.parameters.keyEnd(),
                                      [](const QString &key) { return key.startsWith(QLatin1String("where.")); });
    if (names) {
        m_search->setText(address.parameter("find"));
        showOnly(address.parameter("only"));
        for (int i = 0; i < m_table->columnCount(); ++i)
            m_view->gridHeader()->setFilterText(i, address.parameters.value(QStringLiteral("where.") + m_table->view().columns[i].name));
        if (address.parameters.contains(QStringLiteral("sort"))) {
            m_sort = address.parameter("sort").split(QLatin1Char(','), Qt::SkipEmptyParts);
            showSortKeys();
        }
    }
    m_wanted = address.parameter("id").toLongLong();
    apply();
}

} // namespace certdesk
