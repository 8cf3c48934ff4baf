// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certification/certificationfacts.h"

#include "models/store/migrator.h"
#include "models/store/mirror.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CertificationFacts", text);
}

QVector<Record> all(Connection &connection, EntityKind kind, const QString &condition, const QVector<Value> &values)
{
    return recordsWhere(connection, Scope::wholeDatabase(), kind, condition, values);
}

SignOffFacts signOffFacts(const Record &record)
{
    SignOffFacts facts;
    facts.person = record.text("person");
    facts.personName = record.text("person_name");
    facts.round = record.integer("round");
    facts.signedAt = record.integer("signed_at");
    facts.snapshotVersion = record.integer("snapshot_version");
    facts.digest = record.text("digest");
    facts.packageId = record.text("package_id");
    facts.isRevoked = record.isTrue("revoked");
    facts.isRefused = record.text("delivery") == QLatin1String("refused");
    facts.isWaiting = record.text("delivery") == QLatin1String("waiting");
    return facts;
}

std::optional<Record> availableSnapshot(Connection &connection, const Record &participation, const EventDocument &document)
{
    const auto found = all(connection, EntityKind::Snapshot, QStringLiteral("t.participation_id = ? AND t.status = 'SNP_AVAILABLE'"),
                           {Value(participation.id)});
    // Started certifications get a new one in each round; otherwise the present one stays (C-281, C-283).
    if (found.isEmpty() || (document.snapshotMethod == QLatin1String("start") && found.last().integer("round") != participation.integer("round")))
        return std::nullopt;
    return found.last();
}

RunFacts runFacts(const Record &record, const QSet<qint64> &viewed)
{
    RunFacts run;
    run.id = record.id;
    const QString kind = record.text("kind");
    run.step = kind == QLatin1String("snapshot") ? WizardStep::Snapshot
               : kind == QLatin1String("stateValidation") ? WizardStep::StateValidation
                                                          : WizardStep::Validation;
    run.title = record.text("title");
    run.status = record.text("status");
    run.requestedAt = record.integer("requested_at");
    run.fatal = record.integer("fatal");
    run.snapshotVersion = record.integer("snapshot_version");
    run.isViewed = viewed.contains(record.id);
    run.failure = record.text("error");
    for (const QJsonValue &rule : jsonObject(record["document"]).value(QLatin1String("blockingRules")).toArray())
        run.fatalRules.append(rule.toString());
    return run;
}

} // namespace

