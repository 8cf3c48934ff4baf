// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certification/eventlist.h"
#include "models/store/certification/certificationfacts.h"
#include "models/store/session.h"

namespace certdesk {

/// Day that statuses are computed for: --as-of, else the database's own clock in the state's time zone.
DayNumber statusDay(Session &session);

/// The district's events as this person may see them (C-022, C-181): a member those of the own categories and schools, a
/// District administrator all.
Result<QVector<EventRow>> readEventRows(Session &session);

/// Everything that the wizard shows of one participation, for the signed-in person.
struct CertificationDetails
{
    struct Total
    {
        QString name; ///< "students", "attempts", "earned"
        qint64 count = 0;
        qint64 lastYear = -1; ///< -1: no certified year before
    };
    struct Result
    {
        RunFacts run;
        QString format;
        QString requestedBy;
        qint64 finishedAt = 0;
        qint64 warning = 0;
        qint64 info = 0;
    };
    struct Signature
    {
        QString person;
        QString name;
        qint64 signedAt = 0;
        qint64 snapshotVersion = 0;
        bool isWaiting = false; ///< has not reached the state yet
        bool counts = true;     ///< false: revoked, refused, of an earlier round or to be renewed
        qint64 round = 1;
    };

    EventRow row;
    QString description;
    QString category;
    WizardFacts facts;
    WizardState state;
    QVector<Result> results; ///< newest first
    QVector<Total> totals;
    qint64 snapshotRows = 0;
    qint64 snapshotTakenAt = 0;
    QString snapshotCause;
    QString statement; ///< what is signed
    qint64 statementVersion = 1;
    QVector<Signature> signatures; ///< of all rounds
    QStringList signedBy;          ///< names, of this round
    QStringList missing;           ///< names
    QVector<EventDocument::Link> links;
    QString stateReason;    ///< of the last decision
    QString requestReason;  ///< of the open request
    bool isSigned = false;
    qint64 signedAt = 0;
    bool canSend = false;     ///< C-092: quorum met by a change of members
    bool canWithdraw = false;
    bool canRequest = false;
    bool canCancelRequest = false;
};
Result<CertificationDetails> readCertification(Session &session, qint64 participation);

/// A finished report of the queue, with its document.
Result<Record> readResult(Session &session, qint64 id);

/// One line of the state's list of events (C-120), and of a category's or event's participants (C-156).
struct StateEventRow
{
    qint64 id = 0;
    QString name;
    EventStatus status = EventStatus::Unpublished;
    qint64 schoolYear = 0;
    QString level;
    QString category;
    DayNumber start = 0;
    DayNumber opens = 0;
    DayNumber end = 0;
    qint64 version = 0;
    qsizetype participants = 0;
    qsizetype sent = 0;
    qsizetype approved = 0;
};
/// Sorted by name; approvers and reviewers see the events of their categories (C-022).
Result<QVector<StateEventRow>> readStateEvents(Session &session);

struct ParticipantRow
{
    struct Member
    {
        QString person;
        QString name;
        QString role;
        UserStatus status = UserStatus::NotApplicable;
        qint64 signedAt = 0;
    };
    qint64 id = 0;
    QString district;
    QString districtName;
    QString school;
    ParticipantStatus status = ParticipantStatus::InProgress;
    qint64 round = 1;
    QStringList signedBy;
    QStringList missing;
    qint64 snapshotVersion = 0;
    qint64 snapshotTakenAt = 0;
    DayNumber dueDate = 0;
    qint64 decidedAt = 0;
    QString reason;
    QStringList markers; ///< "exception", "late", "quorum-changed", "request", "overdue", "ended"
    QString requestReason;
    QVector<Member> members;
};
Result<QVector<ParticipantRow>> readParticipants(Session &session, qint64 event);

/// Ids by id or exact name; several events of one name: the newest reporting year. NOT-FOUND when there is none.
Result<qint64> findEvent(Session &session, const QString &idOrName);
/// District: of the event, at a school when it is one of several. State: "D1" or "D1 school" or an id.
Result<qint64> findOwnParticipation(Session &session, qint64 event, const QString &school);
Result<qint64> findParticipation(Session &session, qint64 event, const QString &participant);
Result<qint64> findCategory(Session &session, const QString &idOrName);

} // namespace certdesk
