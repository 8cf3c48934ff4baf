// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/certificationtext.h"
#include "app/commandline/subcommands.h"
#include "models/operations/certification/eventreport.h"
#include "models/store/certification/decisioncommands.h"
#include "models/store/certification/eventcommands.h"
#include "models/store/certification/eventversions.h"
#include "models/store/certification/snapshotcommands.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

/// State tools work in the state's database only; the planned snapshots that are due are made on the way (C-285).
Done openState(Call &call)
{
    if (!call.session().info().isState)
        return failure(Error::Kind::Refused, QStringLiteral("NOT-STATE"), tr("This is done in the state's database."), tr("Open the state's database."));
    if (const auto allowed = call.session().require(Right::ViewEvents); !allowed)
        return allowed;
    const auto taken = runDueSnapshots(call.session());
    if (!taken)
        return tl::unexpected(taken.error());
    if (*taken > 0)
        Output::message(tr("%1 planned snapshots were made.").arg(*taken));
    return {};
}

Result<qint64> chosenEvent(Call &call)
{
    if (const auto opened = openState(call); !opened)
        return tl::unexpected(opened.error());
    return findEvent(call.session(), call.arguments().positional(0));
}

QJsonObject eventJson(Call &call, qint64 id)
{
    const auto rows = readStateEvents(call.session());
    for (const StateEventRow &row : rows.value_or(QVector<StateEventRow>())) {
        if (row.id == id)
            return {{QStringLiteral("id"), row.id}, {QStringLiteral("name"), row.name}, {QStringLiteral("status"), statusCode(row.status)},
                    {QStringLiteral("schoolYear"), schoolYearName(row.schoolYear)}, {QStringLiteral("level"), row.level}, {QStringLiteral("category"), row.category},
                    {QStringLiteral("startDate"), dayJson(row.start)}, {QStringLiteral("opensDate"), dayJson(row.opens)}, {QStringLiteral("endDate"), dayJson(row.end)},
                    {QStringLiteral("version"), row.version}, {QStringLiteral("participants"), row.participants}, {QStringLiteral("sent"), row.sent},
                    {QStringLiteral("approved"), row.approved}};
    }
    return {{QStringLiteral("id"), id}};
}

Result<int> tellEvent(Call &call, Command &command, qint64 id, const QString &told)
{
    return applyAndTell(call, command, [&] { return told; }, [&] { return eventJson(call, id); });
}

Result<int> runSave(Call &call, bool isNew)
{
    qint64 id = 0;
    EventDocument base;
    if (!isNew) {
        const auto found = chosenEvent(call);
        if (!found)
            return tl::unexpected(found.error());
        id = *found;
        const Record event = *call.session().record(EntityKind::Event, id);
        const auto category = call.session().record(EntityKind::Category, event.integer("category_id"));
        base = EventDocument::fromRecord(event, category ? category->text("name") : QString());
    } else if (const auto opened = openState(call); !opened) {
        return tl::unexpected(opened.error());
    }
    const auto json = jsonFile(call.arguments().value("file"));
    if (!json)
        return tl::unexpected(json.error());
    const auto document = EventDocument::fromJson(*json, base);
    if (!document)
        return tl::unexpected(document.error());
    SaveEvent command(id, *document);
    return applyAndTell(call, command, [&] { return isNew ? tr("Saved the event; nobody sees it before it is published. Its id is %1.").arg(command.id()) : tr("Saved the draft."); },
                        [&] { return eventJson(call, command.id()); });
}

template <class EventCommand> Result<int> runOnEvent(Call &call, const QString &told)
{
    const auto id = chosenEvent(call);
    if (!id)
        return tl::unexpected(id.error());
    EventCommand command(*id);
    return tellEvent(call, command, *id, told);
}

Result<int> runPublish(Call &call)
{
    const auto id = chosenEvent(call);
    if (!id)
        return tl::unexpected(id.error());
    PublishEvent command(*id);
    return applyAndTell(call, command, [&] { return tr("Published version %1 for %2 participants.").arg(command.version()).arg(command.participants()); },
                        [&] { return eventJson(call, *id); });
}

Result<int> runClose(Call &call)
{
    const auto id = chosenEvent(call);
    if (!id)
        return tl::unexpected(id.error());
    CloseEvent command(*id);
    return applyAndTell(call, command,
                        [&] { return command.unfinished().isEmpty() ? tr("Closed.") : tr("Closed. Not approved: %1.").arg(command.unfinished().join(QLatin1String(", "))); },
                        [&] {
                            QJsonObject json = eventJson(call, *id);
                            json.insert(QStringLiteral("unfinished"), QJsonArray::fromStringList(command.unfinished()));
                            return json;
                        });
}

