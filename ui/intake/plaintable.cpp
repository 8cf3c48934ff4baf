// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/plaintable.h"

#include "ui/common/announce.h"

#include <QHeaderView>
#include <QTableWidget>

namespace certdesk {

QTableWidget *plainTable(const char *objectName, const QString &accessible, const QStringList &headers)
{
    auto *table = new QTableWidget(0, static_cast<int>(headers.size()));
    named(table, objectName, accessible);
    table->setHorizontalHeaderLabels(headers);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    return table;
}

void putRow(QTableWidget *table, int row, const QStringList &cells)
{
    for (int i = 0; i < cells.size(); ++i) {
        auto *item = new QTableWidgetItem(cells[i]);
        item->setToolTip(cells[i]);
        table->setItem(row, i, item);
    }
}

} // namespace certdesk
