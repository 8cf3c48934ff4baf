// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/intake/review.h"

#include <QWidget>

class QPushButton;

namespace certdesk {

class GridView;
class IntakeDesk;
class ReviewDecisions;
class ReviewFilters;
class ReviewTable;
class TextLabel;

/// The difference that the file would make, one line a row: filters, corrections in the cells, rows left out, decisions.
class ReviewPanel : public QWidget
{
    Q_OBJECT

public:
    ReviewPanel(IntakeDesk &desk, bool mayOverride, QWidget *parent = nullptr);
    ReviewTable *table() const { return m_table; }
    ReviewFilters *filters() const { return m_filters; }
    GridView *view() const { return m_view; }
    /// To be called when the desk has planned.
    void showReview();
    /// Shows and chooses the first row that holds back.
    void goToFirstHeld();
    void leaveOutChosen(bool out);

Q_SIGNALS:
    /// The plan has to be made again.
    void changed();
    void modeChanged();

private:
    QWidget *buildTools();
    void filter();
    void sort(int column, bool down);
    void take(const QVector<int> &shown);
    void setWidths();
    void tellLine();
    QVector<int> chosenRows() const;

    IntakeDesk &m_desk;
    ReviewTable *m_table;
    ReviewFilters *m_filters;
    ReviewDecisions *m_decisions;
    GridView *m_view;
    TextLabel *m_shown;
    TextLabel *m_line;
    QPushButton *m_leaveOut;
    QPushButton *m_takeIn;
    int m_generation = 0;
    int m_sortColumn = -1;
    bool m_sortDown = false;
    bool m_hasWidths = false;
    int m_wanted = -1; ///< line to go to once it is shown
};

} // namespace certdesk
