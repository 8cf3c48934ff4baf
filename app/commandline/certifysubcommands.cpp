// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/certificationtext.h"
#include "app/commandline/subcommands.h"
#include "models/reports/findingsreport.h"

#include <QCoreApplication>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QString defaultFormat(Call &call)
{
    return call.arguments().has("format") ? call.arguments().value("format") : QStringLiteral("html");
}

/// District tools work in a district's database; what waits is exchanged first, if the state can be reached.
Done openDistrict(Call &call)
{
    if (call.session().info().isState)
        return failure(Error::Kind::Refused, QStringLiteral("NOT-DISTRICT"), tr("This is done in a district's database."), tr("Open the district's database."));
    if (const auto allowed = call.session().require(Right::ViewEvents); !allowed)
        return allowed;
    return CertificationDesk(call.session()).synchronizeIfPossible(&call.progress());
}

Result<qint64> chosenParticipation(Call &call)
{
    if (const auto opened = openDistrict(call); !opened)
        return tl::unexpected(opened.error());
    const auto event = findEvent(call.session(), call.arguments().positional(0));
    if (!event)
        return event;
    const QString school = call.arguments().value("school");
    return findOwnParticipation(call.session(), *event, school == QLatin1String("all") ? QString() : school);
}

/// Prints the status as it is now, with more fields beside it.
Result<int> tellStatus(Call &call, qint64 participation, const QString &told = {}, const QJsonObject &more = {}, int code = exitDone)
{
    const auto details = CertificationDesk(call.session()).details(participation);
    if (!details)
        return tl::unexpected(details.error());
    QJsonObject json = certificationJson(*details);
    for (auto it = more.begin(); it != more.end(); ++it)
        json.insert(it.key(), it.value());
    call.out().document(json);
    if (!told.isEmpty())
        call.out().line(told);
    printCertification(call, *details);
    return code;
}

QJsonObject resultJson(const CertificationDetails::Result &result)
{
    return {{QStringLiteral("id"), result.run.id}, {QStringLiteral("title"), result.run.title}, {QStringLiteral("kind"), stepName(result.run.step)},
            {QStringLiteral("format"), result.format}, {QStringLiteral("status"), result.run.status}, {QStringLiteral("requestedBy"), result.requestedBy},
            {QStringLiteral("requestedAt"), isoMoment(result.run.requestedAt)}, {QStringLiteral("finishedAt"), isoMoment(result.finishedAt)},
            {QStringLiteral("fatal"), result.run.fatal}, {QStringLiteral("warning"), result.warning}, {QStringLiteral("info"), result.info},
            {QStringLiteral("snapshot"), result.run.snapshotVersion}, {QStringLiteral("viewed"), result.run.isViewed}};
}

Result<int> tellRun(Call &call, qint64 participation, const Result<qint64> &ran)
{
    if (!ran)
        return tl::unexpected(ran.error());
    const auto details = CertificationDesk(call.session()).details(participation);
    if (!details)
        return tl::unexpected(details.error());
    for (const CertificationDetails::Result &result : details->results) {
        if (result.run.id != *ran)
            continue;
        const bool attention = result.run.fatal > 0 || result.run.status != QLatin1String("RES_COMPLETED");
        const QString told = tr("Result %1: %2, %3. FATAL %4, WARNING %5, INFO %6.").arg(result.run.id).arg(result.run.title, labelOfCode(result.run.status))
                                 .arg(result.run.fatal).arg(result.warning).arg(result.info);
        return tellStatus(call, participation, told, {{QStringLiteral("result"), resultJson(result)}}, attention ? exitAttention : exitDone);
    }
    return tellStatus(call, participation);
}

Result<int> runResults(Call &call, qint64 participation)
{
    const auto details = CertificationDesk(call.session()).details(participation);
    if (!details)
        return tl::unexpected(details.error());
    QJsonArray list;
    TextTable table{{tr("Id"), tr("Title"), tr("Status"), tr("FATAL"), tr("WARNING"), tr("INFO"), tr("Viewed by me")}, {}, {0, 3, 4, 5}};
    for (const CertificationDetails::Result &result : details->results) {
        list.append(resultJson(result));
        table.rows.append({QString::number(result.run.id), result.run.title, labelOfCode(result.run.status), QString::number(result.run.fatal),
                           QString::number(result.warning), QString::number(result.info), result.run.isViewed ? tr("yes") : tr("no")});
    }
    call.out().document({{QStringLiteral("event"), details->row.eventName}, {QStringLiteral("total"), list.size()}, {QStringLiteral("results"), list}});
    call.out().table(table);
    return exitDone;
}

