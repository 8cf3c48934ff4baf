// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certification/certificationreader.h"

#include "models/store/certification/certificationcommand.h"
#include "models/store/certification/districtcommands.h"
#include "models/store/certification/eventversions.h"
#include "models/store/mirror.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CertificationReader", text);
}

QVector<Record> where(Connection &connection, EntityKind kind, const QString &condition, const QVector<Value> &values = {})
{
    return recordsWhere(connection, Scope::wholeDatabase(), kind, condition, values);
}

bool seesAllEvents(const Person &person)
{
    return person.scope.isWholeDatabase() || person.roles.contains(QLatin1String("district-administrator"))
           || person.roles.contains(QLatin1String("state-administrator"));
}

QString schoolName(Connection &connection, const QString &code)
{
    const auto schools = code.isEmpty() ? QVector<Record>() : where(connection, EntityKind::School, QStringLiteral("t.school_code = ?"), {Value(code)});
    return schools.isEmpty() ? code : schools.first().text("name");
}

QString organizationName(Connection &connection, const QString &code)
{
    const auto organizations = where(connection, EntityKind::Organization, QStringLiteral("t.code = ?"), {Value(code)});
    return organizations.isEmpty() ? code : organizations.first().text("name");
}

EventRow eventRow(Connection &connection, const ParticipationFacts &facts, const QString &person, DayNumber today)
{
    EventRow row;
    row.participation = facts.participation.id;
    row.event = facts.event.id;
    row.eventName = facts.document.name;
    row.schoolCode = facts.schoolCode();
    row.schoolName = schoolName(connection, facts.schoolCode());
    row.schoolYear = facts.document.schoolYear;
    row.role = roleAt(facts.members, person, facts.schoolCode(), today);
    row.hasStarted = hasStarted(connection, facts.participation, person);
    row.userStatus = facts.userStatusOf(person, row.hasStarted, today);
    row.status = facts.status();
    row.start = facts.document.start;
    row.opens = facts.document.openingDay();
    row.dueDate = facts.dueDate();
    row.round = facts.participation.integer("round");
    row.approvedAt = row.status == ParticipantStatus::Approved ? facts.participation.integer("decided_at") : 0;
    row.isClosed = facts.isClosed();
    row.isActive = isActive({row.isClosed, facts.participation.isTrue("ended"), facts.openRequest.has_value(), row.status, row.dueDate}, today);
    row.isWaiting = (facts.openRequest && facts.openRequest->text("delivery") == QLatin1String("waiting"))
                    || std::any_of(facts.signOffs.cbegin(), facts.signOffs.cend(),
                                   [](const SignOffFacts &signOff) { return signOff.isWaiting && !signOff.isRevoked; });
    return row;
}

qint64 count(Connection &connection, const QString &sql, const QVector<Value> &values)
{
    auto statement = connection.prepare(sql);
    for (int i = 0; i < values.size(); ++i)
        statement->bind(i + 1, values[i]);
    return statement->step() ? statement->integer(0) : 0;
}

/// What step 4 shows beside the signature (C-251).
QVector<CertificationDetails::Total> totalsOf(Connection &connection, const ParticipationFacts &facts)
{
    const qint64 year = facts.document.schoolYear;
    QString school = QStringLiteral("1 = 1");
    QVector<Value> one;
    if (!facts.schoolCode().isEmpty()) {
        school = QStringLiteral("school_id IN (SELECT id FROM school WHERE school_code = ?)");
        one = {Value(facts.schoolCode())};
    }
    const auto attempts = [&](const QString &more) {
        return count(connection, QStringLiteral("SELECT COUNT(*) FROM attempt WHERE school_year = ?%1 AND %2").arg(more, school), QVector<Value>{Value(year)} + one);
    };
    return {{QStringLiteral("students"), count(connection, QStringLiteral("SELECT COUNT(*) FROM student WHERE archived_on IS NULL AND %1").arg(school), one), -1},
            {QStringLiteral("attempts"), attempts(QString()), -1},
            {QStringLiteral("earned"), attempts(QStringLiteral(" AND earned_on IS NOT NULL")), -1}};
}

CertificationDetails::Result resultOf(const Record &record, const RunFacts &run)
{
    return {run, record.text("format"), record.text("requested_by"), record.integer("finished_at"), record.integer("warning"), record.integer("info")};
}

