// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVector>

class QMimeData;

namespace certdesk {

/// A rectangle of cells as spreadsheets, mails and word processors take it: TAB-separated text and an HTML table.
/// `header` may be empty.
QMimeData *tableAsMime(const QStringList &header, const QVector<QStringList> &rows);

} // namespace certdesk
