// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/grid/grid.h"

#include "models/tables/displaytext.h"
#include "ui/common/announce.h"
#include "ui/common/emptystate.h"
#include "ui/common/grid/columnchooser.h"
#include "ui/common/grid/griddelegate.h"
#include "ui/common/grid/gridheader.h"
#include "ui/common/grid/gridview.h"
#include "ui/common/icons.h"
#include "ui/common/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace certdesk {

namespace {
constexpr int typingPause = 200; ///< milliseconds after which typed filters are asked
constexpr int rememberPause = 600;
} // namespace

Grid::Grid(RecordTable *table, const QString &key, ViewMemory *memory, QWidget *parent)
    : QWidget(parent), m_table(table), m_key(key), m_memory(memory), m_view(new GridView(this)), m_delegate(new GridDelegate(m_view)),
      m_tools(new QWidget(this)), m_search(new QLineEdit(m_tools)), m_chips(new FilterChipRow(m_tools)),
      m_filterButton(new QToolButton(m_tools)), m_columnButton(new QToolButton(m_tools)), m_counts(mutedLabel({}, this)),
      m_selected(mutedLabel({}, this)), m_empty(new EmptyState(m_view->viewport()))
{
    table->setParent(this);
    m_view->setModel(table);
    m_view->setItemDelegate(m_delegate);
    build();
    m_applyTimer.setSingleShot(true);
    m_applyTimer.setInterval(typingPause);
    connect(&m_applyTimer, &QTimer::timeout, this, &Grid::apply);
    m_rememberTimer.setSingleShot(true);
    m_rememberTimer.setInterval(rememberPause);
    connect(&m_rememberTimer, &QTimer::timeout, this, &Grid::remember);
    connectTable();
    connectView();
}

Grid::~Grid()
{
    if (m_rememberTimer.isActive())
        remember();
    // The parts outlive this half of the object by a moment and must not call it.
    for (QObject *part : {static_cast<QObject *>(m_view->selectionModel()), static_cast<QObject *>(m_view), static_cast<QObject *>(m_table)})
        part->disconnect(this);
}

