// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/findingsreport.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QStringList>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FindingsReport", text);
}

QString text(const QJsonValue &value)
{
    return value.toVariant().toString().toHtmlEscaped();
}

QString text(const QJsonObject &object, const char *name)
{
    return text(object.value(QLatin1String(name)));
}

QString table(const QString &caption, const QStringList &headings, const QVector<QStringList> &rows)
{
    QString html = QStringLiteral("<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\"><caption>%1</caption><thead><tr>").arg(caption);
    for (const QString &heading : headings)
        html += QStringLiteral("<th scope=\"col\">%1</th>").arg(heading);
    html += QLatin1String("</tr></thead><tbody>");
    for (const QStringList &row : rows) {
        html += QLatin1String("<tr>");
        for (const QString &cell : row)
            html += QStringLiteral("<td>%1</td>").arg(cell);
        html += QLatin1String("</tr>");
    }
    return html + QLatin1String("</tbody></table>\n");
}

QString recordCell(const QJsonObject &finding)
{
    const QString words = text(finding, "entity") + QLatin1Char(' ') + keyText(finding.value(QLatin1String("key")).toObject()).toHtmlEscaped();
    const qint64 id = finding.value(QLatin1String("recordId")).toInteger();
    return id ? QStringLiteral("<a href=\"certdesk:%1/%2\">%3</a>").arg(text(finding, "entity")).arg(id).arg(words) : words;
}

QString facts(const QJsonObject &document)
{
    QVector<QStringList> rows;
    for (const QJsonValue &fact : document.value(QLatin1String("facts")).toArray())
        rows.append({text(fact.toArray().at(0)), text(fact.toArray().at(1))});
    for (const auto &[name, title] : {std::pair{"verdictHash", tr("Verdict")}, std::pair{"rulePackHash", tr("Rules")}}) {
        if (document.contains(QLatin1String(name)))
            rows.append({title, text(document, name)});
    }
    return rows.isEmpty() ? QString() : table(tr("About this run"), {tr("What"), tr("Value")}, rows);
}

QString totals(const QJsonObject &document)
{
    QHash<QString, qint64> severities;
    QHash<QString, qint64> places;
    const QJsonArray findings = document.value(QLatin1String("findings")).toArray();
    for (const QJsonValue &value : findings) {
        const QJsonObject finding = value.toObject();
        ++severities[finding.value(QLatin1String("severity")).toString()];
        ++places[finding.value(QLatin1String("entity")).toString() + QLatin1Char('\n') + finding.value(QLatin1String("school")).toString()];
    }
    QVector<QStringList> rows;
    for (const char *severity : {"REFUSE", "FATAL", "WARNING", "INFO"})
        rows.append({QLatin1String(severity), QString::number(severities.value(QLatin1String(severity)))});
    QString html = QStringLiteral("<h2>%1</h2>\n").arg(tr("Totals")) + table(tr("Findings by severity"), {tr("Severity"), tr("Findings")}, rows);
    rows.clear();
    for (const QJsonValue &value : document.value(QLatin1String("totals")).toArray()) {
        const QJsonObject total = value.toObject();
        const QString place = total.value(QLatin1String("entity")).toString() + QLatin1Char('\n') + total.value(QLatin1String("school")).toString();
        rows.append({text(total, "entity"), text(total, "school"), text(total, "rows"), QString::number(places.value(place))});
    }
    return rows.isEmpty() ? html : html + table(tr("Records by kind and school"), {tr("Records"), tr("School"), tr("Rows"), tr("Findings")}, rows);
}

QString ruleSection(const QJsonObject &rule, const QJsonArray &findings)
{
    const QString code = rule.value(QLatin1String("code")).toString();
    QVector<QStringList> rows;
    for (const QJsonValue &value : findings) {
        const QJsonObject finding = value.toObject();
        if (finding.value(QLatin1String("rule")).toString() == code)
            rows.append({text(finding, "severity"), recordCell(finding), text(finding, "school"), text(finding, "message"), text(finding, "fix")});
    }
    QString html = QStringLiteral("<h3>%1: %2</h3>\n<p>%3, %4</p>\n")
                       .arg(text(rule, "code"), text(rule, "title"), text(rule, "severity"), tr("findings: %1").arg(rows.size()));
    if (rule.contains(QLatin1String("message")))
        html += QStringLiteral("<p>%1: %2<br>%3: %4</p>\n").arg(tr("Message"), text(rule, "message"), tr("How to fix"), text(rule, "howToFix"));
    return html + table(tr("Findings of %1").arg(code.toHtmlEscaped()), {tr("Severity"), tr("Record"), tr("School"), tr("Message"), tr("How to fix")}, rows);
}

QString list(const QString &heading, const QStringList &items)
{
    if (items.isEmpty())
        return {};
    return QStringLiteral("<h2>%1</h2>\n<ul><li>%2</li></ul>\n").arg(heading, items.join(QLatin1String("</li><li>")));
}

} // namespace

QString keyText(const QJsonObject &key)
{
    QStringList parts;
    for (auto it = key.begin(); it != key.end(); ++it)
        parts.append(it.key() + QLatin1Char(' ') + it.value().toVariant().toString());
    return parts.join(QLatin1String(", "));
}

QString findingsHtml(const QJsonObject &document)
{
    const QJsonArray findings = document.value(QLatin1String("findings")).toArray();
    QString sections;
    QStringList clean;
    QStringList unchecked;
    for (const QJsonValue &value : document.value(QLatin1String("rules")).toArray()) {
        const QJsonObject rule = value.toObject();
        const QString name = text(rule, "code") + QLatin1String(": ") + text(rule, "title");
        if (rule.contains(QLatin1String("error")))
            unchecked.append(name + QLatin1String(". ") + text(rule, "error"));
        else if (rule.value(QLatin1String("findings")).toInteger() == 0)
            clean.append(name);
        else
            sections += ruleSection(rule, findings);
    }
    const QString title = text(document, "title");
    return QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%1</title></head><body>\n<h1>%1</h1>\n").arg(title)
        + facts(document) + totals(document) + list(tr("Could not be checked"), unchecked)
        + QStringLiteral("<h2>%1</h2>\n").arg(sections.isEmpty() ? tr("No findings") : tr("Findings")) + sections
        + list(tr("Rules that found nothing"), clean) + QLatin1String("</body></html>\n");
}

} // namespace certdesk
