// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/statelink/synchronizer.h"

#include "models/domain/progress.h"
#include "models/statelink/directlink.h"
#include "models/store/certification/statefeed.h"
#include "models/store/migrator.h"
#include "models/store/mirror.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>
#include <algorithm>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Synchronizer", text);
}

QString linkSetting()
{
    return QStringLiteral("state_database");
}

/// A setting of the link, journaled like every change.
class SetLink : public CertificationCommand
{
public:
    explicit SetLink(const QString &url) : CertificationCommand("SetStateLink", Right::Configure), m_url(url) {}
    void perform(Transaction &transaction) override
    {
        writeSetting(transaction.connection(), linkSetting(), m_url);
        transaction.note(QStringLiteral("SetStateLink"), {{QStringLiteral("transport"), QStringLiteral("database")}});
    }

private:
    QString m_url;
};

/// A small fact of the exchange, outside the journal: it says nothing about records.
class KeepLinkState : public CertificationCommand
{
public:
    explicit KeepLinkState(const QVector<QPair<QString, QString>> &values) : CertificationCommand("KeepLinkState", Right::ViewEvents), m_values(values) {}
    void perform(Transaction &transaction) override
    {
        for (const auto &[name, value] : m_values)
            setLinkState(transaction.connection(), name, value);
    }

private:
    QVector<QPair<QString, QString>> m_values;
};

QString rowText(const ExchangedRow &row)
{
    return QStringLiteral("%1 %2").arg(QLatin1String(entityDef(row.kind).name)).arg(row.source);
}

Done done(const Result<Change> &change)
{
    if (!change)
        return tl::unexpected(change.error());
    return {};
}

} // namespace

bool hasLink(Session &district)
{
    return !district.setting(linkSetting()).isEmpty();
}

namespace {

/// A state in a file of the same folder is stored by its name alone, so that the two can be moved together.
DatabaseUrl resolved(DatabaseUrl url, const Session &district)
{
    if (url.engine == Engine::Sqlite && district.url().engine == Engine::Sqlite && QFileInfo(url.path).isRelative())
        url.path = QFileInfo(district.url().path).dir().filePath(url.path);
    return url;
}

/// What is stored of a state's address: a path that a person wrote counts from where that person stands.
QString storedAddress(DatabaseUrl url, const Session &district)
{
    if (url.engine == Engine::Postgresql)
        return url.display();
    const QFileInfo file(QFileInfo(url.path).absoluteFilePath());
    const bool isBeside = district.url().engine == Engine::Sqlite && QFileInfo(district.url().path).absoluteDir() == file.dir();
    return isBeside ? file.fileName() : file.filePath();
}

} // namespace

Result<std::unique_ptr<StateLink>> linkOf(Session &district)
{
    const QString text = district.setting(linkSetting());
    if (text.isEmpty())
        return failure(Error::Kind::Refused, QStringLiteral("LINK-NONE"), tr("This district is not connected to a state."), tr("Connect to state first (link set)."));
    const auto url = DatabaseUrl::parse(text);
    if (!url)
        return tl::unexpected(url.error());
    return std::unique_ptr<StateLink>(
        std::make_unique<DirectLink>(resolved(*url, district), DistrictIdentity{district.info().organizationCode, district.info().organizationName}));
}

Done setStateDatabase(Session &district, const QString &text)
{
    if (district.info().isState)
        return failure(Error::Kind::Refused, QStringLiteral("LINK-EDITION"), tr("A state is not connected to a state."), tr("Open the district's database."));
    if (const auto allowed = district.require(Right::Configure); !allowed)
        return allowed;
    const auto url = DatabaseUrl::parse(text);
    if (!url)
        return tl::unexpected(url.error());
    DirectLink link(*url, {district.info().organizationCode, district.info().organizationName});
    if (const auto hello = link.hello(); !hello)
        return tl::unexpected(hello.error());
    SetLink command(storedAddress(*url, district));
    return done(district.apply(command));
}

Done Synchronizer::open()
{
    if (m_session)
        return {};
    auto session = Session::open(m_url);
    if (!session)
        return tl::unexpected(session.error());
    m_session = std::move(*session);
    m_session->actAsProgram();
    return {};
}

Done Synchronizer::greet()
{
    if (const auto opened = open(); !opened)
        return opened;
    const auto hello = m_link.hello();
    if (!hello)
        return tl::unexpected(hello.error());
    if (hello->schemaVersion != Migrator::programVersion())
        return failure(Error::Kind::Refused, QStringLiteral("C-388"), tr("The state works with another version of CertDesk. Exchange waits; nothing is lost."),
                       tr("Install the version the state uses."));
    if (linkState(m_session->connection(), QStringLiteral("time_zone")) == hello->timeZone)
        return {};
    KeepLinkState keep({{QStringLiteral("time_zone"), hello->timeZone}});
    return done(m_session->apply(keep));
}

