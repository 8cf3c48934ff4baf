// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/call.h"
#include "app/commandline/subcommands.h"
#include "models/operations/celltext.h"
#include "models/operations/listexport.h"
#include "models/operations/passwordmaker.h"
#include "models/store/accounts/accounts.h"
#include "models/store/accounts/roles.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

/// The password of a new or reset account: from a file, else a generated one that is printed once.
struct ChosenPassword
{
    QString password;
    bool isGenerated = false;
};

Result<ChosenPassword> chosenPassword(const Arguments &arguments)
{
    if (!arguments.has("new-password-file"))
        return ChosenPassword{generatePassword(), true};
    const auto password = passwordFromFile(arguments.value("new-password-file"));
    if (!password)
        return tl::unexpected(password.error());
    return ChosenPassword{*password, false};
}

QVector<RoleGrant> roleGrants(const Arguments &arguments)
{
    QVector<RoleGrant> grants;
    for (const QString &role : arguments.values("role"))
        grants.append({role, arguments.values("school")});
    return grants;
}

/// Applies a command on one account and tells so.
Result<int> applyOn(Call &call, Command &command, const QString &told, QJsonObject document = {})
{
    const auto done = call.session().apply(command, &call.progress());
    if (!done)
        return tl::unexpected(done.error());
    document.insert(QStringLiteral("user"), call.arguments().positional(0));
    document.insert(QStringLiteral("done"), command.name());
    call.out().document(document);
    call.out().line(told);
    return exitDone;
}

Result<int> runAdd(Call &call)
{
    const Arguments &arguments = call.arguments();
    const auto password = chosenPassword(arguments);
    if (!password)
        return tl::unexpected(password.error());
    NewAccount wanted;
    wanted.name = arguments.positional(0);
    wanted.displayName = arguments.value("display-name");
    wanted.email = arguments.value("email");
    wanted.password = password->password;
    wanted.mustChange = password->isGenerated || arguments.has("must-change");
    wanted.roles = roleGrants(arguments);
    wanted.staffId = arguments.value("staff");
    wanted.studentId = arguments.value("student");
    wanted.databaseLogin = arguments.value("database-login");
    AddUser command(wanted);
    const auto done = call.session().apply(command, &call.progress());
    if (!done)
        return tl::unexpected(done.error());
    QJsonObject document{{QStringLiteral("user"), wanted.name},
                         {QStringLiteral("id"), command.accountId()},
                         {QStringLiteral("linked"), command.isLinked()},
                         {QStringLiteral("mustChange"), wanted.mustChange}};
    call.out().line(tr("Added %1.").arg(wanted.name));
    if (!command.isLinked())
        call.out().line(tr("No staff or student record has this login or e-mail; the account is linked to nobody."));
    if (password->isGenerated) {
        document.insert(QStringLiteral("password"), password->password);
        call.out().line(tr("First password, to be changed at the first sign-in: %1").arg(password->password));
    }
    call.out().document(document);
    return exitDone;
}

Result<int> runReset(Call &call)
{
    const auto password = chosenPassword(call.arguments());
    if (!password)
        return tl::unexpected(password.error());
    ResetPassword command(call.arguments().positional(0), password->password);
    QJsonObject document;
    QString told = tr("The password is new and has to be changed at the next sign-in.");
    if (password->isGenerated) {
        document.insert(QStringLiteral("password"), password->password);
        told += QLatin1Char('\n') + tr("First password: %1").arg(password->password);
    }
    return applyOn(call, command, told, document);
}

Result<int> runRoles(Call &call)
{
    SetUserRoles command(call.arguments().positional(0), roleGrants(call.arguments()));
    return applyOn(call, command, tr("The roles are changed."));
}

Result<int> runDisable(Call &call)
{
    SetUserDisabled command(call.arguments().positional(0), true);
    return applyOn(call, command, tr("The account is disabled."));
}

Result<int> runEnable(Call &call)
{
    SetUserDisabled command(call.arguments().positional(0), false);
    return applyOn(call, command, tr("The account is enabled."));
}

Result<int> runUnlock(Call &call)
{
    UnlockUser command(call.arguments().positional(0));
    return applyOn(call, command, tr("The account is unlocked."));
}

Result<int> runOwnPassword(Call &call)
{
    const auto present = call.password();
    if (!present)
        return tl::unexpected(present.error());
    const auto wanted = passwordFromFile(call.arguments().value("new-password-file"));
    if (!wanted)
        return tl::unexpected(wanted.error());
    ChangeOwnPassword command(*present, *wanted);
    if (const auto done = call.session().apply(command); !done)
        return tl::unexpected(done.error());
    call.out().document({{QStringLiteral("user"), call.session().person().name}, {QStringLiteral("done"), command.name()}});
    call.out().line(tr("The password is changed."));
    return exitDone;
}

