// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certification/eventcommands.h"

#include "models/domain/certification/publishguard.h"
#include "models/store/certification/eventversions.h"
#include "models/store/mirror.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("EventCommands", text);
}

QVector<Record> where(Connection &connection, EntityKind kind, const QString &condition, const QVector<Value> &values)
{
    return recordsWhere(connection, Scope::wholeDatabase(), kind, condition, values);
}

EventDocument draftOf(Connection &connection, const Record &event)
{
    return EventDocument::fromRecord(event, categoryName(connection, event.integer("category_id")));
}

void setStatus(Record &event, bool closed)
{
    event.set("status", Value(statusCode(eventStatus(event.integer("published_version"), event.isTrue("has_changes"), closed))));
}

bool isClosed(const Record &event)
{
    return event.text("status") == statusCode(EventStatus::Closed);
}

void requirePublished(const Record &event)
{
    if (event.integer("published_version") == 0)
        refuse("C-060", tr("The event was never published."), tr("Publish it first."));
}

void tellParticipants(Transaction &transaction, const Record &event, const char *process, const QString &title, const QString &body, qint64 version)
{
    for (const Record &participation : participationsOf(transaction.connection(), event.id)) {
        const QString origin = version ? QStringLiteral("%1:%2:%3").arg(QLatin1String(process)).arg(participation.id).arg(version) : QString();
        notifyParticipant(transaction, participation, {QLatin1String(process), title, body, event.text("name"), {}, 0, origin});
    }
}

} // namespace

void SaveEvent::checkFields(Transaction &transaction) const
{
    if (m_document.name.isEmpty() || m_document.schoolYear == 0 || m_document.level.isEmpty())
        fail(Error::Kind::Invalid, QStringLiteral("C01"), tr("Event Name, Reporting Year and Certification Level are needed."), tr("Fill them in."));
    for (const Record &other : where(transaction.connection(), EntityKind::Event, QStringLiteral("t.name = ? AND t.school_year = ?"),
                                     {Value(m_document.name), Value(m_document.schoolYear)})) {
        if (other.id != m_id)
            fail(Error::Kind::Conflict, QStringLiteral("K05"), tr("There is an event \"%1\" in that reporting year already.").arg(m_document.name),
                 tr("Choose another name."));
    }
    if (!m_document.category.isEmpty() && categoryId(transaction.connection(), m_document.category) == 0)
        fail(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("There is no category \"%1\".").arg(m_document.category), tr("Make the category first."));
}

void SaveEvent::checkLocks(Transaction &transaction, const Record &event) const
{
    if (isClosed(event))
        refuse("C-067", tr("The event is closed."), tr("Reopen it first."));
    if (event.integer("published_version") == 0)
        return;
    if (m_document.schoolYear != event.integer("school_year") || m_document.level != event.text("level"))
        refuse("C-073", tr("Reporting year and level cannot change after the first publication."), tr("Copy the event instead."));
    if (m_document.end != event.integer("end_date") && m_document.end < transaction.today())
        refuse("C-072", tr("The new end date lies in the past."), tr("Choose a later date."));
    if (categoryId(transaction.connection(), m_document.category) == event.integer("category_id"))
        return;
    auto &statement = transaction.connection().prepared(
        QStringLiteral("SELECT 1 FROM sign_off s JOIN participation p ON p.id = s.participation_id WHERE p.event_id = ? LIMIT 1"));
    statement.query(Value(event.id));
    const bool isSigned = statement.step();
    statement.reset();
    if (isSigned)
        refuse("C-073", tr("The category cannot change any more: there are signatures."), tr("Keep the category."));
}

void SaveEvent::perform(Transaction &transaction)
{
    checkFields(transaction);
    Record event(EntityKind::Event);
    if (m_id != 0) {
        event = transaction.get(EntityKind::Event, m_id);
        checkLocks(transaction, event);
    }
    m_document.writeTo(event);
    const qint64 category = categoryId(transaction.connection(), m_document.category);
    event.set("category_id", category ? Value(category) : Value());
    const PublishedVersion published = m_id ? publishedVersion(transaction.connection(), m_id) : PublishedVersion();
    event.set("has_changes", Value::flag(published.number > 0 && !m_document.differencesFrom(published.document).isEmpty()));
    event.set("published_version", Value(published.number));
    setStatus(event, false);
    if (m_id != 0)
        transaction.update(event);
    else
        m_id = transaction.insert(event);
}

