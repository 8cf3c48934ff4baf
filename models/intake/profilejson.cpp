// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/importprofile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace certdesk {

namespace {

constexpr int profileFormat = 1;

QJsonObject wordsJson(const QHash<QString, QString> &words)
{
    QJsonObject json;
    for (auto it = words.cbegin(); it != words.cend(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

QHash<QString, QString> wordsFromJson(const QJsonObject &json)
{
    QHash<QString, QString> words;
    for (auto it = json.begin(); it != json.end(); ++it)
        words.insert(it.key(), it.value().toString());
    return words;
}

struct Share
{
    const char *name;
    double ColumnFacts::*member;
};
const Share shares[] = {{"filled", &ColumnFacts::filled}, {"emails", &ColumnFacts::emails},     {"numbers", &ColumnFacts::numbers}, {"dates", &ColumnFacts::dates},
                        {"words", &ColumnFacts::words},   {"distinct", &ColumnFacts::distinct}, {"length", &ColumnFacts::length}};

QJsonObject columnJson(const ProfileColumn &column)
{
    QJsonObject json{{QStringLiteral("header"), column.header}, {QStringLiteral("field"), column.field}};
    for (const Share &share : shares)
        json.insert(QLatin1String(share.name), qRound(column.facts.*share.member * 1000) / 1000.0);
    return json;
}

ProfileColumn columnFromJson(const QJsonObject &json)
{
    ProfileColumn column{json.value(QStringLiteral("header")).toString(), json.value(QStringLiteral("field")).toString(), {}};
    for (const Share &share : shares)
        column.facts.*share.member = json.value(QLatin1String(share.name)).toDouble();
    return column;
}

/// Over everything but the hash itself.
QString contentHash(QJsonObject document)
{
    document.remove(QStringLiteral("hash"));
    return QString::fromLatin1(QCryptographicHash::hash(QJsonDocument(document).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256).toHex());
}

} // namespace

QJsonObject profileToJson(const ImportProfile &profile)
{
    QJsonArray columns;
    for (const ProfileColumn &column : profile.columns)
        columns.append(columnJson(column));
    QJsonObject policies;
    for (auto it = profile.fieldPolicies.cbegin(); it != profile.fieldPolicies.cend(); ++it)
        policies.insert(it.key(), fieldPolicyName(it.value()));
    QStringList clears(profile.emptyClears.cbegin(), profile.emptyClears.cend());
    clears.sort();
    QJsonObject document{{QStringLiteral("profile"), profileFormat},
                         {QStringLiteral("name"), profile.name},
                         {QStringLiteral("kind"), profile.kind},
                         {QStringLiteral("version"), profile.version},
                         {QStringLiteral("signature"), profile.signature()},
                         {QStringLiteral("setSignature"), profile.setSignature()},
                         {QStringLiteral("columns"), columns},
                         {QStringLiteral("gradeMap"), wordsJson(profile.gradeMap)},
                         {QStringLiteral("defaults"), wordsJson(profile.defaults)},
                         {QStringLiteral("fieldPolicies"), policies},
                         {QStringLiteral("emptyClears"), QJsonArray::fromStringList(clears)},
                         {QStringLiteral("policy"), rowPolicyName(profile.policy)},
                         {QStringLiteral("onMatch"), matchPolicyName(profile.onMatch)},
                         {QStringLiteral("dateOrder"), static_cast<int>(profile.dateOrder)},
                         {QStringLiteral("loginTemplate"), profile.loginTemplate}};
    document.insert(QStringLiteral("hash"), contentHash(document));
    return document;
}

Result<ImportProfile> profileFromJson(const QJsonObject &document)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("intake", text); };
    ImportProfile profile;
    profile.name = document.value(QStringLiteral("name")).toString();
    profile.kind = document.value(QStringLiteral("kind")).toString();
    if (document.value(QStringLiteral("profile")).toInt() != profileFormat || profile.name.isEmpty() || !importKind(profile.kind))
        return failure(Error::Kind::Corrupt, QStringLiteral("F02"), tr("This is not an import profile"), tr("Export it again"));
    if (document.value(QStringLiteral("hash")).toString() != contentHash(document))
        return failure(Error::Kind::Corrupt, QStringLiteral("PROFILE-HASH"), tr("The profile was changed after it was exported"), tr("Export it again"));
    profile.version = document.value(QStringLiteral("version")).toInt(1);
    for (const QJsonValue &column : document.value(QStringLiteral("columns")).toArray())
        profile.columns.append(columnFromJson(column.toObject()));
    profile.gradeMap = wordsFromJson(document.value(QStringLiteral("gradeMap")).toObject());
    profile.defaults = wordsFromJson(document.value(QStringLiteral("defaults")).toObject());
    const QJsonObject policies = document.value(QStringLiteral("fieldPolicies")).toObject();
    for (auto it = policies.begin(); it != policies.end(); ++it)
        profile.fieldPolicies.insert(it.key(), fieldPolicyFromName(it.value().toString()).value_or(FieldPolicy::FileWins));
    for (const QJsonValue &field : document.value(QStringLiteral("emptyClears")).toArray())
        profile.emptyClears.insert(field.toString());
    profile.policy = rowPolicyFromName(document.value(QStringLiteral("policy")).toString()).value_or(RowPolicy::AddAndUpdate);
    profile.onMatch = matchPolicyFromName(document.value(QStringLiteral("onMatch")).toString()).value_or(MatchPolicy::Override);
    profile.dateOrder = static_cast<DateOrder>(qBound(0, document.value(QStringLiteral("dateOrder")).toInt(), 2));
    profile.loginTemplate = document.value(QStringLiteral("loginTemplate")).toString();
    return profile;
}

} // namespace certdesk
