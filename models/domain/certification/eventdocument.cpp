// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/certification/eventdocument.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("EventDocument", text);
}

tl::unexpected<Error> wrong(const QString &key, const QString &expected)
{
    return failure(Error::Kind::Invalid, QStringLiteral("C08"), tr("\"%1\" of the event is not usable: %2 is expected.").arg(key, expected),
                   tr("Correct the file; the event was not changed."));
}

/// Reads one JSON object key by key and keeps the first mistake.
class Reader
{
public:
    Reader(const QJsonObject &json, EventDocument &document) : m_json(json), m_document(document) {}

    Done read()
    {
        static const QStringList known = QStringLiteral("name schoolYear description level category startDate opensDate endDate "
                                                        "snapshotMethod snapshotTime noSnapshotStep groups links participants options")
                                             .split(QLatin1Char(' '));
        for (auto it = m_json.begin(); it != m_json.end(); ++it) {
            if (!known.contains(it.key()))
                return wrong(it.key(), tr("one of %1").arg(known.join(QLatin1String(", "))));
        }
        text("name", m_document.name);
        text("description", m_document.description);
        text("category", m_document.category);
        choice("level", m_document.level, {QStringLiteral("district"), QStringLiteral("school")});
        choice("snapshotMethod", m_document.snapshotMethod, {QStringLiteral("none"), QStringLiteral("start"), QStringLiteral("full")});
        day("startDate", m_document.start);
        day("opensDate", m_document.opens);
        day("endDate", m_document.end);
        schoolYear();
        time();
        if (has("noSnapshotStep"))
            m_document.noSnapshotStep = value("noSnapshotStep").toBool(true);
        groups();
        links();
        participants();
        if (has("options"))
            m_document.options = value("options").toObject();
        return m_done;
    }

private:
    bool has(const char *key) const { return m_json.contains(QLatin1String(key)); }
    QJsonValue value(const char *key) const { return m_json.value(QLatin1String(key)); }
    void refuse(const char *key, const QString &expected)
    {
        if (m_done)
            m_done = wrong(QString::fromLatin1(key), expected);
    }
    void text(const char *key, QString &target)
    {
        if (!has(key))
            return;
        if (!value(key).isString() && !value(key).isNull())
            refuse(key, tr("text"));
        target = value(key).toString().trimmed();
    }
    void choice(const char *key, QString &target, const QStringList &allowed)
    {
        text(key, target);
        target = target.toLower();
        if (has(key) && !allowed.contains(target))
            refuse(key, allowed.join(QLatin1String(", ")));
    }
    void day(const char *key, DayNumber &target)
    {
        if (!has(key))
            return;
        const auto read = dayFromIso(value(key).toString());
        if (!read && !value(key).isNull())
            refuse(key, tr("a date YYYY-MM-DD"));
        target = read.value_or(0);
    }
    void schoolYear()
    {
        if (!has("schoolYear"))
            return;
        const auto read = schoolYearFromName(value("schoolYear").toVariant().toString());
        if (!read)
            refuse("schoolYear", tr("a school year such as 2026-27"));
        m_document.schoolYear = read.value_or(0);
    }
    void time()
    {
        if (!has("snapshotTime"))
            return;
        const QDateTime at = QDateTime::fromString(value("snapshotTime").toString(), Qt::ISODate);
        if (!at.isValid() && !value("snapshotTime").isNull())
            refuse("snapshotTime", tr("a time in ISO 8601"));
        m_document.snapshotTime = at.isValid() ? at.toMSecsSinceEpoch() : 0;
    }
    void groups()
    {
        if (!has("groups"))
            return;
        m_document.groups.clear();
        for (const QJsonValue &one : value("groups").toArray()) {
            const QJsonObject group = one.toObject();
            const QString code = one.isString() ? one.toString() : group.value(QLatin1String("code")).toString();
            if (code.isEmpty())
                refuse("groups", tr("a list of {code, district, state, snapshot}"));
            m_document.groups.append({code, group.value(QLatin1String("district")).toBool(true), group.value(QLatin1String("state")).toBool(true),
                                      group.value(QLatin1String("snapshot")).toBool(true)});
        }
    }
    void links()
    {
        if (!has("links"))
            return;
        m_document.links.clear();
        for (const QJsonValue &one : value("links").toArray()) {
            const QJsonObject link = one.toObject();
            const QUrl url(link.value(QLatin1String("url")).toString(), QUrl::StrictMode);
            if (!url.isValid() || url.scheme() != QLatin1String("https") || url.host().isEmpty())
                refuse("links", tr("a list of {name, url} with https addresses"));
            m_document.links.append({link.value(QLatin1String("name")).toString(), url.toString()});
        }
    }
    void participants()
    {
        if (!has("participants"))
            return;
        m_document.participants.clear();
        for (const QJsonValue &one : value("participants").toArray()) {
            const QJsonObject object = one.toObject();
            const EventDocument::Participant participant{one.isString() ? one.toString() : object.value(QLatin1String("district")).toString(),
                                                         object.value(QLatin1String("school")).toString()};
            if (participant.district.isEmpty())
                refuse("participants", tr("a list of district codes or {district, school}"));
            if (!m_document.participants.contains(participant))
                m_document.participants.append(participant);
        }
    }

