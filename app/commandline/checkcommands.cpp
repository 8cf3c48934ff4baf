// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/call.h"
#include "app/commandline/subcommands.h"
#include "models/operations/checkrun.h"
#include "models/operations/measure.h"
#include "models/reports/findingsreport.h"
#include "models/store/rules/rulecatalogue.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

/// "EX-10:strict_between=1"
Result<QHash<QString, Value>> parametersOf(const Arguments &arguments)
{
    QHash<QString, Value> parameters;
    for (const QString &text : arguments.values("parameter")) {
        const auto parts = assignment(text, QStringLiteral("--parameter"));
        if (!parts)
            return tl::unexpected(parts.error());
        if (!parts->first.contains(QLatin1Char(':')))
            return wrongCall(tr("A parameter is given as CODE:NAME=VALUE."), tr("See the names with: rules."));
        bool isNumber = false;
        const qint64 number = parts->second.toLongLong(&isNumber);
        parameters.insert(parts->first, isNumber ? Value(number) : Value(parts->second));
    }
    return parameters;
}

Result<CheckOptions> checkOptions(const Arguments &arguments)
{
    CheckOptions options;
    options.rules = arguments.values("rule");
    options.group = arguments.value("group");
    if (!options.rules.isEmpty() && !options.group.isEmpty())
        return wrongCall(tr("Choose rules or a group, not both."));
    options.schoolYear = arguments.schoolYear("year").value_or(0);
    options.schoolCode = arguments.value("school");
    options.organizationCode = arguments.value("district");
    if (arguments.has("on"))
        options.on = arguments.value("on");
    if (options.on != QLatin1String("local") && options.on != QLatin1String("state") && !options.on.startsWith(QLatin1String("snapshot:")))
        return wrongCall(tr("--on is local, state or snapshot:ID."));
    const auto parameters = parametersOf(arguments);
    if (!parameters)
        return tl::unexpected(parameters.error());
    options.parameters = *parameters;
    return options;
}

void printRules(Call &call, const CheckReport &report)
{
    TextTable table{{tr("Rule"), tr("Severity"), tr("Title"), tr("Checked"), tr("Findings"), tr("ms")}, {}, {3, 4, 5}};
    for (const RuleOutcome &outcome : report.run.result.rules)
        table.rows.append({outcome.code, outcome.severityText(), outcome.error ? tr("could not be checked: %1").arg(outcome.error->message) : outcome.title,
                           QString::number(outcome.checked), QString::number(outcome.findings), QString::number(outcome.milliseconds)});
    call.out().table(table);
}

void printFindings(Call &call, const CheckReport &report)
{
    if (report.run.result.findings.isEmpty())
        return call.out().line(tr("No findings."));
    TextTable table{{tr("Rule"), tr("Severity"), tr("Record"), tr("Message")}, {}, {}};
    for (const Finding &finding : report.run.result.findings)
        table.rows.append({finding.rule, severityName(finding.severity), keyText(finding.key), finding.message});
    call.out().line(QString());
    call.out().table(table);
}

/// To --out, or to standard output where that can be read.
Result<bool> writeReport(Call &call, const CheckReport &report)
{
    if (!call.arguments().has("format") && !call.arguments().has("out"))
        return false;
    const QString name = call.arguments().has("format") ? call.arguments().value("format") : QStringLiteral("json");
    const ReportFormat format = *reportFormatFromName(name);
    const QString path = call.arguments().value("out");
    if (!path.isEmpty()) {
        if (const Done noted = noteReport(call.session(), report, name); !noted)
            return tl::unexpected(noted.error());
        if (const Done written = writeFindings(report.document, format, path); !written)
            return tl::unexpected(written.error());
        return false;
    }
    if (call.isJson() || format == ReportFormat::Json)
        return false;
    Output::raw(QString::fromUtf8(format == ReportFormat::Csv ? findingsCsv(report.document) : findingsHtml(report.document).toUtf8()));
    return true;
}

