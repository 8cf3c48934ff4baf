// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/certificationtext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QJsonObject stepsJson(const WizardState &state)
{
    QJsonObject steps;
    for (const WizardStep step : {WizardStep::Validation, WizardStep::StateValidation, WizardStep::Snapshot, WizardStep::Submit})
        steps.insert(stepName(step), statusCode(state.of(step)));
    return steps;
}

QJsonArray signaturesJson(const CertificationDetails &details)
{
    QJsonArray list;
    for (const CertificationDetails::Signature &signature : details.signatures)
        list.append(QJsonObject{{QStringLiteral("person"), signature.person}, {QStringLiteral("name"), signature.name}, {QStringLiteral("round"), signature.round},
                                {QStringLiteral("signedAt"), isoMoment(signature.signedAt)}, {QStringLiteral("snapshot"), signature.snapshotVersion},
                                {QStringLiteral("counts"), signature.counts}, {QStringLiteral("waiting"), signature.isWaiting}});
    return list;
}

} // namespace

QString isoMoment(qint64 milliseconds)
{
    return milliseconds ? QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODate) : QString();
}

QJsonValue dayJson(DayNumber day)
{
    return day ? QJsonValue(isoDay(day)) : QJsonValue();
}

QJsonArray blockersJson(const QVector<Blocker> &blockers)
{
    QJsonArray list;
    for (const Blocker &blocker : blockers)
        list.append(QJsonObject{{QStringLiteral("code"), blocker.code}, {QStringLiteral("step"), blocker.place}, {QStringLiteral("message"), blocker.message},
                                {QStringLiteral("next"), blocker.next}});
    return list;
}

QJsonObject certificationJson(const CertificationDetails &details)
{
    const EventRow &row = details.row;
    QJsonObject totals;
    for (const CertificationDetails::Total &total : details.totals)
        totals.insert(total.name, total.count);
    return {{QStringLiteral("event"), row.eventName},
            {QStringLiteral("id"), row.event},
            {QStringLiteral("participation"), row.participation},
            {QStringLiteral("school"), row.schoolCode.isEmpty() ? QJsonValue() : QJsonValue(row.schoolCode)},
            {QStringLiteral("eventStatus"), statusCode(row.status)},
            {QStringLiteral("userStatus"), statusCode(row.userStatus)},
            {QStringLiteral("dueDate"), dayJson(row.dueDate)},
            {QStringLiteral("steps"), stepsJson(details.state)},
            {QStringLiteral("blockers"), blockersJson(details.state.blockers)},
            {QStringLiteral("schoolYear"), schoolYearName(row.schoolYear)},
            {QStringLiteral("opensDate"), dayJson(row.opens)},
            {QStringLiteral("round"), row.round},
            {QStringLiteral("role"), row.role},
            {QStringLiteral("active"), row.isActive},
            {QStringLiteral("closed"), row.isClosed},
            {QStringLiteral("waiting"), row.isWaiting},
            {QStringLiteral("snapshot"), details.facts.currentSnapshot},
            {QStringLiteral("approvedAt"), row.approvedAt ? QJsonValue(isoMoment(row.approvedAt)) : QJsonValue()},
            {QStringLiteral("signedBy"), QJsonArray::fromStringList(details.signedBy)},
            {QStringLiteral("missing"), QJsonArray::fromStringList(details.missing)},
            {QStringLiteral("signatures"), signaturesJson(details)},
            {QStringLiteral("reason"), details.stateReason},
            {QStringLiteral("totals"), totals},
            {QStringLiteral("statement"), details.statement},
            {QStringLiteral("statementVersion"), details.statementVersion}};
}

void printCertification(Call &call, const CertificationDetails &details)
{
    const EventRow &row = details.row;
    Output &out = call.out();
    out.line(row.schoolCode.isEmpty() ? row.eventName : tr("%1, %2").arg(row.eventName, row.schoolName));
    out.line(tr("Event status: %1").arg(statusLabel(row.status)));
    out.line(tr("User status: %1").arg(statusLabel(row.userStatus)));
    out.line(tr("Due date: %1, round %2").arg(isoDay(row.dueDate)).arg(row.round));
    if (row.isWaiting)
        out.line(tr("Waiting to reach the state."));
    TextTable steps{{tr("Step"), tr("Status")}, {}, {}};
    static const char *const names[] = {QT_TRANSLATE_NOOP("CommandLine", "District validation"), QT_TRANSLATE_NOOP("CommandLine", "State validation"),
                                        QT_TRANSLATE_NOOP("CommandLine", "Snapshot"), QT_TRANSLATE_NOOP("CommandLine", "Certify and submit")};
    for (const WizardStep step : {WizardStep::Validation, WizardStep::StateValidation, WizardStep::Snapshot, WizardStep::Submit})
        steps.rows.append({tr(names[static_cast<int>(step)]), statusLabel(details.state.of(step))});
    out.table(steps);
    for (const Blocker &blocker : details.state.blockers)
        out.line(tr("- %1").arg(blocker.message));
    if (!details.missing.isEmpty())
        out.line(tr("Not signed yet: %1").arg(details.missing.join(QLatin1String(", "))));
    if (!details.stateReason.isEmpty())
        out.line(tr("The state: %1").arg(details.stateReason));
    out.line(tr("Statement %1: %2").arg(details.statementVersion).arg(details.statement));
}

Result<QJsonObject> jsonFile(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::NotFound, QStringLiteral("F01"), tr("The file cannot be read. Nothing was changed."), tr("Check its name."));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!document.isObject())
        return failure(Error::Kind::Invalid, QStringLiteral("F02"), tr("The file is not a JSON object (character %1).").arg(problem.offset), tr("Correct the file."));
    return document.object();
}

Result<int> applyAndTell(Call &call, Command &command, const std::function<QString()> &told, const std::function<QJsonObject()> &document)
{
    if (const auto done = call.session().apply(command, &call.progress()); !done)
        return tl::unexpected(done.error());
    call.out().line(told());
    call.out().document(document());
    return exitDone;
}

} // namespace certdesk::cli