Result<SyncReport> Synchronizer::synchronize(Progress *progress)
{
    SyncReport report;
    if (const auto greeted = greet(); !greeted)
        return tl::unexpected(greeted.error());
    // The feed first: what the rows refer to (categories, participations) has to be known; again at the end for the answers.
    const QVector<std::function<Done()>> steps{[&] { return pullFeed(report); }, [&] { return pushChanges(report, progress); },
                                               [&] { return deliverPackages(report); }, [&] { return pullFeed(report); }};
    for (const auto &step : steps) {
        if (const auto stepDone = step(); !stepDone)
            return tl::unexpected(stepDone.error());
    }
    const QJsonDocument problems(QJsonArray::fromStringList(report.problems));
    KeepLinkState keep({{QStringLiteral("last_success"), QString::number(m_session->now())},
                        {QStringLiteral("sync_problems"), QString::fromUtf8(problems.toJson(QJsonDocument::Compact))}});
    if (const auto kept = done(m_session->apply(keep)); !kept)
        return tl::unexpected(kept.error());
    return report;
}

Result<LinkHealth> linkHealth(Session &district)
{
    LinkHealth health;
    health.isConnected = hasLink(district);
    const auto read = district.read<LinkHealth>([&](Connection &connection) {
        health.waiting = pendingCount(connection, linkState(connection, QStringLiteral("push_cursor")).toLongLong());
        health.lastSuccess = linkState(connection, QStringLiteral("last_success")).toLongLong();
        for (const QJsonValue &problem : QJsonDocument::fromJson(linkState(connection, QStringLiteral("sync_problems")).toUtf8()).array())
            health.problems.append(problem.toString());
        return health;
    });
    return read;
}

Result<SyncReport> Synchronizer::pull()
{
    SyncReport report;
    if (const auto greeted = greet(); !greeted)
        return tl::unexpected(greeted.error());
    if (const auto pulled = pullFeed(report); !pulled)
        return tl::unexpected(pulled.error());
    return report;
}

Result<qint64> Synchronizer::waiting()
{
    if (const auto opened = open(); !opened)
        return tl::unexpected(opened.error());
    return m_session->read<qint64>([&](Connection &connection) {
        return pendingCount(connection, linkState(connection, QStringLiteral("push_cursor")).toLongLong());
    });
}

Done Synchronizer::pushChanges(SyncReport &report, Progress *progress)
{
    const auto pending = m_session->read<PendingRows>([&](Connection &connection) {
        return pendingRows(connection, linkState(connection, QStringLiteral("push_cursor")).toLongLong());
    });
    if (!pending)
        return tl::unexpected(pending.error());
    if (const auto pushed = pushAll(pending->rows, report, progress); !pushed)
        return pushed;
    KeepLinkState keep({{QStringLiteral("push_cursor"), QString::number(pending->upTo)}});
    return done(m_session->apply(keep));
}

Done Synchronizer::pushAll(QVector<ExchangedRow> rows, SyncReport &report, Progress *progress)
{
    const qsizetype total = rows.size();
    // Removals that other rows still refer to come once more, after those have moved.
    for (int pass = 0; pass < 2; ++pass) {
        QVector<ExchangedRow> again;
        for (qsizetype from = 0; from < rows.size(); from += StateLink::rowsABatch) {
            if (progress) {
                progress->report(tr("Sending"), from, total);
                if (progress->isCancelled())
                    return Progress::cancelledError();
            }
            if (const auto pushed = pushBatch(rows.mid(from, StateLink::rowsABatch), again, report); !pushed)
                return pushed;
        }
        if (again.isEmpty() || pass == 1)
            break;
        rows = again;
    }
    return {};
}

Done Synchronizer::pushBatch(QVector<ExchangedRow> rows, QVector<ExchangedRow> &later, SyncReport &report)
{
    while (!rows.isEmpty()) {
        const auto answer = m_link.pushRows(QUuid::createUuid().toString(QUuid::WithoutBraces), rows);
        if (!answer)
            return tl::unexpected(answer.error());
        if (answer->isApplied) {
            report.sent += rows.size();
            report.removed += std::count_if(rows.cbegin(), rows.cend(), [](const ExchangedRow &row) { return row.isRemoved; });
            return {};
        }
        QVector<qsizetype> positions;
        for (const RowRefusal &refusal : answer->refusals) {
            positions.append(refusal.position);
            if (refusal.isReferenced && !later.contains(rows[refusal.position]))
                later.append(rows[refusal.position]);
            else
                report.problems.append(tr("%1: %2").arg(rowText(rows[refusal.position]), refusal.reason));
        }
        std::sort(positions.begin(), positions.end(), std::greater<>());
        for (const qsizetype position : std::as_const(positions))
            rows.removeAt(position);
    }
    return {};
}

