// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certification/statefeed.h"

#include "models/store/mirror.h"

#include <QJsonArray>
#include <QSet>

namespace certdesk {

namespace {

qint64 oneInteger(Connection &connection, const QString &sql)
{
    auto &statement = connection.prepared(sql);
    statement.reset();
    const qint64 value = statement.step() ? statement.integer(0) : 0;
    statement.reset();
    return value;
}

QJsonObject fieldsOf(const Record &record)
{
    QJsonObject fields;
    for (int i = 0; i < record.values.size(); ++i) {
        if (!record.values[i].isEmpty())
            fields.insert(record.def().fields[i].key(), record.values[i].json());
    }
    return fields;
}

QJsonObject rowOf(const Record &record)
{
    return {{QStringLiteral("kind"), QString::fromLatin1(record.def().name)}, {QStringLiteral("source"), record.id},
            {QStringLiteral("fields"), fieldsOf(record)}};
}

class Compiler
{
public:
    Compiler(Connection &connection, const QString &organizationCode) : m_connection(connection), m_code(organizationCode) {}

    QJsonArray rows()
    {
        addAll(EntityKind::Category, QStringLiteral("t.published = 1"), {});
        const auto participations = all(EntityKind::Participation, QStringLiteral("t.organization_code = ?"), {Value(m_code)});
        QSet<qint64> events;
        for (const Record &participation : participations)
            events.insert(participation.integer("event_id"));
        QVector<qint64> ordered(events.cbegin(), events.cend());
        std::sort(ordered.begin(), ordered.end());
        for (const qint64 event : std::as_const(ordered))
            addEvent(event);
        addGroups();
        for (const Record &participation : participations) {
            m_rows.append(rowOf(participation));
            addAll(EntityKind::Snapshot, QStringLiteral("t.participation_id = ?"), {Value(participation.id)});
        }
        return m_rows;
    }

private:
    QVector<Record> all(EntityKind kind, const QString &condition, const QVector<Value> &values)
    {
        return recordsWhere(m_connection, Scope::wholeDatabase(), kind, condition, values);
    }
    void addAll(EntityKind kind, const QString &condition, const QVector<Value> &values)
    {
        for (const Record &record : all(kind, condition, values))
            m_rows.append(rowOf(record));
    }
    /// The published version as the district's event; never the draft.
    void addEvent(qint64 id)
    {
        const PublishedVersion published = publishedVersion(m_connection, id);
        Record event = eventOf(m_connection, id);
        EventDocument document = published.document;
        QVector<EventDocument::Participant> own;
        for (const EventDocument::Participant &participant : document.participants) {
            if (participant.district == m_code)
                own.append(participant);
        }
        document.participants = own;
        document.writeTo(event);
        const bool closed = event.text("status") == statusCode(EventStatus::Closed);
        event.set("status", Value(statusCode(closed ? EventStatus::Closed : EventStatus::Published)));
        event.set("has_changes", Value::flag(false)).set("published_version", Value(published.number));
        m_rows.append(rowOf(event));
        for (Record version : all(EntityKind::EventVersion, QStringLiteral("t.event_id = ?"), {Value(id)}))
            m_rows.append(rowOf(withOwnParticipants(version)));
        for (const EventDocument::Group &group : document.groups)
            m_groups.insert(group.code);
    }
    Record withOwnParticipants(Record version) const
    {
        QJsonObject document = jsonObject(version["document"]);
        QJsonArray own;
        for (const QJsonValue &participant : document.value(QLatin1String("participants")).toArray()) {
            if (participant.toString() == m_code || participant.toObject().value(QLatin1String("district")).toString() == m_code)
                own.append(participant);
        }
        document.insert(QStringLiteral("participants"), own);
        version.set("document", jsonValue(document));
        return version;
    }
    /// Published groups, and those that the district's events use; with the state's own rule texts (C-305).
    void addGroups()
    {
        addAll(EntityKind::Rule, QStringLiteral("t.owner <> 'district'"), {});
        for (const Record &group : all(EntityKind::RuleGroup, QStringLiteral("t.owner = 'state'"), {})) {
            if (group.isTrue("published") || m_groups.contains(group.text("code")))
                m_rows.append(rowOf(group));
        }
    }

