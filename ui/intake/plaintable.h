// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QTableWidget;

namespace certdesk {

/// A small read-only table for a preview or a short list; long ones are a Grid.
QTableWidget *plainTable(const char *objectName, const QString &accessible, const QStringList &headers = {});
void putRow(QTableWidget *table, int row, const QStringList &cells);

} // namespace certdesk