Result<int> runView(Call &call)
{
    bool isId = false;
    const qint64 id = call.arguments().positional(2).toLongLong(&isId);
    if (!isId)
        return wrongCall(tr("view needs the id of a result, as \"results\" lists them."));
    if (!call.arguments().has("out"))
        return wrongCall(tr("view needs a file: --out F."));
    const QString path = call.arguments().value("out");
    auto format = reportFormatFromName(call.arguments().has("format") ? call.arguments().value("format") : path.section(QLatin1Char('.'), -1).toLower());
    const auto result = readResult(call.session(), id);
    if (!result)
        return tl::unexpected(result.error());
    if (!format)
        format = reportFormatFromName(result->text("format"));
    const QJsonObject document = jsonObject((*result)["document"]);
    if (const auto written = writeFindings(document, format.value_or(ReportFormat::Html), path); !written)
        return tl::unexpected(written.error());
    if (const auto viewed = CertificationDesk(call.session()).view(id); !viewed)
        return tl::unexpected(viewed.error());
    call.out().document({{QStringLiteral("result"), id}, {QStringLiteral("title"), result->text("title")}, {QStringLiteral("file"), path}, {QStringLiteral("viewed"), true}});
    call.out().line(tr("Wrote %1. You have viewed it.").arg(path));
    return exitDone;
}

Result<int> tellSubmission(Call &call, qint64 participation, const Result<CertificationDesk::Submission> &submission)
{
    if (!submission)
        return tl::unexpected(submission.error());
    return tellStatus(call, participation, submission->message,
                      {{QStringLiteral("package"), submission->packageId}, {QStringLiteral("delivered"), submission->isDelivered}, {QStringLiteral("message"), submission->message}});
}

Result<int> tellDone(Call &call, qint64 participation, const Done &done)
{
    if (!done)
        return tl::unexpected(done.error());
    return tellStatus(call, participation);
}

Result<int> runCertify(Call &call)
{
    const auto participation = chosenParticipation(call);
    if (!participation)
        return tl::unexpected(participation.error());
    CertificationDesk desk(call.session());
    Progress *progress = &call.progress();
    const QString action = call.arguments().positional(1), format = defaultFormat(call), reason = call.arguments().value("reason");
    const qint64 id = *participation;
    if (action == QLatin1String("status"))
        return tellStatus(call, id);
    if (action == QLatin1String("start"))
        return tellDone(call, id, desk.start(id));
    if (action == QLatin1String("validate"))
        return tellRun(call, id, desk.run(id, WizardStep::Validation, format, progress));
    if (action == QLatin1String("state-validate"))
        return tellRun(call, id, desk.run(id, WizardStep::StateValidation, format, progress));
    if (action == QLatin1String("snapshot") || action == QLatin1String("retake-snapshot"))
        return tellRun(call, id, desk.snapshot(id, action == QLatin1String("retake-snapshot"), format, progress));
    if (action == QLatin1String("results"))
        return runResults(call, id);
    if (action == QLatin1String("view"))
        return runView(call);
    if (action == QLatin1String("submit"))
        return tellSubmission(call, id, desk.submit(id, call.arguments().value("comment"), progress));
    if (action == QLatin1String("send"))
        return tellDone(call, id, desk.send(id));
    if (action == QLatin1String("withdraw"))
        return tellDone(call, id, desk.withdraw(id, reason.isEmpty() ? tr("withdrawn by the signer") : reason));
    if (action == QLatin1String("request-recertification"))
        return tellSubmission(call, id, desk.requestRecertification(id, reason));
    return tellDone(call, id, desk.cancelRequest(id));
}

