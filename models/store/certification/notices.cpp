// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certification/notices.h"

#include "models/store/mirror.h"

#include <QSet>

namespace certdesk {

namespace {

QString participantText(const Record &participation)
{
    const QString school = participation.text("school_code");
    return school.isEmpty() ? participation.text("organization_code") : participation.text("organization_code") + QLatin1Char(' ') + school;
}

} // namespace

QString noticeAddress(const QString &organizationCode)
{
    return QLatin1Char('@') + organizationCode;
}

void notifyPerson(Transaction &transaction, const QString &person, const Notice &notice)
{
    if (!notice.origin.isEmpty()) {
        const auto known = recordsWhere(transaction.connection(), Scope::wholeDatabase(), EntityKind::Message,
                                        QStringLiteral("t.person = ? AND t.origin = ?"), {Value(person), Value(notice.origin)});
        if (!known.isEmpty())
            return;
    }
    Record message(EntityKind::Message);
    message.set("person", Value(person)).set("process", Value(notice.process)).set("title", Value(notice.title)).set("body", Value(notice.body));
    message.set("event_name", Value(notice.eventName)).set("participant", Value(notice.participant));
    message.set("participation_id", notice.participation ? Value(notice.participation) : Value());
    message.set("created_at", Value(transaction.now())).set("is_read", Value::flag(false)).set("archived", Value::flag(false));
    message.set("origin", Value(notice.origin));
    transaction.deposit(message);
}

void notifyParticipant(Transaction &transaction, const Record &participation, const Notice &notice)
{
    Notice addressed = notice;
    addressed.participation = participation.id;
    addressed.participant = participantText(participation);
    notifyPerson(transaction, noticeAddress(participation.text("organization_code")), addressed);
}

void notifyApprovers(Transaction &transaction, const Record &event, const Record &participation, const Notice &notice)
{
    Notice addressed = notice;
    addressed.participation = participation.id;
    addressed.participant = participantText(participation);
    addressed.eventName = event.text("name");
    const auto own = recordsWhere(transaction.connection(), Scope::wholeDatabase(), EntityKind::Organization, QStringLiteral("t.kind = 'state'"));
    if (own.isEmpty())
        return;
    QSet<QString> told;
    for (const Membership &member : categoryMembers(transaction.connection(), event.integer("category_id"), own.first().text("code"))) {
        if (!member.countsOn(transaction.today()) || told.contains(member.person))
            continue;
        told.insert(member.person);
        notifyPerson(transaction, member.person, addressed);
    }
}

void notifyMembers(Transaction &transaction, const ParticipationFacts &facts, const Notice &notice, const QString &except)
{
    Notice addressed = notice;
    addressed.participation = facts.participation.id;
    if (addressed.participant.isEmpty())
        addressed.participant = participantText(facts.participation);
    addressed.eventName = facts.document.name;
    QSet<QString> told{except};
    for (const Membership &member : facts.members) {
        if (!member.covers(facts.schoolCode()) || !member.countsOn(transaction.today()) || told.contains(member.person))
            continue;
        told.insert(member.person);
        notifyPerson(transaction, member.person, addressed);
    }
}

} // namespace certdesk
