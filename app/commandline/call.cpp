// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/call.h"

#include "app/commandline/interruption.h"

#include <QCoreApplication>
#include <QFile>

namespace certdesk::cli {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}
} // namespace

Call::Call(const Registry &registry, const Arguments &arguments, Progress &progress)
    : m_registry(registry), m_arguments(arguments), m_progress(progress), m_output(arguments.has("json"))
{
}

Call::~Call()
{
    closeSession();
}

void Call::closeSession()
{
    Interruption::watch(nullptr);
    m_session.reset();
}

Result<DatabaseUrl> Call::databaseUrl() const
{
    return DatabaseUrl::parse(m_arguments.has("database") ? m_arguments.value("database") : qEnvironmentVariable("CERTDESK_DATABASE"));
}

Result<QString> passwordFromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::NotFound, QStringLiteral("PASSWORD-FILE"), tr("The password file cannot be read."),
                       tr("Check its name and rights."));
    // A password is short; a device without line ends is not read on and on.
    constexpr qint64 longestLine = 4096;
    QString line = QString::fromUtf8(file.readLine(longestLine));
    while (line.endsWith(QLatin1Char('\n')) || line.endsWith(QLatin1Char('\r')))
        line.chop(1);
    if (line.isEmpty())
        return failure(Error::Kind::NotFound, QStringLiteral("PASSWORD-FILE"), tr("The first line of the password file is empty."),
                       tr("Write the password there."));
    return line;
}

Result<QString> Call::password() const
{
    if (m_arguments.has("password-file"))
        return passwordFromFile(m_arguments.value("password-file"));
    const QString fromEnvironment = qEnvironmentVariable("CERTDESK_PASSWORD");
    if (fromEnvironment.isEmpty())
        return wrongCall(tr("The password is missing."), tr("Give --password-file, or set CERTDESK_PASSWORD."));
    return fromEnvironment;
}

Done Call::signIn()
{
    const auto url = databaseUrl();
    if (!url)
        return tl::unexpected(url.error());
    if (!m_arguments.has("user"))
        return wrongCall(tr("Nobody is named to sign in."), tr("Give --user NAME and the password with --password-file or CERTDESK_PASSWORD."));
    const auto secret = password();
    if (!secret)
        return tl::unexpected(secret.error());
    auto opened = Session::open(*url);
    if (!opened)
        return tl::unexpected(opened.error());
    m_session = std::move(*opened);
    Interruption::watch(&m_session->connection());
    if (const auto asOf = m_arguments.day("as-of"))
        m_session->setAsOf(*asOf);
    return m_session->signIn(m_arguments.value("user"), *secret);
}

} // namespace certdesk::cli