Result<int> runCheckCall(Call &call)
{
    const auto options = checkOptions(call.arguments());
    if (!options)
        return tl::unexpected(options.error());
    const QString format = call.arguments().value("format");
    if ((format == QLatin1String("pdf") || format == QLatin1String("xlsx")) && !call.arguments().has("out"))
        return wrongCall(tr("This format needs a file: --out F."));
    const auto report = runCheck(call.session(), *options, &call.progress());
    if (!report)
        return tl::unexpected(report.error());
    const auto printed = writeReport(call, *report);
    if (!printed)
        return tl::unexpected(printed.error());
    if (call.isJson()) {
        call.out().document(report->document);
    } else if (format == QLatin1String("json") && !call.arguments().has("out")) {
        Output(true).document(report->document);
    } else if (!*printed) {
        printRules(call, *report);
        printFindings(call, *report);
    }
    return report->run.result.hasBlocking() || report->run.result.couldNotCheck() ? exitAttention : exitDone;
}

QJsonObject ruleJson(const Rule &rule)
{
    QJsonObject parameters;
    for (const RuleParameter &parameter : rule.parameters)
        parameters.insert(parameter.name, parameter.fallback.json());
    QJsonArray severities;
    for (const Severity severity : rule.severities)
        severities.append(severityName(severity));
    return {{QStringLiteral("code"), rule.code},
            {QStringLiteral("title"), rule.title},
            {QStringLiteral("severity"), rule.outcome().severityText()},
            {QStringLiteral("severities"), severities},
            {QStringLiteral("entity"), QString::fromLatin1(entityDef(rule.entity).name)},
            {QStringLiteral("schoolYears"), rule.schoolYears},
            {QStringLiteral("message"), rule.message},
            {QStringLiteral("howToFix"), rule.howToFix},
            {QStringLiteral("parameters"), parameters},
            {QStringLiteral("version"), rule.version},
            {QStringLiteral("owner"), rule.owner},
            {QStringLiteral("scope"), rule.scope},
            {QStringLiteral("pack"), rule.pack},
            {QStringLiteral("inputs"), QJsonArray::fromStringList(rule.inputs)},
            {QStringLiteral("citation"), rule.citation},
            {QStringLiteral("waivable"), rule.waivable},
            {QStringLiteral("archived"), rule.archived},
            {QStringLiteral("sql"), rule.text}};
}

QString parametersText(const Rule &rule)
{
    QStringList parts;
    for (const RuleParameter &parameter : rule.parameters)
        parts.append(parameter.fallback.isEmpty() ? parameter.name : parameter.name + QLatin1Char('=') + parameter.fallback.text());
    return parts.join(QLatin1String(", "));
}

Result<int> runRulesCall(Call &call)
{
    if (const Done allowed = call.session().require(Right::RunChecks); !allowed)
        return tl::unexpected(allowed.error());
    const auto rules = ruleCatalogue(call.session(), call.arguments().has("archived"));
    if (!rules)
        return tl::unexpected(rules.error());
    QJsonArray list;
    TextTable table{{tr("Rule"), tr("Severity"), tr("Title"), tr("Parameters"), tr("Owner")}, {}, {}};
    for (const Rule &rule : *rules) {
        list.append(ruleJson(rule));
        table.rows.append({rule.code, rule.outcome().severityText(), rule.title, parametersText(rule), rule.owner});
    }
    call.out().document({{QStringLiteral("rules"), list}, {QStringLiteral("rulePackHash"), rulePackHash(*rules)}});
    call.out().table(table);
    return exitDone;
}

Result<int> runRuleImport(Call &call)
{
    QFile file(call.arguments().positional(0));
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::NotFound, QStringLiteral("F01"), tr("The rule file cannot be read. Nothing was changed."), tr("Check its name."));
    ImportRule command(QString::fromUtf8(file.readAll()));
    const auto done = call.session().apply(command, &call.progress());
    if (!done)
        return tl::unexpected(done.error());
    call.out().document({{QStringLiteral("code"), command.rule().code}, {QStringLiteral("version"), command.rule().version}, {QStringLiteral("owner"), command.rule().owner}});
    call.out().line(tr("Imported the rule %1, version %2.").arg(command.rule().code).arg(command.rule().version));
    return exitDone;
}