void describeSignatures(const ParticipationFacts &facts, const QString &person, DayNumber today, CertificationDetails &details)
{
    const SignatureBasis basis = facts.basis();
    for (const SignOffFacts &signOff : facts.signOffs) {
        const bool counts = isValid(signOff, basis);
        details.signatures.append({signOff.person, signOff.personName, signOff.signedAt, signOff.snapshotVersion, signOff.isWaiting && !signOff.isRevoked, counts, signOff.round});
        if (counts)
            details.signedBy.append(signOff.personName);
        if (counts && signOff.person == person) {
            details.isSigned = true;
            details.signedAt = signOff.signedAt;
        }
    }
    for (const QString &name : facts.missingOn(today))
        details.missing.append(facts.nameOf(name));
}

void describeActions(Connection &connection, const ParticipationFacts &facts, const QString &person, DayNumber today, CertificationDetails &details)
{
    const bool certifier = details.facts.role == QLatin1String("certifier");
    const bool collecting = facts.status() == ParticipantStatus::InProgress || facts.status() == ParticipantStatus::Recertification;
    const bool hasOwn = ownSignOff(connection, facts, person).has_value();
    details.canWithdraw = certifier && hasOwn && !facts.isClosed() && (collecting || facts.status() == ParticipantStatus::Sent);
    details.canSend = certifier && details.isSigned && collecting && !facts.isClosed() && !details.row.isWaiting && facts.missingOn(today).isEmpty();
    details.canRequest = certifier && !facts.openRequest && !facts.isClosed()
                         && (facts.status() == ParticipantStatus::Sent || facts.status() == ParticipantStatus::Approved);
    details.canCancelRequest = facts.openRequest && facts.openRequest->text("person") == person;
    details.requestReason = facts.openRequest ? facts.openRequest->text("reason") : QString();
}

CertificationDetails detailsOf(Connection &connection, const ParticipationFacts &facts, const QString &person, DayNumber today)
{
    CertificationDetails details;
    details.row = eventRow(connection, facts, person, today);
    details.description = facts.document.description;
    details.category = categoryName(connection, facts.event.integer("category_id"));
    details.facts = wizardFacts(connection, facts, person, today);
    details.state = wizardState(details.facts);
    for (const Record &record : where(connection, EntityKind::ResultEntry, QStringLiteral("t.participation_id = ? AND t.round = ?"),
                                      {Value(facts.participation.id), facts.participation["round"]})) {
        for (const RunFacts &run : std::as_const(details.facts.runs)) {
            if (run.id == record.id)
                details.results.prepend(resultOf(record, run));
        }
    }
    details.totals = totalsOf(connection, facts);
    if (facts.snapshot) {
        details.snapshotRows = facts.snapshot->integer("row_count");
        details.snapshotTakenAt = facts.snapshot->integer("taken_at");
        details.snapshotCause = facts.snapshot->text("cause");
    }
    const QString own = facts.document.options.value(QLatin1String("statement")).toString();
    details.statement = own.isEmpty() ? tr("I certify that the data of %1 for \"%2\" are complete and correct to the best of my knowledge.")
                                            .arg(details.row.schoolName.isEmpty() ? organizationName(connection, facts.participation.text("organization_code")) : details.row.schoolName,
                                                 facts.document.name)
                                      : own;
    details.statementVersion = publishedVersion(connection, facts.event.id).statementVersion;
    details.links = facts.document.links;
    details.stateReason = facts.participation.text("reason");
    describeSignatures(facts, person, today, details);
    describeActions(connection, facts, person, today, details);
    return details;
}

tl::unexpected<Error> notFound(const QString &message)
{
    return failure(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), message, tr("Look at the list and choose one."));
}

Result<qint64> onlyOne(Session &session, EntityKind kind, const QString &condition, const QVector<Value> &values, const QString &message)
{
    const auto found = session.read<QVector<Record>>([&](Connection &connection) { return where(connection, kind, condition, values); });
    if (!found)
        return tl::unexpected(found.error());
    return found->isEmpty() ? Result<qint64>(notFound(message)) : Result<qint64>(found->last().id);
}

} // namespace

DayNumber statusDay(Session &session)
{
    return session.asOf() ? *session.asOf() : stateClock(session.connection()).dayOf(session.now());
}

Result<QVector<EventRow>> readEventRows(Session &session)
{
    if (const auto allowed = session.require(Right::ViewEvents); !allowed)
        return tl::unexpected(allowed.error());
    const DayNumber today = statusDay(session);
    return session.read<QVector<EventRow>>([&](Connection &connection) {
        QVector<EventRow> rows;
        for (const Record &participation : where(connection, EntityKind::Participation, QStringLiteral("t.organization_code = ?"), {Value(ownCode(connection))})) {
            const EventRow row = eventRow(connection, loadParticipation(connection, participation.id), session.person().name, today);
            if (!row.role.isEmpty() || seesAllEvents(session.person()))
                rows.append(row);
        }
        return rows;
    });
}

