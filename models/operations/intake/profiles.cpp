// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/intake/profiles.h"

#include "models/store/command.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace certdesk {

namespace {

constexpr EntityKind P = EntityKind::ImportProfile;

QString tr(const char *text)
{
    return QCoreApplication::translate("ImportRun", text);
}

Result<ImportProfile> profileOf(const Record &record)
{
    return profileFromJson(QJsonDocument::fromJson(record.text("document").toUtf8()).object());
}

} // namespace

Result<QVector<ImportProfile>> readProfiles(Session &session)
{
    const auto records = session.records(P);
    if (!records)
        return tl::unexpected(records.error());
    QVector<ImportProfile> profiles;
    for (const Record &record : *records) {
        const auto profile = profileOf(record);
        if (!profile)
            return tl::unexpected(profile.error());
        profiles.append(*profile);
    }
    return profiles;
}

Result<ImportProfile> readProfile(Session &session, const QString &name)
{
    const auto records = session.records(P);
    if (!records)
        return tl::unexpected(records.error());
    for (const Record &record : *records) {
        if (record.text("name") == name)
            return profileOf(record);
    }
    return failure(Error::Kind::NotFound, QStringLiteral("NO-PROFILE"), tr("There is no import profile \"%1\".").arg(name), tr("profile list shows them."));
}

Done saveProfile(Session &session, ImportProfile profile)
{
    const auto records = session.records(P);
    if (!records)
        return tl::unexpected(records.error());
    RowChange change;
    change.kind = P;
    for (const Record &record : *records) {
        if (record.text("name") != profile.name)
            continue;
        change.operation = RowChange::Operation::Update;
        change.id = record.id;
        change.baseVersion = record.version;
        profile.version = static_cast<int>(record.integer("profile_version")) + 1;
    }
    const QString document = QString::fromUtf8(QJsonDocument(profileToJson(profile)).toJson(QJsonDocument::Compact));
    const QPair<const char *, Value> fields[] = {{"name", Value(profile.name)},
                                                 {"kind", Value(profile.kind)},
                                                 {"profile_version", Value(profile.version)},
                                                 {"signature", Value(profile.signature())},
                                                 {"document", Value(document)}};
    for (const auto &[name, value] : fields)
        change.fields.append({entityDef(P).index(name), value});
    ApplyChanges command(QStringLiteral("SaveProfile"), Right::ImportRoster, {change});
    if (const auto done = session.apply(command); !done)
        return tl::unexpected(done.error());
    return {};
}

} // namespace certdesk
