// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/finding.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <algorithm>

namespace certdesk {

namespace {

/// The line that stands for a finding in order and hash.
QByteArray canonical(const Finding &finding)
{
    constexpr char separator = '\x1f';
    QByteArray line = finding.rule.toUtf8();
    line.append(separator).append(severityName(finding.severity).toLatin1());
    line.append(separator).append(entityDef(finding.kind).name);
    line.append(separator).append(QJsonDocument(finding.key).toJson(QJsonDocument::Compact));
    return line.append(separator).append(finding.message.toUtf8());
}

} // namespace

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return QStringLiteral("INFO");
    case Severity::Warning:
        return QStringLiteral("WARNING");
    case Severity::Fatal:
        return QStringLiteral("FATAL");
    case Severity::Refuse:
        break;
    }
    return QStringLiteral("REFUSE");
}

std::optional<Severity> severityFromName(const QString &name)
{
    const QString word = name.trimmed().toUpper();
    if (word == QLatin1String("CRITICAL"))
        return Severity::Fatal;
    for (const Severity severity : {Severity::Info, Severity::Warning, Severity::Fatal, Severity::Refuse}) {
        if (word == severityName(severity))
            return severity;
    }
    return std::nullopt;
}

QString RuleOutcome::severityText() const
{
    QStringList names;
    for (const Severity severity : severities)
        names.append(severityName(severity));
    return names.join(QLatin1Char('/'));
}

qint64 CheckResult::count(Severity severity) const
{
    return std::count_if(findings.cbegin(), findings.cend(), [severity](const Finding &finding) { return finding.severity == severity; });
}

bool CheckResult::couldNotCheck() const
{
    return std::any_of(rules.cbegin(), rules.cend(), [](const RuleOutcome &rule) { return rule.error.has_value(); });
}

bool CheckResult::hasBlocking() const
{
    return std::any_of(findings.cbegin(), findings.cend(), [](const Finding &finding) { return isBlocking(finding.severity); });
}

void sortFindings(QVector<Finding> &findings)
{
    QVector<QPair<QByteArray, qsizetype>> order;
    order.reserve(findings.size());
    for (qsizetype i = 0; i < findings.size(); ++i)
        order.append({canonical(findings[i]), i});
    std::sort(order.begin(), order.end());
    QVector<Finding> sorted;
    sorted.reserve(findings.size());
    for (const auto &[line, index] : std::as_const(order))
        sorted.append(std::move(findings[index]));
    findings = std::move(sorted);
}

QString verdictHash(QVector<Finding> findings)
{
    sortFindings(findings);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Finding &finding : std::as_const(findings)) {
        hash.addData(canonical(finding));
        hash.addData(QByteArrayLiteral("\n"));
    }
    return QString::fromLatin1(hash.result().toHex());
}

QJsonObject findingJson(const Finding &finding)
{
    return {{QStringLiteral("rule"), finding.rule},
            {QStringLiteral("severity"), severityName(finding.severity)},
            {QStringLiteral("entity"), QLatin1String(entityDef(finding.kind).name)},
            {QStringLiteral("key"), finding.key},
            {QStringLiteral("message"), finding.message},
            {QStringLiteral("fix"), finding.fix}};
}

} // namespace certdesk
