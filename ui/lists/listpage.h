// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

class QScrollArea;

namespace certdesk {

class DetailsPanel;
class Grid;
class RecordTable;
struct ViewRow;

/// A page that is one list of records with the chosen one beside it. Most pages of the program are this with other words.
class ListPage : public Page
{
    Q_OBJECT

public:
    struct Words
    {
        QString title;
        /// The sentence of state; gets the number of rows.
        std::function<QString(qint64 rows)> sentence;
        QString emptyWhy;
        QString emptyMore;
        QString nextStep;      ///< button of the empty list and main action of the page; empty: none
        PageAddress leadsTo;   ///< where that button leads
        QStringList columns;   ///< shown at first; empty: all
        bool ofYear = false;   ///< limited by the school year chip
        std::optional<Right> edits = {}; ///< who has it may change cells
        QString editCommand = {};        ///< as in the journal: "EditStudent"
        bool opensDetails = false;       ///< the panel beside the list is open at first
    };

    ListPage(const QString &name, const QString &view, const Words &words, const PageContext &context, QWidget *parent = nullptr);

    QString title() const override { return m_words.title; }
    QString sentence() const override;
    bool showsSchoolYear() const override { return m_words.ofYear; }
    PageAddress address() const override;
    /// Parameters are those of the grid: "id", "find", "sort", and "where.COLUMN" with a typed filter.
    void open(const PageAddress &address) override;
    void setSchoolYear(qint64 endYear) override;
    void refresh() override;
    void findInPage() override;
    void toggleFilterRow() override;
    QString printableHtml() const override;

    QList<QAction *> pageActions() const override { return m_actions; }

protected:
    Grid *grid() const { return m_grid; }
    RecordTable *table() const { return m_table; }
    DetailsPanel *panel() const { return m_panel; }
    const PageContext &context() const { return m_context; }
    /// Shows the row anew, by readDetails.
    void showDetails(qint64 id);
    /// Reads what stands beside a row and hands it to setDetails; the page in question overrides it.
    virtual void readDetails(qint64 id);
    /// What stands beside the list while no row is chosen.
    virtual QWidget *nothingChosen();
    /// All that the list knows of a row.
    QWidget *describe(const ViewRow &row) const;
    /// Takes the widget; dropped when another row was chosen meanwhile.
    void setDetails(qint64 id, QWidget *details);
    /// Before the next step and Export, which every list has.
    using QWidget::addAction;
    QAction *addAction(const char *name, const QString &text, const QString &icon, const QKeySequence &keys, std::function<void()> run);
    /// What a refused cell is told with; a banner, unless the page asks instead.
    virtual void tellRefusal(const Error &error) { showError(error); }
    /// A widget above the grid: the new row.
    void addAbove(QWidget *widget);

private:
    void exportList();

    Words m_words;
    PageContext m_context;
    RecordTable *m_table;
    Grid *m_grid;
    DetailsPanel *m_panel;
    QScrollArea *m_details;
    QAction *m_export;
    QList<QAction *> m_actions;
    int m_ownActions = 0;
    qint64 m_shown = 0;
};

} // namespace certdesk
