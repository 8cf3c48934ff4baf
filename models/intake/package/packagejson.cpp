// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/importjson.h"
#include "models/intake/package/packageplan.h"

namespace certdesk {

namespace {

QJsonObject countsJson(const StatusCounts &counts)
{
    QJsonObject json;
    for (int status = 0; status < rowStatusCount; ++status)
        json.insert(rowStatusName(static_cast<RowStatus>(status)), counts[static_cast<size_t>(status)]);
    return json;
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

QJsonObject packageReport(const PackagePlan &plan, std::optional<qint64> batch, bool dryRun)
{
    QJsonArray files;
    for (const PackageFilePlan &file : plan.files) {
        files.append(QJsonObject{{QStringLiteral("name"), file.name},
                                 {QStringLiteral("use"), textOrNull(file.role)},
                                 {QStringLiteral("mode"), file.delta ? QStringLiteral("delta") : QStringLiteral("bulk")},
                                 {QStringLiteral("rows"), file.rows},
                                 {QStringLiteral("counts"), countsJson(file.counts)}});
    }
    QJsonObject ledgers;
    for (auto it = plan.ledgers.cbegin(); it != plan.ledgers.cend(); ++it)
        ledgers.insert(it.key(), countsJson(*it));
    return {{QStringLiteral("kind"), plan.kind},
            {QStringLiteral("version"), textOrNull(plan.version)},
            {QStringLiteral("file"), plan.identity.path},
            {QStringLiteral("sha256"), plan.identity.sha256},
            {QStringLiteral("dialect"), QJsonObject{{QStringLiteral("encoding"), QStringLiteral("UTF-8")}, {QStringLiteral("delimiter"), QStringLiteral(",")}, {QStringLiteral("headerRow"), 1}}},
            {QStringLiteral("mapping"), QJsonArray()},
            {QStringLiteral("rows"), plan.rows},
            {QStringLiteral("counts"), countsJson(plan.counts)},
            {QStringLiteral("files"), files},
            {QStringLiteral("ledgers"), ledgers},
            {QStringLiteral("errors"), findingsJson(plan.findings, {IntakeSeverity::Error, IntakeSeverity::Decision})},
            {QStringLiteral("warnings"), findingsJson(plan.findings, {IntakeSeverity::Warning, IntakeSeverity::Information})},
            {QStringLiteral("batch"), batch ? QJsonValue(*batch) : QJsonValue()},
            {QStringLiteral("dryRun"), dryRun}};
}

QJsonObject packageInspection(const PackageSet &set)
{
    QJsonArray files;
    for (const PackageFile &file : set.files) {
        files.append(QJsonObject{{QStringLiteral("name"), file.name},
                                 {QStringLiteral("use"), textOrNull(file.role)},
                                 {QStringLiteral("mode"), file.delta ? QStringLiteral("delta") : QStringLiteral("bulk")},
                                 {QStringLiteral("rows"), file.rowCount()},
                                 {QStringLiteral("dialect"), dialectJson(file.table.dialect)},
                                 {QStringLiteral("header"), QJsonArray::fromStringList(file.table.columns)}});
    }
    return {{QStringLiteral("file"), set.identity.path},
            {QStringLiteral("sha256"), set.identity.sha256},
            {QStringLiteral("type"), QStringLiteral("package")},
            {QStringLiteral("kind"), set.kind},
            {QStringLiteral("source"), set.kind == QLatin1String("clever") ? QStringLiteral("Clever") : QStringLiteral("OneRoster ") + set.version},
            {QStringLiteral("version"), textOrNull(set.version)},
            {QStringLiteral("files"), files},
            {QStringLiteral("rows"), set.rowCount()},
            {QStringLiteral("findings"),
             findingsJson(set.findings, {IntakeSeverity::Error, IntakeSeverity::Decision, IntakeSeverity::Warning, IntakeSeverity::Information})}};
}

} // namespace certdesk