Value jsonValue(const QJsonObject &json)
{
    return Value(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

QJsonObject jsonObject(const Value &stored)
{
    return QJsonDocument::fromJson(stored.text().toUtf8()).object();
}

ParticipantStatus ParticipationFacts::status() const
{
    return participantStatusFromText(participation.text("status")).value_or(ParticipantStatus::InProgress);
}

bool ParticipationFacts::isClosed() const
{
    return event.text("status") == statusCode(EventStatus::Closed);
}

DayNumber ParticipationFacts::dueDate() const
{
    return certdesk::dueDate(participation.integer("own_due_date"), document.end);
}

SignatureBasis ParticipationFacts::basis() const
{
    SignatureBasis basis;
    basis.round = participation.integer("round");
    if (snapshot && document.needsSnapshot()) {
        basis.snapshotVersion = snapshot->integer("number");
        basis.digest = snapshot->text("digest");
    }
    basis.earlierSnapshotCounts = document.option("earlierSnapshotCounts", false);
    return basis;
}

QStringList ParticipationFacts::quorumOn(DayNumber day) const
{
    return quorum(members, schoolCode(), day);
}

QStringList ParticipationFacts::missingOn(DayNumber day) const
{
    return missingSigners(quorumOn(day), signOffs, basis());
}

UserStatus ParticipationFacts::userStatusOf(const QString &person, bool hasStarted, DayNumber today) const
{
    UserFacts facts;
    facts.isCertifier = roleAt(members, person, schoolCode(), today) == QLatin1String("certifier");
    facts.hasOpenRequest = openRequest && openRequest->text("person") == person;
    facts.hasSigned = validSignOff(signOffs, person, basis()) != nullptr;
    facts.hasStarted = hasStarted;
    facts.status = status();
    facts.dueDate = dueDate();
    return userStatus(facts, today);
}

QString ParticipationFacts::nameOf(const QString &person) const
{
    for (const Membership &member : members) {
        if (member.person == person && !member.personName.isEmpty())
            return member.personName;
    }
    return person;
}

ParticipationFacts loadParticipation(Connection &connection, qint64 participationId)
{
    const auto participations = all(connection, EntityKind::Participation, QStringLiteral("t.id = ?"), {Value(participationId)});
    if (participations.isEmpty())
        fail(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("This participant is not there."), tr("Refresh the list and choose again."));
    ParticipationFacts facts;
    facts.participation = participations.first();
    const Value event = facts.participation["event_id"];
    facts.event = all(connection, EntityKind::Event, QStringLiteral("t.id = ?"), {event}).value(0);
    const PublishedVersion published = publishedVersion(connection, event.integer());
    facts.document = published.document;
    facts.version = published.number;
    facts.rulePackHash = published.rulePackHash;
    facts.members = categoryMembers(connection, facts.event.integer("category_id"), facts.participation.text("organization_code"));
    for (const Record &record : all(connection, EntityKind::SignOff, QStringLiteral("t.participation_id = ?"), {Value(participationId)}))
        facts.signOffs.append(signOffFacts(record));
    facts.snapshot = availableSnapshot(connection, facts.participation, facts.document);
    const auto requests = all(connection, EntityKind::Request,
                              QStringLiteral("t.participation_id = ? AND t.answer IS NULL AND t.delivery <> 'refused'"), {Value(participationId)});
    if (!requests.isEmpty())
        facts.openRequest = requests.last();
    return facts;
}

PublishedVersion publishedVersion(Connection &connection, qint64 eventId)
{
    PublishedVersion version;
    const auto versions = all(connection, EntityKind::EventVersion, QStringLiteral("t.event_id = ?"), {Value(eventId)});
    for (const Record &record : versions) {
        if (record.integer("number") <= version.number)
            continue;
        QJsonObject json = jsonObject(record["document"]);
        version.statementVersion = json.take(QStringLiteral("statementVersion")).toInt(1);
        version.number = record.integer("number");
        version.rulePackHash = record.text("rule_pack_hash");
        version.document = EventDocument::fromJson(json).value_or(EventDocument());
    }
    return version;
}

QVector<Membership> categoryMembers(Connection &connection, qint64 categoryId, const QString &organizationCode)
{
    const QString own = readSetting(connection, QStringLiteral("organization"));
    auto &isOwn = connection.prepared(QStringLiteral("SELECT 1 FROM organization WHERE id = ? AND code = ?"))
                      .query(Value(own.toLongLong()), Value(organizationCode));
    const bool accountsAreHere = isOwn.step();
    isOwn.reset();
    QVector<Membership> members;
    for (const Record &record : all(connection, EntityKind::CategoryMember, QStringLiteral("t.category_id = ? AND t.organization_code = ?"),
                                    {Value(categoryId), Value(organizationCode)})) {
        Membership member;
        member.person = record.text("person");
        member.personName = record.text("person_name");
        member.role = record.text("role");
        member.schoolCode = record.text("school_code");
        member.from = record.integer("from_date");
        member.to = record.integer("to_date");
        member.isActive = record.isTrue("active");
        if (accountsAreHere) {
            auto &account = connection.prepared(QStringLiteral("SELECT a.id FROM account a LEFT JOIN staff s ON s.id = a.staff_id "
                                                               "WHERE a.org_id = ? AND a.name = ? AND COALESCE(a.disabled, 0) = 0 "
                                                               "AND s.archived_on IS NULL"));
            account.query(Value(own.toLongLong()), Value(member.person));
            member.isEnabled = account.step();
            account.reset();
        }
        members.append(member);
    }
    return members;
}

bool hasStarted(Connection &connection, const Record &participation, const QString &person)
{
    return !all(connection, EntityKind::WizardProgress, QStringLiteral("t.participation_id = ? AND t.round = ? AND t.person = ?"),
                {Value(participation.id), participation["round"], Value(person)})
                .isEmpty();
}

WizardFacts wizardFacts(Connection &connection, const ParticipationFacts &facts, const QString &person, DayNumber today)
{
    WizardFacts wizard;
    wizard.role = roleAt(facts.members, person, facts.schoolCode(), today);
    wizard.userStatus = facts.userStatusOf(person, hasStarted(connection, facts.participation, person), today);
    wizard.status = facts.status();
    wizard.isPublished = facts.version > 0;
    wizard.isClosed = facts.isClosed();
    wizard.isEnded = facts.participation.isTrue("ended");
    wizard.hasSigned = validSignOff(facts.signOffs, person, facts.basis()) != nullptr;
    wizard.needsSnapshot = facts.document.needsSnapshot();
    wizard.fatalBlocksState = facts.document.option("fatalBlocksState", true);
    wizard.fatalBlocksSnapshot = facts.document.option("fatalBlocksSnapshot", true);
    wizard.currentSnapshot = facts.snapshot ? facts.snapshot->integer("number") : 0;
    wizard.start = facts.document.start;
    wizard.opens = facts.document.openingDay();
    wizard.dueDate = facts.dueDate();
    wizard.today = today;
    for (const QString &name : facts.quorumOn(today))
        wizard.certifierNames.append(facts.nameOf(name));
    QSet<qint64> viewed;
    auto views = connection.prepare(QStringLiteral("SELECT v.result_id FROM result_view v JOIN result r ON r.id = v.result_id "
                                                   "WHERE r.participation_id = ? AND v.person = ?"));
    views->query(Value(facts.participation.id), Value(person));
    while (views->step())
        viewed.insert(views->integer(0));
    for (const Record &record : all(connection, EntityKind::ResultEntry, QStringLiteral("t.participation_id = ? AND t.round = ?"),
                                    {Value(facts.participation.id), facts.participation["round"]}))
        wizard.runs.append(runFacts(record, viewed));
    return wizard;
}

StateClock stateClock(Connection &connection)
{
    const bool isState = readSetting(connection, QStringLiteral("edition")) == QLatin1String("state");
    return StateClock::inZone(isState ? readSetting(connection, QStringLiteral("time_zone")) : linkState(connection, QStringLiteral("time_zone")));
}

} // namespace certdesk