Result<int> runReopen(Call &call)
{
    const auto id = chosenEvent(call);
    if (!id)
        return tl::unexpected(id.error());
    ReopenEvent command(*id, call.arguments().value("reason"));
    return tellEvent(call, command, *id, tr("Reopened."));
}

Result<int> runCopy(Call &call)
{
    const auto id = chosenEvent(call);
    if (!id)
        return tl::unexpected(id.error());
    CopyEvent command(*id);
    return applyAndTell(call, command, [&] { return tr("Made \"%1\", id %2.").arg(command.copyName()).arg(command.copyId()); },
                        [&] { return eventJson(call, command.copyId()); });
}

Result<int> runDelete(Call &call)
{
    const auto id = chosenEvent(call);
    if (!id)
        return tl::unexpected(id.error());
    DeleteEvent command(*id);
    return applyAndTell(call, command, [] { return tr("Deleted."); }, [&] { return QJsonObject{{QStringLiteral("id"), *id}, {QStringLiteral("deleted"), true}}; });
}

Result<int> runExtend(Call &call)
{
    const auto id = chosenEvent(call);
    if (!id)
        return tl::unexpected(id.error());
    QVector<qint64> participations;
    for (const QString &participant : call.arguments().values("participant")) {
        const auto found = findParticipation(call.session(), *id, participant);
        if (!found)
            return tl::unexpected(found.error());
        participations.append(*found);
    }
    ExtendEvent command(*id, *call.arguments().day("until"), participations);
    return tellEvent(call, command, *id, tr("Extended."));
}

Result<int> runList(Call &call)
{
    if (const auto opened = openState(call); !opened)
        return tl::unexpected(opened.error());
    const auto rows = readStateEvents(call.session());
    if (!rows)
        return tl::unexpected(rows.error());
    const auto status = eventStatusFromText(call.arguments().value("status"));
    if (call.arguments().has("status") && !status)
        return wrongCall(tr("There is no event status \"%1\".").arg(call.arguments().value("status")));
    QJsonArray list;
    TextTable table{{tr("Id"), tr("Name"), tr("Status"), tr("Reporting Year"), tr("Participants"), tr("Approved")}, {}, {0, 4, 5}};
    for (const StateEventRow &row : *rows) {
        if ((status && row.status != *status) || (call.arguments().has("year") && row.schoolYear != call.arguments().schoolYear("year")))
            continue;
        list.append(eventJson(call, row.id));
        table.rows.append({QString::number(row.id), row.name, statusLabel(row.status), schoolYearName(row.schoolYear), QString::number(row.participants), QString::number(row.approved)});
    }
    call.out().document({{QStringLiteral("total"), list.size()}, {QStringLiteral("events"), list}});
    call.out().table(table);
    return exitDone;
}

QJsonObject participantJson(const ParticipantRow &row)
{
    return {{QStringLiteral("id"), row.id}, {QStringLiteral("district"), row.district}, {QStringLiteral("school"), row.school.isEmpty() ? QJsonValue() : QJsonValue(row.school)},
            {QStringLiteral("status"), statusCode(row.status)}, {QStringLiteral("round"), row.round}, {QStringLiteral("signedBy"), QJsonArray::fromStringList(row.signedBy)},
            {QStringLiteral("missing"), QJsonArray::fromStringList(row.missing)}, {QStringLiteral("snapshot"), row.snapshotVersion},
            {QStringLiteral("dueDate"), dayJson(row.dueDate)}, {QStringLiteral("decidedAt"), row.decidedAt ? QJsonValue(isoMoment(row.decidedAt)) : QJsonValue()},
            {QStringLiteral("reason"), row.reason}, {QStringLiteral("requestReason"), row.requestReason}, {QStringLiteral("markers"), QJsonArray::fromStringList(row.markers)}};
}

