// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/store/certification/districtcommands.h"
#include "models/store/certification/rowexchange.h"

#include <QJsonObject>
#include <memory>

namespace certdesk {

class Progress;

/// The district's one way to the state (C-003, C-383). No screen and no rule knows which transport is behind it. Every
/// operation can be repeated harmlessly (C-385). A state that cannot be reached is an Error of kind Unavailable with code
/// LINK-UNREACHABLE; anything else is the state's answer. One object belongs to one thread.
class StateLink
{
public:
    struct Hello
    {
        int schemaVersion = 0;
        qint64 serverTime = 0; ///< milliseconds since 1970 UTC
        QString stateName;
        QString timeZone;
    };
    struct BatchAnswer
    {
        bool isApplied = false;
        QVector<RowRefusal> refusals; ///< why not; empty when it was applied
    };
    struct Receipt
    {
        qint64 receivedAt = 0;
        bool isSent = false; ///< the certification is with the state now
    };
    struct SnapshotAnswer
    {
        bool wasTaken = false;
        qint64 number = 0;
    };

    virtual ~StateLink() = default;

    virtual Result<Hello> hello() = 0;
    virtual Result<QJsonObject> pullFeed(const QString &cursor) = 0;
    /// At most rowsABatch rows, all or nothing.
    virtual Result<BatchAnswer> pushRows(const QString &messageId, const QVector<ExchangedRow> &rows) = 0;
    /// Content hashes of the district's rows at the state by district id; negative keys are rows the district never sent.
    virtual Result<QHash<qint64, QString>> digests(EntityKind kind) = 0;

    virtual Result<Receipt> submitSignoff(const SignOffPackage &package) = 0;
    virtual Done withdraw(const QString &packageId, const QString &reason) = 0;
    virtual Done send(qint64 participation, const QString &person, const QStringList &quorum) = 0;
    virtual Done sendRequest(const RequestPackage &package) = 0;
    virtual Done cancelRequest(const QString &packageId) = 0;

    /// Steps 2 and 3: the state runs the event's rules on its copy or on the current snapshot; `participation` is the state's id.
    virtual Result<RecordResult::Input> runValidation(qint64 participation, WizardStep step, const QString &format, Progress *progress) = 0;
    /// `cause`: "start" makes one only when there is none, "taken", "retaken".
    virtual Result<SnapshotAnswer> takeSnapshot(qint64 participation, const QString &cause, const QString &person, bool isCertifier) = 0;

    static constexpr qsizetype rowsABatch = 500;
    /// The state is away or does not answer now (a locked or lost database): what waits is sent later.
    static bool isUnreachable(const Error &error) { return error.kind == Error::Kind::Unavailable; }
};

/// Who the district is, as it names itself to the state.
struct DistrictIdentity
{
    QString code;
    QString name;
};

} // namespace certdesk
