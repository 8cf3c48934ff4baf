// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

namespace certdesk {

/// The status words of certification (section 5). Codes are stored and sent; labels are translations and never stored.
enum class EventStatus { Unpublished, Published, Changed, Closed };
enum class ParticipantStatus { InProgress, Sent, Approved, Requested, Recertification };
enum class UserStatus { NotApplicable, Pending, Complete, Overdue, Incomplete, Open };
enum class StepStatus { NotStarted, InProgress, Complete, NotRequired };

/// a saved, unpublished event is called "Unpublished", or "Open" by a wording setting.
enum class EventWording { Unpublished, Open };

QString statusCode(EventStatus status);
QString statusCode(ParticipantStatus status);
QString statusCode(UserStatus status);
QString statusCode(StepStatus status); ///< "notStarted", "inProgress", "complete", "notRequired"

QString statusLabel(EventStatus status, EventWording wording = EventWording::Unpublished);
QString statusLabel(ParticipantStatus status);
QString statusLabel(UserStatus status);
QString statusLabel(StepStatus status);
/// The label of any code of this part (also of snapshots, queue entries and levels); the code itself when it is unknown.
QString labelOfCode(const QString &code);

/// Codes, labels and the aliases of, whatever their case.
std::optional<EventStatus> eventStatusFromText(const QString &text);
std::optional<ParticipantStatus> participantStatusFromText(const QString &text);
std::optional<UserStatus> userStatusFromText(const QString &text);

/// What the state's list shows: a function of what was published, drafted and closed.
EventStatus eventStatus(qint64 publishedVersion, bool hasChanges, bool isClosed);

/// "certifier", "reviewer", "approver": also the older words primary and secondary user.
QString memberRoleFromText(const QString &text);

} // namespace certdesk
