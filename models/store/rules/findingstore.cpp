// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rules/findingstore.h"

#include "models/store/migrator.h"
#include "models/store/rules/findingrows.h"

#include <QJsonDocument>

namespace certdesk {

namespace {

QStringList columnsOfFinding()
{
    return {QStringLiteral("id"),         QStringLiteral("rule_code"), QStringLiteral("severity"), QStringLiteral("entity"), QStringLiteral("record_id"),
            QStringLiteral("record_key"), QStringLiteral("message"),   QStringLiteral("fix"),      QStringLiteral("found_at")};
}

} // namespace

void insertFindings(Transaction &transaction, const QVector<Finding> &findings)
{
    if (findings.isEmpty())
        return;
    qint64 id = transaction.reserveIds(QStringLiteral("finding"), findings.size());
    BulkInsert rows(transaction.connection(), QStringLiteral("finding"), columnsOfFinding());
    for (const Finding &finding : findings) {
        rows.put(Value(id++));
        rows.put(Value(finding.rule));
        rows.put(Value(severityName(finding.severity)));
        rows.put(Value(QString::fromLatin1(entityDef(finding.kind).name)));
        rows.put(Value(finding.recordId));
        rows.put(Value(QString::fromUtf8(QJsonDocument(finding.key).toJson(QJsonDocument::Compact))));
        rows.put(Value(finding.message));
        rows.put(Value(finding.fix));
        rows.put(Value(transaction.now()));
        rows.endRow();
    }
    rows.finish();
}

void StoreFindings::perform(Transaction &transaction)
{
    QSet<QString> replaced;
    for (const RuleOutcome &outcome : std::as_const(m_result.rules)) {
        if (outcome.error)
            continue;
        replaced.insert(outcome.code);
        transaction.connection().prepared(QStringLiteral("DELETE FROM finding WHERE rule_code = ?")).run(Value(outcome.code));
    }
    QVector<Finding> fresh;
    for (const Finding &finding : std::as_const(m_result.findings)) {
        if (replaced.contains(finding.rule))
            fresh.append(finding);
    }
    insertFindings(transaction, fresh);
    if (m_sequence && !m_result.couldNotCheck())
        writeSetting(transaction.connection(), QStringLiteral("checked_sequence"), QString::number(*m_sequence));
}

} // namespace certdesk
