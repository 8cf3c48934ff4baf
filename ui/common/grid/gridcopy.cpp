// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/grid/gridcopy.h"

#include <QMimeData>

namespace certdesk {

namespace {

/// Spreadsheets split at TAB and line ends: a cell that holds one is quoted.
QString tsvCell(QString text)
{
    if (!text.contains(QLatin1Char('\t')) && !text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char('"')))
        return text;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

QString tsvLine(const QStringList &cells)
{
    QStringList line;
    for (const QString &cell : cells)
        line.append(tsvCell(cell));
    return line.join(QLatin1Char('\t'));
}

QString htmlLine(const QStringList &cells, const char *tag)
{
    QString line = QStringLiteral("<tr>");
    for (const QString &cell : cells)
        line += QStringLiteral("<%1 style=\"mso-number-format:'\\@'\">%2</%1>").arg(QLatin1String(tag), cell.toHtmlEscaped());
    return line + QStringLiteral("</tr>");
}

} // namespace

QMimeData *tableAsMime(const QStringList &header, const QVector<QStringList> &rows)
{
    QStringList text;
    QString html = QStringLiteral("<table>");
    if (!header.isEmpty()) {
        text.append(tsvLine(header));
        html += htmlLine(header, "th");
    }
    for (const QStringList &row : rows) {
        text.append(tsvLine(row));
        html += htmlLine(row, "td");
    }
    auto *mime = new QMimeData;
    mime->setText(text.join(QLatin1Char('\n')));
    mime->setHtml(html + QStringLiteral("</table>"));
    return mime;
}

} // namespace certdesk