Done Synchronizer::deliverPackages(SyncReport &report)
{
    const auto signOffs = m_session->read<QVector<SignOffPackage>>([](Connection &connection) { return waitingSignOffs(connection); });
    const auto requests = m_session->read<QVector<RequestPackage>>([](Connection &connection) { return waitingRequests(connection); });
    if (!signOffs || !requests)
        return tl::unexpected(!signOffs ? signOffs.error() : requests.error());
    const auto keep = [&](EntityKind kind, const QString &packageId, const Error *error, qint64 receivedAt) -> Done {
        if (error)
            report.problems.append(error->message);
        RecordDelivery record(kind, packageId, error ? QStringLiteral("refused") : QStringLiteral("delivered"), receivedAt, error ? error->message : QString());
        return done(m_session->apply(record));
    };
    for (const SignOffPackage &package : *signOffs) {
        const auto receipt = m_link.submitSignoff(package);
        if (!receipt && receipt.error().kind == Error::Kind::Unavailable)
            return tl::unexpected(receipt.error());
        report.signOffs += receipt ? 1 : 0;
        if (const auto kept = keep(EntityKind::SignOff, package.packageId, receipt ? nullptr : &receipt.error(), receipt ? receipt->receivedAt : 0); !kept)
            return kept;
    }
    for (const RequestPackage &package : *requests) {
        const auto sent = m_link.sendRequest(package);
        if (!sent && sent.error().kind == Error::Kind::Unavailable)
            return tl::unexpected(sent.error());
        report.requests += sent ? 1 : 0;
        if (const auto kept = keep(EntityKind::Request, package.packageId, sent ? nullptr : &sent.error(), 0); !kept)
            return kept;
    }
    return {};
}

Done Synchronizer::pullFeed(SyncReport &report)
{
    const QString cursor = linkState(m_session->connection(), QStringLiteral("feed_cursor"));
    const auto feed = m_link.pullFeed(cursor);
    if (!feed)
        return tl::unexpected(feed.error());
    if (!feed->contains(QLatin1String("rows")))
        return {};
    report.received += feed->value(QLatin1String("rows")).toArray().size();
    ApplyStateFeed apply(*feed);
    return done(m_session->apply(apply));
}

Result<Verification> Synchronizer::verify(EntityKind kind)
{
    Verification line;
    line.kind = kind;
    const auto there = m_link.digests(kind);
    if (!there)
        return tl::unexpected(there.error());
    const auto here = m_session->read<QHash<qint64, QString>>(
        [&](Connection &connection) { return exchangeDigests(connection, kind, m_session->info().organization, false); });
    if (!here)
        return tl::unexpected(here.error());
    line.atDistrict = here->size();
    line.atState = there->size();
    for (auto it = here->cbegin(); it != here->cend(); ++it) {
        const auto found = there->constFind(it.key());
        if (found == there->cend())
            line.missing.append(it.key());
        else if (*found != it.value())
            line.different.append(it.key());
        else
            ++line.equal;
    }
    for (auto it = there->cbegin(); it != there->cend(); ++it) {
        if (!here->contains(it.key()))
            line.onlyState.append(it.key());
    }
    for (QVector<qint64> *list : {&line.missing, &line.different, &line.onlyState})
        std::sort(list->begin(), list->end());
    return line;
}

Result<QVector<Verification>> Synchronizer::compare(Progress *progress)
{
    if (const auto greeted = greet(); !greeted)
        return tl::unexpected(greeted.error());
    QVector<Verification> lines;
    const auto kinds = exchangedKinds();
    for (const EntityKind kind : kinds) {
        if (progress)
            progress->report(tr("Comparing"), lines.size(), kinds.size());
        const auto line = verify(kind);
        if (!line)
            return tl::unexpected(line.error());
        lines.append(*line);
    }
    return lines;
}

Result<SyncReport> Synchronizer::resync(EntityKind kind, bool full, Progress *progress)
{
    SyncReport report;
    if (const auto greeted = greet(); !greeted)
        return tl::unexpected(greeted.error());
    QVector<ExchangedRow> removed, present;
    for (const EntityKind each : exchangedKinds()) {
        if (kind != EntityKind::None && each != kind)
            continue;
        const auto line = verify(each);
        if (!line)
            return tl::unexpected(line.error());
        const auto rows = m_session->read<QVector<ExchangedRow>>(
            [&](Connection &connection) { return exchangedRows(connection, each, line->missing + line->different); });
        if (!rows)
            return tl::unexpected(rows.error());
        present += *rows;
        for (const qint64 id : line->onlyState) {
            if (full && id > 0)
                removed.append({each, id, true, m_session->info().organizationCode, {}});
            else
                report.problems.append(tr("%1 %2 is only at the state.").arg(QLatin1String(entityDef(each).name)).arg(id));
        }
    }
    std::reverse(removed.begin(), removed.end());
    if (const auto pushed = pushAll(removed + present, report, progress); !pushed)
        return tl::unexpected(pushed.error());
    return report;
}

} // namespace certdesk
