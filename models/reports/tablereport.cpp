// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/tablereport.h"

#include "models/reports/csvwriter.h"
#include "models/reports/outputfile.h"
#include "models/reports/pdfwriter.h"
#include "models/reports/writefailure.h"
#include "models/reports/xlsxwriter.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TableReport", text);
}

QVector<SheetColumn> sheetColumns(const TableReport &report)
{
    QVector<SheetColumn> columns;
    for (const TableReport::Column &column : report.columns)
        columns.append({column.name, column.isNumber});
    return columns;
}

template <class Writer> Done writeRows(Writer &writer, const TableReport &report)
{
    for (const TableReport::Section &section : report.sections) {
        for (const QVector<Value> &row : section.rows)
            writer.row(row);
    }
    return writer.finish();
}

/// One sheet and nothing else, so that it can be imported without a question.
Done writeXlsx(const TableReport &report, const QString &path)
{
    XlsxWriter book(path);
    book.sheet(report.name, sheetColumns(report));
    return writeRows(book, report);
}

Done writeBytes(const QByteArray &bytes, const QString &path)
{
    OutputFile file(path);
    if (!file.isOpen() || file.device().write(bytes) != bytes.size())
        return writeFailure();
    return file.finish();
}

QString sectionHtml(const TableReport &report, const TableReport::Section &section)
{
    QString html;
    if (!section.heading.isEmpty())
        html += QStringLiteral("<h2>%1</h2>\n").arg(section.heading.toHtmlEscaped());
    if (!section.summary.isEmpty())
        html += QStringLiteral("<p>%1</p>\n").arg(section.summary.toHtmlEscaped());
    html += QStringLiteral("<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" width=\"100%\"><caption>%1</caption><thead><tr>")
                .arg((section.heading.isEmpty() ? report.title : section.heading).toHtmlEscaped());
    for (const TableReport::Column &column : report.columns) {
        if (!column.inHeading)
            html += QStringLiteral("<th scope=\"col\" align=\"%1\">%2</th>").arg(column.isNumber ? QStringLiteral("right") : QStringLiteral("left"), column.title.toHtmlEscaped());
    }
    html += QLatin1String("</tr></thead><tbody>");
    for (const QVector<Value> &row : section.rows) {
        html += QLatin1String("<tr>");
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (!report.columns[i].inHeading)
                html += QStringLiteral("<td align=\"%1\">%2</td>").arg(report.columns[i].isNumber ? QStringLiteral("right") : QStringLiteral("left"), row[i].text().toHtmlEscaped());
        }
        html += QLatin1String("</tr>");
    }
    return html + QLatin1String("</tbody></table>\n");
}

} // namespace

qsizetype TableReport::rowCount() const
{
    qsizetype count = 0;
    for (const Section &section : sections)
        count += section.rows.size();
    return count;
}

QString tableReportHtml(const TableReport &report)
{
    QString html = QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%1</title></head><body>\n<h1>%1</h1>\n<p>")
                       .arg(report.title.toHtmlEscaped());
    QStringList facts;
    for (const auto &[name, value] : report.facts)
        facts.append(QStringLiteral("%1: %2").arg(name.toHtmlEscaped(), value.toHtmlEscaped()));
    html += facts.join(QLatin1String("<br>")) + QLatin1String("</p>\n");
    for (const TableReport::Section &section : report.sections)
        html += sectionHtml(report, section);
    if (report.rowCount() == 0)
        html += QStringLiteral("<p>%1</p>\n").arg(tr("Nothing fits the selection."));
    return html + QLatin1String("</body></html>\n");
}

QJsonObject tableReportJson(const TableReport &report)
{
    QJsonArray rows;
    for (const TableReport::Section &section : report.sections) {
        for (const QVector<Value> &row : section.rows) {
            QJsonObject object;
            for (qsizetype i = 0; i < row.size(); ++i)
                object.insert(report.columns[i].name, row[i].json());
            rows.append(object);
        }
    }
    QJsonObject json = report.about;
    json.insert(QStringLiteral("report"), report.name);
    json.insert(QStringLiteral("title"), report.title);
    json.insert(QStringLiteral("total"), rows.size());
    json.insert(QStringLiteral("rows"), rows);
    return json;
}

Done writeTableReport(const TableReport &report, ReportFormat format, const QString &path)
{
    switch (format) {
    case ReportFormat::Json:
        return writeBytes(QJsonDocument(tableReportJson(report)).toJson(QJsonDocument::Indented), path);
    case ReportFormat::Csv: {
        CsvWriter writer(path, sheetColumns(report));
        return writeRows(writer, report);
    }
    case ReportFormat::Html:
        return writeBytes(tableReportHtml(report).toUtf8(), path);
    case ReportFormat::Pdf:
        return writePdf(tableReportHtml(report), report.title, path);
    case ReportFormat::Xlsx:
        break;
    }
    return writeXlsx(report, path);
}

} // namespace certdesk