    const QJsonObject &m_json;
    EventDocument &m_document;
    Done m_done;
};

QJsonArray groupsJson(const QVector<EventDocument::Group> &groups)
{
    QJsonArray list;
    for (const EventDocument::Group &group : groups)
        list.append(QJsonObject{{QStringLiteral("code"), group.code}, {QStringLiteral("district"), group.district},
                                {QStringLiteral("state"), group.state}, {QStringLiteral("snapshot"), group.snapshot}});
    return list;
}

QJsonArray linksJson(const QVector<EventDocument::Link> &links)
{
    QJsonArray list;
    for (const EventDocument::Link &link : links)
        list.append(QJsonObject{{QStringLiteral("name"), link.name}, {QStringLiteral("url"), link.url}});
    return list;
}

QJsonArray participantsJson(const QVector<EventDocument::Participant> &participants)
{
    QJsonArray list;
    for (const EventDocument::Participant &one : participants) {
        if (one.school.isEmpty())
            list.append(one.district);
        else
            list.append(QJsonObject{{QStringLiteral("district"), one.district}, {QStringLiteral("school"), one.school}});
    }
    return list;
}

QJsonValue parsed(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

Value stored(const QJsonArray &list)
{
    return list.isEmpty() ? Value() : Value(QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact)));
}

Value dayValue(DayNumber day)
{
    return day ? Value(day) : Value();
}

} // namespace

bool EventDocument::option(const char *name, bool otherwise) const
{
    return options.value(QLatin1String(name)).toBool(otherwise);
}

Result<EventDocument> EventDocument::fromJson(const QJsonObject &json, const EventDocument &base)
{
    EventDocument document = base;
    if (const auto done = Reader(json, document).read(); !done)
        return tl::unexpected(done.error());
    return document;
}

Result<EventDocument> EventDocument::fromJson(const QJsonObject &json)
{
    return fromJson(json, EventDocument());
}

QJsonObject EventDocument::toJson() const
{
    QJsonObject json{{QStringLiteral("name"), name}, {QStringLiteral("description"), description}, {QStringLiteral("level"), level},
                     {QStringLiteral("category"), category}, {QStringLiteral("snapshotMethod"), snapshotMethod},
                     {QStringLiteral("noSnapshotStep"), noSnapshotStep}, {QStringLiteral("groups"), groupsJson(groups)},
                     {QStringLiteral("links"), linksJson(links)}, {QStringLiteral("participants"), participantsJson(participants)},
                     {QStringLiteral("options"), options}};
    if (schoolYear)
        json.insert(QStringLiteral("schoolYear"), schoolYearName(schoolYear));
    const auto putDay = [&](const char *key, DayNumber day) {
        if (day)
            json.insert(QLatin1String(key), isoDay(day));
    };
    putDay("startDate", start);
    putDay("opensDate", opens);
    putDay("endDate", end);
    if (snapshotTime)
        json.insert(QStringLiteral("snapshotTime"), QDateTime::fromMSecsSinceEpoch(snapshotTime, Qt::UTC).toString(Qt::ISODate));
    if (level.isEmpty())
        json.remove(QStringLiteral("level"));
    return json;
}

