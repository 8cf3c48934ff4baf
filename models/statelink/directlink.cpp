// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/statelink/directlink.h"

#include "models/store/certification/certificationfacts.h"
#include "models/store/certification/snapshotcommands.h"
#include "models/store/certification/statefeed.h"
#include "models/store/certification/validationrun.h"
#include "models/store/migrator.h"
#include "models/store/mirror.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("StateLink", text);
}

/// The state learns of a district when it connects for the first time.
class RegisterDistrict : public CertificationCommand
{
public:
    explicit RegisterDistrict(const DistrictIdentity &district) : CertificationCommand("RegisterDistrict", Right::Resync), m_district(district) {}
    void perform(Transaction &transaction) override
    {
        auto known = transaction.findAll(EntityKind::Organization, {{"code", Value(m_district.code)}});
        if (!known.isEmpty() && known.first().text("kind") != QLatin1String("district"))
            refuse("C-386", tr("The code of this district is the state's own."), tr("Check the codes of both databases."));
        Record organization = known.isEmpty() ? Record(EntityKind::Organization) : known.first();
        organization.set("code", Value(m_district.code)).set("name", Value(m_district.name)).set("kind", Value(QStringLiteral("district")));
        if (known.isEmpty())
            transaction.insert(organization);
        else
            transaction.update(organization);
    }

private:
    DistrictIdentity m_district;
};

} // namespace

Done DirectLink::open()
{
    if (m_state)
        return {};
    auto session = Session::open(m_url);
    if (!session) {
        const Error &error = session.error();
        if (error.kind == Error::Kind::Refused)
            return tl::unexpected(error); // a schema of another version is told in its own words (C-388)
        return failure(Error::Kind::Unavailable, QStringLiteral("LINK-UNREACHABLE"), tr("The state cannot be reached: %1").arg(error.message),
                       tr("What you did is stored and is sent as soon as the state can be reached."), error.detail);
    }
    if (!(*session)->info().isState)
        return failure(Error::Kind::Invalid, QStringLiteral("LINK-EDITION"), tr("This is not the database of a state."), tr("Choose the state's database."));
    m_state = std::move(*session);
    m_state->actAsProgram();
    return {};
}

Done DirectLink::connect()
{
    if (m_isConnected)
        return {};
    if (const auto opened = open(); !opened)
        return opened;
    m_isConnected = true; // what follows goes through apply()
    if (const auto registered = registerDistrict(); !registered) {
        m_isConnected = false;
        return registered;
    }
    const auto due = m_state->read<bool>([&](Connection &connection) { return RunScheduledSnapshots::isDue(connection, m_state->now()); });
    if (due && *due) {
        RunScheduledSnapshots scheduled;
        return apply(scheduled);
    }
    return {};
}

Done DirectLink::registerDistrict()
{
    const auto known = m_state->read<bool>([&](Connection &connection) {
        return !recordsWhere(connection, Scope::wholeDatabase(), EntityKind::Organization, QStringLiteral("t.code = ? AND t.name = ? AND t.kind = 'district'"),
                             {Value(m_district.code), Value(m_district.name)})
                    .isEmpty();
    });
    if (!known)
        return tl::unexpected(known.error());
    if (*known)
        return {};
    RegisterDistrict command(m_district);
    return apply(command);
}

Done DirectLink::apply(Command &command)
{
    if (const auto connected = connect(); !connected)
        return connected;
    const auto change = m_state->apply(command);
    if (!change)
        return tl::unexpected(change.error());
    return {};
}

Result<StateLink::Hello> DirectLink::hello()
{
    if (const auto opened = open(); !opened)
        return tl::unexpected(opened.error());
    return Hello{Migrator::programVersion(), m_state->now(), m_state->info().organizationName, m_state->setting(QStringLiteral("time_zone"))};
}

Result<QJsonObject> DirectLink::pullFeed(const QString &cursor)
{
    if (const auto connected = connect(); !connected)
        return tl::unexpected(connected.error());
    return m_state->read<QJsonObject>([&](Connection &connection) { return compileFeed(connection, m_district.code, cursor); });
}

