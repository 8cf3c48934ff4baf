// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/checkrun.h"

#include "models/domain/day.h"
#include "models/store/rules/findingstore.h"
#include "models/store/session.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CheckRun", text);
}

tl::unexpected<Error> absent(const QString &what)
{
    return failure(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), what, tr("Check the name and try again."));
}

/// The id of the one record whose field has this text.
qint64 idOf(Session &session, EntityKind kind, const char *field, const QString &text)
{
    const auto records = session.records(kind);
    if (!records)
        return 0;
    for (const Record &record : *records) {
        if (record.text(field) == text)
            return record.id;
    }
    return 0;
}

Done readSource(Session &session, const CheckOptions &options, CheckRequest &request)
{
    if (options.on.startsWith(QLatin1String("snapshot:"))) {
        request.snapshot = options.on.mid(9).toLongLong();
        if (request.snapshot <= 0 || !session.record(EntityKind::Snapshot, request.snapshot))
            return absent(tr("There is no snapshot \"%1\" in this database.").arg(options.on.mid(9)));
    } else if (options.on == QLatin1String("state") && !session.info().isState) {
        return failure(Error::Kind::Unavailable, QStringLiteral("NOT-STATE"), tr("The state's rows are in the state's database."),
                       tr("Ask for the state validation of an event with: certify EVENT state-validate."));
    }
    if (!options.organizationCode.isEmpty()) {
        request.organization = idOf(session, EntityKind::Organization, "code", options.organizationCode);
        if (request.organization == 0)
            return absent(tr("There is no organization \"%1\".").arg(options.organizationCode));
    }
    return {};
}

Result<CheckRequest> requestOf(Session &session, const CheckOptions &options)
{
    CheckRequest request;
    request.rules = options.rules;
    request.group = options.group;
    request.schoolYear = options.schoolYear;
    request.parameters = options.parameters;
    if (!options.schoolCode.isEmpty()) {
        request.school = idOf(session, EntityKind::School, "school_code", options.schoolCode);
        if (request.school == 0)
            return absent(tr("There is no school \"%1\".").arg(options.schoolCode));
    }
    if (const Done source = readSource(session, options, request); !source)
        return tl::unexpected(source.error());
    return request;
}

QJsonObject ruleJson(const RuleOutcome &outcome)
{
    QJsonObject json{{QStringLiteral("code"), outcome.code},
                     {QStringLiteral("title"), outcome.title},
                     {QStringLiteral("severity"), outcome.severityText()},
                     {QStringLiteral("message"), outcome.message},
                     {QStringLiteral("howToFix"), outcome.howToFix},
                     {QStringLiteral("checked"), outcome.checked},
                     {QStringLiteral("findings"), outcome.findings},
                     {QStringLiteral("milliseconds"), outcome.milliseconds}};
    if (outcome.error)
        json.insert(QStringLiteral("error"), tr("Could not be checked: %1").arg(outcome.error->message));
    return json;
}

QJsonArray factsOf(Session &session, const CheckOptions &options)
{
    QJsonArray facts;
    const auto add = [&facts](const QString &name, const QString &value) {
        if (!value.isEmpty())
            facts.append(QJsonArray{name, value});
    };
    add(tr("Organization"), session.info().organizationName);
    add(tr("Rows"), options.on);
    add(tr("District"), options.organizationCode);
    add(tr("School year"), options.schoolYear ? schoolYearName(options.schoolYear) : tr("all"));
    add(tr("School"), options.schoolCode.isEmpty() ? tr("all") : options.schoolCode);
    add(tr("As of"), isoDay(session.today()));
    return facts;
}

QJsonObject documentOf(Session &session, const CheckOptions &options, const CheckRunResult &run)
{
    QJsonArray rules, findings, totals;
    for (const RuleOutcome &outcome : run.result.rules)
        rules.append(ruleJson(outcome));
    for (const Finding &finding : run.result.findings) {
        QJsonObject json = findingJson(finding);
        json.insert(QStringLiteral("recordId"), finding.recordId);
        json.insert(QStringLiteral("school"), run.schools.value(finding.schoolId));
        if (session.info().isState)
            json.insert(QStringLiteral("organization"), run.organizations.value(finding.organization));
        findings.append(json);
    }
    for (const RecordTotal &total : run.totals)
        totals.append(QJsonObject{{QStringLiteral("entity"), QString::fromLatin1(entityDef(total.kind).name)},
                                  {QStringLiteral("school"), run.schools.value(total.schoolId)},
                                  {QStringLiteral("rows"), total.rows}});
    return {{QStringLiteral("title"), tr("Data validation report")}, {QStringLiteral("facts"), factsOf(session, options)},
            {QStringLiteral("rules"), rules},   {QStringLiteral("findings"), findings},
            {QStringLiteral("totals"), totals}, {QStringLiteral("verdictHash"), verdictHash(run.result.findings)},
            {QStringLiteral("rulePackHash"), run.rulePackHash}};
}

/// Only what a whole look at the plain rows of the database found takes the place of what is stored.
bool mayStore(Session &session, const CheckRequest &request)
{
    return request.isWhole() && session.scope().seesEverything() && !session.connection().isReadOnly();
}

class NoteReport : public Command
{
public:
    NoteReport(qint64 findings, const QString &format) : m_findings(findings), m_format(format) {}
    QString name() const override { return QStringLiteral("ExportFindings"); }
    Right right() const override { return Right::Export; }
    void perform(Transaction &transaction) override
    {
        transaction.note(name(), {{QStringLiteral("format"), m_format}, {QStringLiteral("rows"), m_findings}});
    }

private:
    qint64 m_findings;
    QString m_format;
};

} // namespace

Result<CheckReport> runCheck(Session &session, const CheckOptions &options, Progress *progress)
{
    if (const auto allowed = session.require(Right::RunChecks); !allowed)
        return tl::unexpected(allowed.error());
    const auto request = requestOf(session, options);
    if (!request)
        return tl::unexpected(request.error());
    auto run = runRules(session, *request, progress);
    if (!run)
        return tl::unexpected(run.error());
    if (mayStore(session, *request)) {
        const bool wholeCatalogue = request->rules.isEmpty() && request->group.isEmpty();
        StoreFindings store(run->result, wholeCatalogue ? std::optional(run->sequence) : std::nullopt);
        if (const auto stored = session.apply(store, progress); !stored)
            return tl::unexpected(stored.error());
    }
    QJsonObject document = documentOf(session, options, *run);
    return CheckReport{std::move(*run), document};
}

Done noteReport(Session &session, const CheckReport &report, const QString &format)
{
    NoteReport note(report.run.result.findings.size(), format);
    const auto done = session.apply(note);
    return done ? Done() : Done(tl::unexpected(done.error()));
}

} // namespace certdesk