Result<int> runList(Call &call)
{
    ListSelection selection;
    selection.query.view = QStringLiteral("users");
    const auto page = readList(call.session(), selection);
    if (!page)
        return tl::unexpected(page.error());
    const View &view = *viewByName(selection.query.view);
    TextTable table;
    QJsonArray rows;
    for (const ViewColumn &column : view.columns)
        table.headings.append(column.name);
    for (const ViewRow &row : page->rows) {
        QStringList cells;
        QJsonObject object{{QStringLiteral("id"), row.id}};
        for (qsizetype i = 0; i < row.values.size(); ++i) {
            cells.append(cellForExport(view.columns[i].type, row.values[i]).text());
            object.insert(view.columns[i].name, cellJson(view.columns[i].type, row.values[i]));
        }
        table.rows.append(cells);
        rows.append(object);
    }
    call.out().document({{QStringLiteral("entity"), view.name}, {QStringLiteral("total"), page->total}, {QStringLiteral("rows"), rows}});
    call.out().table(table);
    return exitDone;
}

Result<int> runRoleList(Call &call)
{
    const auto granted = rolesAndRights(call.session());
    if (!granted)
        return tl::unexpected(granted.error());
    QJsonArray roles;
    TextTable table{{tr("role"), tr("people"), tr("rights")}, {}, {1}};
    for (const RoleRights &role : *granted) {
        roles.append(QJsonObject{{QStringLiteral("role"), role.role},
                                 {QStringLiteral("people"), role.people},
                                 {QStringLiteral("rights"), QJsonArray::fromStringList(role.rights)}});
        table.rows.append({role.role, QString::number(role.people), role.rights.join(QLatin1Char(' '))});
    }
    call.out().document({{QStringLiteral("roles"), roles}});
    call.out().table(table);
    return exitDone;
}

Result<int> runRoleRight(Call &call, bool on)
{
    const QString role = call.arguments().positional(0);
    const QString name = call.arguments().positional(1);
    const int right = rightFromName(name);
    if (right < 0)
        return wrongCall(tr("\"%1\" is not a right.").arg(name), tr("role list shows the rights."));
    SetRoleRight command(role, static_cast<Right>(right), on);
    if (const auto done = call.session().apply(command); !done)
        return tl::unexpected(done.error());
    call.out().document({{QStringLiteral("role"), role}, {QStringLiteral("right"), name}, {QStringLiteral("granted"), on}});
    call.out().line(on ? tr("%1 may now %2.").arg(role, rightTitle(static_cast<Right>(right)))
                       : tr("%1 may no longer %2.").arg(role, rightTitle(static_cast<Right>(right))));
    return exitDone;
}

} // namespace

void addUserSubcommands(Registry &registry)
{
    const Positional name{QStringLiteral("NAME"), tr("sign-in name of the account")};
    const Option role = text("role", "ROLE", tr("one of %1").arg(roleNames().join(QLatin1Char(' ')))).repeated().required();
    const Option school = text("school", "CODE", tr("only at this school")).repeated();
    const Option newPassword = text("new-password-file", "FILE", tr("file with the new password in its first line; else one is generated and printed once"));
    const auto needs = Subcommand::Needs::SignIn;
    registry.add({QStringLiteral("user add"), tr("make an account"), needs,
                  {role, school, newPassword, text("display-name", "NAME", tr("name as shown")), text("email", "ADDRESS", tr("e-mail")),
                   text("staff", "STAFF_ID", tr("link to this staff member; else to the one with the same login or e-mail")),
                   text("student", "STUDENT_ID", tr("link to this student; else to the one with the same login or e-mail")),
                   flag("must-change", tr("the password has to be changed at the first sign-in; a generated one always has to")),
                   text("database-login", "LOGIN", tr("PostgreSQL role whose row-level security follows this account"))},
                  {name}, runAdd});
    registry.add({QStringLiteral("user roles"), tr("replace the roles of an account"), needs, {role, school}, {name}, runRoles});
    registry.add({QStringLiteral("user disable"), tr("disable an account; not the last administrator"), needs, {}, {name}, runDisable});
    registry.add({QStringLiteral("user enable"), tr("enable a disabled account"), needs, {}, {name}, runEnable});
    registry.add({QStringLiteral("user reset"), tr("a new password that has to be changed at the next sign-in"), needs, {newPassword}, {name}, runReset});
    registry.add({QStringLiteral("user unlock"), tr("end the lock after too many wrong passwords"), needs, {}, {name}, runUnlock});
    registry.add({QStringLiteral("user password"), tr("change the own password"), needs,
                  {text("new-password-file", "FILE", tr("file with the new password in its first line")).required()}, {}, runOwnPassword});
    registry.add({QStringLiteral("user list"), tr("the accounts that this person may see"), needs, {}, {}, runList});
    registry.add({QStringLiteral("role list"), tr("roles with their rights and the number of people"), needs, {}, {}, runRoleList});
    const QVector<Positional> roleAndRight{{QStringLiteral("ROLE"), tr("the role")}, {QStringLiteral("RIGHT"), tr("the right, e.g. enter-attempts")}};
    registry.add({QStringLiteral("role grant"), tr("give a right to a role"), needs, {}, roleAndRight, [](Call &call) { return runRoleRight(call, true); }});
    registry.add({QStringLiteral("role revoke"), tr("take a right from a role"), needs, {}, roleAndRight, [](Call &call) { return runRoleRight(call, false); }});
}

} // namespace certdesk::cli
