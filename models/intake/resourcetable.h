// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVector>

namespace certdesk {

/// Rows of a tab separated table of the program's own resources, without comment (#) and blank lines. A missing file is a bug.
QVector<QStringList> readResourceTable(const QString &path);

} // namespace certdesk
