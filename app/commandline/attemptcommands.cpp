// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/call.h"
#include "app/commandline/subcommands.h"
#include "models/operations/celltext.h"
#include "models/store/certificates/attempttext.h"
#include "models/store/viewreader.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<AttemptFields> fieldsOf(Call &call, int from)
{
    QVector<QPair<QString, QString>> words;
    for (const QString &argument : call.arguments().positionals().mid(from)) {
        const auto parts = assignment(argument, QLatin1Char('"') + argument + QLatin1Char('"'));
        if (!parts)
            return tl::unexpected(parts.error());
        if (!attemptFieldNames().contains(parts->first) && parts->first != QLatin1String("teacher_id") && parts->first != QLatin1String("proctor_id"))
            return wrongCall(tr("\"%1\" is no field that can be written.").arg(parts->first), tr("Fields: %1.").arg(attemptFieldNames().join(QLatin1String(", "))));
        words.append(*parts);
    }
    return attemptFieldsFromText(call.session(), words);
}

Result<qint64> idOf(const QString &text)
{
    bool ok = false;
    const qint64 id = text.toLongLong(&ok);
    if (!ok || id <= 0)
        return wrongCall(tr("\"%1\" is no ID of an attempt.").arg(text), tr("list attempts shows the IDs."));
    return id;
}

Result<QVector<qint64>> idsOf(const QStringList &texts)
{
    QVector<qint64> ids;
    for (const QString &text : texts) {
        const auto id = idOf(text);
        if (!id)
            return tl::unexpected(id.error());
        ids.append(*id);
    }
    return ids;
}

/// The row as `list attempts` shows it.
Result<QJsonObject> rowDocument(Call &call, qint64 id)
{
    const View &view = *viewByName(QStringLiteral("attempts"));
    QVector<int> columns;
    for (int i = 0; i < view.columns.size(); ++i)
        columns.append(i);
    const auto rows = ViewReader(call.session()).rows(view, {id}, columns);
    if (!rows)
        return tl::unexpected(rows.error());
    QJsonObject document{{QStringLiteral("id"), id}};
    for (int i = 0; !rows->isEmpty() && i < columns.size(); ++i)
        document.insert(view.columns[i].name, cellJson(view.columns[i].type, rows->first().values[i]));
    return document;
}

QJsonArray courseChoices(const QVector<CourseFact> &courses)
{
    QJsonArray list;
    for (const CourseFact &course : courses) {
        list.append(QJsonObject{{QStringLiteral("course_number"), course.number}, {QStringLiteral("course_name"), course.name},
                                {QStringLiteral("subject"), course.subject}, {QStringLiteral("grades"), course.grades}});
    }
    return list;
}

QJsonArray certificateChoices(const QVector<CertificateFact> &certificates)
{
    QJsonArray list;
    for (const CertificateFact &certificate : certificates)
        list.append(QJsonObject{{QStringLiteral("certificate_code"), certificate.code}, {QStringLiteral("certificate_name"), certificate.name}});
    return list;
}

/// Tells the stored row; what the program would not choose by chance is attention needed.
Result<int> tell(Call &call, const AttemptFill &fill, const QString &sentence)
{
    auto document = rowDocument(call, fill.attempt.id);
    if (!document)
        return tl::unexpected(document.error());
    const bool open = !fill.courseCandidates.isEmpty() || !fill.certificateCandidates.isEmpty();
    if (open) {
        document->insert(QStringLiteral("courseChoices"), courseChoices(fill.courseCandidates));
        document->insert(QStringLiteral("certificateChoices"), certificateChoices(fill.certificateCandidates));
    }
    call.out().document(*document);
    call.out().line(sentence.arg(fill.attempt["row_number"].text()).arg(fill.attempt.id));
    for (const CourseFact &course : fill.courseCandidates)
        call.out().line(tr("  the course may be %1 (%2, grades %3): say course_number").arg(course.number, course.name, course.grades));
    for (const CertificateFact &certificate : fill.certificateCandidates)
        call.out().line(tr("  the certificate may be %1 (%2): say certificate_code").arg(certificate.code, certificate.name));
    return open ? exitAttention : exitDone;
}

Result<int> runAdd(Call &call)
{
    const auto fields = fieldsOf(call, 0);
    if (!fields)
        return tl::unexpected(fields.error());
    AddAttempt command(*fields);
    if (const auto done = call.session().apply(command, &call.progress()); !done)
        return tl::unexpected(done.error());
    return tell(call, command.result(), tr("Entered row %1 (ID %2)."));
}

Result<int> runSet(Call &call)
{
    const auto id = idOf(call.arguments().positional(0));
    const auto fields = id ? fieldsOf(call, 1) : Result<AttemptFields>(tl::unexpected(id.error()));
    if (!fields)
        return tl::unexpected(fields.error());
    EditAttempt command(*id, 0, *fields, call.arguments().has("confirm"));
    if (const auto done = call.session().apply(command, &call.progress()); !done)
        return tl::unexpected(done.error());
    return tell(call, command.result(), tr("Changed row %1 (ID %2)."));
}

