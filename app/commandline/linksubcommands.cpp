// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/certificationtext.h"
#include "app/commandline/subcommands.h"
#include "models/statelink/synchronizer.h"

#include <QCoreApplication>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<int> runSet(Call &call)
{
    if (!call.arguments().has("state-database"))
        return wrongCall(tr("Where the state is, is missing."), tr("Give --state-database URL."));
    if (const auto set = setStateDatabase(call.session(), call.arguments().value("state-database")); !set)
        return tl::unexpected(set.error());
    if (const auto synchronized = CertificationDesk(call.session()).synchronizeIfPossible(&call.progress()); !synchronized)
        return tl::unexpected(synchronized.error());
    call.out().document({{QStringLiteral("transport"), QStringLiteral("database")}, {QStringLiteral("connected"), true}});
    call.out().line(tr("Connected to the state."));
    return exitDone;
}

Result<int> runTest(Call &call)
{
    const auto answer = testLink(call.session());
    if (!answer)
        return tl::unexpected(answer.error());
    const StateLink::Hello &hello = answer->hello;
    call.out().document({{QStringLiteral("connected"), true}, {QStringLiteral("state"), hello.stateName}, {QStringLiteral("schemaVersion"), hello.schemaVersion},
                         {QStringLiteral("serverTime"), isoMoment(hello.serverTime)}, {QStringLiteral("waiting"), answer->waiting}});
    call.out().line(tr("Connected to %1. Rows waiting: %2.").arg(hello.stateName).arg(answer->waiting));
    return exitDone;
}

Result<int> tellSync(Call &call, const Result<SyncReport> &report)
{
    if (!report)
        return tl::unexpected(report.error());
    call.out().document({{QStringLiteral("sent"), report->sent}, {QStringLiteral("removed"), report->removed}, {QStringLiteral("received"), report->received},
                         {QStringLiteral("signOffs"), report->signOffs}, {QStringLiteral("requests"), report->requests},
                         {QStringLiteral("problems"), QJsonArray::fromStringList(report->problems)}});
    call.out().line(tr("Sent %1 rows, received %2.").arg(report->sent).arg(report->received));
    for (const QString &problem : report->problems)
        call.out().line(tr("- %1").arg(problem));
    return report->problems.isEmpty() ? exitDone : exitAttention;
}

Result<int> runSync(Call &call)
{
    if (const auto allowed = call.session().require(Right::ViewEvents); !allowed)
        return tl::unexpected(allowed.error());
    return tellSync(call, CertificationDesk(call.session()).synchronize(&call.progress()));
}

Result<int> runResync(Call &call)
{
    if (const auto allowed = call.session().require(Right::Resync); !allowed)
        return tl::unexpected(allowed.error());
    EntityKind kind = EntityKind::None;
    if (call.arguments().has("entity")) {
        const auto named = entityKindFromName(call.arguments().value("entity"));
        if (!named || !exchangedKinds().contains(*named))
            return wrongCall(tr("There is no such kind of rows to send: %1.").arg(call.arguments().value("entity")));
        kind = *named;
    }
    const auto link = linkOf(call.session());
    if (!link)
        return tl::unexpected(link.error());
    return tellSync(call, Synchronizer(call.session().url(), **link).resync(kind, call.arguments().has("full"), &call.progress()));
}

Result<int> runCompare(Call &call)
{
    if (const auto allowed = call.session().require(Right::VerificationSummary); !allowed)
        return tl::unexpected(allowed.error());
    const auto link = linkOf(call.session());
    if (!link)
        return tl::unexpected(link.error());
    Synchronizer synchronizer(call.session().url(), **link);
    const auto lines = synchronizer.compare(&call.progress());
    const auto waiting = synchronizer.waiting();
    if (!lines || !waiting)
        return tl::unexpected(!lines ? lines.error() : waiting.error());
    bool differs = false;
    QJsonArray list;
    TextTable table{{tr("Rows of"), tr("District"), tr("State"), tr("Equal"), tr("Missing at state"), tr("Different"), tr("Only at state")}, {}, {1, 2, 3, 4, 5, 6}};
    for (const Verification &line : *lines) {
        differs = differs || !line.missing.isEmpty() || !line.different.isEmpty() || !line.onlyState.isEmpty();
        const auto ids = [](const QVector<qint64> &numbers) {
            QJsonArray array;
            for (const qint64 number : numbers)
                array.append(number);
            return array;
        };
        const QString entity = QLatin1String(entityDef(line.kind).plural);
        list.append(QJsonObject{{QStringLiteral("entity"), entity}, {QStringLiteral("district"), line.atDistrict}, {QStringLiteral("state"), line.atState},
                                {QStringLiteral("equal"), line.equal}, {QStringLiteral("missing"), line.missing.size()}, {QStringLiteral("different"), line.different.size()},
                                {QStringLiteral("onlyState"), line.onlyState.size()}, {QStringLiteral("missingIds"), ids(line.missing)}, {QStringLiteral("differentIds"), ids(line.different)}});
        table.rows.append({entity, QString::number(line.atDistrict), QString::number(line.atState), QString::number(line.equal), QString::number(line.missing.size()),
                           QString::number(line.different.size()), QString::number(line.onlyState.size())});
    }
    call.out().document({{QStringLiteral("equal"), !differs}, {QStringLiteral("waiting"), *waiting}, {QStringLiteral("entities"), list}});
    call.out().table(table);
    return differs ? exitAttention : exitDone;
}

Result<int> runNightly(Call &call)
{
    if (const auto allowed = call.session().require(Right::ViewEvents); !allowed)
        return tl::unexpected(allowed.error());
    if (call.session().info().isState) {
        const auto taken = runDueSnapshots(call.session());
        if (!taken)
            return tl::unexpected(taken.error());
        call.out().document({{QStringLiteral("snapshots"), *taken}});
        call.out().line(tr("Planned snapshots made: %1.").arg(*taken));
        return exitDone;
    }
    if (!hasLink(call.session())) {
        call.out().document({{QStringLiteral("connected"), false}});
        call.out().line(tr("Not connected to a state: nothing to exchange."));
        return exitDone;
    }
    return tellSync(call, CertificationDesk(call.session()).synchronize(&call.progress()));
}

} // namespace

void addLinkSubcommands(Registry &registry)
{
    const auto needs = Subcommand::Needs::SignIn;
    registry.add({QStringLiteral("link set"), tr("say where the state is, and connect"), needs, {text("state-database", "URL", tr("the state's database, opened directly"))}, {}, runSet});
    registry.add({QStringLiteral("link test"), tr("is the state there, and what waits"), needs, {}, {}, runTest});
    registry.add({QStringLiteral("sync"), tr("exchange changed rows, signatures and news with the state now"), needs, {}, {}, runSync});
    registry.add({QStringLiteral("resync"), tr("compare everything with the state and send what differs"), needs,
                  {text("entity", "E", tr("only this kind of rows")), flag("full", tr("also remove at the state what is only there"))}, {}, runResync});
    registry.add({QStringLiteral("compare"), tr("Verification Summary: district against state"), needs, {}, {}, runCompare});
    registry.add({QStringLiteral("nightly"), tr("what a scheduler calls: exchange with the state, planned snapshots"), needs, {}, {}, runNightly});
}

} // namespace certdesk::cli