Result<int> runShow(Call &call)
{
    const auto id = chosenEvent(call);
    if (!id)
        return tl::unexpected(id.error());
    const auto rows = readParticipants(call.session(), *id);
    if (!rows)
        return tl::unexpected(rows.error());
    const Record event = *call.session().record(EntityKind::Event, *id);
    const auto category = call.session().record(EntityKind::Category, event.integer("category_id"));
    QJsonObject json = eventJson(call, *id);
    json.insert(QStringLiteral("draft"), EventDocument::fromRecord(event, category ? category->text("name") : QString()).toJson());
    QJsonArray participants;
    TextTable table{{tr("District"), tr("School"), tr("Status"), tr("Signed"), tr("Missing"), tr("Snapshot"), tr("Due Date"), tr("Markers")}, {}, {5}};
    for (const ParticipantRow &row : *rows) {
        participants.append(participantJson(row));
        table.rows.append({row.district, row.school, statusLabel(row.status), tr("%1 of %2").arg(row.signedBy.size()).arg(row.signedBy.size() + row.missing.size()),
                           row.missing.join(QLatin1String(", ")), QString::number(row.snapshotVersion), isoDay(row.dueDate), row.markers.join(QLatin1String(", "))});
    }
    json.insert(QStringLiteral("participations"), participants);
    call.out().document(json);
    call.out().line(tr("%1: %2, version %3").arg(event.text("name"), labelOfCode(event.text("status"))).arg(event.integer("published_version")));
    call.out().table(table);
    return exitDone;
}

/// EVENT PARTICIPANT of the decisions.
Result<qint64> chosenParticipation(Call &call)
{
    const auto event = chosenEvent(call);
    if (!event)
        return event;
    return findParticipation(call.session(), *event, call.arguments().positional(1));
}

Result<int> tellParticipation(Call &call, Command &command, qint64 participation)
{
    if (const auto done = call.session().apply(command, &call.progress()); !done)
        return tl::unexpected(done.error());
    const Record record = *call.session().record(EntityKind::Participation, participation);
    call.out().document({{QStringLiteral("event"), call.arguments().positional(0)}, {QStringLiteral("participant"), call.arguments().positional(1)},
                         {QStringLiteral("status"), record.text("status")}, {QStringLiteral("round"), record.integer("round")},
                         {QStringLiteral("snapshot"), record.integer("snapshot_version")}});
    call.out().line(tr("%1: %2").arg(call.arguments().positional(1), labelOfCode(record.text("status"))));
    return exitDone;
}

Result<int> runSnapshot(Call &call, bool retake)
{
    const auto participation = chosenParticipation(call);
    if (!participation)
        return tl::unexpected(participation.error());
    TakeSnapshot command(*participation, retake ? TakeSnapshot::Mode::Retake : TakeSnapshot::Mode::First, retake ? QStringLiteral("retaken") : QStringLiteral("taken"),
                         call.session().person().name);
    return tellParticipation(call, command, *participation);
}

template <class Decision> Result<int> runDecision(Call &call)
{
    const auto participation = chosenParticipation(call);
    if (!participation)
        return tl::unexpected(participation.error());
    Decision command(*participation, call.arguments().value("reason"));
    return tellParticipation(call, command, *participation);
}

Result<int> runRecertify(Call &call)
{
    const auto participation = chosenParticipation(call);
    if (!participation)
        return tl::unexpected(participation.error());
    AskRecertification command(*participation, call.arguments().value("reason"), call.arguments().day("due").value_or(0));
    return tellParticipation(call, command, *participation);
}

Result<int> runReport(Call &call)
{
    if (const auto opened = openState(call); !opened)
        return tl::unexpected(opened.error());
    EventReportOptions options;
    options.withReviewers = !call.arguments().has("without-reviewers");
    options.schoolYear = call.arguments().schoolYear("year").value_or(0);
    if (!call.arguments().positional(0).isEmpty()) {
        const auto event = findEvent(call.session(), call.arguments().positional(0));
        if (!event)
            return tl::unexpected(event.error());
        options.event = *event;
    }
    const auto report = makeEventReport(call.session(), options);
    if (!report)
        return tl::unexpected(report.error());
    const QString path = call.arguments().value("out");
    const QString suffix = path.section(QLatin1Char('.'), -1).toLower();
    const QString format = call.arguments().has("format") ? call.arguments().value("format") : suffix == QLatin1String("htm") ? QStringLiteral("html") : suffix;
    if (const auto written = writeEventReport(call.session(), *report, format, path); !written)
        return tl::unexpected(written.error());
    call.out().document({{QStringLiteral("rows"), report->rows.size()}, {QStringLiteral("format"), format}, {QStringLiteral("file"), path}});
    call.out().line(tr("Wrote %1 rows to %2.").arg(report->rows.size()).arg(path));
    return exitDone;
}