Result<int> runVoid(Call &call)
{
    const auto id = idOf(call.arguments().positional(0));
    if (!id)
        return tl::unexpected(id.error());
    VoidAttempt command({*id}, call.arguments().value("reason"));
    if (const auto done = call.session().apply(command, &call.progress()); !done)
        return tl::unexpected(done.error());
    const auto document = rowDocument(call, *id);
    if (!document)
        return tl::unexpected(document.error());
    call.out().document(*document);
    call.out().line(tr("The row is void; it stays with its reason."));
    return exitDone;
}

Result<int> runAttach(Call &call)
{
    const auto id = idOf(call.arguments().positional(0));
    if (!id)
        return tl::unexpected(id.error());
    QFile file(call.arguments().positional(1));
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Unavailable, QStringLiteral("FILE"), tr("The file cannot be read."), tr("Check its name and rights."), file.errorString());
    AttachEvidence::File evidence{QFileInfo(file).fileName(), file.readAll(), 0, call.arguments().integer("page").value_or(0),
                                  call.arguments().integer("to-page").value_or(0), QStringLiteral("scan")};
    AttachEvidence command({*id}, evidence);
    if (const auto done = call.session().apply(command, &call.progress()); !done)
        return tl::unexpected(done.error());
    call.out().document({{QStringLiteral("attempt"), *id}, {QStringLiteral("evidence"), command.evidenceId()}, {QStringLiteral("sha256"), command.sha256()}});
    call.out().line(tr("Attached evidence %1 to attempt %2.").arg(command.evidenceId()).arg(*id));
    return exitDone;
}

Result<int> runVerify(Call &call)
{
    const auto ids = idsOf(call.arguments().positionals());
    if (!ids)
        return tl::unexpected(ids.error());
    VerifyAttempts command(*ids);
    if (const auto done = call.session().apply(command, &call.progress()); !done)
        return tl::unexpected(done.error());
    QJsonArray verified;
    for (const qint64 id : command.verified())
        verified.append(id);
    QJsonArray skipped;
    for (const VerifyAttempts::Skipped &row : command.skipped()) {
        skipped.append(QJsonObject{{QStringLiteral("id"), row.id}, {QStringLiteral("code"), row.reason.code}, {QStringLiteral("message"), row.reason.message},
                                   {QStringLiteral("next"), row.reason.next}});
        call.out().line(tr("Skipped %1: %2 %3").arg(row.id).arg(row.reason.code, row.reason.message));
    }
    call.out().document({{QStringLiteral("verified"), verified}, {QStringLiteral("skipped"), skipped}});
    call.out().line(tr("Verified %1 of %2.").arg(verified.size()).arg(ids->size()));
    return skipped.isEmpty() ? exitDone : exitAttention;
}

Result<int> runUnverify(Call &call)
{
    const auto ids = idsOf(call.arguments().positionals());
    if (!ids)
        return tl::unexpected(ids.error());
    UnverifyAttempts command(*ids);
    if (const auto done = call.session().apply(command, &call.progress()); !done)
        return tl::unexpected(done.error());
    QJsonArray unverified;
    for (const qint64 id : *ids)
        unverified.append(id);
    call.out().document({{QStringLiteral("unverified"), unverified}});
    call.out().line(tr("Withdrew the verified mark of %1.").arg(ids->size()));
    return exitDone;
}

} // namespace

void addAttemptSubcommands(Registry &registry)
{
    using Needs = Subcommand::Needs;
    using Count = Positional::Count;
    const Positional id{QStringLiteral("ID"), tr("ID of the attempt, as in list attempts")};
    const Positional ids{QStringLiteral("ID"), tr("IDs of attempts, as in list attempts"), Count::OneOrMore};
    const Positional fields{QStringLiteral("FIELD=VALUE"), tr("fields of the row"), Count::OneOrMore};
    const QString details = tr("Fields: %1. What follows from others (numbers, codes, school year) is filled.").arg(attemptFieldNames().join(QLatin1String(", ")));
    registry.add({QStringLiteral("attempt add"), tr("enter an attempt"), Needs::SignIn, {}, {fields}, runAdd, details});
    registry.add({QStringLiteral("attempt set"), tr("change fields of an attempt"), Needs::SignIn,
                  {flag("confirm", tr("change a key field of a verified row; it has to be verified again"))}, {id, fields}, runSet, details});
    registry.add({QStringLiteral("attempt void"), tr("make an attempt void; it stays with the reason"), Needs::SignIn,
                  {text("reason", "R", tr("why")).required()}, {id}, runVoid});
    registry.add({QStringLiteral("evidence attach"), tr("attach a file as evidence of an attempt"), Needs::SignIn,
                  {integer("page", "N", tr("first page that belongs to the attempt")), integer("to-page", "N", tr("last page"))},
                  {id, {QStringLiteral("FILE"), tr("PDF or picture")}}, runAttach});
    registry.add({QStringLiteral("verify"), tr("mark attempts as verified, relying on their evidence"), Needs::SignIn, {}, {ids}, runVerify});
    registry.add({QStringLiteral("unverify"), tr("withdraw the verified mark"), Needs::SignIn, {}, {ids}, runUnverify});
}

} // namespace certdesk::cli