void Grid::build()
{
    named(m_view, qPrintable(m_key + QStringLiteral("Grid")), m_table->view().title);
    named(m_search, qPrintable(m_key + QStringLiteral("FindInput")), tr("Find in this list"));
    m_search->setPlaceholderText(tr("Find in this list"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icons::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->setToolTip(tr("Find in this list (Ctrl+F)"));
    m_search->setMinimumWidth(180);
    m_search->setMaximumWidth(320);
    m_search->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    named(m_filterButton, qPrintable(m_key + QStringLiteral("FilterButton")), tr("Filter row"));
    m_filterButton->setIcon(icons::icon(QStringLiteral("filter")));
    m_filterButton->setToolTip(tr("Filter row (Ctrl+Shift+F)"));
    m_filterButton->setCheckable(true);
    named(m_columnButton, qPrintable(m_key + QStringLiteral("ColumnsButton")), tr("Columns"));
    m_columnButton->setIcon(icons::icon(QStringLiteral("columns")));
    m_columnButton->setToolTip(tr("Columns and row height"));
    for (QToolButton *button : {m_filterButton, m_columnButton})
        button->setAutoRaise(true);
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(spacing::related);
    tools->addWidget(m_search, 30);
    tools->addWidget(m_chips, 70);
    tools->addStretch(1);
    tools->addWidget(m_filterButton);
    tools->addWidget(m_columnButton);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(spacing::group);
    for (TextLabel *label : {m_counts, m_selected})
        label->setWordWrap(false);
    m_selected->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    foot->addWidget(m_counts, 1);
    foot->addWidget(m_selected, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::related);
    layout->addWidget(m_tools);
    layout->addWidget(m_view, 1);
    layout->addLayout(foot);
    m_empty->hide();
    setFocusProxy(m_view);
    setTabOrder(m_search, m_filterButton);
    setTabOrder(m_filterButton, m_columnButton);
    setTabOrder(m_columnButton, m_view);
}

void Grid::connectTable()
{
    connect(m_table, &RecordTable::countsChanged, this, [this] {
        showCounts();
        showChips();
        showEmpty();
        Q_EMIT countsChanged();
    });
    connect(m_table, &RecordTable::queryFailed, this, &Grid::errorHappened);
    connect(m_table, &RecordTable::editFailed, this, &Grid::takeRefusal);
    connect(m_table, &QAbstractItemModel::modelAboutToBeReset, this, &Grid::keepSelection);
    connect(m_table, &RecordTable::queryAnswered, this, &Grid::restoreSelection);
    connect(m_table, &RecordTable::mergeStarts, this, &Grid::keepPlace);
    connect(m_table, &RecordTable::mergeEnded, this, &Grid::restorePlace);
    connect(m_table, &RecordTable::mergeEnded, this, [this] {
        if (m_wanted != 0)
            restoreSelection();
    });
}

void Grid::connectView()
{
    GridHeader *header = m_view->gridHeader();
    connect(m_search, &QLineEdit::textChanged, this, &Grid::applyLater);
    connect(header, &GridHeader::filterTyped, this, &Grid::applyLater);
    connect(header, &GridHeader::filterLeft, this, [this] { m_view->setFocus(); });
    connect(header, &GridHeader::sortWanted, this, [this](const QVector<GridHeader::SortKey> &keys) {
        m_sort.clear();
        for (const auto &key : keys)
            m_sort.append((key.down ? QStringLiteral("-") : QString()) + m_table->view().columns[key.column].name);
        apply();
    });
    for (const auto moved : {&QHeaderView::sectionResized, &QHeaderView::sectionMoved}) {
        connect(header, moved, this, [this] {
            if (!m_recalling)
                m_rememberTimer.start();
        });
    }
    connect(m_filterButton, &QToolButton::toggled, this, [this](bool on) {
        m_view->gridHeader()->showFilterRow(on);
        m_rememberTimer.start();
    });
    connect(m_columnButton, &QToolButton::clicked, this, [this] {
        if (!m_chooser) {
            m_chooser = new ColumnChooser(m_view, this);
            connect(m_chooser, &ColumnChooser::columnsChanged, this, [this] {
                readShownColumns();
                m_rememberTimer.start();
            });
            connect(m_chooser, &ColumnChooser::resetWanted, this, &Grid::resetColumns);
        }
        m_chooser->openBelow(m_columnButton);
    });
    connect(m_chips, &FilterChipRow::removed, this, [this](const QString &key) {
        if (key == QLatin1String("search"))
            m_search->clear();
        else if (key.startsWith(QLatin1String("column:")))
            m_view->gridHeader()->setFilterText(key.mid(7).toInt(), {});
        else
            removePageFilter(key);
        apply();
    });
    connect(m_chips, &FilterChipRow::cleared, this, &Grid::clearFilters);
    connect(m_chips, &FilterChipRow::clicked, this, [this](const QString &key) {
        if (key == QLatin1String("left"))
            m_table->forgetLeftRows();
    });
    connect(m_empty, &EmptyState::nextStepWanted, this, [this] {
        if (isNarrowed())
            clearFilters();
        else
            Q_EMIT emptyNextStepWanted();
    });
    connect(m_view, &GridView::copyWanted, this, [this] { copySelection(false); });
    connect(m_view, &GridView::cellActivated, this, [this](const QModelIndex &index) { Q_EMIT activated(m_table->idAt(index.row())); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        Q_EMIT currentRowChanged(current.isValid() ? m_table->idAt(current.row()) : 0);
        Q_EMIT arrangementChanged();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showCounts();
        Q_EMIT selectionChanged();
    });
}

void Grid::setDefaultColumns(const QStringList &names)
{
    m_defaultColumns = names;
    resetColumns();
}

void Grid::setCellLooks(const QString &name, CellLooks looks)
{
    m_view->setCellLooks(column(name), std::move(looks));
}

void Grid::setAutomatic(const QString &name, const QString &source)
{
    m_view->setAutomatic(column(name), source);
}

void Grid::setEmptyText(const QString &why, const QString &more, const QString &nextStep)
{
    m_emptyWhy = why;
    m_emptyMore = more;
    m_emptyNext = nextStep;
    showEmpty();
}

void Grid::setWidth(const QString &name, int characters)
{
    m_widths.insert(column(name), characters);
    m_view->setColumnWidth(column(name), widthFor(column(name)));
}

void Grid::addTool(QWidget *widget)
{
    m_tools->layout()->addWidget(widget);
}

void Grid::setToolsVisible(bool visible)
{
    m_tools->setVisible(visible);
}

void Grid::setSchoolYear(qint64 endYear)
{
    if (m_schoolYear == endYear)
        return;
    m_schoolYear = endYear;
    if (m_started)
        apply();
}

void Grid::setWithArchived(bool with)
{
    m_withArchived = with;
    if (m_started)
        apply();
}

void Grid::setPageFilter(const QString &key, const QString &chip, const QVector<ViewFilter> &filters)
{
    for (PageFilter &filter : m_pageFilters) {
        if (filter.key != key)
            continue;
        filter = {key, chip, filters};
        if (m_started)
            apply();
        return;
    }
    m_pageFilters.append({key, chip, filters});
    if (m_started)
        apply();
}

void Grid::removePageFilter(const QString &key)
{
    const auto removed = m_pageFilters.removeIf([&](const PageFilter &filter) { return filter.key == key; });
    if (removed > 0 && m_started)
        apply();
}

void Grid::start()
{
    if (!m_started) {
        recall();
        m_started = true;
    }
    apply();
}

bool Grid::isNarrowed() const
{
    return !m_table->query().filters.isEmpty() || !m_table->query().search.isEmpty();
}

void Grid::clearFilters()
{
    m_search->clear();
    for (int i = 0; i < m_table->columnCount(); ++i)
        m_view->gridHeader()->setFilterText(i, {});
    m_pageFilters.removeIf([](const PageFilter &filter) { return !filter.chip.isEmpty(); });
    apply();
}

/// Everything the person asked for becomes one question to the store.
void Grid::apply()
{
    m_applyTimer.stop();
    if (!m_started)
        return;
    ViewQuery query;
    query.search = m_search->text().trimmed();
    query.sort = m_sort;
    query.schoolYear = m_schoolYear;
    query.withArchived = m_withArchived || onlyFilter(); // who was asked for by name is shown, archived or not
    for (const PageFilter &filter : std::as_const(m_pageFilters))
        query.filters += filter.filters;
    for (int i = 0; i < m_table->columnCount(); ++i) {
        const auto filters = filtersFromText(m_table->view().columns[i], m_view->gridHeader()->filterText(i));
        m_view->gridHeader()->setFilterProblem(i, filters ? QString() : tr("This is no filter for this column: try 5, >=5 or 5..10."));
        if (filters)
            query.filters += *filters;
    }
    m_table->setQuery(query);
    showChips();
    m_rememberTimer.start();
    Q_EMIT arrangementChanged();
}

void Grid::findInPage()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void Grid::toggleFilterRow()
{
    m_filterButton->setChecked(!m_filterButton->isChecked());
    if (m_filterButton->isChecked()) {
        const int current = m_view->currentIndex().isValid() ? m_view->currentIndex().column() : m_view->gridHeader()->frozenColumn();
        m_view->gridHeader()->focusFilter(current);
    }
}

bool Grid::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_view->viewport() && event->type() == QEvent::Resize)
        placeEmpty();
    if (object == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down || key == Qt::Key_Escape) {
            apply();
            m_view->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void Grid::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && !m_started)
        resetColumns();
}

} // namespace certdesk
