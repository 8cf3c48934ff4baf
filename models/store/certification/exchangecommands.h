// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certification/certificationcommand.h"

namespace certdesk {

/// The state's side of the exchange: what a district's link may do. They run with the link's own right, never a person's,
/// and only for participations of the district behind the link. Repeating one changes nothing (C-385).
class ExchangeCommand : public CertificationCommand
{
public:
    ExchangeCommand(const char *name, const QString &organizationCode, Right right, const QString &reason = {})
        : CertificationCommand(name, right, reason), m_organizationCode(organizationCode)
    {
    }

protected:
    /// The participation, if it is the district's own.
    ParticipationFacts own(Transaction &transaction, qint64 participation) const;
    qint64 organization(Transaction &transaction) const;
    std::optional<Record> byPackage(Transaction &transaction, EntityKind kind, const QString &packageId) const;

    QString m_organizationCode;
};

/// A signature as it travels: made at the district, counted at the state.
struct SignOffPackage
{
    QString packageId;
    qint64 participation = 0; ///< id at the state
    qint64 source = 0;        ///< row id at the district
    qint64 round = 0;
    QString person;
    QString personName;
    qint64 signedAt = 0;
    qint64 snapshotVersion = 0;
    QString digest;
    QString rulePackHash;
    qint64 statementVersion = 0;
    QString comment;
    QStringList quorum; ///< who is needed, as the district sees it: accounts are known only there

    QJsonObject toJson() const;
    static SignOffPackage fromJson(const QJsonObject &json);
};

/// C-081, C-082, C-104.
class AcceptSignOff : public ExchangeCommand
{
public:
    AcceptSignOff(const QString &organizationCode, const SignOffPackage &package)
        : ExchangeCommand("AcceptSignOff", organizationCode, Right::Submit), m_package(package)
    {
    }
    void perform(Transaction &transaction) override;
    qint64 receivedAt() const { return m_receivedAt; }
    bool isSent() const { return m_sent; } ///< it was the last of the quorum

private:
    void check(Transaction &transaction, const ParticipationFacts &facts) const;
    void sendWhenComplete(Transaction &transaction);

    SignOffPackage m_package;
    qint64 m_receivedAt = 0;
    bool m_sent = false;
};

/// C-090, C-091. When the quorum was met by a change of members, SendCertification performs C-082 with that cause (C-092).
class AcceptWithdrawal : public ExchangeCommand
{
public:
    AcceptWithdrawal(const QString &organizationCode, const QString &packageId, const QString &reason)
        : ExchangeCommand("AcceptWithdrawal", organizationCode, Right::Submit, reason), m_packageId(packageId)
    {
    }
    void perform(Transaction &transaction) override;

private:
    QString m_packageId;
};

class SendCertification : public ExchangeCommand
{
public:
    SendCertification(const QString &organizationCode, qint64 participation, const QString &person, const QStringList &quorum)
        : ExchangeCommand("SendCertification", organizationCode, Right::Submit), m_participation(participation), m_person(person), m_quorum(quorum)
    {
    }
    void perform(Transaction &transaction) override;

private:
    qint64 m_participation;
    QString m_person;
    QStringList m_quorum;
};

struct RequestPackage
{
    QString packageId;
    qint64 participation = 0;
    qint64 source = 0;
    QString person;
    QString personName;
    QString reason;
    qint64 askedAt = 0;

    QJsonObject toJson() const;
    static RequestPackage fromJson(const QJsonObject &json);
};

/// C-086.
class AcceptRequest : public ExchangeCommand
{
public:
    AcceptRequest(const QString &organizationCode, const RequestPackage &package)
        : ExchangeCommand("AcceptRequest", organizationCode, Right::RequestRecertification, package.reason), m_package(package)
    {
    }
    void perform(Transaction &transaction) override;

private:
    RequestPackage m_package;
};

/// C-089.
class AcceptRequestCancel : public ExchangeCommand
{
public:
    AcceptRequestCancel(const QString &organizationCode, const QString &packageId)
        : ExchangeCommand("AcceptRequestCancel", organizationCode, Right::RequestRecertification), m_packageId(packageId)
    {
    }
    void perform(Transaction &transaction) override;

private:
    QString m_packageId;
};

} // namespace certdesk
