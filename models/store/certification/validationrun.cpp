// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certification/validationrun.h"

#include "models/store/certification/snapshotcommands.h"
#include "models/store/mirror.h"
#include "models/store/rules/ruleengine.h"
#include "models/store/session.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ValidationRun", text);
}

bool usesStep(const EventDocument::Group &group, WizardStep step)
{
    return step == WizardStep::Validation ? group.district : step == WizardStep::StateValidation ? group.state : group.snapshot;
}

QString titleOf(const ParticipationFacts &facts, WizardStep step)
{
    const QString who = (facts.participation.text("organization_code") + QLatin1Char(' ') + facts.schoolCode()).trimmed();
    if (step == WizardStep::Validation)
        return (facts.schoolCode().isEmpty() ? tr("District validation: %1, %2") : tr("School validation: %1, %2")).arg(facts.document.name, who);
    if (step == WizardStep::StateValidation)
        return tr("State validation: %1, %2").arg(facts.document.name, who);
    return tr("Snapshot %1: %2, %3").arg(facts.snapshot ? facts.snapshot->integer("number") : 0).arg(facts.document.name, who);
}

QJsonObject ruleJson(const RuleOutcome &outcome)
{
    QJsonObject json{{QStringLiteral("code"), outcome.code}, {QStringLiteral("title"), outcome.title},
                     {QStringLiteral("severity"), outcome.severityText()}, {QStringLiteral("message"), outcome.message},
                     {QStringLiteral("howToFix"), outcome.howToFix}, {QStringLiteral("checked"), outcome.checked},
                     {QStringLiteral("findings"), outcome.findings}, {QStringLiteral("milliseconds"), outcome.milliseconds}};
    if (outcome.error)
        json.insert(QStringLiteral("error"), outcome.error->message);
    return json;
}

QJsonArray factsOf(Session &session, const ParticipationFacts &facts, const RecordResult::Input &input)
{
    return {QJsonArray{tr("Event"), facts.document.name},
            QJsonArray{tr("Participant"), (facts.participation.text("organization_code") + QLatin1Char(' ') + facts.schoolCode()).trimmed()},
            QJsonArray{tr("School year"), schoolYearName(facts.document.schoolYear)}, QJsonArray{tr("Step"), labelOfCode(stepName(input.step))},
            QJsonArray{tr("Round"), QString::number(facts.participation.integer("round"))}, QJsonArray{tr("As of"), isoDay(session.today())}};
}

void describe(const CheckRunResult &run, RecordResult::Input &input)
{
    QJsonArray rules, findings, totals, blocking;
    for (const RuleOutcome &outcome : run.result.rules) {
        rules.append(ruleJson(outcome));
        if (outcome.error) {
            blocking.append(outcome.code);
            ++input.fatal;
        }
    }
    for (const Finding &finding : run.result.findings) {
        QJsonObject json = findingJson(finding);
        json.insert(QStringLiteral("recordId"), finding.recordId);
        json.insert(QStringLiteral("school"), run.schools.value(finding.schoolId));
        findings.append(json);
        if (isBlocking(finding.severity) && !blocking.contains(finding.rule))
            blocking.append(finding.rule);
    }
    for (const RecordTotal &total : run.totals)
        totals.append(QJsonObject{{QStringLiteral("entity"), QString::fromLatin1(entityDef(total.kind).name)},
                                  {QStringLiteral("school"), run.schools.value(total.schoolId)}, {QStringLiteral("rows"), total.rows}});
    input.fatal += run.result.count(Severity::Fatal) + run.result.count(Severity::Refuse);
    input.warning = run.result.count(Severity::Warning);
    input.info = run.result.count(Severity::Info);
    input.document.insert(QStringLiteral("rules"), rules);
    input.document.insert(QStringLiteral("findings"), findings);
    input.document.insert(QStringLiteral("totals"), totals);
    input.document.insert(QStringLiteral("blockingRules"), blocking);
    input.document.insert(QStringLiteral("rulePackHash"), run.rulePackHash);
    input.document.insert(QStringLiteral("verdictHash"), verdictHash(run.result.findings));
}

/// Where the rows of the participant are: own rows at the district; at the state those of its organization or snapshot.
Result<CheckRequest> requestFor(Session &session, const ParticipationFacts &facts, WizardStep step)
{
    return session.read<CheckRequest>([&](Connection &connection) {
        CheckRequest request;
        request.rules = eventRules(connection, facts.document, step);
        request.schoolYear = facts.document.schoolYear;
        if (step == WizardStep::Snapshot && facts.snapshot)
            request.snapshot = facts.snapshot->id;
        const auto organizations = recordsWhere(connection, Scope::wholeDatabase(), EntityKind::Organization, QStringLiteral("t.code = ?"),
                                                {facts.participation["organization_code"]});
        const qint64 organization = organizations.isEmpty() ? 0 : organizations.first().id;
        if (step != WizardStep::Validation && request.snapshot == 0)
            request.organization = organization;
        if (!facts.schoolCode().isEmpty()) {
            const auto schools = recordsWhere(connection, Scope::wholeDatabase(), EntityKind::School, QStringLiteral("t.org_id = ? AND t.school_code = ?"),
                                              {Value(organization), Value(facts.schoolCode())});
            request.school = schools.isEmpty() ? 0 : schools.first().id;
        }
        return request;
    });
}

} // namespace

QStringList eventRules(Connection &connection, const EventDocument &document, WizardStep step)
{
    QStringList codes;
    for (const EventDocument::Group &use : document.groups) {
        if (!usesStep(use, step))
            continue;
        const auto groups = recordsWhere(connection, Scope::wholeDatabase(), EntityKind::RuleGroup, QStringLiteral("t.code = ?"), {Value(use.code)});
        if (groups.isEmpty())
            continue;
        for (const QJsonValue &entry : QJsonDocument::fromJson(groups.first().text("rules").toUtf8()).array()) {
            const QString code = entry.isObject() ? entry.toObject().value(QLatin1String("code")).toString() : entry.toString();
            if (!codes.contains(code))
                codes.append(code);
        }
    }
    return codes;
}

Result<RecordResult::Input> runEventRules(Session &session, const ParticipationFacts &facts, WizardStep step, const QString &format, Progress *progress)
{
    RecordResult::Input input;
    input.step = step;
    input.title = titleOf(facts, step);
    input.format = format;
    input.requestedAt = session.now();
    input.document = QJsonObject{{QStringLiteral("title"), input.title}, {QStringLiteral("step"), stepName(step)}, {QStringLiteral("event"), facts.document.name},
                                 {QStringLiteral("round"), facts.participation.integer("round")}, {QStringLiteral("ranAt"), input.requestedAt},
                                 {QStringLiteral("facts"), factsOf(session, facts, input)}};
    if (step == WizardStep::Snapshot && facts.snapshot)
        input.snapshotVersion = facts.snapshot->integer("number");
    const auto request = requestFor(session, facts, step);
    if (!request)
        return tl::unexpected(request.error());
    CheckRunResult run;
    if (!request->rules.isEmpty()) {
        auto ran = runRules(session, *request, progress);
        if (!ran && ran.error().kind == Error::Kind::Cancelled)
            return tl::unexpected(ran.error());
        if (ran) {
            run = std::move(*ran);
        } else {
            input.status = QStringLiteral("RES_FAILED");
            input.failure = ran.error().message;
        }
    }
    describe(run, input);
    return input;
}

} // namespace certdesk
