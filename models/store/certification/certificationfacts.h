// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certification/eventdocument.h"
#include "models/domain/certification/participation.h"
#include "models/domain/certification/wizardsteps.h"
#include "models/store/connection.h"

#include <optional>

namespace certdesk {

/// Everything that statuses, gates and decisions of one participant stand on, read in one transaction. The same at the
/// district and at the state. For the store's own use: rights and membership are checked by those who ask.
struct ParticipationFacts
{
    Record participation;
    Record event;
    EventDocument document; ///< the published version; the draft is never shown to a participant
    qint64 version = 0;
    QString rulePackHash;
    QVector<Membership> members; ///< of the category at the participant's organization
    QVector<SignOffFacts> signOffs;
    std::optional<Record> snapshot; ///< available in this round
    std::optional<Record> openRequest; ///< waiting or unanswered

    QString schoolCode() const { return participation.text("school_code"); }
    ParticipantStatus status() const;
    bool isClosed() const;
    DayNumber dueDate() const;
    SignatureBasis basis() const;
    QStringList quorumOn(DayNumber day) const;
    QStringList missingOn(DayNumber day) const;
    UserStatus userStatusOf(const QString &person, bool hasStarted, DayNumber today) const;
    QString nameOf(const QString &person) const;
};

ParticipationFacts loadParticipation(Connection &connection, qint64 participationId);
/// The newest published version: its document, number and rule pack; number 0 when there is none.
struct PublishedVersion
{
    qint64 number = 0;
    EventDocument document;
    QString rulePackHash;
    qint64 statementVersion = 1;
};
PublishedVersion publishedVersion(Connection &connection, qint64 eventId);
/// Members of a category at an organization; accounts and staff records are looked at where they are known.
QVector<Membership> categoryMembers(Connection &connection, qint64 categoryId, const QString &organizationCode);

/// The wizard of one person: reports of the round, views, own status, gates.
WizardFacts wizardFacts(Connection &connection, const ParticipationFacts &facts, const QString &person, DayNumber today);
bool hasStarted(Connection &connection, const Record &participation, const QString &person);

/// The state's time zone: own setting at the state, what the state told at the district.
StateClock stateClock(Connection &connection);
Value jsonValue(const QJsonObject &json);
QJsonObject jsonObject(const Value &stored);

} // namespace certdesk