QString eventFileHelp()
{
    QString help = tr("An event file is a JSON object with these keys (edit: only those that change):\n"
                      "  name, schoolYear \"2026-27\", description, level \"district\"|\"school\", category (by name),\n"
                      "  startDate, opensDate, endDate \"YYYY-MM-DD\",\n"
                      "  snapshotMethod \"none\"|\"start\"|\"full\", snapshotTime (ISO 8601), noSnapshotStep true|false (with none),\n"
                      "  groups [{\"code\",\"district\":true,\"state\":true,\"snapshot\":true}], links [{\"name\",\"url\"}],\n"
                      "  participants [\"D1\", …] or [{\"district\",\"school\"}], options {…}:\n");
    for (const auto &[name, meaning] : eventOptionNames())
        help += QStringLiteral("    %1: %2\n").arg(name, meaning);
    return help;
}

void addEventVerbs(Registry &registry)
{
    const auto needs = Subcommand::Needs::SignIn;
    const Positional event{QStringLiteral("EVENT"), tr("id or exact name"), Positional::Count::One, {}};
    const Option file = text("file", "F", tr("the event as JSON")).required();
    registry.add({QStringLiteral("event create"), tr("save a new event as a draft (state)"), needs, {file}, {}, [](Call &call) { return runSave(call, true); }, eventFileHelp()});
    registry.add({QStringLiteral("event edit"), tr("change the draft of an event"), needs, {file}, {event}, [](Call &call) { return runSave(call, false); }, eventFileHelp()});
    registry.add({QStringLiteral("event publish"), tr("publish the draft to its participants"), needs, {}, {event}, runPublish});
    registry.add({QStringLiteral("event close"), tr("close an event"), needs, {}, {event}, runClose});
    registry.add({QStringLiteral("event reopen"), tr("reopen a closed event"), needs, {text("reason", "R", tr("why")).required()}, {event}, runReopen});
    registry.add({QStringLiteral("event copy"), tr("copy an event into a new draft, one year later"), needs, {}, {event}, runCopy});
    registry.add({QStringLiteral("event delete"), tr("delete an event that was never published"), needs, {}, {event}, runDelete});
    registry.add({QStringLiteral("event extend"), tr("move the end of an event, or the due date of some participants"), needs,
                  {day("until", tr("the new last day")).required(), text("participant", "P", tr("only this one")).repeated()}, {event}, runExtend});
    registry.add({QStringLiteral("event list"), tr("events of the state"), needs,
                  {schoolYear("year", tr("reporting year")), text("status", "STATUS", tr("code or label; Open is Unpublished"))}, {}, runList});
    registry.add({QStringLiteral("event show"), tr("an event with its participants"), needs, {}, {event}, runShow});
}

} // namespace

void addEventSubcommands(Registry &registry)
{
    addEventVerbs(registry);
    const auto needs = Subcommand::Needs::SignIn;
    const QVector<Positional> both{{QStringLiteral("EVENT"), tr("id or exact name"), Positional::Count::One, {}},
                                   {QStringLiteral("PARTICIPANT"), tr("district code, or \"D1 SCHOOL\" at school level, or the participation's id"), Positional::Count::One, {}}};
    const Option reason = text("reason", "R", tr("why"));
    registry.add({QStringLiteral("snapshot take"), tr("freeze the state's rows of a participant that has no snapshot"), needs, {}, both, [](Call &call) { return runSnapshot(call, false); }});
    registry.add({QStringLiteral("snapshot retake"), tr("freeze them again as the next version"), needs, {}, both, [](Call &call) { return runSnapshot(call, true); }});
    registry.add({QStringLiteral("approve"), tr("approve a certification; without a submission a reason of 10 characters is needed"), needs, {reason}, both, runDecision<ApproveCertification>});
    registry.add({QStringLiteral("recertify"), tr("ask for recertification, or accept a request for it"), needs,
                  {reason.required(), day("due", tr("due date of the new round; else the end date"))}, both, runRecertify});
    registry.add({QStringLiteral("deny"), tr("deny a recertification request"), needs, {reason.required()}, both, runDecision<DenyRequest>});
    registry.add({QStringLiteral("revoke-approval"), tr("take back an approval given by mistake"), needs, {reason.required()}, both, runDecision<RevokeApproval>});
    registry.add({QStringLiteral("event-report"), tr("participants and members of events with their statuses (state)"), needs,
                  {choice("format", "docx|pdf|html|csv|xlsx", tr("else by the name of the file")), text("out", "F", tr("the file")).required(),
                   schoolYear("year", tr("only events of this reporting year")), flag("without-reviewers", tr("only Certifiers"))},
                  {{QStringLiteral("EVENT"), tr("only this one"), Positional::Count::Optional, {}}}, runReport});
}

} // namespace certdesk::cli
