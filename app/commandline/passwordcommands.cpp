// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/call.h"
#include "app/commandline/subcommands.h"
#include "models/operations/roster/passwordoperation.h"

#include <QCoreApplication>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QString causeText(const QString &cause)
{
    if (cause == QLatin1String("sso"))
        return tr("single sign-on");
    if (cause == QLatin1String("archived"))
        return tr("archived");
    if (cause == QLatin1String("own"))
        return tr("your own account; --include-own takes it too");
    if (cause == QLatin1String("disabled"))
        return tr("disabled");
    if (cause == QLatin1String("no-login"))
        return tr("no login to make an account with");
    return tr("accounts that reach beyond your schools");
}

void print(Call &call, const PlannedPasswordOperation &planned, qint64 batch, bool dryRun)
{
    QJsonObject document = passwordOperationJson(planned);
    document.insert(QStringLiteral("batch"), batch ? QJsonValue(batch) : QJsonValue(QJsonValue::Null));
    document.insert(QStringLiteral("dryRun"), dryRun);
    if (batch && !planned.request.out.isEmpty())
        document.insert(QStringLiteral("file"), planned.request.out);
    call.out().document(document);
    call.out().line(tr("%1 accounts get a new password, %2 people get an account.")
                        .arg(planned.count(PasswordPlanRow::Outcome::Issue))
                        .arg(planned.count(PasswordPlanRow::Outcome::Create)));
    const QMap<QString, int> leftOut = planned.leftOut();
    for (auto it = leftOut.cbegin(); it != leftOut.cend(); ++it)
        call.out().line(tr("left out: %1 (%2)").arg(it.value()).arg(causeText(it.key())));
    for (const PasswordPlanRow &row : planned.rows) {
        if (row.outcome == PasswordPlanRow::Outcome::Error)
            call.out().line(QStringLiteral("%1  %2").arg(row.code, row.message));
    }
    if (dryRun)
        call.out().line(tr("The present passwords would stop working at once."));
    if (batch)
        call.out().line(tr("Done as batch %1; undo brings the earlier passwords back.").arg(batch));
}

Result<int> runPasswords(Call &call)
{
    const Arguments &arguments = call.arguments();
    if (!arguments.has("students") && !arguments.has("staff"))
        return wrongCall(tr("passwords takes --students, --staff or both."));
    if (arguments.has("shared-password-file") == arguments.has("generate"))
        return wrongCall(tr("passwords takes either --shared-password-file or --generate."));
    if (arguments.has("override") && arguments.value("reason").trimmed().isEmpty())
        return wrongCall(tr("--override needs --reason."));
    PasswordRequest request;
    request.students = arguments.has("students");
    request.staff = arguments.has("staff");
    request.school = arguments.value("school");
    request.only = arguments.values("only");
    request.group = arguments.value("group");
    request.withOwn = arguments.has("include-own");
    request.mustChange = !arguments.has("no-change-needed");
    request.out = arguments.value("generate");
    request.reason = arguments.value("reason");
    if (arguments.has("shared-password-file")) {
        const auto password = passwordFromFile(arguments.value("shared-password-file"));
        if (!password)
            return tl::unexpected(password.error());
        request.sharedPassword = *password;
    }
    const bool dryRun = arguments.has("dry-run");
    const auto planned = planPasswordOperation(call.session(), request, &call.progress());
    if (!planned)
        return tl::unexpected(planned.error());
    const bool isHeld = planned->count(PasswordPlanRow::Outcome::Error) > 0;
    if (dryRun || isHeld) {
        print(call, *planned, 0, dryRun);
        return dryRun ? (isHeld ? exitAttention : exitDone) : exitRefused;
    }
    const auto batch = commitPasswordOperation(call.session(), *planned, &call.progress());
    if (!batch)
        return tl::unexpected(batch.error());
    print(call, *planned, *batch, false);
    return exitDone;
}

} // namespace

void addPasswordSubcommands(Registry &registry)
{
    registry.add({QStringLiteral("passwords"), tr("new passwords for many, one shared or a passphrase each"), Subcommand::Needs::SignIn,
                  {flag("students", tr("all students")), flag("staff", tr("all administrators and teachers")),
                   text("shared-password-file", "F", tr("the password, in the first line of a file")),
                   text("generate", "OUT", tr("a passphrase each, written to this CSV or XLSX file")), text("school", "CODE", tr("only people of this school")),
                   text("group", "G", tr("only students of this group")), text("only", "LOGIN_OR_ID", tr("only this person")).repeated(),
                   flag("include-own", tr("your own account too")), flag("no-change-needed", tr("they need not change it at the first sign-in")),
                   flag("dry-run", tr("only say what would happen")), text("reason", "R", tr("why; stands in the batch and the journal")),
                   text("override", "CODE", tr("settle a refusal with the override right and a reason")).repeated()},
                  {}, runPasswords,
                  tr("Present passwords stop working at once. People without an account get one; single sign-on and archived accounts are left out.\n"
                     "Example: certdeskctl passwords --students --school 100 --generate passwords.csv")});
}

} // namespace certdesk::cli