Result<StateLink::BatchAnswer> DirectLink::pushRows(const QString &messageId, const QVector<ExchangedRow> &rows)
{
    ApplyExchangedRows command(m_district.code, messageId, rows);
    const auto done = apply(command);
    if (done)
        return BatchAnswer{true, {}};
    if (command.refusals().isEmpty())
        return tl::unexpected(done.error());
    return BatchAnswer{false, command.refusals()};
}

Result<QHash<qint64, QString>> DirectLink::digests(EntityKind kind)
{
    if (const auto connected = connect(); !connected)
        return tl::unexpected(connected.error());
    return m_state->read<QHash<qint64, QString>>([&](Connection &connection) {
        const auto organization = recordsWhere(connection, Scope::wholeDatabase(), EntityKind::Organization, QStringLiteral("t.code = ?"), {Value(m_district.code)});
        return exchangeDigests(connection, kind, organization.isEmpty() ? 0 : organization.first().id, true);
    });
}

Result<StateLink::Receipt> DirectLink::submitSignoff(const SignOffPackage &package)
{
    AcceptSignOff command(m_district.code, package);
    if (const auto done = apply(command); !done)
        return tl::unexpected(done.error());
    return Receipt{command.receivedAt(), command.isSent()};
}

Done DirectLink::withdraw(const QString &packageId, const QString &reason)
{
    AcceptWithdrawal command(m_district.code, packageId, reason);
    return apply(command);
}

Done DirectLink::send(qint64 participation, const QString &person, const QStringList &quorum)
{
    SendCertification command(m_district.code, participation, person, quorum);
    return apply(command);
}

Done DirectLink::sendRequest(const RequestPackage &package)
{
    AcceptRequest command(m_district.code, package);
    return apply(command);
}

Done DirectLink::cancelRequest(const QString &packageId)
{
    AcceptRequestCancel command(m_district.code, packageId);
    return apply(command);
}

Result<ParticipationFacts> DirectLink::own(qint64 participation)
{
    if (const auto connected = connect(); !connected)
        return tl::unexpected(connected.error());
    auto facts = m_state->read<ParticipationFacts>([&](Connection &connection) { return loadParticipation(connection, participation); });
    if (facts && facts->participation.text("organization_code") != m_district.code)
        return failure(Error::Kind::Denied, QStringLiteral("C-386"), tr("A district can act only for itself."), tr("Check the link to the state."));
    return facts;
}

Result<RecordResult::Input> DirectLink::runValidation(qint64 participation, WizardStep step, const QString &format, Progress *progress)
{
    const auto facts = own(participation);
    if (!facts)
        return tl::unexpected(facts.error());
    if (step == WizardStep::Snapshot && !facts->snapshot)
        return failure(Error::Kind::Refused, QStringLiteral("C-246"), tr("There is no snapshot yet."), tr("Take Snapshot."));
    auto input = runEventRules(*m_state, *facts, step, format, progress);
    if (!input)
        return input;
    if (step == WizardStep::Snapshot) {
        input->dataDigest = facts->snapshot->text("digest");
        return input;
    }
    const auto digest = m_state->read<RowsDigest>([&](Connection &connection) { return stateRowsDigest(connection, *facts); });
    if (!digest)
        return tl::unexpected(digest.error());
    input->dataDigest = digest->digest;
    return input;
}

Result<StateLink::SnapshotAnswer> DirectLink::takeSnapshot(qint64 participation, const QString &cause, const QString &person, bool isCertifier)
{
    if (const auto facts = own(participation); !facts)
        return tl::unexpected(facts.error());
    const auto mode = cause == QLatin1String("start") ? TakeSnapshot::Mode::WhenMissing
                      : cause == QLatin1String("retaken") ? TakeSnapshot::Mode::Retake
                                                          : TakeSnapshot::Mode::First;
    TakeSnapshot command(participation, mode, cause, m_district.code + QLatin1Char('/') + person);
    if (isCertifier)
        command.allowAfterSignature();
    if (const auto done = apply(command); !done)
        return tl::unexpected(done.error());
    return SnapshotAnswer{command.wasTaken(), command.number()};
}

} // namespace certdesk
