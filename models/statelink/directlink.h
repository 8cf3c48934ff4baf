// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statelink/statelink.h"
#include "models/store/session.h"

namespace certdesk {

/// The transport for one machine or one network: opens the state's database itself and acts there with the right of the
/// link, for the one district it stands for. Being the program that opens the state database, it also makes the planned
/// snapshots that are due (C-285).
class DirectLink : public StateLink
{
public:
    DirectLink(const DatabaseUrl &state, const DistrictIdentity &district) : m_url(state), m_district(district) {}

    /// Makes the district known at the state; each operation but hello() does it by itself.
    Done connect();
    /// Only looks: the state learns nothing of the district by it.
    Result<Hello> hello() override;
    Result<QJsonObject> pullFeed(const QString &cursor) override;
    Result<BatchAnswer> pushRows(const QString &messageId, const QVector<ExchangedRow> &rows) override;
    Result<QHash<qint64, QString>> digests(EntityKind kind) override;
    Result<Receipt> submitSignoff(const SignOffPackage &package) override;
    Done withdraw(const QString &packageId, const QString &reason) override;
    Done send(qint64 participation, const QString &person, const QStringList &quorum) override;
    Done sendRequest(const RequestPackage &package) override;
    Done cancelRequest(const QString &packageId) override;
    Result<RecordResult::Input> runValidation(qint64 participation, WizardStep step, const QString &format, Progress *progress) override;
    Result<SnapshotAnswer> takeSnapshot(qint64 participation, const QString &cause, const QString &person, bool isCertifier) override;

private:
    Done open();
    Done registerDistrict();
    Done apply(Command &command);
    Result<ParticipationFacts> own(qint64 participation);

    DatabaseUrl m_url;
    DistrictIdentity m_district;
    std::unique_ptr<Session> m_state;
    bool m_isConnected = false;
};

} // namespace certdesk
