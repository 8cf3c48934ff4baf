// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chart.h"

#include "ui/common/announce.h"
#include "ui/common/icons.h"
#include "ui/common/text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedLayout>
#include <QTableWidget>
#include <QToolButton>

namespace certdesk {

Chart::Chart(QWidget *parent)
    : QWidget(parent), m_finding(strongLabel({}, this)), m_canvas(new ChartCanvas(this)), m_table(new QTableWidget(this)),
      m_switch(new QToolButton(this))
{
    setObjectName(QStringLiteral("chart"));
    m_finding->setWordWrap(true);
    named(m_canvas, "chartCanvas", {});
    named(m_table, "chartTable", {});
    named(m_switch, "chartTableButton", tr("Show the numbers as a table"));
    m_switch->setIcon(icons::icon(QStringLiteral("columns")));
    m_switch->setToolTip(tr("Show the numbers as a table"));
    m_switch->setCheckable(true);
    m_switch->setAutoRaise(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->hide();
    auto *head = new QHBoxLayout;
    head->addWidget(m_finding, 1);
    head->addWidget(m_switch, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::related);
    column->addLayout(head);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_table, 1);
    connect(m_switch, &QToolButton::toggled, this, &Chart::showTable);
    connect(m_canvas, &ChartCanvas::clicked, this, &Chart::clicked);
}

void Chart::setData(const ChartData &data)
{
    m_finding->setText(data.finding);
    setAccessibleName(data.finding);
    m_canvas->setAccessibleName(data.finding);
    m_table->setAccessibleName(data.finding);
    m_canvas->setData(data);
    fillTable();
}

bool Chart::isTableShown() const
{
    return !m_table->isHidden();
}

void Chart::showTable(bool table)
{
    m_table->setVisible(table);
    m_canvas->setVisible(!table);
    m_switch->setChecked(table);
}

void Chart::fillTable()
{
    const ChartData &data = m_canvas->data();
    m_table->setRowCount(static_cast<int>(data.categories.size()));
    m_table->setColumnCount(static_cast<int>(data.series.size()));
    m_table->setVerticalHeaderLabels(data.categories);
    QStringList names;
    for (int s = 0; s < data.series.size(); ++s) {
        names.append(data.series[s].name.isEmpty() ? data.unit : data.series[s].name);
        for (int c = 0; c < data.categories.size(); ++c) {
            auto *cell = new QTableWidgetItem(locale().toString(data.series[s].values.value(c), 'g', 12));
            cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(c, s, cell);
        }
    }
    m_table->setHorizontalHeaderLabels(names);
}

QString Chart::csv() const
{
    const ChartData &data = m_canvas->data();
    const auto quoted = [](QString text) {
        return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    };
    QString text = quoted(data.unit);
    for (const ChartSeries &series : data.series)
        text += QLatin1Char(',') + quoted(series.name);
    for (int c = 0; c < data.categories.size(); ++c) {
        text += QLatin1Char('\n') + quoted(data.categories[c]);
        for (const ChartSeries &series : data.series)
            text += QLatin1Char(',') + QString::number(series.values.value(c), 'g', 12);
    }
    return text + QLatin1Char('\n');
}

} // namespace certdesk
