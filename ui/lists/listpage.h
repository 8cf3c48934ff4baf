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
    };

    ListPage(const QString &name, const QString &view, const Words &words, const PageContext &context, QWidget *parent = nullptr);

    QString title() const override { return m_words.title; }
    QString sentence() const override;
    QList<QAction *> pageActions() const override;
    bool showsSchoolYear() const override { return m_words.ofYear; }
    PageAddress address() const override;
    /// Parameters are those of the grid: "id", "find", "sort", and "where.COLUMN" with a typed filter.
    void open(const PageAddress &address) override;
    void setSchoolYear(qint64 endYear) override;
    void refresh() override;
    void findInPage() override;
    void toggleFilterRow() override;
    QString printableHtml() const override;

protected:
    Grid *grid() const { return m_grid; }
    const PageContext &context() const { return m_context; }

private:
    void showDetails(qint64 id);
    void fillDetails(const ViewRow &row);

    Words m_words;
    PageContext m_context;
    RecordTable *m_table;
    Grid *m_grid;
    DetailsPanel *m_panel;
    QScrollArea *m_details;
    QAction *m_nextStep = nullptr;
    qint64 m_shown = 0;
};

} // namespace certdesk
