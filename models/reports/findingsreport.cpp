// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/findingsreport.h"

#include "models/reports/csvwriter.h"
#include "models/reports/outputfile.h"
#include "models/reports/pdfwriter.h"
#include "models/reports/writefailure.h"
#include "models/reports/xlsxwriter.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>

namespace certdesk {

namespace {

QVector<SheetColumn> columns(std::initializer_list<const char *> names)
{
    QVector<SheetColumn> list;
    for (const char *name : names) {
        const QLatin1String word(name);
        list.append({word, word == QLatin1String("checked") || word == QLatin1String("findings") || word == QLatin1String("rows")
                               || word == QLatin1String("milliseconds")});
    }
    return list;
}

QVector<SheetColumn> findingColumns()
{
    return columns({"rule", "severity", "entity", "key", "school", "message", "fix"});
}

Value cell(const QJsonObject &object, const QString &name)
{
    const QJsonValue value = object.value(name);
    return value.isObject() ? Value(keyText(value.toObject())) : Value::fromJson(value);
}

template <class Writer> void writeRows(Writer &writer, const QVector<SheetColumn> &columns, const QJsonArray &rows)
{
    for (const QJsonValue &row : rows) {
        QVector<Value> cells;
        for (const SheetColumn &column : columns)
            cells.append(cell(row.toObject(), column.name));
        writer.row(cells);
    }
}

Done writeXlsx(const QJsonObject &document, const QString &path)
{
    XlsxWriter book(path);
    const auto sheet = [&](const char *name, const char *key, const QVector<SheetColumn> &columns) {
        book.sheet(QLatin1String(name), columns);
        writeRows(book, columns, document.value(QLatin1String(key)).toArray());
    };
    sheet("Findings", "findings", findingColumns());
    sheet("Rules", "rules", columns({"code", "title", "severity", "message", "howToFix", "checked", "findings", "error"}));
    sheet("Totals", "totals", columns({"entity", "school", "rows"}));
    return book.finish();
}

Done writeBytes(const QByteArray &bytes, const QString &path)
{
    OutputFile file(path);
    if (!file.isOpen() || file.device().write(bytes) != bytes.size())
        return writeFailure();
    return file.finish();
}

} // namespace

std::optional<ReportFormat> reportFormatFromName(const QString &name)
{
    static const QStringList names{QStringLiteral("json"), QStringLiteral("csv"), QStringLiteral("html"), QStringLiteral("pdf"), QStringLiteral("xlsx")};
    const qsizetype index = names.indexOf(name.toLower());
    return index < 0 ? std::nullopt : std::optional(static_cast<ReportFormat>(index));
}

QByteArray findingsCsv(const QJsonObject &document)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer, findingColumns());
    writeRows(writer, findingColumns(), document.value(QLatin1String("findings")).toArray());
    return bytes;
}

Done writeFindings(const QJsonObject &document, ReportFormat format, const QString &path)
{
    switch (format) {
    case ReportFormat::Json:
        return writeBytes(QJsonDocument(document).toJson(QJsonDocument::Indented), path);
    case ReportFormat::Csv:
        return writeBytes(findingsCsv(document), path);
    case ReportFormat::Html:
        return writeBytes(findingsHtml(document).toUtf8(), path);
    case ReportFormat::Pdf:
        return writePdf(findingsHtml(document), document.value(QLatin1String("title")).toString(), path);
    case ReportFormat::Xlsx:
        break;
    }
    return writeXlsx(document, path);
}

} // namespace certdesk