Result<CertificationDetails> readCertification(Session &session, qint64 participation)
{
    if (const auto allowed = session.require(Right::ViewEvents); !allowed)
        return tl::unexpected(allowed.error());
    const DayNumber today = statusDay(session);
    auto details = session.read<CertificationDetails>([&](Connection &connection) {
        return detailsOf(connection, loadParticipation(connection, participation), session.person().name, today);
    });
    if (details && details->row.role.isEmpty() && !seesAllEvents(session.person()))
        return failure(Error::Kind::Denied, QStringLiteral("C-515"), tr("You are not a member of this event's category at this participant."),
                       tr("Ask the District administrator to add you."));
    return details;
}

Result<Record> readResult(Session &session, qint64 id)
{
    if (const auto allowed = session.require(Right::ViewEvents); !allowed)
        return tl::unexpected(allowed.error());
    const auto record = session.record(EntityKind::ResultEntry, id);
    if (!record)
        return notFound(tr("This report is not there."));
    if (record->has("participation_id")) {
        if (const auto details = readCertification(session, record->integer("participation_id")); !details)
            return tl::unexpected(details.error());
    }
    return *record;
}

Result<qint64> findEvent(Session &session, const QString &idOrName)
{
    bool isId = false;
    const qint64 id = idOrName.toLongLong(&isId);
    const QString message = tr("There is no event \"%1\".").arg(idOrName);
    if (isId) {
        if (auto found = onlyOne(session, EntityKind::Event, QStringLiteral("t.id = ?"), {Value(id)}, message))
            return found;
    }
    return onlyOne(session, EntityKind::Event, QStringLiteral("t.name = ? AND t.school_year = (SELECT MAX(e.school_year) FROM event e WHERE e.name = t.name)"),
                   {Value(idOrName)}, message);
}

Result<qint64> findOwnParticipation(Session &session, qint64 event, const QString &school)
{
    const auto found = session.read<QVector<Record>>([&](Connection &connection) {
        return where(connection, EntityKind::Participation, QStringLiteral("t.event_id = ? AND t.organization_code = ?"), {Value(event), Value(ownCode(connection))});
    });
    if (!found)
        return tl::unexpected(found.error());
    QVector<qint64> ids;
    for (const Record &participation : *found) {
        if (school.isEmpty() || participation.text("school_code") == school)
            ids.append(participation.id);
    }
    if (ids.isEmpty())
        return notFound(tr("This district, or school, does not take part in the event."));
    if (ids.size() > 1)
        return failure(Error::Kind::Invalid, QStringLiteral("C01"), tr("Several schools take part in this event."), tr("Name the school."));
    return ids.first();
}

Result<qint64> findParticipation(Session &session, qint64 event, const QString &participant)
{
    const QStringList parts = participant.split(QRegularExpression(QStringLiteral("[ /:]")), Qt::SkipEmptyParts);
    const auto byCode = onlyOne(session, EntityKind::Participation,
                                parts.size() > 1 ? QStringLiteral("t.event_id = ? AND t.organization_code = ? AND t.school_code = ?")
                                                 : QStringLiteral("t.event_id = ? AND t.organization_code = ? AND t.school_code IS NULL"),
                                parts.size() > 1 ? QVector<Value>{Value(event), Value(parts[0]), Value(parts[1])} : QVector<Value>{Value(event), Value(participant)},
                                tr("\"%1\" does not take part in this event.").arg(participant));
    bool isId = false;
    const qint64 id = participant.toLongLong(&isId);
    if (byCode || !isId)
        return byCode;
    return onlyOne(session, EntityKind::Participation, QStringLiteral("t.event_id = ? AND t.id = ?"), {Value(event), Value(id)},
                   tr("\"%1\" does not take part in this event.").arg(participant));
}

Result<qint64> findCategory(Session &session, const QString &idOrName)
{
    const QString message = tr("There is no category \"%1\".").arg(idOrName);
    if (auto byName = onlyOne(session, EntityKind::Category, QStringLiteral("t.name = ?"), {Value(idOrName)}, message))
        return byName;
    return onlyOne(session, EntityKind::Category, QStringLiteral("t.id = ?"), {Value(idOrName.toLongLong())}, message);
}

} // namespace certdesk
