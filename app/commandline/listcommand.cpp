// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/call.h"
#include "app/commandline/subcommands.h"
#include "models/operations/celltext.h"
#include "models/operations/listexport.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QString listNames()
{
    QStringList names;
    for (const View &view : allViews())
        names.append(view.name);
    return names.join(QLatin1Char('|'));
}

Result<ListSelection> selectionOf(const Arguments &arguments, const View &view)
{
    ListSelection selection;
    selection.query.view = view.name;
    selection.query.withArchived = arguments.has("archived");
    selection.limit = arguments.integer("limit").value_or(-1);
    if (arguments.has("columns"))
        selection.columns = arguments.value("columns").split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &text : arguments.values("where")) {
        const auto parts = assignment(text, QStringLiteral("--where"));
        if (!parts)
            return tl::unexpected(parts.error());
        const int column = view.columnIndex(parts->first);
        if (column < 0)
            return wrongCall(tr("The list \"%1\" has no column \"%2\".").arg(view.name, parts->first));
        const auto value = cellFromText(view.columns[column].type, parts->second);
        if (!value)
            return wrongCall(tr("\"%1\" is not a value of the column \"%2\".").arg(parts->second, parts->first));
        selection.query.filters.append({parts->first, ViewFilter::Operator::Equals, *value, {}});
    }
    return selection;
}

QJsonObject rowJson(const View &view, const ListRows &page, const ViewRow &row)
{
    QJsonObject object;
    for (qsizetype i = 0; i < page.columns.size(); ++i) {
        const int column = page.columns[i];
        if (column < 0)
            object.insert(QStringLiteral("id"), row.id);
        else
            object.insert(view.columns[column].name, cellJson(view.columns[column].type, row.values[i]));
    }
    return object;
}

void printPage(Call &call, const View &view, const ListRows &page)
{
    QJsonArray rows;
    TextTable table;
    QVector<qsizetype> shown;
    for (qsizetype i = 0; i < page.columns.size(); ++i) {
        // A column in which nothing stands only makes the lines longer.
        const bool isEmpty = std::all_of(page.rows.cbegin(), page.rows.cend(), [i](const ViewRow &row) { return row.values[i].isEmpty(); });
        if (isEmpty && !page.rows.isEmpty() && !call.arguments().has("columns"))
            continue;
        shown.append(i);
        const int column = page.columns[i];
        table.headings.append(column < 0 ? QStringLiteral("id") : view.columns[column].name);
        if (column < 0 || isNumberColumn(view.columns[column].type))
            table.rightAligned.append(static_cast<int>(table.headings.size()) - 1);
    }
    for (const ViewRow &row : page.rows) {
        if (call.isJson())
            rows.append(rowJson(view, page, row));
        QStringList cells;
        for (const qsizetype i : shown)
            cells.append(page.columns[i] < 0 ? row.values[i].text() : cellForExport(view.columns[page.columns[i]].type, row.values[i]).text());
        table.rows.append(cells);
    }
    call.out().document({{QStringLiteral("entity"), view.name}, {QStringLiteral("total"), page.total}, {QStringLiteral("rows"), rows}});
    call.out().table(table);
    call.out().line(tr("%1 of %2").arg(page.rows.size()).arg(page.total));
}

Result<int> runExport(Call &call, const View &view, const ListSelection &selection)
{
    const Arguments &arguments = call.arguments();
    if (!arguments.has("out"))
        return wrongCall(tr("--format needs --out FILE."));
    const QString formatName = arguments.has("format") ? arguments.value("format") : arguments.value("out").section(QLatin1Char('.'), -1).toLower();
    if (formatName != QLatin1String("csv") && formatName != QLatin1String("xlsx"))
        return wrongCall(tr("Say the format of the file with --format csv or --format xlsx."));
    const ExportFormat format = formatName == QLatin1String("csv") ? ExportFormat::Csv : ExportFormat::Xlsx;
    const auto rows = exportList(call.session(), selection, format, arguments.value("out"), &call.progress());
    if (!rows)
        return tl::unexpected(rows.error());
    call.out().document({{QStringLiteral("entity"), view.name}, {QStringLiteral("total"), *rows}, {QStringLiteral("file"), arguments.value("out")}});
    call.out().line(tr("Wrote %1 rows.").arg(*rows));
    return exitDone;
}

Result<int> runList(Call &call)
{
    const View &view = *viewByName(call.arguments().positional(0));
    auto selection = selectionOf(call.arguments(), view);
    if (!selection)
        return tl::unexpected(selection.error());
    if (call.arguments().has("out") || call.arguments().has("format"))
        return runExport(call, view, *selection);
    if (selection->columns.isEmpty()) {
        selection->columns.append(QStringLiteral("id"));
        for (const ViewColumn &column : view.columns)
            selection->columns.append(column.name);
    }
    const auto page = readList(call.session(), *selection, &call.progress());
    if (!page)
        return tl::unexpected(page.error());
    printPage(call, view, *page);
    return exitDone;
}

} // namespace

void addListSubcommands(Registry &registry)
{
    registry.add({QStringLiteral("list"), tr("the rows of one kind that this person may see"), Subcommand::Needs::SignIn,
                  {text("where", "FIELD=VALUE", tr("only rows whose field is exactly this; an empty value means empty")).repeated(),
                   text("columns", "A,B", tr("these columns only, in this order")), flag("archived", tr("archived and void rows too")),
                   integer("limit", "N", tr("at most so many rows")), choice("format", "csv|xlsx", tr("write a file instead")),
                   text("out", "FILE", tr("the file to write"))},
                  {{QStringLiteral("ENTITY"), tr("the list"), Positional::Count::One, listNames()}}, runList});
}

} // namespace certdesk::cli