QVector<Blocker> publishBlockersOf(Connection &connection, const Record &event, bool mayPublish)
{
    const EventDocument draft = draftOf(connection, event);
    PublishFacts facts;
    facts.mayPublish = mayPublish;
    facts.name = draft.name;
    facts.schoolYear = draft.schoolYear;
    facts.level = draft.level;
    facts.categoryName = draft.category;
    const auto categories = where(connection, EntityKind::Category, QStringLiteral("t.id = ?"), {event["category_id"]});
    facts.categoryExists = !categories.isEmpty();
    if (facts.categoryExists) {
        facts.categoryPublished = categories.first().isTrue("published");
        facts.categoryActive = categories.first().isTrue("active");
        facts.categoryFitsLevel = categories.first().text("level") == draft.level;
    }
    for (const EventDocument::Group &use : draft.groups) {
        const auto groups = where(connection, EntityKind::RuleGroup, QStringLiteral("t.code = ?"), {Value(use.code)});
        facts.groups.append({use.code, !groups.isEmpty(), !groups.isEmpty() && groups.first().isTrue("active")});
    }
    facts.participants = draft.participants.size();
    facts.start = draft.start;
    facts.opens = draft.opens;
    facts.end = draft.end;
    facts.snapshotMethod = draft.snapshotMethod;
    facts.snapshotDay = draft.snapshotTime ? stateClock(connection).dayOf(draft.snapshotTime) : 0;
    QVector<Blocker> blockers = publishBlockers(facts);
    for (const EventDocument::Participant &participant : draft.participants) {
        if (participant.school.isEmpty() == (draft.level == QLatin1String("school")))
            blockers.append({QStringLiteral("C-146"), QStringLiteral("participants"),
                             tr("The participant %1 does not fit the level of the event.").arg((participant.district + QLatin1Char(' ') + participant.school).trimmed()),
                             tr("Choose districts at district level, schools at school level.")});
    }
    return blockers;
}

void PublishEvent::perform(Transaction &transaction)
{
    Record event = transaction.get(EntityKind::Event, m_id);
    if (isClosed(event))
        refuse("C-067", tr("The event is closed."), tr("Reopen it first."));
    refuseAll(publishBlockersOf(transaction.connection(), event, true));
    EventDocument draft = draftOf(transaction.connection(), event);
    if (draft.opens == 0)
        draft.opens = draft.start;
    if (draft.snapshotMethod == QLatin1String("full") && draft.snapshotTime == 0)
        draft.snapshotTime = stateClock(transaction.connection()).startOfDay(draft.opens);
    const PublishedVersion before = publishedVersion(transaction.connection(), m_id);
    const QStringList changes = before.number ? draft.differencesFrom(before.document) : QStringList();
    draft.writeTo(event);
    event.set("has_changes", Value::flag(false));
    m_version = before.number;
    m_participants = draft.participants.size();
    if (before.number == 0 || !changes.isEmpty())
        m_version = writeVersion(transaction, event, draft);
    setStatus(event, false);
    transaction.update(event);
    alignParticipations(transaction, event, draft);
    if (before.number == 0)
        tellParticipants(transaction, event, "EVENT_PUBLISHED", tr("Certification event \"%1\"").arg(draft.name),
                         tr("Certification opens on %1 and ends on %2.").arg(isoDay(draft.opens), isoDay(draft.end)), m_version);
    else if (!changes.isEmpty())
        tellParticipants(transaction, event, "EVENT_CHANGED", tr("Version %1 of \"%2\"").arg(m_version).arg(draft.name),
                         tr("Changed: %1.").arg(changes.join(QLatin1String(", "))), m_version);
}

void CloseEvent::perform(Transaction &transaction)
{
    Record event = transaction.get(EntityKind::Event, m_id);
    requirePublished(event);
    if (isClosed(event))
        refuse("C-067", tr("The event is closed already."), tr("Nothing is to be done."));
    for (const Record &participation : participationsOf(transaction.connection(), m_id)) {
        if (participation.text("status") != statusCode(ParticipantStatus::Approved))
            m_unfinished.append((participation.text("organization_code") + QLatin1Char(' ') + participation.text("school_code")).trimmed());
    }
    setStatus(event, true);
    transaction.update(event);
    tellParticipants(transaction, event, "EVENT_CLOSED", tr("\"%1\" was closed").arg(event.text("name")), tr("You can read it; nothing more can be sent."), 0);
}

