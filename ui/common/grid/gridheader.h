// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHeaderView>

class QLineEdit;

namespace certdesk {

/// The header of a grid: sorts by click (Shift: further key), keeps the first column in place, and carries the row of
/// typed filters. It knows nothing of rows.
class GridHeader : public QHeaderView
{
    Q_OBJECT

public:
    struct SortKey
    {
        int column = 0;
        bool down = false;
        bool operator==(const SortKey &) const = default;
    };

    explicit GridHeader(QWidget *parent);

    const QVector<SortKey> &sortKeys() const { return m_sort; }
    void setSortKeys(const QVector<SortKey> &keys);
    /// Logical index of the column that does not scroll; -1 when all are hidden.
    int frozenColumn() const;
    int frozenWidth() const;

    bool isFilterRowShown() const { return m_filtersShown; }
    void showFilterRow(bool shown);
    QString filterText(int column) const { return m_filterTexts.value(column); }
    void setFilterText(int column, const QString &text);
    /// Shows at the input that its text is no filter; empty: it is right again.
    void setFilterProblem(int column, const QString &problem);
    void focusFilter(int column);
    void setFilterHint(int column, const QString &hint) { m_hints.insert(column, hint); }
    QSize sizeHint() const override;
    /// To be called when the columns were scrolled.
    void placeFilters();

Q_SIGNALS:
    void sortWanted(const QVector<certdesk::GridHeader::SortKey> &keys);
    void filterTyped(int column, const QString &text);
    void filterLeft(); ///< Esc or Down in a filter: back to the rows

protected:
    void updateGeometries() override;
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    QSize sectionSizeFromContents(int logicalIndex) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QMouseEvent overFrozen(const QMouseEvent &event);
    void clicked(int column);
    QLineEdit *makeFilter(int column);
    int filterHeight() const;

    QVector<SortKey> m_sort;
    bool m_filtersShown = false;
    Qt::KeyboardModifiers m_modifiers;
    int m_shift = 0; ///< of the pointer while a button is down over the frozen column
    QHash<int, QLineEdit *> m_filters;
    QHash<int, QString> m_filterTexts;
    QHash<int, QString> m_hints;
};

} // namespace certdesk
