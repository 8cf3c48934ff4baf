// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/passwordoptions.h"

#include "models/reports/csvwriter.h"
#include "models/reports/outputfile.h"
#include "models/reports/writefailure.h"

#include <QCoreApplication>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<PasswordWish> wishOf(const Arguments &arguments)
{
    if (!arguments.has("shared-password-file"))
        return PasswordWish{PasswordWish::Kind::Generated, {}};
    const auto shared = passwordFromFile(arguments.value("shared-password-file"));
    if (!shared)
        return tl::unexpected(shared.error());
    return PasswordWish{PasswordWish::Kind::Shared, *shared};
}

} // namespace

class ImportPasswords::PasswordFile
{
public:
    PasswordFile(const QString &path, const QVector<NewLogin> &logins) : m_file(path)
    {
        if (!m_file.isOpen())
            return;
        CsvWriter writer(m_file.device(), {{QStringLiteral("login")}, {QStringLiteral("last_name")}, {QStringLiteral("first_name")}, {QStringLiteral("grade")}, {QStringLiteral("password")}});
        for (const NewLogin &login : logins)
            writer.row({Value(login.login), Value(login.lastName), Value(login.firstName), Value(login.grade), Value(login.password)});
        m_isWritten = writer.finish().has_value() && m_file.flush();
    }
    bool isWritten() const { return m_isWritten; }
    Done finish() { return m_file.finish(); }

private:
    OutputFile m_file;
    bool m_isWritten = false;
};

ImportPasswords::ImportPasswords(Call &call) : m_call(call) {}

ImportPasswords::~ImportPasswords() = default;

QVector<Option> passwordOptions()
{
    return {text("shared-password-file", "F", tr("students, staff: make accounts for those created, with the password in the first line of this file")),
            text("generate-passwords", "OUT.csv", tr("the same with a passphrase of its own for each, written to this file"))};
}

bool wantsPasswords(const Arguments &arguments)
{
    return arguments.has("shared-password-file") || arguments.has("generate-passwords");
}

Done checkPasswordOptions(const Arguments &arguments, const QString &kind, qsizetype files)
{
    if (!wantsPasswords(arguments))
        return {};
    if (arguments.has("shared-password-file") && arguments.has("generate-passwords"))
        return wrongCall(tr("Choose a shared password or generated ones, not both."));
    if (kind != QLatin1String("students") && kind != QLatin1String("staff"))
        return wrongCall(tr("Only students and staff get accounts."));
    if (arguments.has("generate-passwords") && files > 1)
        return wrongCall(tr("--generate-passwords takes one file at a time."));
    return {};
}

Done ImportPasswords::count(const ImportPlan &plan)
{
    if (!wantsPasswords(m_call.arguments()))
        return {};
    auto counted = countAccounts(m_call.session(), plan);
    if (!counted)
        return tl::unexpected(counted.error());
    m_accounts = std::move(*counted);
    return {};
}

Done ImportPasswords::make(const ImportPlan &plan)
{
    const Arguments &arguments = m_call.arguments();
    if (!wantsPasswords(arguments))
        return {};
    const auto wish = wishOf(arguments);
    if (!wish)
        return tl::unexpected(wish.error());
    auto made = planAccounts(m_call.session(), plan, *wish, &m_call.progress());
    if (!made)
        return tl::unexpected(made.error());
    m_accounts = std::move(*made);
    if (wish->kind == PasswordWish::Kind::Shared)
        return {};
    m_file = std::make_unique<PasswordFile>(arguments.value("generate-passwords"), m_accounts.logins);
    return m_file->isWritten() ? Done() : Done(writeFailure());
}

Done ImportPasswords::keep()
{
    return m_file ? m_file->finish() : Done();
}

void ImportPasswords::report(QJsonObject &document, bool committed) const
{
    if (!wantsPasswords(m_call.arguments()))
        return;
    document.insert(QStringLiteral("accounts"), QJsonObject{{QStringLiteral("created"), m_accounts.count()},
                                                            {QStringLiteral("withoutLogin"), m_accounts.withoutLogin},
                                                            {QStringLiteral("existing"), m_accounts.existing}});
    m_call.out().line(committed ? tr("%1 accounts made; the password has to be changed at the first sign-in.").arg(m_accounts.count())
                                : tr("%1 accounts would be made.").arg(m_accounts.count()));
    if (m_accounts.withoutLogin > 0)
        m_call.out().line(tr("%1 people have no login and get no account.").arg(m_accounts.withoutLogin));
}

} // namespace certdesk::cli
