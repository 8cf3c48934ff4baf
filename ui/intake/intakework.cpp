// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/intakedesk.h"

#include <QJsonArray>

namespace certdesk {

namespace {

QJsonArray wordsJson(const QSet<QString> &words)
{
    QStringList sorted(words.cbegin(), words.cend());
    sorted.sort();
    return QJsonArray::fromStringList(sorted);
}

QSet<QString> wordsFromJson(const QJsonValue &value)
{
    QSet<QString> words;
    const QJsonArray list = value.toArray();
    for (const QJsonValue &word : list)
        words.insert(word.toString());
    return words;
}

QJsonObject optionsJson(const ImportOptions &options)
{
    QJsonArray skipped;
    for (const int row : options.skipped)
        skipped.append(row);
    return {{QStringLiteral("schoolYear"), options.schoolYear},
            {QStringLiteral("school"), options.school},
            {QStringLiteral("policy"), rowPolicyName(options.policy)},
            {QStringLiteral("accepted"), wordsJson(options.accepted)},
            {QStringLiteral("overrides"), wordsJson(options.overrides)},
            {QStringLiteral("emptyClears"), wordsJson(options.emptyClears)},
            {QStringLiteral("skipped"), skipped},
            {QStringLiteral("dateOrder"), static_cast<int>(options.dateOrder)}};
}

ImportOptions optionsFromJson(const QJsonObject &json)
{
    ImportOptions options;
    options.schoolYear = json[QStringLiteral("schoolYear")].toInteger();
    options.school = json[QStringLiteral("school")].toString();
    options.policy = rowPolicyFromName(json[QStringLiteral("policy")].toString()).value_or(RowPolicy::AddAndUpdate);
    options.accepted = wordsFromJson(json[QStringLiteral("accepted")]);
    options.overrides = wordsFromJson(json[QStringLiteral("overrides")]);
    options.emptyClears = wordsFromJson(json[QStringLiteral("emptyClears")]);
    const QJsonArray skipped = json[QStringLiteral("skipped")].toArray();
    for (const QJsonValue &row : skipped)
        options.skipped.insert(row.toInt());
    options.dateOrder = static_cast<DateOrder>(json[QStringLiteral("dateOrder")].toInt());
    return options;
}

} // namespace

QJsonObject workJson(const IntakeWork &work)
{
    const ImportRequest &request = work.request;
    QJsonArray columns;
    for (const auto &[field, column] : request.columns)
        columns.append(QJsonArray{field, column});
    QJsonArray corrections;
    for (const CellCorrection &correction : request.corrections)
        corrections.append(QJsonArray{correction.row, correction.column, correction.text});
    QJsonObject json{{QStringLiteral("operation"), work.operation},
                     {QStringLiteral("file"), request.file},
                     {QStringLiteral("encoding"), static_cast<int>(request.read.encoding)},
                     {QStringLiteral("delimiter"), QString(QLatin1Char(request.read.delimiter ? request.read.delimiter : ' ')).trimmed()},
                     {QStringLiteral("sheet"), request.read.sheet},
                     {QStringLiteral("headerRow"), request.read.headerRow},
                     {QStringLiteral("columns"), columns},
                     {QStringLiteral("onlyColumns"), request.onlyColumns},
                     {QStringLiteral("corrections"), corrections},
                     {QStringLiteral("options"), optionsJson(request.options)},
                     {QStringLiteral("absent"), static_cast<int>(work.absent)},
                     {QStringLiteral("archiveReason"), work.archiveReason},
                     {QStringLiteral("reason"), work.reason}};
    if (request.read.delimiter == '\t')
        json.insert(QStringLiteral("delimiter"), QStringLiteral("tab"));
    if (work.mode)
        json.insert(QStringLiteral("mode"), commitModeName(*work.mode));
    return json;
}

IntakeWork workFromJson(const QJsonObject &json)
{
    IntakeWork work;
    work.operation = json[QStringLiteral("operation")].toString();
    ImportRequest &request = work.request;
    request.file = json[QStringLiteral("file")].toString();
    request.read.encoding = static_cast<TextEncoding>(json[QStringLiteral("encoding")].toInt());
    const QString delimiter = json[QStringLiteral("delimiter")].toString();
    request.read.delimiter = delimiter == QLatin1String("tab") ? '\t' : delimiter.isEmpty() ? '\0' : delimiter[0].toLatin1();
    request.read.sheet = json[QStringLiteral("sheet")].toString();
    request.read.headerRow = json[QStringLiteral("headerRow")].toInt();
    request.onlyColumns = json[QStringLiteral("onlyColumns")].toBool();
    const QJsonArray columns = json[QStringLiteral("columns")].toArray();
    for (const QJsonValue &pair : columns)
        request.columns.append({pair[0].toString(), pair[1].toString()});
    const QJsonArray corrections = json[QStringLiteral("corrections")].toArray();
    for (const QJsonValue &one : corrections)
        request.corrections.append({one[0].toInt(), one[1].toInt(), one[2].toString()});
    request.options = optionsFromJson(json[QStringLiteral("options")].toObject());
    work.absent = static_cast<RosterRequest::Absent>(json[QStringLiteral("absent")].toInt());
    work.archiveReason = json[QStringLiteral("archiveReason")].toString();
    work.reason = json[QStringLiteral("reason")].toString();
    work.mode = commitModeFromName(json[QStringLiteral("mode")].toString());
    return work;
}

} // namespace certdesk
