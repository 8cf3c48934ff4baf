// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certification/eventversions.h"

#include "models/store/certification/validationrun.h"
#include "models/store/mirror.h"
#include "models/store/rules/rulecatalogue.h"


namespace certdesk {

namespace {

QVector<Record> where(Connection &connection, EntityKind kind, const QString &condition, const QVector<Value> &values)
{
    return recordsWhere(connection, Scope::wholeDatabase(), kind, condition, values);
}

/// The statement gets a new number when its text changes (C-251).
qint64 statementVersion(const PublishedVersion &before, const EventDocument &document)
{
    if (before.number == 0)
        return 1;
    const QString key = QStringLiteral("statement");
    return before.document.options.value(key) == document.options.value(key) ? before.statementVersion : before.statementVersion + 1;
}

} // namespace

QString categoryName(Connection &connection, qint64 category)
{
    const auto found = where(connection, EntityKind::Category, QStringLiteral("t.id = ?"), {Value(category)});
    return found.isEmpty() ? QString() : found.first().text("name");
}

qint64 categoryId(Connection &connection, const QString &name)
{
    const auto found = where(connection, EntityKind::Category, QStringLiteral("t.name = ?"), {Value(name)});
    return found.isEmpty() ? 0 : found.first().id;
}

QString eventRulePack(Connection &connection, const EventDocument &document)
{
    const QVector<Rule> catalogue = readRuleCatalogue(connection);
    QStringList codes;
    for (const WizardStep step : {WizardStep::Validation, WizardStep::StateValidation, WizardStep::Snapshot})
        codes += eventRules(connection, document, step);
    QVector<Rule> pack;
    for (const Rule &rule : catalogue) {
        if (codes.contains(rule.code))
            pack.append(rule);
    }
    return rulePackHash(pack);
}

qint64 writeVersion(Transaction &transaction, Record &event, const EventDocument &document)
{
    const PublishedVersion before = publishedVersion(transaction.connection(), event.id);
    QJsonObject json = document.toJson();
    json.insert(QStringLiteral("statementVersion"), statementVersion(before, document));
    Record version(EntityKind::EventVersion);
    version.set("event_id", Value(event.id)).set("number", Value(before.number + 1)).set("document", jsonValue(json));
    version.set("rule_pack_hash", Value(eventRulePack(transaction.connection(), document)));
    version.set("published_at", Value(transaction.now())).set("published_by", Value(transaction.person().name));
    transaction.insert(version);
    event.set("published_version", Value(before.number + 1));
    return before.number + 1;
}

qsizetype alignParticipations(Transaction &transaction, const Record &event, const EventDocument &document)
{
    QVector<EventDocument::Participant> present;
    for (Record participation : participationsOf(transaction.connection(), event.id, true)) {
        const EventDocument::Participant participant{participation.text("organization_code"), participation.text("school_code")};
        const bool wanted = document.participants.contains(participant);
        present.append(participant);
        if (wanted == !participation.isTrue("ended"))
            continue;
        participation.set("ended", Value::flag(!wanted));
        transaction.update(participation);
    }
    for (const EventDocument::Participant &participant : document.participants) {
        if (present.contains(participant))
            continue;
        Record participation(EntityKind::Participation);
        participation.set("event_id", Value(event.id)).set("organization_code", Value(participant.district));
        participation.set("school_code", Value(participant.school)).set("round", Value(1)).set("ended", Value::flag(false));
        participation.set("status", Value(statusCode(ParticipantStatus::InProgress)));
        transaction.insert(participation);
    }
    return document.participants.size();
}

} // namespace certdesk
