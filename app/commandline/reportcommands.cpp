// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/call.h"
#include "app/commandline/subcommands.h"
#include "models/intake/values.h"
#include "models/operations/roster/rosterreport.h"

#include <QCoreApplication>

namespace certdesk::cli {

namespace {

using Kind = RosterReportRequest::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<RosterReportRequest> requestOf(const Arguments &arguments, Kind kind)
{
    if (!arguments.has("group") && !arguments.has("grade") && !arguments.has("school") && !arguments.has("graduating-year"))
        return wrongCall(tr("report takes --group, --grade, --school or --graduating-year."));
    if (arguments.has("archived") && arguments.has("no-archived"))
        return wrongCall(tr("--archived and --no-archived say the opposite."));
    RosterReportRequest request;
    request.kind = kind;
    request.group = arguments.value("group");
    request.school = arguments.value("school");
    request.graduatingYear = arguments.integer("graduating-year").value_or(0);
    request.schoolYear = arguments.schoolYear("year").value_or(0);
    if (arguments.has("grade")) {
        const auto grade = normalizedGrade(arguments.value("grade"), 0);
        if (!grade)
            return wrongCall(tr("\"%1\" is not a grade.").arg(arguments.value("grade")), tr("Grades are PK, KG, 01 to 12 and so on."));
        request.grade = *grade;
    }
    if (arguments.has("archived") || arguments.has("no-archived"))
        request.withArchived = arguments.has("archived");
    if (arguments.has("choice"))
        request.choice = assessmentChoiceFromName(arguments.value("choice")).value_or(AssessmentChoice::Latest);
    return request;
}

void print(Call &call, const TableReport &report)
{
    call.out().line(report.title);
    for (const auto &[name, value] : report.facts)
        call.out().line(QStringLiteral("%1: %2").arg(name, value));
    for (const TableReport::Section &section : report.sections) {
        call.out().line(QString());
        if (!section.heading.isEmpty())
            call.out().line(section.heading);
        TextTable table;
        for (const TableReport::Column &column : report.columns) {
            if (!column.inHeading)
                table.headings.append(column.title);
        }
        for (const QVector<Value> &row : section.rows) {
            QStringList cells;
            for (qsizetype i = 0; i < row.size(); ++i) {
                if (!report.columns[i].inHeading)
                    cells.append(row[i].text());
            }
            table.rows.append(cells);
        }
        call.out().table(table);
        call.out().line(section.summary);
    }
}

Result<int> runReport(Call &call, Kind kind)
{
    const Arguments &arguments = call.arguments();
    const auto request = requestOf(arguments, kind);
    if (!request)
        return tl::unexpected(request.error());
    if (arguments.has("format") && !arguments.has("out"))
        return wrongCall(tr("--format needs --out FILE."));
    const QString formatName = arguments.has("format") ? arguments.value("format") : arguments.value("out").section(QLatin1Char('.'), -1);
    const auto format = reportFormatFromName(formatName);
    if (arguments.has("out") && !format)
        return wrongCall(tr("Say the format of the file with --format."));
    const auto report = makeRosterReport(call.session(), *request, &call.progress());
    if (!report)
        return tl::unexpected(report.error());
    if (!arguments.has("out")) {
        call.out().document(tableReportJson(*report));
        if (!call.isJson())
            print(call, *report);
        return exitDone;
    }
    if (const Done written = writeRosterReport(call.session(), *request, *report, *format, arguments.value("out")); !written)
        return tl::unexpected(written.error());
    QJsonObject document = report->about;
    document.insert(QStringLiteral("report"), report->name);
    document.insert(QStringLiteral("title"), report->title);
    document.insert(QStringLiteral("total"), report->rowCount());
    document.insert(QStringLiteral("file"), arguments.value("out"));
    call.out().document(document);
    call.out().line(tr("Wrote %1 rows.").arg(report->rowCount()));
    return exitDone;
}

QVector<Option> reportOptions()
{
    return {text("group", "G", tr("a group by name or number")), text("grade", "G", tr("students of this grade")), text("school", "CODE", tr("students of this school")),
            integer("graduating-year", "Y", tr("students of this class")), schoolYear("year", tr("the roster of this school year")),
            flag("archived", tr("archived students too; the default for past days and years")), flag("no-archived", tr("without archived students")),
            choice("format", "csv|xlsx|pdf|html|json", tr("of the file; else its ending tells")), text("out", "FILE", tr("the file to write"))};
}

} // namespace

void addReportSubcommands(Registry &registry)
{
    registry.add({QStringLiteral("report roster"), tr("class roster of a group, grade, class or school"), Subcommand::Needs::SignIn, reportOptions(), {},
                  [](Call &call) { return runReport(call, Kind::Roster); }, tr("Example: certdeskctl report roster --group \"Grade 09\" --school 100 --format pdf --out grade9.pdf")});
    registry.add({QStringLiteral("report results"), tr("assessment results by section and testing window"), Subcommand::Needs::SignIn,
                  reportOptions() + QVector<Option>{choice("choice", "latest|best|first|as-of", tr("which of several attempts counts; latest unless told, as-of the day of --as-of"))},
                  {}, [](Call &call) { return runReport(call, Kind::Results); }, tr("Example: certdeskctl report results --grade 9 --school 100 --choice best --format xlsx --out results.xlsx")});
}

} // namespace certdesk::cli
