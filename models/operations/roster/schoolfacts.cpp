// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/roster/schoolfacts.h"

#include "models/intake/values.h"
#include "models/store/batch.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SchoolFacts", text);
}

tl::unexpected<Error> wrongValue(const QString &field, const QString &text)
{
    return failure(Error::Kind::Invalid, QStringLiteral("C02"), tr("\"%1\" cannot stand in the field \"%2\".").arg(text, field),
                   tr("Grades are PK, KG, 01 to 12; feeders are written 09:200,300."));
}

/// As it is stored: grades in their canonical form, feeders as JSON.
Result<Value> valueOf(const QString &field, const QString &text)
{
    if (text.isEmpty())
        return Value();
    if (field == QLatin1String("low_grade") || field == QLatin1String("high_grade")) {
        const auto grade = normalizedGrade(text, 0);
        if (!grade || *grade == graduatedGrade)
            return wrongValue(field, text);
        return Value(*grade);
    }
    if (field == QLatin1String("feeders")) {
        const auto json = feedersJson(text);
        if (!json)
            return wrongValue(field, text);
        return Value(*json);
    }
    return Value(text);
}

} // namespace

std::optional<QString> feedersJson(const QString &text)
{
    QJsonObject feeders;
    for (const QString &part : text.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const auto grade = normalizedGrade(part.section(QLatin1Char(':'), 0, 0), 0);
        QJsonArray schools;
        for (const QString &code : part.section(QLatin1Char(':'), 1).split(QLatin1Char(','), Qt::SkipEmptyParts))
            schools.append(code.trimmed());
        if (!grade || *grade == graduatedGrade || schools.isEmpty())
            return std::nullopt;
        feeders.insert(*grade, schools);
    }
    return QString::fromUtf8(QJsonDocument(feeders).toJson(QJsonDocument::Compact));
}

QString feedersText(const QString &json)
{
    const QJsonObject feeders = QJsonDocument::fromJson(json.toUtf8()).object();
    QStringList parts;
    for (auto it = feeders.begin(); it != feeders.end(); ++it) {
        QStringList codes;
        for (const QJsonValue &code : it.value().isArray() ? it.value().toArray() : QJsonArray{it.value()})
            codes.append(code.toString());
        parts.append(it.key() + QLatin1Char(':') + codes.join(QLatin1Char(',')));
    }
    return parts.join(QLatin1String("; "));
}

Result<qint64> setSchoolFields(Session &session, const QString &schoolCode, const QVector<QPair<QString, QString>> &fields, const QString &reason, bool dryRun)
{
    static const QStringList settable{QStringLiteral("name"),         QStringLiteral("number"),        QStringLiteral("state_id"),      QStringLiteral("low_grade"),
                                      QStringLiteral("high_grade"),   QStringLiteral("roster_source"), QStringLiteral("contact_name"),  QStringLiteral("contact_email"),
                                      QStringLiteral("contact_phone"), QStringLiteral("enabled_grades"), QStringLiteral("feeders")};
    if (const auto allowed = session.require(Right::Configure); !allowed)
        return tl::unexpected(allowed.error());
    const auto schools = session.records(EntityKind::School);
    if (!schools)
        return tl::unexpected(schools.error());
    const auto school = std::find_if(schools->cbegin(), schools->cend(), [&](const Record &row) { return row.text("school_code") == schoolCode; });
    if (school == schools->cend())
        return failure(Error::Kind::Invalid, QStringLiteral("K13"), tr("School %1 is unknown, or not one of yours.").arg(schoolCode), tr("Look it up with: list schools"));
    RowChange change{RowChange::Operation::Update, EntityKind::School, school->id, school->version, {}, 0};
    for (const auto &[name, text] : fields) {
        if (!settable.contains(name))
            return failure(Error::Kind::Invalid, QStringLiteral("NO-FIELD"), tr("A school has no field \"%1\" that can be set.").arg(name), settable.join(QLatin1String(", ")));
        const auto value = valueOf(name, text.trimmed());
        if (!value)
            return tl::unexpected(value.error());
        const int field = school->def().index(name.toLatin1().constData());
        if (school->values[field] != *value)
            change.fields.append({field, *value});
    }
    if (change.fields.isEmpty() || dryRun)
        return 0;
    BatchInfo batch;
    batch.kind = QStringLiteral("school");
    batch.schools = QStringList{schoolCode};
    CommitBatch command(QStringLiteral("EditSchool"), Right::Configure, batch, {change});
    command.setReason(reason);
    if (const auto done = session.apply(command); !done)
        return tl::unexpected(done.error());
    return command.batchId();
}

} // namespace certdesk
