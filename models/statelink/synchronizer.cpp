// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/statelink/synchronizer.h"

#include "models/domain/progress.h"
#include "models/store/certification/statefeed.h"
#include "models/store/mirror.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>
#include <algorithm>

namespace certdesk {

namespace {

constexpr int mostPulls = 10;

QString tr(const char *text)
{
    return QCoreApplication::translate("Synchronizer", text);
}

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
    if (const auto same = sameVersion(*hello); !same)
        return same;
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
    // Another exchange of the same district may take over a newer feed meanwhile: then this one is asked for again.
    for (int attempt = 0; attempt < mostPulls; ++attempt) {
        const QString cursor = linkState(m_session->connection(), QStringLiteral("feed_cursor"));
        const auto feed = m_link.pullFeed(cursor);
        if (!feed)
            return tl::unexpected(feed.error());
        if (!feed->contains(QLatin1String("rows")))
            return {};
        ApplyStateFeed apply(*feed, cursor);
        if (const auto applied = done(m_session->apply(apply)); !applied)
            return applied;
        if (apply.isStale())
            continue;
        report.received += feed->value(QLatin1String("rows")).toArray().size();
        return {};
    }
    return {};
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
