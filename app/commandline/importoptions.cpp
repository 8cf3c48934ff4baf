// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/importoptions.h"

#include "models/intake/logintemplate.h"

#include <QCoreApplication>
#include <functional>

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
    return QVector<Option>{text("profile", "NAME", tr("use the saved mapping of this name; what has drifted is asked (H06)")),
                           text("save-profile", "NAME", tr("save the mapping and the options under this name")),
                           text("school", "CODE", tr("for rows that name no school")),
                           schoolYear("year", tr("school year of the rows; else the current one")),
                           text("map", "FIELD=COLUMN", tr("feed this field from this column (its header, or #N)")).repeated(),
                           choice("mode", "all-or-nothing|good-rows", tr("good-rows keeps the rows that hold back as issues; the default for attempts")),
                           text("accept", "STATUS|CODE", tr("what Review would ask about: retain, migrate, C08, …")).repeated(),
                           text("override", "CODE", tr("override this code; needs the right and a reason")).repeated(),
                           text("reason", "R", tr("the reason of an override")),
                           choice("policy", "add-and-update|add-only|update-only", tr("what rows may do")),
                           choice("date-order", "month-first|day-first", tr("how dates like 3/4/2027 are read; else the column proves it")),
                           choice("on-match", "override|override-with-defaults|fill-missing|no-change", tr("what a row does with a record that is there")),
                           text("field-policy", "FIELD=POLICY", tr("file-wins, manual-wins or fill-only for this field; * for all")).repeated(),
                           text("default", "FIELD=VALUE", tr("the value of rows that have none")).repeated(),
                           text("grade-map", "WORD=GRADE", tr("what this word means in a grade column")).repeated(),
                           text("login-template", "T", tr("logins for new students without one: %1f%l%2y")),
                           flag("may-rename-keys", tr("a changed login or state ID of a known person needs no question (K14)")),
                           flag("may-archive", tr("rows that archive somebody need no question")),
                           flag("forbid-shared-emails", tr("an e-mail address belongs to one person")),
                           flag("complete-list", tr("groups: who is not in the file is no member any more")),
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

namespace {

/// NAME=VALUE options about fields of the kind.
Done eachField(const Arguments &arguments, const char *option, const QString &kind, const std::function<bool(const QString &, const QString &)> &take)
{
    for (const QString &text : arguments.values(option)) {
        const auto parts = assignment(text, QStringLiteral("--") + QLatin1String(option));
        if (!parts)
            return tl::unexpected(parts.error());
        if (!importKind(kind))
            return wrongCall(tr("A package has no single fields; --%1 is for single files.").arg(QLatin1String(option)));
        if (parts->first != QLatin1String("*") && importKind(kind)->find(parts->first) < 0)
            return wrongCall(tr("\"%1\" is not a field of %2.").arg(parts->first, kind));
        if (!take(parts->first, parts->second))
            return wrongCall(tr("\"%1\" is no value for --%2.").arg(parts->second, QLatin1String(option)));
    }
    return {};
}

Done readGradeMap(const Arguments &arguments, ImportOptions *options)
{
    for (const QString &text : arguments.values("grade-map")) {
        const auto parts = assignment(text, QStringLiteral("--grade-map"));
        if (!parts)
            return tl::unexpected(parts.error());
        const auto grade = normalizedGrade(parts->second, 0);
        if (!grade)
            return wrongCall(tr("\"%1\" is not a grade.").arg(parts->second));
        options->gradeMap.insert(parts->first.toLower(), *grade);
    }
    return {};
}

Done readPolicies(const Arguments &arguments, const QString &kind, ImportOptions *options)
{
    Done read = eachField(arguments, "field-policy", kind, [&](const QString &field, const QString &name) {
        const auto policy = fieldPolicyFromName(name);
        if (policy)
            options->fieldPolicies.insert(field, *policy);
        return policy.has_value();
    });
    if (read)
        read = eachField(arguments, "default", kind, [&](const QString &field, const QString &value) {
            options->defaults.insert(field, value);
            return field != QLatin1String("*");
        });
    if (read)
        read = readGradeMap(arguments, options);
    if (!read)
        return read;
    options->onMatch = matchPolicyFromName(arguments.value("on-match")).value_or(MatchPolicy::Override);
    options->loginTemplate = arguments.value("login-template");
    if (const QString fault = loginTemplateFault(options->loginTemplate); arguments.has("login-template") && !fault.isEmpty())
        return wrongCall(fault);
    options->forbidSharedEmails = arguments.has("forbid-shared-emails");
    options->isCompleteList = arguments.has("complete-list");
    if (arguments.has("may-rename-keys"))
        options->accepted.insert(QStringLiteral("K14"));
    if (arguments.has("may-archive"))
        options->accepted.insert(rowStatusName(RowStatus::Archive));
    return {};
}

} // namespace

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
    if (const Done read = readPolicies(arguments, kind, &request.options); !read)
        return tl::unexpected(read.error());
    if (arguments.has("override") && arguments.value("reason").trimmed().isEmpty())
        return wrongCall(tr("--override needs --reason."));
    request.options.school = arguments.value("school");
    request.options.schoolYear = arguments.schoolYear("year").value_or(0);
    request.options.accepted += setOf(arguments.values("accept"));
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