void ReopenEvent::perform(Transaction &transaction)
{
    Record event = transaction.get(EntityKind::Event, m_id);
    if (!isClosed(event))
        refuse("C-068", tr("The event is not closed."), tr("Nothing is to be done."));
    requireReason(reason(), 1);
    if (publishedVersion(transaction.connection(), m_id).document.end < transaction.today())
        refuse("C-068", tr("The end date lies in the past."), tr("Extend the event first."));
    setStatus(event, false);
    transaction.update(event);
    tellParticipants(transaction, event, "EVENT_REOPENED", tr("\"%1\" was reopened").arg(event.text("name")), reason(), 0);
}

void CopyEvent::perform(Transaction &transaction)
{
    const Record event = transaction.get(EntityKind::Event, m_id);
    EventDocument copy = draftOf(transaction.connection(), event);
    const auto later = [](DayNumber day) { return day ? dayNumber(QDate::fromJulianDay(day).addYears(1)) : 0; };
    const QString base = tr("Copy of %1").arg(copy.name);
    copy.schoolYear += 1;
    copy.start = later(copy.start);
    copy.opens = later(copy.opens);
    copy.end = later(copy.end);
    if (copy.snapshotTime)
        copy.snapshotTime = QDateTime::fromMSecsSinceEpoch(copy.snapshotTime, Qt::UTC).addYears(1).toMSecsSinceEpoch();
    copy.name = base.left(120);
    for (int number = 2; !where(transaction.connection(), EntityKind::Event, QStringLiteral("t.name = ? AND t.school_year = ?"),
                                {Value(copy.name), Value(copy.schoolYear)}).isEmpty(); ++number)
        copy.name = base.left(114) + QStringLiteral(" (%1)").arg(number);
    SaveEvent save(0, copy);
    save.perform(transaction);
    m_copy = save.id();
    m_name = copy.name;
}

void DeleteEvent::perform(Transaction &transaction)
{
    const Record event = transaction.get(EntityKind::Event, m_id);
    if (event.integer("published_version") > 0)
        refuse("C-070", tr("A published event can be closed, not deleted."), tr("Close it."));
    transaction.remove(EntityKind::Event, event.id, event.version);
}

void ExtendEvent::extendAll(Transaction &transaction, Record &event)
{
    EventDocument published = publishedVersion(transaction.connection(), m_id).document;
    published.end = m_until;
    event.set("end_date", Value(m_until));
    const qint64 version = writeVersion(transaction, event, published);
    transaction.update(event);
    for (const Record &participation : participationsOf(transaction.connection(), m_id)) {
        if (!participation.has("own_due_date"))
            notifyParticipant(transaction, participation,
                              {QStringLiteral("DUE_DATE"), tr("New due date of \"%1\"").arg(event.text("name")), tr("The due date is now %1.").arg(isoDay(m_until)),
                               event.text("name"), {}, 0, QStringLiteral("due:%1:%2").arg(participation.id).arg(version)});
    }
}

void ExtendEvent::perform(Transaction &transaction)
{
    Record event = transaction.get(EntityKind::Event, m_id);
    requirePublished(event);
    if (m_until < transaction.today())
        refuse("C-072", tr("The new end date lies in the past."), tr("Choose a later date."));
    if (m_until < publishedVersion(transaction.connection(), m_id).document.openingDay())
        refuse("C-134", tr("The new end date lies before the opening."), tr("Choose a later date."));
    if (m_participations.isEmpty()) {
        extendAll(transaction, event);
        return;
    }
    for (const qint64 id : m_participations) {
        Record participation = transaction.get(EntityKind::Participation, id);
        if (participation.integer("event_id") != m_id)
            fail(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("This participant is not of that event."), tr("Look at the participants."));
        participation.set("own_due_date", Value(m_until));
        transaction.update(participation);
        notifyParticipant(transaction, participation,
                          {QStringLiteral("DUE_DATE"), tr("New due date of \"%1\"").arg(event.text("name")), tr("The due date is now %1.").arg(isoDay(m_until)),
                           event.text("name"), {}, 0, QStringLiteral("due:%1:%2").arg(participation.id).arg(m_until)});
    }
}

} // namespace certdesk