    Connection &m_connection;
    QString m_code;
    QJsonArray m_rows;
    QSet<QString> m_groups;
};

QJsonArray answersFor(Connection &connection, qint64 organization)
{
    QJsonArray answers;
    for (const Record &request : recordsWhere(connection, Scope::wholeDatabase(), EntityKind::Request,
                                              QStringLiteral("t.org_id = ? AND t.answer IS NOT NULL"), {Value(organization)}))
        answers.append(QJsonObject{{QStringLiteral("packageId"), request.text("package_id")}, {QStringLiteral("answer"), request.text("answer")},
                                   {QStringLiteral("reason"), request.text("answer_reason")}, {QStringLiteral("at"), request.integer("answered_at")}});
    return answers;
}

QJsonArray noticesFor(Connection &connection, const QString &code, qint64 after)
{
    QJsonArray notices;
    for (const Record &message : recordsWhere(connection, Scope::wholeDatabase(), EntityKind::Message, QStringLiteral("t.person = ? AND t.id > ?"),
                                              {Value(noticeAddress(code)), Value(after)}))
        notices.append(rowOf(message));
    return notices;
}

} // namespace

QJsonObject compileFeed(Connection &connection, const QString &organizationCode, const QString &cursor)
{
    const QStringList parts = cursor.split(QLatin1Char(':'));
    const qint64 sequence = oneInteger(connection, QStringLiteral("SELECT sequence FROM journal_head"));
    QJsonObject feed{{QStringLiteral("cursor"), cursor}};
    if (parts.value(0).toLongLong() == sequence && sequence != 0)
        return feed;
    const qint64 lastNotice = parts.value(1).toLongLong();
    const QJsonArray notices = noticesFor(connection, organizationCode, lastNotice);
    const qint64 newest = notices.isEmpty() ? lastNotice : notices.last().toObject().value(QLatin1String("source")).toInteger();
    const auto organization = recordsWhere(connection, Scope::wholeDatabase(), EntityKind::Organization, QStringLiteral("t.code = ?"), {Value(organizationCode)});
    feed.insert(QStringLiteral("cursor"), QStringLiteral("%1:%2").arg(sequence).arg(newest));
    feed.insert(QStringLiteral("rows"), Compiler(connection, organizationCode).rows());
    feed.insert(QStringLiteral("answers"), organization.isEmpty() ? QJsonArray() : answersFor(connection, organization.first().id));
    feed.insert(QStringLiteral("notices"), notices);
    return feed;
}

void ApplyStateFeed::applyRow(Transaction &transaction, const QJsonObject &row)
{
    const auto kind = entityKindFromName(row.value(QLatin1String("kind")).toString());
    if (!kind || entityDef(*kind).owner != Owner::State)
        return;
    Connection &connection = transaction.connection();
    const qint64 source = row.value(QLatin1String("source")).toInteger();
    const qint64 organization = transaction.context().organization;
    const QJsonObject fields = row.value(QLatin1String("fields")).toObject();
    Record record(*kind);
    for (int i = 0; i < record.values.size(); ++i) {
        const FieldDef &field = record.def().fields[i];
        record.values[i] = Value::fromJson(fields.value(field.key()));
        if (field.type != FieldType::Reference || record.values[i].isEmpty())
            continue;
        const qint64 target = mirroredId(connection, field.reference, organization, record.values[i].integer());
        record.values[i] = target ? Value(target) : Value();
    }
    const qint64 known = mirroredId(connection, *kind, organization, source);
    if (known == 0) {
        transaction.insert(record);
        setSourceId(connection, *kind, record.id, source);
        return;
    }
    const Record present = transaction.get(*kind, known);
    record.id = present.id;
    record.organization = present.organization;
    record.version = present.version;
    transaction.update(record);
}

void ApplyStateFeed::applyAnswer(Transaction &transaction, const QJsonObject &answer)
{
    for (Record request : transaction.findAll(EntityKind::Request, {{"package_id", Value(answer.value(QLatin1String("packageId")).toString())}})) {
        if (request.has("answer"))
            continue;
        request.set("answer", Value(answer.value(QLatin1String("answer")).toString())).set("delivery", Value(QStringLiteral("answered")));
        request.set("answer_reason", Value(answer.value(QLatin1String("reason")).toString()));
        request.set("answered_at", Value(answer.value(QLatin1String("at")).toInteger()));
        transaction.update(request);
    }
}

void ApplyStateFeed::applyNotice(Transaction &transaction, const QJsonObject &notice)
{
    const QJsonObject fields = notice.value(QLatin1String("fields")).toObject();
    const qint64 participation = mirroredId(transaction.connection(), EntityKind::Participation, transaction.context().organization,
                                            fields.value(QLatin1String("participation_id")).toInteger());
    if (participation == 0)
        return;
    const auto text = [&](const char *key) { return fields.value(QLatin1String(key)).toString(); };
    notifyMembers(transaction, loadParticipation(transaction.connection(), participation),
                  {text("process"), text("title"), text("body"), text("event_name"), text("participant"), participation,
                   QStringLiteral("state:%1").arg(notice.value(QLatin1String("source")).toInteger())});
}

void ApplyStateFeed::perform(Transaction &transaction)
{
    m_isStale = linkState(transaction.connection(), QStringLiteral("feed_cursor")) != m_since;
    if (m_isStale)
        return;
    for (const QJsonValue &row : m_feed.value(QLatin1String("rows")).toArray())
        applyRow(transaction, row.toObject());
    for (const QJsonValue &answer : m_feed.value(QLatin1String("answers")).toArray())
        applyAnswer(transaction, answer.toObject());
    for (const QJsonValue &notice : m_feed.value(QLatin1String("notices")).toArray())
        applyNotice(transaction, notice.toObject());
    setLinkState(transaction.connection(), QStringLiteral("feed_cursor"), m_feed.value(QLatin1String("cursor")).toString());
}

} // namespace certdesk