Result<int> runRuleArchive(Call &call)
{
    ArchiveRule command(call.arguments().positional(0));
    const auto done = call.session().apply(command, &call.progress());
    if (!done)
        return tl::unexpected(done.error());
    call.out().document({{QStringLiteral("code"), call.arguments().positional(0)}, {QStringLiteral("archived"), true}});
    call.out().line(tr("The rule %1 is not in use any more.").arg(call.arguments().positional(0)));
    return exitDone;
}

Result<int> runMeasure(Call &call)
{
    if (const Done allowed = call.session().require(Right::RunChecks); !allowed)
        return tl::unexpected(allowed.error());
    const auto measures = measureRules(call.session(), call.arguments().value("truth"), &call.progress());
    if (!measures)
        return tl::unexpected(measures.error());
    QJsonArray rules;
    TextTable table{{tr("Rule"), tr("Severity"), tr("Planted"), tr("Found"), tr("False"), tr("Precision"), tr("Recall")}, {}, {2, 3, 4, 5, 6}};
    bool perfect = true;
    for (const RuleMeasure &measure : *measures) {
        perfect = perfect && measure.isPerfect();
        rules.append(QJsonObject{{QStringLiteral("code"), measure.code},
                                 {QStringLiteral("severity"), severityName(measure.severity)},
                                 {QStringLiteral("positives"), measure.positives},
                                 {QStringLiteral("found"), measure.found},
                                 {QStringLiteral("false"), measure.wrong},
                                 {QStringLiteral("precision"), measure.precision()},
                                 {QStringLiteral("recall"), measure.recall()}});
        table.rows.append({measure.code, severityName(measure.severity), QString::number(measure.positives), QString::number(measure.found),
                           QString::number(measure.wrong), QString::number(measure.precision(), 'f', 3), QString::number(measure.recall(), 'f', 3)});
    }
    call.out().document({{QStringLiteral("rules"), rules}});
    call.out().table(table);
    return perfect ? exitDone : exitAttention;
}

} // namespace

void addCheckSubcommands(Registry &registry)
{
    using S = Subcommand;
    registry.add({QStringLiteral("check"),
                  tr("Run rules and list what is wrong in the data."),
                  S::Needs::SignIn,
                  {text("rule", "CODE", tr("Only this rule.")).repeated(), text("group", "CODE", tr("The rules of this group.")),
                   schoolYear("year", tr("Only rows of this school year.")), text("school", "CODE", tr("Only records of this school.")),
                   text("on", "ROWS", tr("local, state or snapshot:ID; local by default.")), text("district", "CODE", tr("At the state: only this district.")),
                   text("parameter", "CODE:NAME=VALUE", tr("Another figure for this run.")).repeated(),
                   choice("format", "json|csv|html|pdf|xlsx", tr("Form of the report.")), text("out", "F", tr("File to write the report to."))},
                  {},
                  runCheckCall,
                  tr("Exit 1 when there is a finding of severity FATAL or REFUSE, or a rule could not be checked.")});
    registry.add({QStringLiteral("rules"), tr("List the rules with text, parameters and SQL."), S::Needs::SignIn,
                  {flag("archived", tr("Also rules that are not in use any more."))}, {}, runRulesCall});
    registry.add({QStringLiteral("rule import"), tr("Take a rule file into use."), S::Needs::SignIn, {}, {{QStringLiteral("FILE"), tr("An SQL file with a rule header.")}}, runRuleImport});
    registry.add({QStringLiteral("rule archive"), tr("Take an imported rule out of use."), S::Needs::SignIn, {}, {{QStringLiteral("CODE"), tr("Its code.")}}, runRuleArchive});
    registry.add({QStringLiteral("measure"),
                  tr("Compare what the rules find with what was planted."),
                  S::Needs::SignIn,
                  {text("truth", "FILE", tr("The truth file of the sample.")).required()},
                  {},
                  runMeasure,
                  tr("Exit 1 when a rule missed something or found something that is not there.")});
}

} // namespace certdesk::cli
