// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/importoptions.h"

#include <QCoreApplication>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QSet<QString> setOf(const QStringList &list)
{
    return {list.cbegin(), list.cend()};
}

} // namespace

QVector<Option> readingOptions()
{
    return {text("sheet", "NAME", tr("the sheet of a workbook")),
            integer("header-row", "N", tr("the line with the column names; else it is found; 0: there is none")),
            text("column", "NAME", tr("name of the next column of a file without header")).repeated(),
            integer("table", "N", tr("which of several tables in one sheet")),
            choice("encoding", "UTF-8|UTF-16LE|UTF-16BE|UTF-32LE|UTF-32BE|Windows-1252|ISO-8859-1|ISO-8859-15|Mac Roman",
                   tr("how the letters of a text file are stored; else it is found")),
            text("delimiter", "C", tr("what stands between the cells: one character, or tab; else it is found")),
            text("comment", "PREFIX", tr("lines that start like this are no data")),
            flag("close-quotes", tr("take a quote that never closes as a letter")),
            integer("max-rows", "N", tr("more rows are refused (2,000,000)")),
            integer("max-columns", "N", tr("more columns are refused (1,000)"))};
}

QVector<Option> importOptions()
{
    return QVector<Option>{text("school", "CODE", tr("for rows that name no school")),
                           schoolYear("year", tr("school year of the rows; else the current one")),
                           text("map", "FIELD=COLUMN", tr("feed this field from this column (its header, or #N)")).repeated(),
                           choice("mode", "all-or-nothing|good-rows", tr("good-rows keeps the rows that hold back as issues; the default for attempts")),
                           text("accept", "STATUS|CODE", tr("what Review would ask about: retain, migrate, C08, …")).repeated(),
                           text("override", "CODE", tr("override this code; needs the right and a reason")).repeated(),
                           text("reason", "R", tr("the reason of an override")),
                           choice("policy", "add-and-update|add-only|update-only", tr("what rows may do")),
                           choice("date-order", "month-first|day-first", tr("how dates like 3/4/2027 are read; else the column proves it")),
                           text("empty-clears", "FIELD", tr("an empty cell clears this field")).repeated(),
                           text("ssid-type", "TYPE", tr("OneRoster: the type within userIds that holds the state's identifier"))}
           + readingOptions();
}

QString importKindNames()
{
    QStringList names;
    for (const ImportKind &kind : importKinds())
        names.append(QLatin1String(kind.name));
    return names.join(QLatin1Char('|'));
}

ReadOptions readOptions(const Arguments &arguments)
{
    ReadOptions options;
    options.sheet = arguments.value("sheet");
    const auto headerRow = arguments.integer("header-row");
    options.headerRow = headerRow == 0 ? noHeader : static_cast<int>(headerRow.value_or(0));
    options.columnNames = arguments.values("column");
    options.table = static_cast<int>(arguments.integer("table").value_or(1));
    options.encoding = encodingFromName(arguments.value("encoding"));
    const QString delimiter = arguments.value("delimiter");
    options.delimiter = delimiter == QLatin1String("tab") ? '\t' : delimiter.isEmpty() ? '\0' : delimiter.at(0).toLatin1();
    options.commentPrefix = arguments.value("comment");
    options.closeQuotes = arguments.has("close-quotes");
    options.limits.rows = arguments.integer("max-rows").value_or(options.limits.rows);
    options.limits.columns = static_cast<int>(arguments.integer("max-columns").value_or(options.limits.columns));
    return options;
}

Result<ImportRequest> importRequest(const Arguments &arguments, const QString &kind, const QString &file)
{
    ImportRequest request;
    request.kind = kind;
    request.file = file;
    request.read = readOptions(arguments);
    for (const QString &text : arguments.values("map")) {
        const auto parts = assignment(text, QStringLiteral("--map"));
        if (!parts)
            return tl::unexpected(parts.error());
        if (!importKind(kind))
            return wrongCall(tr("The columns of a package have fixed names; --map is for single files."));
        if (importKind(kind)->find(parts->first) < 0)
            return wrongCall(tr("\"%1\" is not a field of %2.").arg(parts->first, kind));
        request.columns.append(*parts);
    }
    if (arguments.has("override") && arguments.value("reason").trimmed().isEmpty())
        return wrongCall(tr("--override needs --reason."));
    request.options.school = arguments.value("school");
    request.options.schoolYear = arguments.schoolYear("year").value_or(0);
    request.options.accepted = setOf(arguments.values("accept"));
    request.options.overrides = setOf(arguments.values("override"));
    request.options.emptyClears = setOf(arguments.values("empty-clears"));
    request.options.policy = rowPolicyFromName(arguments.value("policy")).value_or(RowPolicy::AddAndUpdate);
    if (arguments.has("date-order"))
        request.options.dateOrder = arguments.value("date-order") == QLatin1String("month-first") ? DateOrder::MonthFirst : DateOrder::DayFirst;
    return request;
}

ImportDecision importDecision(const Arguments &arguments, const QString &kind)
{
    return {commitModeFromName(arguments.value("mode")).value_or(defaultCommitMode(*importKind(kind))), arguments.value("reason")};
}

} // namespace certdesk::cli