Result<int> runEvents(Call &call)
{
    if (const auto opened = openDistrict(call); !opened)
        return tl::unexpected(opened.error());
    CertificationDesk desk(call.session());
    const auto rows = desk.rows();
    if (!rows)
        return tl::unexpected(rows.error());
    EventRowFilter filter;
    filter.activeOnly = !call.arguments().has("all");
    filter.name = call.arguments().value("name");
    filter.schoolYear = call.arguments().schoolYear("year").value_or(0);
    QJsonArray list;
    TextTable table{{tr("Event Name"), tr("School Name"), tr("User Status"), tr("Event Status"), tr("Due Date")}, {}, {}};
    for (const EventRow &row : filteredRows(*rows, filter)) {
        const auto details = desk.details(row.participation);
        if (!details)
            return tl::unexpected(details.error());
        list.append(certificationJson(*details));
        table.rows.append({row.eventName, row.schoolName, statusLabel(row.userStatus), statusLabel(row.status), isoDay(row.dueDate)});
    }
    call.out().documentList(list);
    call.out().table(table);
    call.out().line(pagingText(list.isEmpty() ? 0 : 1, list.size(), list.size()));
    return exitDone;
}

Result<int> runMessages(Call &call)
{
    if (!call.session().info().isState) {
        if (const auto opened = openDistrict(call); !opened)
            return tl::unexpected(opened.error());
    }
    const auto messages = call.session().records(EntityKind::Message);
    if (!messages)
        return tl::unexpected(messages.error());
    QJsonArray list;
    TextTable table{{tr("Date"), tr("Title"), tr("Event"), tr("Participant"), tr("Text")}, {}, {}};
    for (const Record &message : *messages) {
        if (message.isTrue("archived") || (call.arguments().has("unread") && message.isTrue("is_read")))
            continue;
        list.prepend(QJsonObject{{QStringLiteral("id"), message.id}, {QStringLiteral("at"), isoMoment(message.integer("created_at"))},
                                 {QStringLiteral("process"), message.text("process")}, {QStringLiteral("title"), message.text("title")},
                                 {QStringLiteral("body"), message.text("body")}, {QStringLiteral("event"), message.text("event_name")},
                                 {QStringLiteral("participant"), message.text("participant")}, {QStringLiteral("participation"), message.integer("participation_id")},
                                 {QStringLiteral("read"), message.isTrue("is_read")}});
        table.rows.prepend({isoMoment(message.integer("created_at")), message.text("title"), message.text("event_name"), message.text("participant"), message.text("body")});
    }
    call.out().document({{QStringLiteral("total"), list.size()}, {QStringLiteral("messages"), list}});
    call.out().table(table);
    return exitDone;
}

} // namespace

void addCertifySubcommands(Registry &registry)
{
    const auto needs = Subcommand::Needs::SignIn;
    registry.add({QStringLiteral("events"), tr("this district's certification events (active ones)"), needs,
                  {flag("active", tr("only active events, as without options")), flag("all", tr("also closed and finished ones")),
                   text("name", "TEXT", tr("only events whose name contains it")), schoolYear("year", tr("only of this reporting year"))},
                  {}, runEvents});
    registry.add({QStringLiteral("certify"), tr("the four steps of a certification: validate, state-validate, snapshot, submit"), needs,
                  {text("school", "CODE", tr("the school, at school level")), choice("format", "html|pdf|csv|xlsx|json", tr("of the report; else html")),
                   text("out", "F", tr("where view writes the report")), text("reason", "R", tr("of a withdrawal or request")), text("comment", "TEXT", tr("stored with the signature"))},
                  {{QStringLiteral("EVENT"), tr("id or exact name"), Positional::Count::One, {}},
                   {QStringLiteral("ACTION"), tr("what to do"), Positional::Count::One,
                    QStringLiteral("start|validate|state-validate|snapshot|retake-snapshot|results|view|status|submit|send|withdraw|request-recertification|cancel-request")},
                   {QStringLiteral("RESULT"), tr("view: id of the result"), Positional::Count::Optional, {}}},
                  runCertify,
                  tr("snapshot takes one when there is none and makes its report; retake-snapshot always takes a new one. Each step needs the gates of\n"
                     "the steps before it: no open FATAL findings, and the reports of steps 2 and 3 viewed by you. submit accepts the statement that\n"
                     "status shows. send is for an event whose missing Certifiers have left. Everything is exchanged with the state on the way.")});
    registry.add({QStringLiteral("messages"), tr("alerts for you, newest first"), needs, {flag("unread", tr("only unread ones"))}, {}, runMessages});
}

} // namespace certdesk::cli
