// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certification/certificationcommand.h"

#include "models/store/migrator.h"
#include "models/store/mirror.h"

#include <QCoreApplication>

namespace certdesk {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("CertificationCommand", text);
}
} // namespace

void refuse(const char *code, const QString &message, const QString &next)
{
    fail(Error::Kind::Refused, QString::fromLatin1(code), message, next);
}

void refuseAll(const QVector<Blocker> &blockers)
{
    if (blockers.isEmpty())
        return;
    QStringList messages, steps;
    for (const Blocker &blocker : blockers) {
        messages.append(blocker.message);
        if (!steps.contains(blocker.next))
            steps.append(blocker.next);
    }
    fail(Error::Kind::Refused, blockers.first().code, messages.join(QLatin1Char('\n')), steps.join(QLatin1Char('\n')));
}

void requireReason(const QString &reason, int least)
{
    if (reason.trimmed().size() >= least)
        return;
    refuse("C-REASON", least > 1 ? tr("A reason of at least %1 characters is needed.").arg(least) : tr("A reason is needed."), tr("Say why."));
}

QString standing(const ParticipationFacts &facts)
{
    return tr("The certification stands at \"%1\".").arg(statusLabel(facts.status()));
}

QVector<Record> participationsOf(Connection &connection, qint64 eventId, bool withEnded)
{
    return recordsWhere(connection, Scope::wholeDatabase(), EntityKind::Participation,
                        withEnded ? QStringLiteral("t.event_id = ?") : QStringLiteral("t.event_id = ? AND COALESCE(t.ended, 0) = 0"), {Value(eventId)});
}

Record eventOf(Connection &connection, qint64 eventId)
{
    const auto events = recordsWhere(connection, Scope::wholeDatabase(), EntityKind::Event, QStringLiteral("t.id = ?"), {Value(eventId)});
    if (events.isEmpty())
        fail(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("This event is not there."), tr("Refresh the list and choose again."));
    return events.first();
}

QString ownCode(Connection &connection)
{
    auto &statement = connection.prepared(QStringLiteral("SELECT code FROM organization WHERE id = ?"))
                          .query(Value(readSetting(connection, QStringLiteral("organization")).toLongLong()));
    const QString code = statement.step() ? statement.text(0) : QString();
    statement.reset();
    return code;
}

void requireStateMember(Transaction &transaction, const Record &event, const QString &role)
{
    if (transaction.person().scope.isWholeDatabase())
        return;
    const auto members = categoryMembers(transaction.connection(), event.integer("category_id"), ownCode(transaction.connection()));
    const QString has = roleAt(members, transaction.person().name, {}, transaction.today());
    if (has == role || (role.isEmpty() && !has.isEmpty()))
        return;
    fail(Error::Kind::Denied, QStringLiteral("K17"), tr("You are not an Approver of this event's category."),
         tr("Ask a State administrator to add you to the category."));
}

void setParticipantStatus(Transaction &transaction, Record &participation, ParticipantStatus status)
{
    participation.set("status", Value(statusCode(status)));
    transaction.update(participation);
}

} // namespace certdesk
