// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/measure.h"

#include "models/domain/day.h"
#include "models/store/rules/ruleengine.h"
#include "models/store/session.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Measure", text);
}

QString sign(const QString &organization, const QString &entity, const QJsonObject &key)
{
    return organization + QLatin1Char(' ') + entity + QLatin1Char(' ') + QString::fromUtf8(QJsonDocument(key).toJson(QJsonDocument::Compact));
}

using Signs = QHash<QString, QSet<QString>>; ///< "EX-10 FATAL" to the records

Signs plantedIn(const QJsonObject &truth, const QString &organization)
{
    Signs planted;
    for (const QJsonValue &value : truth.value(QLatin1String("faults")).toArray()) {
        const QJsonObject fault = value.toObject();
        const QString what = fault.value(QLatin1String("class")).toString();
        const QString owner = fault.value(QLatin1String("organization")).toString();
        if ((!organization.isEmpty() && owner != organization) || (what != QLatin1String("positive") && what != QLatin1String("side-effect")))
            continue;
        const QString rule = fault.value(QLatin1String("rule")).toString() + QLatin1Char(' ') + fault.value(QLatin1String("severity")).toString();
        planted[rule].insert(sign(owner, fault.value(QLatin1String("entity")).toString(), fault.value(QLatin1String("key")).toObject()));
    }
    return planted;
}

Result<QJsonObject> readTruth(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::NotFound, QStringLiteral("F01"), tr("The truth file cannot be read."), tr("Check its name."));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.object().value(QLatin1String("faults")).isArray())
        return failure(Error::Kind::Corrupt, QStringLiteral("F02"), tr("This is not a truth file."), tr("Take the truth.json of the sample."));
    return document.object();
}

} // namespace

double RuleMeasure::precision() const
{
    return found + wrong == 0 ? (positives == 0 ? 1.0 : 0.0) : static_cast<double>(found) / static_cast<double>(found + wrong);
}

double RuleMeasure::recall() const
{
    return positives == 0 ? 1.0 : static_cast<double>(found) / static_cast<double>(positives);
}

QVector<RuleMeasure> measureFindings(const CheckResult &result, const QHash<qint64, QString> &organizations, const QJsonObject &truth, const QString &organization)
{
    const Signs planted = plantedIn(truth, organization);
    Signs found;
    for (const Finding &finding : result.findings)
        found[finding.rule + QLatin1Char(' ') + severityName(finding.severity)].insert(sign(organizations.value(finding.organization), QLatin1String(entityDef(finding.kind).name), finding.key));
    QVector<RuleMeasure> measures;
    for (const RuleOutcome &outcome : result.rules) {
        for (const Severity severity : outcome.severities) {
            const QString rule = outcome.code + QLatin1Char(' ') + severityName(severity);
            const QSet<QString> wanted = planted.value(rule);
            const QSet<QString> got = found.value(rule);
            const qint64 both = (QSet<QString>(wanted) & got).size();
            measures.append({outcome.code, severity, wanted.size(), both, got.size() - both});
        }
    }
    return measures;
}

Result<QVector<RuleMeasure>> measureRules(Session &session, const QString &truthFile, Progress *progress)
{
    const auto truth = readTruth(truthFile);
    if (!truth)
        return tl::unexpected(truth.error());
    if (const auto asOf = dayFromIso(truth->value(QLatin1String("asOf")).toString()))
        session.setAsOf(*asOf);
    const auto run = runRules(session, {}, progress);
    if (!run)
        return tl::unexpected(run.error());
    for (const RuleOutcome &outcome : run->result.rules) {
        if (outcome.error)
            return failure(Error::Kind::Unavailable, QStringLiteral("RULE-ERROR"), tr("The rule %1 could not be checked: %2").arg(outcome.code, outcome.error->message),
                           outcome.error->next, outcome.error->detail);
    }
    return measureFindings(run->result, run->organizations, *truth, session.info().isState ? QString() : session.info().organizationCode);
}

} // namespace certdesk
