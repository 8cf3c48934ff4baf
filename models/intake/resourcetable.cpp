// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/resourcetable.h"

#include <QFile>
#include <QtGlobal>

static void initializeIntakeResources()
{
    Q_INIT_RESOURCE(certdesk_intake_tables);
}

namespace certdesk {

QVector<QStringList> readResourceTable(const QString &path)
{
    // Resources of a static library are not registered by themselves.
    initializeIntakeResources();
    QFile file(path);
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(open, "readResourceTable", qPrintable(path));
    QVector<QStringList> rows;
    if (!open)
        return rows;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty() && !line.startsWith(QLatin1Char('#')))
            rows.append(line.split(QLatin1Char('\t')));
    }
    return rows;
}

} // namespace certdesk
