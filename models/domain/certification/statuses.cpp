// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/certification/statuses.h"

#include <QCoreApplication>
#include <QVector>

namespace certdesk {

namespace {

constexpr const char *context = "CertificationStatus";

struct Word
{
    const char *code;
    const char *label;
    const char *aliases; ///< separated by |
};

constexpr Word eventWords[] = {
    {"EVT_UNPUBLISHED", QT_TRANSLATE_NOOP("CertificationStatus", "Unpublished"), "open|draft"},
    {"EVT_PUBLISHED", QT_TRANSLATE_NOOP("CertificationStatus", "Published"), ""},
    {"EVT_CHANGED", QT_TRANSLATE_NOOP("CertificationStatus", "Unpublished changes"), ""},
    {"EVT_CLOSED", QT_TRANSLATE_NOOP("CertificationStatus", "Closed"), ""},
};
constexpr Word participantWords[] = {
    {"PST_IN_PROGRESS", QT_TRANSLATE_NOOP("CertificationStatus", "In Progress"), ""},
    {"PST_SENT", QT_TRANSLATE_NOOP("CertificationStatus", "Certification Sent to State"), "certified"},
    {"PST_APPROVED", QT_TRANSLATE_NOOP("CertificationStatus", "Certification Approved by State"), "approved"},
    {"PST_REQUESTED", QT_TRANSLATE_NOOP("CertificationStatus", "Recertification Request Sent"), ""},
    {"PST_RECERT", QT_TRANSLATE_NOOP("CertificationStatus", "Recertification in Progress"), ""},
};
constexpr Word userWords[] = {
    {"UST_NA", QT_TRANSLATE_NOOP("CertificationStatus", "N/A"), "not applicable"},
    {"UST_PENDING", QT_TRANSLATE_NOOP("CertificationStatus", "Recertification Request Pending"), ""},
    {"UST_COMPLETE", QT_TRANSLATE_NOOP("CertificationStatus", "Certification Complete"), "complete"},
    {"UST_OVERDUE", QT_TRANSLATE_NOOP("CertificationStatus", "Certification Incomplete - Overdue"), "overdue"},
    {"UST_INCOMPLETE", QT_TRANSLATE_NOOP("CertificationStatus", "Certification Incomplete"), "incomplete"},
    {"UST_OPEN", QT_TRANSLATE_NOOP("CertificationStatus", "Open"), ""},
};
constexpr Word stepWords[] = {
    {"notStarted", QT_TRANSLATE_NOOP("CertificationStatus", "Not started"), ""},
    {"inProgress", QT_TRANSLATE_NOOP("CertificationStatus", "In progress"), ""},
    {"complete", QT_TRANSLATE_NOOP("CertificationStatus", "Complete"), ""},
    {"notRequired", QT_TRANSLATE_NOOP("CertificationStatus", "Not required"), ""},
};
constexpr Word otherWords[] = {
    {"SNP_AVAILABLE", QT_TRANSLATE_NOOP("CertificationStatus", "Available"), ""},
    {"SNP_SUPERSEDED", QT_TRANSLATE_NOOP("CertificationStatus", "Superseded"), ""},
    {"SNP_FAILED", QT_TRANSLATE_NOOP("CertificationStatus", "Failed"), ""},
    {"RES_QUEUED", QT_TRANSLATE_NOOP("CertificationStatus", "Queued"), ""},
    {"RES_RUNNING", QT_TRANSLATE_NOOP("CertificationStatus", "Running"), ""},
    {"RES_COMPLETED", QT_TRANSLATE_NOOP("CertificationStatus", "Completed"), ""},
    {"RES_FAILED", QT_TRANSLATE_NOOP("CertificationStatus", "Failed"), ""},
    {"validation", QT_TRANSLATE_NOOP("CertificationStatus", "District validation"), ""},
    {"stateValidation", QT_TRANSLATE_NOOP("CertificationStatus", "State validation"), ""},
    {"snapshot", QT_TRANSLATE_NOOP("CertificationStatus", "Snapshot"), ""},
    {"district", QT_TRANSLATE_NOOP("CertificationStatus", "District"), ""},
    {"school", QT_TRANSLATE_NOOP("CertificationStatus", "School"), ""},
    {"none", QT_TRANSLATE_NOOP("CertificationStatus", "None"), ""},
    {"start", QT_TRANSLATE_NOOP("CertificationStatus", "Certification start triggers snapshot"), ""},
    {"full", QT_TRANSLATE_NOOP("CertificationStatus", "Full Snapshot (all participants)"), ""},
};

QString translated(const Word &word)
{
    return QCoreApplication::translate(context, word.label);
}

template <std::size_t n> const Word &wordOf(const Word (&words)[n], int index)
{
    return words[static_cast<std::size_t>(index)];
}

template <class Status, std::size_t n> std::optional<Status> fromText(const Word (&words)[n], const QString &text)
{
    const QString wanted = text.simplified();
    for (std::size_t i = 0; i < n; ++i) {
        QStringList names = QString::fromLatin1(words[i].aliases).split(QLatin1Char('|'), Qt::SkipEmptyParts);
        names << QString::fromLatin1(words[i].code) << QString::fromLatin1(words[i].label) << translated(words[i]);
        if (names.contains(wanted, Qt::CaseInsensitive))
            return static_cast<Status>(i);
    }
    return std::nullopt;
}

template <std::size_t n> QString labelIn(const Word (&words)[n], const QString &code)
{
    for (const Word &word : words) {
        if (code == QLatin1String(word.code))
            return translated(word);
    }
    return {};
}

} // namespace

QString statusCode(EventStatus status)
{
    return QString::fromLatin1(wordOf(eventWords, static_cast<int>(status)).code);
}

QString statusCode(ParticipantStatus status)
{
    return QString::fromLatin1(wordOf(participantWords, static_cast<int>(status)).code);
}

QString statusCode(UserStatus status)
{
    return QString::fromLatin1(wordOf(userWords, static_cast<int>(status)).code);
}

QString statusCode(StepStatus status)
{
    return QString::fromLatin1(wordOf(stepWords, static_cast<int>(status)).code);
}

QString statusLabel(EventStatus status, EventWording wording)
{
    if (status == EventStatus::Unpublished && wording == EventWording::Open)
        return QCoreApplication::translate(context, "Open");
    return translated(wordOf(eventWords, static_cast<int>(status)));
}

QString statusLabel(ParticipantStatus status)
{
    return translated(wordOf(participantWords, static_cast<int>(status)));
}

QString statusLabel(UserStatus status)
{
    return translated(wordOf(userWords, static_cast<int>(status)));
}

QString statusLabel(StepStatus status)
{
    return translated(wordOf(stepWords, static_cast<int>(status)));
}

QString labelOfCode(const QString &code)
{
    for (const QString &label : {labelIn(eventWords, code), labelIn(participantWords, code), labelIn(userWords, code),
                                 labelIn(stepWords, code), labelIn(otherWords, code)}) {
        if (!label.isEmpty())
            return label;
    }
    return code;
}

std::optional<EventStatus> eventStatusFromText(const QString &text)
{
    return fromText<EventStatus>(eventWords, text);
}

std::optional<ParticipantStatus> participantStatusFromText(const QString &text)
{
    return fromText<ParticipantStatus>(participantWords, text);
}

std::optional<UserStatus> userStatusFromText(const QString &text)
{
    return fromText<UserStatus>(userWords, text);
}

EventStatus eventStatus(qint64 publishedVersion, bool hasChanges, bool isClosed)
{
    if (isClosed)
        return EventStatus::Closed;
    if (publishedVersion == 0)
        return EventStatus::Unpublished;
    return hasChanges ? EventStatus::Changed : EventStatus::Published;
}

QString memberRoleFromText(const QString &text)
{
    const QString role = text.simplified().toLower();
    if (role == QLatin1String("certifier") || role == QLatin1String("primary user"))
        return QStringLiteral("certifier");
    if (role == QLatin1String("reviewer") || role == QLatin1String("secondary user"))
        return QStringLiteral("reviewer");
    return role == QLatin1String("approver") ? role : QString();
}

} // namespace certdesk