EventDocument EventDocument::fromRecord(const Record &event, const QString &category)
{
    QJsonObject json{{QStringLiteral("groups"), parsed(event.text("groups"))}, {QStringLiteral("links"), parsed(event.text("links"))},
                     {QStringLiteral("participants"), parsed(event.text("participants"))}};
    EventDocument document = fromJson(json).value_or(EventDocument());
    document.options = parsed(event.text("options")).toObject();
    document.noSnapshotStep = document.options.take(QStringLiteral("noSnapshotStep")).toBool(true);
    document.name = event.text("name");
    document.schoolYear = event.integer("school_year");
    document.description = event.text("description");
    document.level = event.text("level");
    document.category = category;
    document.start = event.integer("start_date");
    document.opens = event.integer("opens_date");
    document.end = event.integer("end_date");
    document.snapshotMethod = event.has("snapshot_method") ? event.text("snapshot_method") : QStringLiteral("none");
    document.snapshotTime = event.integer("snapshot_time");
    return document;
}

void EventDocument::writeTo(Record &event) const
{
    QJsonObject stored_ = options;
    stored_.insert(QStringLiteral("noSnapshotStep"), noSnapshotStep);
    event.set("name", Value(name)).set("school_year", schoolYear ? Value(schoolYear) : Value()).set("description", Value(description));
    event.set("level", Value(level)).set("start_date", dayValue(start)).set("opens_date", dayValue(opens)).set("end_date", dayValue(end));
    event.set("snapshot_method", Value(snapshotMethod)).set("snapshot_time", snapshotTime ? Value(snapshotTime) : Value());
    event.set("groups", stored(groupsJson(groups))).set("links", stored(linksJson(links)));
    event.set("participants", stored(participantsJson(participants)));
    event.set("options", Value(QString::fromUtf8(QJsonDocument(stored_).toJson(QJsonDocument::Compact))));
}

QStringList EventDocument::differencesFrom(const EventDocument &before) const
{
    QStringList words;
    const QJsonObject now = toJson(), was = before.toJson();
    static const QVector<QPair<const char *, const char *>> names{
        {"name", QT_TRANSLATE_NOOP("EventDocument", "name")},
        {"description", QT_TRANSLATE_NOOP("EventDocument", "description")},
        {"category", QT_TRANSLATE_NOOP("EventDocument", "category")},
        {"startDate", QT_TRANSLATE_NOOP("EventDocument", "start date")},
        {"opensDate", QT_TRANSLATE_NOOP("EventDocument", "opening date")},
        {"endDate", QT_TRANSLATE_NOOP("EventDocument", "end date")},
        {"snapshotMethod", QT_TRANSLATE_NOOP("EventDocument", "snapshot method")},
        {"snapshotTime", QT_TRANSLATE_NOOP("EventDocument", "snapshot time")},
        {"noSnapshotStep", QT_TRANSLATE_NOOP("EventDocument", "snapshot step")},
        {"groups", QT_TRANSLATE_NOOP("EventDocument", "validation groups")},
        {"links", QT_TRANSLATE_NOOP("EventDocument", "data links")},
        {"participants", QT_TRANSLATE_NOOP("EventDocument", "participants")},
        {"options", QT_TRANSLATE_NOOP("EventDocument", "options")},
    };
    for (const auto &[key, word] : names) {
        if (now.value(QLatin1String(key)) != was.value(QLatin1String(key)))
            words.append(tr(word));
    }
    return words;
}

QVector<QPair<QString, QString>> eventOptionNames()
{
    return {
        {QStringLiteral("fatalBlocksState"), tr("FATAL findings of step 2 block (default true)")},
        {QStringLiteral("fatalBlocksSnapshot"), tr("FATAL findings of step 3 block (default true)")},
        {QStringLiteral("earlierSnapshotCounts"), tr("signatures on an earlier snapshot count (default false: they are renewed)")},
        {QStringLiteral("graceHours"), tr("hours in which a sign-off signed in time may arrive late (default 24)")},
        {QStringLiteral("statement"), tr("text that a Certifier accepts")},
        {QStringLiteral("entities"), tr("list of the record kinds that a snapshot freezes (default all)")},
    };
}

} // namespace certdesk
