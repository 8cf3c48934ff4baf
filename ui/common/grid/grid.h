// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/recordtable.h"
#include "ui/common/filterchiprow.h"
#include "ui/common/grid/celllook.h"
#include "ui/common/pageaddress.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace certdesk {

class ColumnChooser;
class EmptyState;
class GridDelegate;
class GridView;
class TextLabel;
class ViewMemory;

/// The one table of the program (W-020 … W-024): find, filter chips, filter row, columns, rows, counts, empty state, copy;
/// all remembered per person. What it lists is its RecordTable's business, what a click leads to is its page's.
class Grid : public QWidget
{
    Q_OBJECT

public:
    /// `key` names the grid in the memory: "students". Takes the table.
    Grid(RecordTable *table, const QString &key, ViewMemory *memory, QWidget *parent = nullptr);
    ~Grid() override;

    RecordTable *table() const { return m_table; }
    GridView *view() const { return m_view; }
    GridDelegate *delegate() const { return m_delegate; }

    /// Set-up, before the first start().
    void setDefaultColumns(const QStringList &names);
    void setCellLooks(const QString &column, CellLooks looks);
    void setAutomatic(const QString &column, const QString &source);
    void setEmptyText(const QString &why, const QString &more = {}, const QString &nextStep = {});
    void setWidth(const QString &column, int characters);
    /// Puts a widget at the right end of the line of tools.
    void addTool(QWidget *widget);
    void setToolsVisible(bool visible);

    void setSchoolYear(qint64 endYear);
    void setWithArchived(bool with);
    /// A filter of the page itself, shown as a chip; an empty text makes it a silent one that cannot be removed.
    void setPageFilter(const QString &key, const QString &chip, const QVector<ViewFilter> &filters);
    void removePageFilter(const QString &key);
    /// Reads the remembered arrangement and asks for the rows. Safe to call again.
    void start();
    void refresh() { m_table->refresh(); }

    int column(const QString &name) const { return m_table->view().columnIndex(name); }
    qint64 currentId() const;
    QVector<qint64> selectedIds() const;
    qint64 selectedRows() const;
    /// Makes the row current as soon as it is there.
    void goTo(qint64 id);
    void edit(qint64 id, int column);
    QString countText() const;
    bool isNarrowed() const;
    void clearFilters();

    void findInPage();
    void toggleFilterRow();
    void copySelection(bool withHeader);
    /// Ctrl+D: the first selected cell of each column into those below it.
    void fillDown();
    void writeAddress(PageAddress &address) const;
    void readAddress(const PageAddress &address);
    /// Columns as shown, left to right.
    QVector<int> shownColumns() const;

Q_SIGNALS:
    void currentRowChanged(qint64 id);
    void selectionChanged();
    void activated(qint64 id);
    void countsChanged();
    void arrangementChanged(); ///< filters, sort or selection: for Page::addressChanged
    void emptyNextStepWanted();
    void errorHappened(const certdesk::Error &error);
    void editRefused(const certdesk::RecordTable::CellEdit &edit, const certdesk::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void build();
    void connectTable();
    void connectView();
    void applyLater() { m_applyTimer.start(); }
    void apply();
    void showChips();
    void showCounts();
    void showEmpty();
    void placeEmpty();
    void keepSelection();
    void restoreSelection();
    void keepPlace();
    void restorePlace();
    void readShownColumns();
    void resetColumns();
    void remember();
    void recall();
    void recallFilters();
    void showSortKeys();
    QString chipText(int column, const QString &typed) const;
    int widthFor(int column) const;
    void takeRefusal(const RecordTable::CellEdit &edit, const Error &error);

    RecordTable *m_table;
    QString m_key;
    ViewMemory *m_memory;
    GridView *m_view;
    GridDelegate *m_delegate;
    ColumnChooser *m_chooser = nullptr;
    QWidget *m_tools;
    QLineEdit *m_search;
    FilterChipRow *m_chips;
    QToolButton *m_filterButton;
    QToolButton *m_columnButton;
    TextLabel *m_counts;
    TextLabel *m_selected;
    EmptyState *m_empty;
    QTimer m_applyTimer;
    QTimer m_rememberTimer;
    QStringList m_defaultColumns;
    QHash<int, int> m_widths; ///< in characters
    QString m_emptyWhy;
    QString m_emptyMore;
    QString m_emptyNext;
    struct PageFilter
    {
        QString key;
        QString chip;
        QVector<ViewFilter> filters;
    };
    void showOnly(const QString &ids);
    const PageFilter *onlyFilter() const;

    QVector<PageFilter> m_pageFilters;
    QStringList m_sort;
    qint64 m_schoolYear = 0;
    bool m_withArchived = false;
    bool m_started = false;
    bool m_recalling = false;
    QVector<qint64> m_keptSelection;
    qint64 m_keptCurrent = 0;
    int m_keptColumn = 0;
    qint64 m_topId = 0;
    int m_topOffset = 0;
    qint64 m_wanted = 0; ///< of goTo
};

} // namespace certdesk
